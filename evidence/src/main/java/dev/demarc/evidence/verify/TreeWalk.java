package dev.demarc.evidence.verify;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Reads the log once from its first entry to its last: hashes each entry, compares the hash with
/// the tiles, and builds the tree of the entries beside the tree of the tiles.
///
/// Only a compact range of each tree is kept. Where an entry is missing, the tile's hash stands in,
/// so that the walk goes on and what follows is still compared.
final class TreeWalk {
  private final LogReader reader;
  private final long size;
  private final Set<Long> sizesToKeep;
  private final Findings findings;
  private final TileCheck tiles;
  private final CompactRange entryTree = new CompactRange();
  private final CompactRange tileTree = new CompactRange();
  private final Map<Long, byte[]> rootsBySize = new TreeMap<>();
  private Optional<Long> firstDifference = Optional.empty();

  /// `sizesToKeep` are the sizes whose roots [#rootAt(long)] will be asked for.
  TreeWalk(LogReader reader, long size, Set<Long> sizesToKeep, Findings findings) {
    this.reader = reader;
    this.size = size;
    this.sizesToKeep = sizesToKeep;
    this.findings = findings;
    this.tiles = new TileCheck(reader, findings);
  }

  /// Who is shown the entries and their hashes as the walk comes by.
  interface Visitor {
    void leafHash(byte[] hash);

    void entry(long index, byte[] entry) throws IOException;
  }

  /// Walks the whole log; `progress` is told how many entries are behind. Where neither entries nor
  /// hashes are left, the walk ends early: [#complete()].
  void walk(Visitor visitor, LongConsumer progress) throws IOException {
    keepRoot();
    for (long bundle = 0; entryTree.size() < size; bundle++) {
      int width = TileId.width(0, bundle, size);
      List<byte[]> entries = entries(bundle, width);
      List<byte[]> stored = tile(new TileId(0, bundle, width));
      if (Math.max(entries.size(), stored.size()) < width) {
        return;
      }
      step(entries, stored, width, visitor);
      progress.accept(entryTree.size());
    }
    tiles.end();
  }

  private void step(List<byte[]> entries, List<byte[]> stored, int width, Visitor visitor)
      throws IOException {
    List<byte[]> level0 = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      long index = entryTree.size();
      byte[] hash = i < entries.size() ? Merkle.leafHash(entries.get(i)) : stored.get(i);
      byte[] inTile = stored.isEmpty() ? hash : stored.get(i);
      if (firstDifference.isEmpty() && !Arrays.equals(hash, inTile)) {
        firstDifference = Optional.of(index);
      }
      entryTree.append(hash);
      tileTree.append(inTile);
      level0.add(inTile);
      keepRoot();
      visitor.leafHash(hash);
      if (i < entries.size()) {
        visitor.entry(index, entries.get(i));
      }
    }
    tiles.add(level0);
  }

  private List<byte[]> entries(long bundle, int width) throws IOException {
    String path = TileId.entriesPath(bundle, width);
    long start = bundle * TileId.FULL;
    Optional<LogReader.Bundle> found = reader.bundle(bundle, width);
    if (found.isEmpty()) {
      findings.contradiction(
          Words.sentence(Words.entries(start, start + width))
              + " are missing: there is no "
              + reader.locate(path)
              + ".");
      return List.of();
    }
    found.get().problem().ifPresent(says -> findings.contradiction(path + ": " + says + "."));
    return found.get().entries();
  }

  /// The stored hashes, all of them or none.
  private List<byte[]> tile(TileId id) throws IOException {
    Optional<List<byte[]>> hashes = reader.tile(id);
    if (hashes.isEmpty()) {
      findings.contradiction("The tile " + id.path() + " is missing or has a wrong length.");
    }
    return hashes.orElse(List.of());
  }

  private void keepRoot() {
    if (sizesToKeep.contains(entryTree.size())) {
      rootsBySize.put(entryTree.size(), entryTree.root());
    }
  }

  /// Whether the walk came to the end of the log.
  boolean complete() {
    return entryTree.size() == size;
  }

  /// Index of the first entry whose hash is not the one in the tiles.
  Optional<Long> firstDifference() {
    return firstDifference;
  }

  /// Root of the tree of the entries.
  byte[] entryRoot() {
    return entryTree.root();
  }

  /// Root of the tree of the hashes in the tiles.
  byte[] tileRoot() {
    return tileTree.root();
  }

  /// Root of the tree of the first `kept` entries, if the walk came that far.
  Optional<byte[]> rootAt(long kept) {
    return Optional.ofNullable(rootsBySize.get(kept));
  }
}
