package dev.demarc.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// An answer as acts on the connection: HTTP framing, pauses, and what the misbehaviour makes of
/// both. Pure, so that every fault can be tested without a socket.
final class Script {
  private static final int WRONG_LENGTH_EXCESS = 10;

  private final Misbehaviour misbehaviour;
  private final Duration pace;
  private final List<Step> steps = new ArrayList<>();

  private Script(Misbehaviour misbehaviour, Duration pace) {
    this.misbehaviour = misbehaviour;
    this.pace = Duration.ofMillis(misbehaviour.number(Fault.PACE, (int) pace.toMillis()));
  }

  static List<Step> of(Reply reply, Misbehaviour misbehaviour, Duration pace) {
    var script = new Script(misbehaviour, pace);
    if (misbehaviour.has(Fault.SILENT)) {
      return List.of(new Step.Hold());
    }
    script.play(misbehaviour.has(Fault.GZIP) ? gzip(reply) : reply);
    return misbehaviour.has(Fault.SPLIT)
        ? split(script.steps, Math.max(1, misbehaviour.number(Fault.SPLIT, 1)))
        : script.steps;
  }

  private void play(Reply reply) {
    if (misbehaviour.has(Fault.SLOW_HEAD)) {
      steps.add(new Step.Pause(Duration.ofMillis(misbehaviour.number(Fault.SLOW_HEAD, 0))));
    }
    steps.add(new Step.Write(head(reply)));
    if (reply.streamed()) {
      playStream(reply.parts());
    } else {
      playBody(reply.parts().getFirst());
    }
    if (misbehaviour.has(Fault.CLOSE_IDLE)) {
      steps.add(new Step.CloseIdle(Duration.ofMillis(misbehaviour.number(Fault.CLOSE_IDLE, 0))));
    }
  }

  private void playBody(byte[] body) {
    if (misbehaviour.has(Fault.STALL)) {
      steps.add(new Step.Hold());
    } else if (misbehaviour.has(Fault.CUT)) {
      steps.add(new Step.Write(Arrays.copyOf(body, body.length / 2)));
      steps.add(new Step.Close());
    } else {
      steps.add(new Step.Write(body));
      closeIfLengthIsWrong();
    }
  }

  private void playStream(List<byte[]> events) {
    int cut = misbehaviour.number(Fault.CUT, Integer.MAX_VALUE);
    int stall = misbehaviour.number(Fault.STALL, Integer.MAX_VALUE);
    for (int i = 0; i < events.size(); i++) {
      if (i == cut || i == stall) {
        steps.add(i == cut ? new Step.Close() : new Step.Hold());
        return;
      }
      if (i > 0 && !pace.isZero()) {
        steps.add(new Step.Pause(pace));
      }
      steps.add(new Step.Write(chunk(events.get(i))));
    }
    steps.add(new Step.Write(ascii(misbehaviour.has(Fault.WRONG_LENGTH) ? "40\r\n" : "0\r\n\r\n")));
    closeIfLengthIsWrong();
  }

  private void closeIfLengthIsWrong() {
    if (misbehaviour.has(Fault.WRONG_LENGTH)) {
      steps.add(new Step.Close());
    }
  }

  private byte[] head(Reply reply) {
    var head = new StringBuilder("HTTP/1.1 ").append(reply.status()).append(' ');
    head.append(reply.reason()).append("\r\nserver: demarc-simulator\r\n");
    for (Reply.Header header : reply.headers()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (reply.streamed()) {
      head.append("transfer-encoding: chunked\r\n");
    } else {
      int excess = misbehaviour.has(Fault.WRONG_LENGTH) ? WRONG_LENGTH_EXCESS : 0;
      int length = reply.parts().getFirst().length + excess;
      head.append("content-length: ").append(length).append("\r\n");
    }
    return ascii(head.append("\r\n").toString());
  }

  private static byte[] chunk(byte[] part) {
    var chunk = new ByteArrayOutputStream();
    chunk.writeBytes(ascii(Integer.toHexString(part.length) + "\r\n"));
    chunk.writeBytes(part);
    chunk.writeBytes(ascii("\r\n"));
    return chunk.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Each part compressed so that it can be read when it comes (a sync flush behind each).
  private static Reply gzip(Reply reply) {
    var out = new ByteArrayOutputStream();
    var parts = new ArrayList<byte[]>();
    try (var gzip = new GZIPOutputStream(out, true)) {
      for (byte[] part : reply.parts()) {
        gzip.write(part);
        gzip.flush();
        parts.add(out.toByteArray());
        out.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply.withParts(closed(parts, out.toByteArray())).with("content-encoding", "gzip");
  }

  private static List<byte[]> closed(List<byte[]> parts, byte[] trailer) {
    byte[] last = parts.removeLast();
    byte[] whole = Arrays.copyOf(last, last.length + trailer.length);
    System.arraycopy(trailer, 0, whole, last.length, trailer.length);
    parts.add(whole);
    return parts;
  }

  private static List<Step> split(List<Step> steps, int size) {
    var pieces = new ArrayList<Step>();
    for (Step step : steps) {
      if (step instanceof Step.Write(byte[] bytes)) {
        for (int from = 0; from < bytes.length; from += size) {
          int to = Math.min(bytes.length, from + size);
          pieces.add(new Step.Write(Arrays.copyOfRange(bytes, from, to)));
        }
      } else {
        pieces.add(step);
      }
    }
    return pieces;
  }
}
