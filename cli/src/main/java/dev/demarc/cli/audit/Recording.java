package dev.demarc.cli.audit;

import dev.demarc.classify.text.Text;
import dev.demarc.cli.Usage;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of recorded traffic, read entry by entry: HAR (the format of browsers and proxies), a
/// provider's or proxy's log as JSON lines, or the simulator's capture.
public final class Recording {
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  /// Where logs keep the request's body.
  private static final List<String> BODIES =
      List.of(
          "body",
          "request",
          "request_body",
          "requestBody",
          "request_json",
          "req",
          "http_request",
          "payload",
          "params",
          "kwargs",
          "data",
          "input");

  private static final List<String> ADDRESSES =
      List.of("url", "request_url", "uri", "path", "request_path", "endpoint");

  private static final int DEEPEST = 4;

  private final Path file;
  private final Consumer<Entry> entries;

  private Recording(Path file, Consumer<Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /// Hands over every entry of a file, in its order.
  ///
  /// @throws Usage naming the entry that cannot be read
  public static void read(Path file, Consumer<Entry> entries) {
    if (Files.isDirectory(file)) {
      throw new Usage(file + " is a directory: name a HAR file or a file of JSON lines");
    }
    try (InputStream in = open(file)) {
      new Recording(file, entries).read(in);
    } catch (NoSuchFileException e) {
      throw new Usage(file + " does not exist");
    } catch (IOException e) {
      throw new Usage(file + " cannot be read: " + e.getMessage());
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    boolean packed = file.toString().endsWith(".gz");
    return new BufferedInputStream(packed ? new GZIPInputStream(in) : in, 64 * 1024);
  }

  private void read(InputStream in) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.matches(".*\\.(jsonl|ndjson|log|capture)(\\.gz)?")) {
      lines(in);
    } else {
      har(in);
    }
  }

  // --- HAR -------------------------------------------------------------------------------------

  private void har(InputStream in) throws IOException {
    int number = 0;
    try (JsonParser parser = JSON.createParser(in)) {
      if (!descend(parser, "log", JsonToken.START_OBJECT)
          || !descend(parser, "entries", JsonToken.START_ARRAY)) {
        throw new Usage(
            file + " is no HAR: log.entries is missing (JSON lines need the ending .jsonl)");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        JsonNode entry = parser.readValueAsTree();
        number++;
        entries.accept(ofHar("entry " + number, entry));
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new Usage(file + ", entry " + (number + 1) + ": an entry is an object");
      }
    } catch (JacksonException e) {
      throw new Usage(
          file
              + ", entry "
              + (number + 1)
              + ": not JSON that can be read (line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ")");
    }
  }

  /// Goes to a member of the object that begins next or was entered already.
  private static boolean descend(JsonParser parser, String name, JsonToken wanted) {
    if (parser.currentToken() == null && parser.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = name.equals(parser.currentName());
      JsonToken value = parser.nextToken();
      if (found) {
        return value == wanted;
      }
      parser.skipChildren();
    }
    return false;
  }

  private Entry ofHar(String place, JsonNode entry) {
    JsonNode request = entry.path("request");
    if (!request.isObject() || !request.path("url").isString()) {
      throw new Usage(file + ", " + place + ": it has no request with a url");
    }
    Sighting sighting =
        Sighting.at(request.path("method").asString(""), request.path("url").asString());
    if (entry.has("_webSocketMessages") && sighting.what().contains("realtime")) {
      return new Entry.NotRead(place, sighting.what(), "web sockets are not read");
    }
    JsonNode posted = request.path("postData");
    String text = posted.path("text").asString("");
    boolean base64 = posted.path("encoding").asString("").equals("base64");
    return of(place, sighting, base64 ? decoded(place, text) : text);
  }

  // --- JSON lines ------------------------------------------------------------------------------

  private void lines(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        entries.accept(ofLine("line " + number, line));
      }
    }
  }

  private Entry ofLine(String place, String line) {
    JsonNode node = parsed(line).orElseThrow(() -> new Usage(file + ", " + place + ": not JSON"));
    if (!node.isObject()) {
      throw new Usage(file + ", " + place + ": a JSON object is expected");
    }
    if (node.path("head").isString() && node.path("body").isString() && node.has("complete")) {
      return ofCapture(place, node);
    }
    Sighting sighting = Sighting.at(method(node), address(node, 0));
    return body(node, 0)
        .map(body -> of(place, sighting, body))
        .orElseGet(() -> of(place, sighting, ""));
  }

  private Entry ofCapture(String place, JsonNode capture) {
    String head = decoded(place, capture.path("head").asString());
    String[] first = head.lines().findFirst().orElse("").split(" ", -1);
    String path = first.length > 1 ? first[1] : "";
    Sighting sighting = Sighting.at(first[0], path);
    if (!capture.path("complete").asBoolean(true)) {
      return new Entry.NotRead(place, sighting.what(), "the request was not received whole");
    }
    return of(place, sighting, decoded(place, capture.path("body").asString()));
  }

  private String decoded(String place, String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Usage(file + ", " + place + ": its body is not base64");
    }
  }

  private static String method(JsonNode node) {
    String own = node.path("method").asString("");
    return own.isEmpty() ? node.path("request").path("method").asString("") : own;
  }

  private static String address(JsonNode node, int depth) {
    for (String name : ADDRESSES) {
      if (node.path(name).isString()) {
        return node.path(name).asString();
      }
    }
    return depth < 1 ? address(node.path("request"), depth + 1) : "";
  }

  /// The body as it was written, where the log holds it as text; else as its members say.
  private static Optional<String> body(JsonNode node, int depth) {
    if (Sighting.isRequest(node)) {
      return Optional.of(node.toString());
    }
    for (String name : BODIES) {
      JsonNode child = node.path(name);
      Optional<String> found = Optional.empty();
      if (child.isObject() && depth < DEEPEST) {
        found = body(child, depth + 1);
      } else if (child.isString()) {
        String text = child.asString();
        found = parsed(text).filter(Sighting::isRequest).map(request -> text);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  // --- any -------------------------------------------------------------------------------------

  private static Entry of(String place, Sighting sighting, String body) {
    Optional<String> protocol = sighting.notReadByAddress();
    if (protocol.isPresent()) {
      return new Entry.NotRead(place, sighting.what(), protocol.get());
    }
    Optional<JsonNode> json = parsed(body).filter(JsonNode::isObject);
    Optional<String> shape = json.flatMap(Sighting::notReadByShape);
    if (shape.isPresent() && !sighting.isChat()) {
      return new Entry.NotRead(place, sighting.what(), shape.get());
    }
    if (sighting.isChat() && !sighting.maySend()) {
      return new Entry.Other(place, sighting.what());
    }
    if (sighting.isChat() && body.isEmpty()) {
      return new Entry.NotRead(place, sighting.what(), "the recording holds no body");
    }
    if (sighting.isChat() || json.filter(Sighting::isRequest).isPresent()) {
      return new Entry.Chat(place, sighting.what(), Text.of(body));
    }
    return sighting.isSentToAi()
        ? new Entry.NotRead(place, sighting.what(), "it goes to an AI provider in no known shape")
        : new Entry.Other(place, sighting.what());
  }

  private static Optional<JsonNode> parsed(String text) {
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
