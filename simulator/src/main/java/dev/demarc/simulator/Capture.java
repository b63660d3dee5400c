package dev.demarc.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The capture file: one JSON line per request, head and body exactly as received, in base64. A
/// line is with the operating system before the request is answered. Beside it, in a file with
/// `.events` behind its name, one line per event of a connection.
public final class Capture implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Optional<FileChannel> requests;
  private final Optional<FileChannel> events;
  private volatile boolean ending;

  /// @param file where to write; where there is none, nothing is kept
  Capture(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      requests = Optional.empty();
      events = Optional.empty();
      return;
    }
    FileChannel opened = open(file.get());
    requests = Optional.of(opened);
    try {
      events = Optional.of(open(eventsOf(file.get())));
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  /// The events file that belongs to a capture file.
  public static Path eventsOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".events");
  }

  // What was received may be personal: only the owner reads it.
  private static FileChannel open(Path file) throws IOException {
    if (Files.notExists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  void write(CapturedRequest request) {
    if (requests.isEmpty()) {
      return;
    }
    Base64.Encoder base64 = Base64.getEncoder();
    append(
        requests.get(),
        JSON.createObjectNode()
            .put("n", request.n())
            .put("time_ms", request.timeMillis())
            .put("remote", request.remote())
            .put("complete", request.complete())
            .put("head", base64.encodeToString(request.head()))
            .put("body", base64.encodeToString(request.body())));
  }

  void write(ConnectionEvent event) {
    if (ending || events.isEmpty()) {
      return;
    }
    append(
        events.get(),
        JSON.createObjectNode()
            .put("n", event.n())
            .put("event", event.kind().id())
            .put("after_ms", event.afterMillis())
            .put("sent_bytes", event.sentBytes()));
  }

  private synchronized void append(FileChannel channel, ObjectNode line) {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the capture", e);
    }
  }

  /// Records no further events: connections that end from here on end because the simulator does.
  void endEvents() {
    ending = true;
  }

  /// The requests in a capture file, in the order in which they became complete.
  public static List<CapturedRequest> requests(Path file) throws IOException {
    Base64.Decoder base64 = Base64.getDecoder();
    return lines(file)
        .map(line ->
            new CapturedRequest(
                line.path("n").asInt(),
                line.path("time_ms").asLong(),
                line.path("remote").asString(),
                base64.decode(line.path("head").asString()),
                base64.decode(line.path("body").asString()),
                line.path("complete").asBoolean()))
        .toList();
  }

  /// The connection events beside a capture file.
  public static List<ConnectionEvent> events(Path file) throws IOException {
    return lines(eventsOf(file))
        .map(line ->
            new ConnectionEvent(
                line.path("n").asInt(),
                ConnectionEvent.Kind.valueOf(
                    line.path("event").asString().toUpperCase(java.util.Locale.ROOT)),
                line.path("after_ms").asLong(),
                line.path("sent_bytes").asLong()))
        .toList();
  }

  // A last line without its end is still being written.
  private static Stream<JsonNode> lines(Path file) throws IOException {
    String all = Files.readString(file);
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().map(JSON::readTree);
  }

  @Override
  public void close() throws IOException {
    try {
      if (requests.isPresent()) {
        requests.get().close();
      }
    } finally {
      if (events.isPresent()) {
        events.get().close();
      }
    }
  }
}
