package dev.demarc.gateway.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Tells a frame that a crash tore from one that was whole and is damaged.
///
/// Only one frame is ever in flight, in a segment that held zeros, and storage keeps or loses a
/// 512-byte sector as a whole (the page cache: everything after some byte). What a crash leaves of
/// a frame therefore ends early or has a sector that is still zero. Everything else was complete
/// once and may have been acknowledged; dropping it could lose a record.
final class TornTail {
  private static final int SECTOR = 512;

  private TornTail() {}

  /// Whether a crash can have left these bytes, which reach from where a frame would begin,
  /// `offset` bytes into its segment, to the last byte that is not zero.
  static boolean torn(byte[] remains, long offset) {
    if (remains.length > Frame.LONGEST) {
      return false;
    }
    boolean headerInOneSector = offset % SECTOR <= SECTOR - 8;
    int declared = Frame.declaredLength(Arrays.copyOf(remains, 8));
    if (hasZeroSector(remains, offset)) {
      return !headerInOneSector || declared < Frame.SHORTEST || remains.length <= declared;
    }
    if (remains.length < 8) {
      return beginsLikeAFrame(remains);
    }
    return declared > remains.length && !Frame.endsAsOne(remains, remains.length);
  }

  private static boolean hasZeroSector(byte[] remains, long offset) {
    int from = 0;
    while (from < remains.length) {
      int to = (int) Math.min(remains.length, from + SECTOR - (offset + from) % SECTOR);
      if (isZero(remains, from, to)) {
        return true;
      }
      from = to;
    }
    return false;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean beginsLikeAFrame(byte[] remains) {
    byte[] magic = ByteBuffer.allocate(4).putInt(Frame.MAGIC).array();
    int length = Math.min(remains.length, magic.length);
    return Arrays.equals(remains, 0, length, magic, 0, length);
  }
}
