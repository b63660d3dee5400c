package dev.demarc.classify.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that may hold a personal value: bodies, answers, found values. The one type in which text
/// travels; it prints its length and never its content, and `record`, `evidence` and diagnostics do
/// not import it (`ArchitectureTest`).
public final class Text {
  private final byte[] bytes;

  private Text(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Wraps `bytes` without a copy; the caller gives them up and must not change them afterwards.
  public static Text of(byte[] bytes) {
    return new Text(bytes);
  }

  /// The UTF-8 bytes of `text`.
  public static Text of(String text) {
    return new Text(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes themselves, not a copy: read only.
  public byte[] bytes() {
    return bytes;
  }

  /// Length in bytes.
  public int length() {
    return bytes.length;
  }

  /// The bytes decoded as UTF-8.
  public String decoded() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Text[" + bytes.length + " bytes]";
  }
}
