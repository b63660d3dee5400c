package dev.demarc.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One request as it came over the wire, byte for byte.
///
/// @param n number of the request in this simulator, from 1
/// @param timeMillis when its first byte came
/// @param remote the peer's address and port
/// @param head request line and header lines, with the empty line that ends them
/// @param body what followed, chunk framing included
/// @param complete false where the connection ended, or went wrong, before the request did
@SuppressWarnings("ArrayRecordComponent") // wire bytes; nobody compares requests
public record CapturedRequest(
    int n, long timeMillis, String remote, byte[] head, byte[] body, boolean complete) {

  /// The head as text; header bytes are ISO 8859-1 (RFC 9110, 5.5).
  public String headText() {
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  /// The method of the request line.
  public String method() {
    return word(0);
  }

  /// The target of the request line: path and query.
  public String target() {
    return word(1);
  }

  private String word(int index) {
    String[] words = headText().split("\r?\n", 2)[0].split(" ", -1);
    return index < words.length ? words[index] : "";
  }

  /// The value of the first header line with this name.
  public Optional<String> header(String name) {
    return headText()
        .lines()
        .skip(1)
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  boolean chunked() {
    return header("transfer-encoding").map(v -> v.toLowerCase(java.util.Locale.ROOT)).stream()
        .anyMatch(v -> v.endsWith("chunked"));
  }

  /// The body without chunk framing.
  public byte[] payload() {
    return chunked() ? unchunk(body) : body;
  }

  private static byte[] unchunk(byte[] body) {
    var out = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length) {
      int lineEnd = RequestReader.indexOf(body, body.length, at, '\n');
      int size = lineEnd < 0 ? 0 : RequestReader.chunkSize(body, at, lineEnd);
      if (size <= 0) {
        break;
      }
      int there = Math.min(size, body.length - lineEnd - 1);
      out.write(body, lineEnd + 1, there);
      at = lineEnd + 1 + size + 2;
    }
    return out.toByteArray();
  }
}
