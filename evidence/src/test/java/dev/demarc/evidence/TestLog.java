package dev.demarc.evidence;

import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import dev.demarc.evidence.tlog.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small real log: entries in memory, written to a directory as C2SP tlog-tiles and signed with a
/// key of its own. Entries, tiles and checkpoint can be written apart, so that a test can make them
/// disagree.
public final class TestLog {
  private final TestKey key;
  private final List<byte[]> entries = new ArrayList<>();

  public TestLog(String origin) {
    key = new TestKey(origin);
  }

  private TestLog(TestKey key, List<byte[]> entries) {
    this.key = key;
    this.entries.addAll(entries);
  }

  public TestKey key() {
    return key;
  }

  /// The entries, which tests may change.
  public List<byte[]> entries() {
    return entries;
  }

  public TestLog add(Entry entry) {
    entries.add(entry.encode());
    return this;
  }

  /// A log with the same key and its own list of the same first `size` entries.
  public TestLog copy(int size) {
    return new TestLog(key, entries.subList(0, size));
  }

  private List<byte[]> hashes(int size) {
    return entries.subList(0, size).stream().map(Merkle::leafHash).toList();
  }

  /// The signed checkpoint over the first `size` entries.
  public SignedNote checkpoint(int size, String... extensions) {
    byte[] root = new CompactRange().appendAll(hashes(size)).root();
    return key.sign(new Checkpoint(key.verifier().name(), size, root, List.of(extensions)));
  }

  /// The receipt for the entry at `index`, under the log of `size` entries.
  public Receipt receipt(int index, int size, long publishBySeconds) {
    Tree tree = new CompactRange().appendAll(hashes(size));
    SignedNote note = checkpoint(size, Receipt.publishBy(publishBySeconds));
    try {
      return Receipt.of(Merkle.leafHash(entries.get(index)), tree.inclusionProof(index), note);
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  /// Writes all of the log.
  public TestLog write(Path directory) {
    writeEntries(directory, entries.size());
    writeTiles(directory);
    writeCheckpoint(directory, checkpoint(entries.size()));
    return this;
  }

  /// Writes the entries into the bundles that a log of `size` entries has; where there are more or
  /// fewer, the last bundle is longer or shorter than its name says.
  public void writeEntries(Path directory, int size) {
    int bundles = (size + TileId.FULL - 1) / TileId.FULL;
    for (int bundle = 0; bundle < bundles; bundle++) {
      int start = Math.min(entries.size(), bundle * TileId.FULL);
      boolean last = bundle == bundles - 1;
      int end = last ? entries.size() : Math.min(entries.size(), start + TileId.FULL);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      entries.subList(start, end).forEach(e -> bytes.writeBytes(EntryBundle.encode(List.of(e))));
      int width = TileId.width(0, bundle, size);
      write(directory.resolve(TileId.entriesPath(bundle, width)), bytes.toByteArray());
    }
  }

  /// Writes the tiles of all levels.
  public void writeTiles(Path directory) {
    List<byte[]> hashes = hashes(entries.size());
    for (int level = 0; !hashes.isEmpty(); level++) {
      List<byte[]> parents = new ArrayList<>();
      for (int start = 0; start < hashes.size(); start += TileId.FULL) {
        List<byte[]> tile = hashes.subList(start, Math.min(hashes.size(), start + TileId.FULL));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tile.forEach(bytes::writeBytes);
        TileId id = new TileId(level, start / TileId.FULL, tile.size());
        write(directory.resolve(id.path()), bytes.toByteArray());
        if (tile.size() == TileId.FULL) {
          parents.add(new CompactRange().appendAll(tile).root());
        }
      }
      hashes = parents;
    }
  }

  public static void writeCheckpoint(Path directory, SignedNote checkpoint) {
    write(
        directory.resolve(TileId.CHECKPOINT), checkpoint.encode().getBytes(StandardCharsets.UTF_8));
  }

  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
