package dev.demarc.gateway.relay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The pieces of one answer, in their order. A provider chooses how small they are, and a byte that
/// is kept alone costs some twenty, so small ones share a block: what is held is less than twice
/// what came, however it came.
final class Pieces {
  /// Where blocks stop to grow.
  private static final int BLOCK = 8 * 1024;

  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;
  private int length;

  /// Adds a piece; the caller gives it up.
  void add(byte[] piece) {
    int fits = Math.min(piece.length, last.length - used);
    System.arraycopy(piece, 0, last, used, fits);
    used += fits;
    length += piece.length;
    if (fits < piece.length) {
      open(piece, fits);
    }
  }

  /// Begins a block with the piece from `from` on: the piece itself, where it is large.
  private void open(byte[] piece, int from) {
    int rest = piece.length - from;
    int size = Math.min(BLOCK, length - rest);
    if (from == 0 && rest >= size) {
      last = piece;
    } else {
      last = new byte[Math.max(rest, size)];
      System.arraycopy(piece, from, last, 0, rest);
    }
    used = rest;
    blocks.add(last);
  }

  /// Bytes that were added.
  int length() {
    return length;
  }

  /// How many blocks hold them.
  int blocks() {
    return blocks.size();
  }

  /// Bytes of memory that the blocks take.
  long held() {
    return blocks.stream().mapToLong(block -> block.length).sum();
  }

  /// All of it as one, and nothing held any more.
  byte[] join() {
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (byte[] block : blocks) {
      joined.put(block, 0, Math.min(block.length, joined.remaining()));
    }
    clear();
    return joined.array();
  }

  void clear() {
    blocks.clear();
    last = new byte[0];
    used = 0;
    length = 0;
  }
}
