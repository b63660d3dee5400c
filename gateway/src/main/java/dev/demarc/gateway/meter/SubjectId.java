package dev.demarc.gateway.meter;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Sixteen bytes that stand for a person in a meter: a keyed hash, so that whoever has the meter
/// cannot tell whether a given person is in it without the key.
public record SubjectId(long high, long low) {
  public static final int BYTES = 16;

  /// The id that these sixteen bytes are.
  public static SubjectId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a subject id has 16 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new SubjectId(buffer.getLong(), buffer.getLong());
  }

  /// The sixteen bytes.
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  /// The first four bytes only: enough to tell two apart in a test, too little to look one up.
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits((int) (high >>> 32)) + "...";
  }
}
