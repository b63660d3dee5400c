package dev.demarc.gateway.http;

import dev.demarc.classify.text.Text;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/// A request's body while it comes in: in one array of the declared length, where one was declared,
/// so that a whole body is not copied again.
final class ArrivingBody {
  /// Where a body of no declared length begins.
  private static final int USUAL = 4096;

  private final int declared;
  private byte[] bytes = new byte[0];
  private int length;

  /// @param declared the length that was declared, in bytes; 0 where none was
  ArrivingBody(int declared) {
    this.declared = declared;
  }

  /// Bytes that came.
  int length() {
    return length;
  }

  void add(Buffer piece) {
    int after = Math.addExact(length, piece.length());
    if (after > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(after, room()));
    }
    piece.getBytes(bytes, length);
    length = after;
  }

  private int room() {
    if (length == 0 && declared > 0) {
      return declared;
    }
    return Math.clamp(2L * length, USUAL, Integer.MAX_VALUE - 8);
  }

  /// All that came; nothing may be added after it.
  Text whole() {
    return Text.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }
}
