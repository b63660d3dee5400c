package dev.demarc.evidence.verify;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Recomputes the tiles above level 0 from the leaf hashes, one tile of each level in memory, and
/// compares them with the stored ones.
final class TileCheck {
  private final LogReader reader;
  private final Findings findings;
  private final List<Level> levels = new ArrayList<>();

  TileCheck(LogReader reader, Findings findings) {
    this.reader = reader;
    this.findings = findings;
  }

  private static final class Level {
    final List<byte[]> hashes = new ArrayList<>(TileId.FULL);
    long index;
  }

  /// Takes the hashes of the next tile of level 0. Only full tiles are hashed upward.
  void add(List<byte[]> hashes) throws IOException {
    if (hashes.size() == TileId.FULL) {
      add(1, root(hashes));
    }
  }

  private void add(int number, byte[] hash) throws IOException {
    if (levels.size() < number) {
      levels.add(new Level());
    }
    Level level = levels.get(number - 1);
    level.hashes.add(hash);
    if (level.hashes.size() == TileId.FULL) {
      compare(number, level);
      byte[] root = root(level.hashes);
      level.hashes.clear();
      level.index++;
      add(number + 1, root);
    }
  }

  /// Compares the partial tiles at the right edge, after the last leaf.
  void end() throws IOException {
    for (int number = 1; number <= levels.size(); number++) {
      if (!levels.get(number - 1).hashes.isEmpty()) {
        compare(number, levels.get(number - 1));
      }
    }
  }

  private void compare(int number, Level level) throws IOException {
    TileId id = new TileId(number, level.index, level.hashes.size());
    Optional<List<byte[]>> stored = reader.tile(id);
    if (stored.isEmpty()) {
      findings.contradiction("The tile " + id.path() + " is missing or has a wrong length.");
      return;
    }
    for (int i = 0; i < id.width(); i++) {
      if (!Arrays.equals(stored.get().get(i), level.hashes.get(i))) {
        findings.contradiction(
            "The tile "
                + id.path()
                + " does not fit the tiles below it, from its hash "
                + i
                + " on.");
        return;
      }
    }
  }

  private static byte[] root(List<byte[]> hashes) {
    CompactRange range = new CompactRange();
    hashes.forEach(range::append);
    return range.root();
  }
}
