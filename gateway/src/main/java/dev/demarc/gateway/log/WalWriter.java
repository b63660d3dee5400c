package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Writes frames one after another, each in one segment, each durable before the next is begun.
/// After a failure it must not be used again.
final class WalWriter implements Closeable {
  private final Segments segments;
  private final SegmentsAhead ahead;
  private final SyncTimes times;
  private DiskFile file;
  private long size;
  private Place end;
  private long prepareAt;

  WalWriter(Segments segments, SegmentsAhead ahead, Place end, SyncTimes times) throws IOException {
    this.segments = segments;
    this.ahead = ahead;
    this.times = times;
    this.end = end;
    this.file = segments.openToWrite(end.segment());
    this.size = file.size();
    this.prepareAt = size / 2;
    prepareNext();
  }

  /// Writes the frame and returns where, once it is durable.
  Place append(byte[] frame) throws IOException {
    while (frame.length > size - end.offset()) {
      advance();
    }
    Place place = end;
    write(frame, place.offset());
    sync();
    end = place.plus(frame.length);
    prepareNext();
    return place;
  }

  private void write(byte[] frame, long offset) throws IOException {
    try {
      file.write(ByteBuffer.wrap(frame), offset);
    } catch (IOException e) {
      throw new IOException("a frame cannot be written: " + LogUnusable.words(e), e);
    }
  }

  private void sync() throws IOException {
    long before = System.nanoTime();
    try {
      file.sync();
    } catch (IOException e) {
      throw new IOException("a frame cannot be synced: " + LogUnusable.words(e), e);
    }
    times.add(System.nanoTime() - before);
  }

  private void advance() throws IOException {
    ahead.require(end.segment() + 1);
    file.close();
    end = new Place(end.segment() + 1, 0);
    file = segments.openToWrite(end.segment());
    size = file.size();
    prepareAt = size / 2;
  }

  /// Asks for the next segment when this one is half full, and, where that fails (the disk is
  /// full), again each time another sixteenth is used. Only when the segment is needed does a
  /// failure count.
  private void prepareNext() {
    if (end.offset() >= prepareAt) {
      ahead.prepare(end.segment() + 1);
      prepareAt = end.offset() + size / 16;
    }
  }

  @Override
  public void close() throws IOException {
    ahead.await();
    file.close();
  }
}
