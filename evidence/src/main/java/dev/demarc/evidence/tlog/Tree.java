package dev.demarc.evidence.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Merkle tree of a fixed size: its root and its proofs, from the hashes of its complete
/// subtrees.
///
/// A size that is no power of two leaves an incomplete subtree at the right edge. Its hash at each
/// level is folded once, at construction, so that each proof afterwards costs look-ups only.
public final class Tree {
  private final long size;
  private final Nodes nodes;

  /// For each level, the root of the last `size mod 2^level` leaves; absent where there are none.
  private final byte[] @Nullable [] edge = new byte[Long.SIZE][];

  public Tree(long size, Nodes nodes) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
    }
    this.size = size;
    this.nodes = nodes;
    byte[] right = null;
    for (int level = 0; level < Long.SIZE - 1; level++) {
      edge[level] = right;
      if ((size >> level & 1) == 1) {
        byte[] left = nodes.node(level, (size >> level) - 1);
        right = right == null ? left : Merkle.nodeHash(left, right);
      }
    }
    edge[Long.SIZE - 1] = right;
  }

  public long size() {
    return size;
  }

  /// The root hash.
  public byte[] root() {
    byte[] root = edge[Long.SIZE - 1];
    return root == null ? Merkle.emptyRoot() : root;
  }

  /// Proof that the leaf at `index` is under the root. RFC 9162 §2.1.3.1, PATH.
  public InclusionProof inclusionProof(long index) {
    Objects.checkIndex(index, size);
    List<byte[]> hashes = new ArrayList<>();
    path(index, 0, size, hashes);
    return new InclusionProof(index, hashes);
  }

  /// Proof that the tree of the first `from` leaves was only appended to. RFC 9162 §2.1.4.1, PROOF.
  public ConsistencyProof consistencyProof(long from) {
    Objects.checkIndex(from, size + 1);
    List<byte[]> hashes = new ArrayList<>();
    if (from > 0) {
      subproof(from, 0, size, true, hashes);
    }
    return new ConsistencyProof(hashes);
  }

  private void path(long index, long start, long end, List<byte[]> hashes) {
    if (end - start == 1) {
      return;
    }
    long middle = start + split(end - start);
    if (index < middle) {
      path(index, start, middle, hashes);
      hashes.add(range(middle, end));
    } else {
      path(index, middle, end, hashes);
      hashes.add(range(start, middle));
    }
  }

  private void subproof(long from, long start, long end, boolean known, List<byte[]> hashes) {
    if (from == end) {
      if (!known) {
        hashes.add(range(start, end));
      }
      return;
    }
    long middle = start + split(end - start);
    if (from <= middle) {
      subproof(from, start, middle, known, hashes);
      hashes.add(range(middle, end));
    } else {
      subproof(from, middle, end, false, hashes);
      hashes.add(range(start, middle));
    }
  }

  /// Root over `[start, end)`, which is a complete subtree or reaches to the right edge.
  private byte[] range(long start, long end) {
    long leaves = end - start;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return nodes.node(level, start >> level);
    }
    byte[] hash = edge[Long.SIZE - Long.numberOfLeadingZeros(leaves)];
    return Objects.requireNonNull(hash, "an incomplete range is at the right edge");
  }

  /// RFC 6962 §2.1: the largest power of two strictly below `leaves`.
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
