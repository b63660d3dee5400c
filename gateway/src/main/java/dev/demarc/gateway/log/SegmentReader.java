package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// One segment, read through a window of its bytes.
final class SegmentReader implements Closeable {
  private static final int WINDOW = 256 << 10;

  private final DiskFile file;
  private final int number;
  private final long size;
  private byte[] window = new byte[0];
  private long windowStart;

  SegmentReader(DiskFile file, int number) throws IOException {
    this.file = file;
    this.number = number;
    this.size = file.size();
  }

  long size() {
    return size;
  }

  /// Forgets what it has read, for a segment that somebody is writing.
  void refresh() {
    window = new byte[0];
  }

  /// A copy of `length` bytes at `offset` as they are in the file now.
  byte[] fresh(long offset, int length) throws IOException {
    return file.read(offset, length);
  }

  /// The whole, undamaged frame that begins at `offset`, if there is one.
  Optional<LocatedFrame> frameAt(long offset) throws IOException {
    if (offset + Frame.SHORTEST > size) {
      return Optional.empty();
    }
    int length = Frame.declaredLength(bytes(offset, 8));
    if (length < Frame.SHORTEST || length > Frame.LONGEST || length > size - offset) {
      return Optional.empty();
    }
    byte[] bytes = bytes(offset, length);
    return Frame.parse(bytes)
        .map(frame -> new LocatedFrame(new Place(number, offset), bytes, frame));
  }

  /// A copy of `length` bytes at `offset`, which must be in the segment.
  byte[] bytes(long offset, int length) throws IOException {
    if (offset < windowStart || offset + length > windowStart + window.length) {
      int wanted = (int) Math.min(Math.max(length, WINDOW), size - offset);
      window = file.read(offset, wanted);
      windowStart = offset;
    }
    int from = (int) (offset - windowStart);
    return Arrays.copyOfRange(window, from, from + length);
  }

  /// Offset of the first byte at or after `from` that is not zero; -1 where there is none.
  long firstNonZero(long from) throws IOException {
    byte[] zeros = new byte[WINDOW];
    for (long at = from; at < size; at += WINDOW) {
      int length = (int) Math.min(WINDOW, size - at);
      int mismatch = Arrays.mismatch(read(at, length), 0, length, zeros, 0, length);
      if (mismatch >= 0) {
        return at + mismatch;
      }
    }
    return -1;
  }

  /// Offset of the last byte at or after `from` that is not zero; -1 where there is none.
  long lastNonZero(long from) throws IOException {
    long last = -1;
    for (long at = firstNonZero(from); at >= 0; at = firstNonZero(last + 1)) {
      byte[] bytes = read(at, (int) Math.min(WINDOW, size - at));
      int end = bytes.length;
      while (bytes[end - 1] == 0) {
        end--;
      }
      last = at + end - 1;
    }
    return last;
  }

  private byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.read(ByteBuffer.wrap(bytes), offset);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
