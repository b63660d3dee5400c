package dev.demarc.evidence.tlog;

import java.util.Arrays;
import java.util.List;

/// The sibling hashes from the leaf at `index` up to the root.
public record InclusionProof(long index, List<byte[]> hashes) {
  public InclusionProof {
    hashes = List.copyOf(hashes);
    hashes.forEach(Merkle::requireHash);
    if (index < 0) {
      throw new IllegalArgumentException("a leaf index is not negative");
    }
  }

  /// Whether the leaf with this hash is at [#index()] in the tree with this size and root. RFC 9162
  /// §2.1.3.2; a proof with a hash too few or too many proves nothing.
  public boolean verify(byte[] leafHash, long size, byte[] root) {
    if (index >= size || leafHash.length != Merkle.HASH_LENGTH) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : hashes) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Merkle.nodeHash(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Merkle.nodeHash(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }
}
