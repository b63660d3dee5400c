package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.gateway.log.LocatedFrame.Good;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the write-ahead log from its first frame to its last good one, checking what each frame
/// says: its CRC, the hash of the frame before it, its first index, and the root of the tree after
/// it.
final class WalScan implements Closeable {
  private static final String DAMAGED =
      ". Acknowledged records may be lost, so nothing was changed. Restore the file from a copy, or"
          + " keep this directory as evidence and create a new log in another one";

  private static final int CHUNK = 64 << 10;

  private final Segments segments;
  private final VerifierKey key;
  private int count;
  private final CompactRange range = new CompactRange();
  private SegmentReader reader;
  private Place end = new Place(1, 0);
  private byte[] previous;

  /// Bytes after the last good frame that are no frame, up to the last one that is not zero.
  record Remains(Place from, long length) {}

  WalScan(Segments segments, VerifierKey key) throws IOException, LogUnusable {
    this.segments = segments;
    this.key = key;
    this.count = segments.count();
    this.previous = genesis(key);
    this.reader = segments.read(1);
  }

  /// What the first frame names as the frame before it: binds the log to its key and origin.
  static byte[] genesis(VerifierKey key) {
    return LocatedFrame.sha256(("demarc wal\n" + key.encode()).getBytes(UTF_8));
  }

  /// Just after the last good frame.
  Place end() {
    return end;
  }

  /// Hash of the last good frame.
  byte[] previous() {
    return previous;
  }

  /// The tree of all records so far.
  CompactRange range() {
    return range.copy();
  }

  /// The next frame; absent where no whole frame follows. Ask [#remains()] then.
  Optional<Good> next() throws IOException, LogUnusable {
    Optional<LocatedFrame> found = reader.frameAt(end.offset());
    for (int number = end.segment() + 1; found.isEmpty() && number <= count; number++) {
      found = firstOf(number);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(follow(found.get()));
  }

  /// As [#next()], of the files as they are now: for a log that somebody is writing.
  Optional<Good> again() throws IOException, LogUnusable {
    reader.refresh();
    count = segments.count();
    return next();
  }

  /// The frame that a later segment begins with, if it follows on: then it proves that nothing was
  /// between, whatever the unused end of the segment before holds.
  private Optional<LocatedFrame> firstOf(int number) throws IOException {
    SegmentReader later = segments.read(number);
    Optional<LocatedFrame> found = later.frameAt(0).filter(this::chains);
    if (found.isPresent()) {
      reader.close();
      reader = later;
    } else {
      later.close();
    }
    return found;
  }

  private boolean chains(LocatedFrame found) {
    return Arrays.equals(found.frame().previous(), previous)
        && found.frame().firstIndex() == range.size();
  }

  private Good follow(LocatedFrame found) throws LogUnusable {
    if (!chains(found)) {
      throw new LogUnusable(
          where(found.place())
              + ": the frame is whole but does not follow the one before it. The segments are not"
              + " all of this log and key; restore them from a copy");
    }
    List<byte[]> hashes = new ArrayList<>(found.frame().records().size());
    for (StoredRecord record : found.frame().records()) {
      byte[] hash = Merkle.leafHash(record.leaf());
      range.append(hash);
      hashes.add(hash);
    }
    if (!Arrays.equals(found.frame().root(), range.root())) {
      throw new LogUnusable(
          where(found.place())
              + ": the records are not those that the frame's root was signed over. Keep the"
              + " directory; it shows what was changed");
    }
    previous = found.hash();
    end = found.end();
    return new Good(found, hashes);
  }

  /// What stands after the last good frame, to be zeroed before anything is written there.
  ///
  /// @throws LogUnusable where it is more than a crash can leave
  List<Remains> remains() throws IOException, LogUnusable {
    List<Remains> all = new ArrayList<>();
    for (int number = end.segment(); number <= count; number++) {
      Place from = new Place(number, number == end.segment() ? end.offset() : 0);
      try (SegmentReader later = segments.read(number)) {
        long last = later.lastNonZero(from.offset());
        if (last >= 0) {
          all.add(judged(later, from, last + 1 - from.offset()));
        }
      }
    }
    if (all.size() > 1) {
      throw new LogUnusable(
          where(all.getFirst().from())
              + ": no frame can be read, nor in the next segment"
              + DAMAGED);
    }
    return all;
  }

  private Remains judged(SegmentReader later, Place from, long length)
      throws IOException, LogUnusable {
    Optional<Place> good = signedFrame(later, from, length);
    if (good.isPresent()) {
      throw new LogUnusable(
          where(from)
              + ": no frame can be read, but there is one in "
              + where(good.get())
              + DAMAGED);
    }
    byte[] bytes = later.bytes(from.offset(), (int) Math.min(length, Frame.LONGEST + 1));
    if (!TornTail.torn(bytes, from.offset())) {
      throw new LogUnusable(where(from) + ": a frame was written whole and is damaged" + DAMAGED);
    }
    return new Remains(from, length);
  }

  /// A frame after `from` that the log's key signed. A sidecar cannot fake one.
  private Optional<Place> signedFrame(SegmentReader later, Place from, long length)
      throws IOException {
    byte first = (byte) (Frame.MAGIC >>> 24);
    for (long at = 0; at + Frame.SHORTEST <= length; at += CHUNK) {
      byte[] bytes = later.bytes(from.offset() + at, (int) Math.min(CHUNK, length - at));
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == first && isSigned(later.frameAt(from.offset() + at + i))) {
          return Optional.of(from.plus(at + i));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSigned(Optional<LocatedFrame> found) {
    return found
        .map(LocatedFrame::frame)
        .filter(frame ->
            key.verify(frame.checkpoint(key.name()).text().getBytes(UTF_8), frame.signature()))
        .isPresent();
  }

  private String where(Place place) {
    return segments.path(place.segment()) + ", byte " + place.offset();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
