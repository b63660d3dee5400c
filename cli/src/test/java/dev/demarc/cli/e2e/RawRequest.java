package dev.demarc.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// Pieces of chat requests as text for the wire, one byte for each character.
final class RawRequest {
  /// A whole request that nobody sent: it hides in others.
  static final String SMUGGLED =
      "POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
          + ConfigFile.API_KEY
          + "\r\n"
          + "content-length: 74\r\n\r\n"
          + "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"smuggled"
          + " it\"}]}";

  private RawRequest() {}

  static String head(String headers) {
    return "POST /v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer "
        + ConfigFile.API_KEY
        + "\r\n"
        + headers
        + "\r\n\r\n";
  }

  static String headed(String headers) {
    return head("connection: close\r\n" + headers);
  }

  static String chunkedHead() {
    return headed("transfer-encoding: chunked");
  }

  static String chunk(String content) {
    return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
  }

  static String whole(String headers, String mark) {
    String close = headers.contains("connection:") ? "" : "connection: close\r\n";
    String body = chat(mark);
    return head(close + headers + "\r\ncontent-length: " + body.length()) + body;
  }

  static String keptOpen(String mark) {
    String body = chat(mark);
    return head("content-length: " + body.length()) + body;
  }

  static String chat(String mark) {
    return "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + inText(mark)
        + "\"}]}";
  }

  /// A mark as the text of a request spells it.
  static String inText(String mark) {
    return mark.replaceAll("[^ -~]|[\"\\\\]", "_");
  }

  static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.chars()
        .limit(60)
        .forEach(c ->
            visible.append(
                c < ' ' || c > '~'
                    ? "<" + Integer.toHexString(c) + ">"
                    : String.valueOf((char) c)));
    return visible.toString();
  }

  /// One byte for each character.
  static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
