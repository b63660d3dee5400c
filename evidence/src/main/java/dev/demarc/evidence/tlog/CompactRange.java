package dev.demarc.evidence.tlog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is needed to append to a Merkle tree and know its root: one hash for each set bit of
/// the size, the root of a complete subtree each.
public final class CompactRange {
  private final byte[] @Nullable [] byLevel;
  private long size;

  /// The range of the empty tree.
  public CompactRange() {
    this(new byte[Long.SIZE][], 0);
  }

  private CompactRange(byte[] @Nullable [] byLevel, long size) {
    this.byLevel = byLevel;
    this.size = size;
  }

  /// The range of a tree with `size` leaves; `hashes` as [#hashes()] gives them.
  public static CompactRange of(long size, List<byte[]> hashes) {
    if (size < 0 || hashes.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "size " + size + " has " + Long.bitCount(size) + " hashes, not " + hashes.size());
    }
    CompactRange range = new CompactRange(new byte[Long.SIZE][], size);
    int next = hashes.size();
    for (int level = 0; level < Long.SIZE; level++) {
      if ((size >>> level & 1) == 1) {
        range.byLevel[level] = Merkle.requireHash(hashes.get(--next));
      }
    }
    return range;
  }

  /// Adds one leaf.
  public void append(byte[] leafHash) {
    byte[] carry = Merkle.requireHash(leafHash);
    int level = 0;
    for (byte[] left = byLevel[0]; left != null; left = byLevel[level]) {
      carry = Merkle.nodeHash(left, carry);
      byLevel[level++] = null;
    }
    byLevel[level] = carry;
    size++;
  }

  /// Adds a batch of leaves and returns the tree after it, which can prove the inclusion of each
  /// leaf of this batch. It knows no node to the left of what those proofs need.
  public Tree appendAll(List<byte[]> leafHashes) {
    leafHashes.forEach(Merkle::requireHash);
    Batch batch = new Batch(this, leafHashes);
    size += leafHashes.size();
    for (int level = 0; level < Long.SIZE; level++) {
      byLevel[level] = (size >>> level & 1) == 1 ? batch.last(level) : null;
    }
    return new Tree(size, batch);
  }

  public long size() {
    return size;
  }

  /// The root hash of the tree.
  public byte[] root() {
    byte[] root = null;
    for (byte[] hash : byLevel) {
      if (hash != null) {
        root = root == null ? hash : Merkle.nodeHash(hash, root);
      }
    }
    return root == null ? Merkle.emptyRoot() : root;
  }

  /// The subtree hashes, from the largest subtree (left) to the smallest (right).
  public List<byte[]> hashes() {
    List<byte[]> hashes = new ArrayList<>();
    for (int level = Long.SIZE - 1; level >= 0; level--) {
      byte[] hash = byLevel[level];
      if (hash != null) {
        hashes.add(hash);
      }
    }
    return hashes;
  }

  /// A range that can be appended to without changing this one.
  public CompactRange copy() {
    return new CompactRange(byLevel.clone(), size);
  }

  /// The complete subtrees that a batch finished, and at each level the one to their left if it is
  /// their sibling: just the nodes that the proofs of the batch's leaves name.
  private static final class Batch implements Nodes {
    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();

    Batch(CompactRange before, List<byte[]> leafHashes) {
      long after = before.size + leafHashes.size();
      List<byte[]> fresh = leafHashes;
      for (int level = 0; after >> level > 0; level++) {
        long start = before.size >> level;
        byte[] sibling = before.byLevel[level];
        List<byte[]> nodes = new ArrayList<>(fresh.size() + 1);
        if (sibling != null) {
          nodes.add(sibling);
        }
        nodes.addAll(fresh);
        levels.add(nodes);
        starts.add(sibling == null ? start : start - 1);
        fresh = parents(nodes);
      }
    }

    private static List<byte[]> parents(List<byte[]> nodes) {
      List<byte[]> parents = new ArrayList<>(nodes.size() / 2);
      for (int i = 0; i + 1 < nodes.size(); i += 2) {
        parents.add(Merkle.nodeHash(nodes.get(i), nodes.get(i + 1)));
      }
      return parents;
    }

    /// The rightmost complete subtree of this level.
    byte[] last(int level) {
      List<byte[]> nodes = levels.get(level);
      return nodes.get(nodes.size() - 1);
    }

    @Override
    public byte[] node(int level, long index) {
      return levels.get(level).get(Math.toIntExact(index - starts.get(level)));
    }
  }
}
