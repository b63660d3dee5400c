package dev.demarc.gateway.log;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The right edge of the log in tlog-tiles form: takes leaves, writes each tile and bundle when it
/// is full, and on demand the partial ones of the present size. What it writes depends on the
/// leaves alone, so that writing again after a crash changes nothing.
final class Tiles {
  private final Disk disk;
  private final Path log;
  private final CompactRange range = new CompactRange();
  private final List<byte[]> bundle = new ArrayList<>();

  /// For each level the hashes of its last tile, while that is not full.
  private final List<List<byte[]>> edge = new ArrayList<>();

  private final Set<Path> known = new HashSet<>();
  private final Set<Path> unsynced = new LinkedHashSet<>();
  private final List<Path> superseded = new ArrayList<>();

  private final FileWriters writers;

  Tiles(Disk disk, Path log, Threads threads) {
    this.disk = disk;
    this.log = log;
    this.writers = new FileWriters(disk, threads);
  }

  long size() {
    return range.size();
  }

  byte[] root() {
    return range.root();
  }

  /// Takes a leaf whose tiles are on disk, under a published checkpoint.
  void pass(byte[] leaf, byte[] leafHash) {
    try {
      take(leaf, leafHash, false);
    } catch (IOException e) {
      throw new IllegalStateException("nothing was to be written", e);
    }
  }

  /// Takes a leaf and writes what it fills.
  void append(byte[] leaf, byte[] leafHash) throws IOException {
    take(leaf, leafHash, true);
  }

  /// Makes the tree of the present size readable and durable: writes the partial tiles, and removes
  /// those that a full one has replaced (tlog-tiles lets them go then; readers take the full one).
  void settle() throws IOException {
    if (!bundle.isEmpty()) {
      put(TileId.entriesPath(size() / TileId.FULL, bundle.size()), EntryBundle.encode(bundle));
    }
    for (int level = 0; level < edge.size(); level++) {
      if (!edge.get(level).isEmpty()) {
        putTile(level, edge.get(level));
      }
    }
    writers.await();
    for (Path directory : unsynced) {
      disk.syncDirectory(directory);
    }
    unsynced.clear();
    for (Path directory : superseded) {
      removePartials(directory);
    }
    superseded.clear();
  }

  private void take(byte[] leaf, byte[] leafHash, boolean write) throws IOException {
    bundle.add(leaf);
    range.append(leafHash);
    if (bundle.size() == TileId.FULL) {
      if (write) {
        long index = size() / TileId.FULL - 1;
        putFull(TileId.entriesPath(index, TileId.FULL), EntryBundle.encode(bundle));
      }
      bundle.clear();
    }
    take(0, leafHash, write);
  }

  private void take(int level, byte[] hash, boolean write) throws IOException {
    if (edge.size() == level) {
      edge.add(new ArrayList<>(TileId.FULL));
    }
    List<byte[]> hashes = edge.get(level);
    hashes.add(hash);
    if (hashes.size() == TileId.FULL) {
      if (write) {
        putTile(level, hashes);
      }
      byte[] root = root(hashes);
      hashes.clear();
      take(level + 1, root, write);
    }
  }

  private static byte[] root(List<byte[]> hashes) {
    List<byte[]> nodes = hashes;
    while (nodes.size() > 1) {
      List<byte[]> parents = new ArrayList<>(nodes.size() / 2);
      for (int i = 0; i < nodes.size(); i += 2) {
        parents.add(Merkle.nodeHash(nodes.get(i), nodes.get(i + 1)));
      }
      nodes = parents;
    }
    return nodes.getFirst();
  }

  private void putTile(int level, List<byte[]> hashes) throws IOException {
    byte[] tile = new byte[hashes.size() * Merkle.HASH_LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, tile, i * Merkle.HASH_LENGTH, Merkle.HASH_LENGTH);
    }
    // Called when the tile's last hash is in it, so the tile is the one before the tree's right
    // edge.
    long index = ((size() - 1) >> (8 * level)) / TileId.FULL;
    TileId id = new TileId(level, index, hashes.size());
    if (hashes.size() == TileId.FULL) {
      putFull(id.path(), tile);
    } else {
      put(id.path(), tile);
    }
  }

  private void putFull(String path, byte[] content) throws IOException {
    put(path, content);
    superseded.add(log.resolve(path + ".p"));
  }

  private void put(String path, byte[] content) throws IOException {
    Path file = log.resolve(path);
    Path directory = Disk.directoryOf(file);
    createDirectories(directory);
    writers.put(file, content);
    unsynced.add(directory);
  }

  /// Nothing is written after this returns.
  void close() {
    writers.close();
  }

  private void createDirectories(Path directory) throws IOException {
    if (directory.equals(log) || known.contains(directory)) {
      return;
    }
    Path parent = Disk.directoryOf(directory);
    createDirectories(parent);
    disk.createDirectory(directory);
    known.add(directory);
    unsynced.add(parent);
  }

  private void removePartials(Path directory) throws IOException {
    if (!disk.exists(directory)) {
      return;
    }
    for (String name : disk.list(directory)) {
      disk.delete(directory.resolve(name));
    }
    disk.delete(directory);
    known.remove(directory);
  }
}
