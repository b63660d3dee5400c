package dev.demarc.evidence.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Numbered leaves, and the tree over them by the recursive definition of RFC 6962 §2.1, which the
/// tests hold against the code.
final class Leaves {
  private Leaves() {}

  /// Leaf hashes of the entries "0", "1", ... "size-1".
  static List<byte[]> hashes(int size) {
    List<byte[]> hashes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      hashes.add(Merkle.leafHash(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
    }
    return hashes;
  }

  /// MTH of the definition.
  static byte[] root(List<byte[]> hashes) {
    if (hashes.isEmpty()) {
      return Merkle.emptyRoot();
    }
    if (hashes.size() == 1) {
      return hashes.get(0);
    }
    int middle = split(hashes.size());
    return Merkle.nodeHash(
        root(hashes.subList(0, middle)), root(hashes.subList(middle, hashes.size())));
  }

  /// PATH of the definition.
  static List<byte[]> path(int index, List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return List.of();
    }
    int middle = split(hashes.size());
    List<byte[]> left = hashes.subList(0, middle);
    List<byte[]> right = hashes.subList(middle, hashes.size());
    List<byte[]> path =
        new ArrayList<>(index < middle ? path(index, left) : path(index - middle, right));
    path.add(root(index < middle ? right : left));
    return path;
  }

  /// Complete subtrees of these leaves by the definition.
  static Nodes nodes(List<byte[]> hashes) {
    return (level, index) -> {
      int start = Math.toIntExact(index << level);
      return root(hashes.subList(start, start + (1 << level)));
    };
  }

  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
