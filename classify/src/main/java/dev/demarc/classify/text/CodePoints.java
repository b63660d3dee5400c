package dev.demarc.classify.text;

/// Turns byte offsets of a text in UTF-8 into offsets in Unicode code points, as most other
/// programs count. Asked in ascending order it reads the text once.
public final class CodePoints {
  private final byte[] bytes;
  private int at;
  private int points;

  public CodePoints(Text text) {
    this.bytes = text.bytes();
  }

  /// Number of code points before the byte offset.
  public int before(int offset) {
    if (offset < at) {
      at = 0;
      points = 0;
    }
    while (at < offset) {
      // Every byte but the continuing ones (RFC 3629 section 3) begins a code point.
      points += (bytes[at++] & 0xC0) == 0x80 ? 0 : 1;
    }
    return points;
  }
}
