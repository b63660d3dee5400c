package dev.demarc.evidence.tlog;

import java.util.Locale;

/// Which tile, and where it is below a log's address: C2SP tlog-tiles. A tile holds up to 256
/// hashes of one level; its level counts in steps of 8 levels of the tree.
public record TileId(int level, long index, int width) {
  /// Hashes in a full tile, and entries in a full bundle.
  public static final int FULL = 256;

  /// Path of the published checkpoint.
  public static final String CHECKPOINT = "checkpoint";

  /// Levels of the tree in one tile: 2^8 = 256.
  static final int HEIGHT = 8;

  public TileId {
    if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile has level " + level + ", index " + index + " and width " + width);
    }
  }

  /// How many hashes the tile has in a log of `size` entries: 256, fewer at the right edge, or 0
  /// where there is no such tile. A subtree that is not complete is never hashed upward.
  public static int width(int level, long index, long size) {
    long hashes = level * HEIGHT < Long.SIZE - 1 ? size >> (level * HEIGHT) : 0;
    return Math.toIntExact(Math.max(0, Math.min(FULL, hashes - index * FULL)));
  }

  /// The tile's path, for example `tile/1/x001/234.p/5`.
  public String path() {
    return "tile/" + level + "/" + elements(index, width);
  }

  /// Path of the bundle of the entries from `index * 256` on, `width` of them.
  public static String entriesPath(long index, int width) {
    return "tile/entries/" + elements(index, new TileId(0, index, width).width());
  }

  private static String elements(long index, int width) {
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return width == FULL ? path.toString() : path + ".p/" + width;
  }
}
