package dev.demarc.evidence.verify;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the files of a log as C2SP tlog-tiles lays them out. Where a partial file is gone, the
/// full one that has replaced it is read instead, as the specification tells clients to.
public final class LogReader {
  private static final int MAX_CHECKPOINT_BYTES = 1 << 20;
  private static final int TILE_BYTES = TileId.FULL * Merkle.HASH_LENGTH;
  private static final int MAX_BUNDLE_BYTES = TileId.FULL * (2 + EntryBundle.MAX_ENTRY_BYTES);

  private final LogSource source;

  public LogReader(LogSource source) {
    this.source = source;
  }

  /// The entries of a bundle that are whole, and what is wrong with it if anything is.
  public record Bundle(List<byte[]> entries, Optional<String> problem) {
    public Bundle {
      entries = List.copyOf(entries);
    }
  }

  /// The published checkpoint, if the log has one.
  public Optional<SignedNote> checkpoint() throws IOException, Malformed {
    Optional<byte[]> note = source.read(TileId.CHECKPOINT, MAX_CHECKPOINT_BYTES);
    return note.isEmpty() ? Optional.empty() : Optional.of(SignedNote.parse(note.get()));
  }

  /// The entry at `index` of a log of `size` entries, if it is there.
  public Optional<byte[]> entry(long index, long size) throws IOException {
    long bundle = index / TileId.FULL;
    int offset = (int) (index % TileId.FULL);
    return bundle(bundle, TileId.width(0, bundle, size))
        .filter(found -> found.entries().size() > offset)
        .map(found -> found.entries().get(offset));
  }

  /// The `width` entries from `index * 256` on, if their bundle is there.
  public Optional<Bundle> bundle(long index, int width) throws IOException {
    for (int stored : new int[] {width, TileId.FULL}) {
      Optional<byte[]> bytes = source.read(TileId.entriesPath(index, stored), MAX_BUNDLE_BYTES);
      if (bytes.isPresent()) {
        return Optional.of(bundle(bytes.get(), stored, width));
      }
    }
    return Optional.empty();
  }

  private static Bundle bundle(byte[] bytes, int stored, int width) {
    try {
      return new Bundle(EntryBundle.parse(bytes, stored).subList(0, width), Optional.empty());
    } catch (Malformed e) {
      return new Bundle(EntryBundle.prefix(bytes, width), Optional.of(e.says()));
    }
  }

  /// The hashes of a tile, if it is there; of a wrong length, it counts as not there.
  public Optional<List<byte[]>> tile(TileId id) throws IOException {
    TileId full = new TileId(id.level(), id.index(), TileId.FULL);
    for (TileId stored : List.of(id, full)) {
      Optional<byte[]> bytes = source.read(stored.path(), TILE_BYTES);
      if (bytes.isPresent()) {
        boolean whole = bytes.get().length == stored.width() * Merkle.HASH_LENGTH;
        return whole ? Optional.of(hashes(bytes.get(), id.width())) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<byte[]> hashes(byte[] tile, int width) {
    List<byte[]> hashes = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      int start = i * Merkle.HASH_LENGTH;
      hashes.add(Arrays.copyOfRange(tile, start, start + Merkle.HASH_LENGTH));
    }
    return hashes;
  }

  /// Where a file of the log is, for messages.
  String locate(String path) {
    return source.locate(path);
  }
}
