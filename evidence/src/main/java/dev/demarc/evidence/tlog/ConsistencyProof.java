package dev.demarc.evidence.tlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The hashes that show one tree to be the beginning of another.
public record ConsistencyProof(List<byte[]> hashes) {
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
    hashes.forEach(Merkle::requireHash);
  }

  /// Whether the tree (`size1`, `root1`) is the beginning of the tree (`size2`, `root2`). RFC 9162
  /// §2.1.4.2. The empty tree begins every tree, so there is nothing to prove and the answer is no.
  public boolean verify(long size1, byte[] root1, long size2, byte[] root2) {
    if (size1 < 1 || size1 > size2) {
      return false;
    }
    if (size1 == size2) {
      return hashes.isEmpty() && Arrays.equals(root1, root2);
    }
    if (hashes.isEmpty() || root1.length != Merkle.HASH_LENGTH) {
      return false;
    }
    List<byte[]> path = new ArrayList<>(hashes);
    if (Long.bitCount(size1) == 1) {
      path.add(0, root1);
    }
    return fold(path, size1, root1, size2, root2);
  }

  private static boolean fold(
      List<byte[]> path, long size1, byte[] root1, long size2, byte[] root2) {
    int shared = Long.numberOfTrailingZeros(size1);
    long node = (size1 - 1) >> shared;
    long last = (size2 - 1) >> shared;
    byte[] first = path.get(0);
    byte[] second = path.get(0);
    for (byte[] hash : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = Merkle.nodeHash(hash, first);
        second = Merkle.nodeHash(hash, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = Merkle.nodeHash(second, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(first, root1) && Arrays.equals(second, root2);
  }
}
