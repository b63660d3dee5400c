package dev.demarc.evidence.tlog;

/// Where the hashes of complete subtrees come from: a batch in memory, or tiles.
@FunctionalInterface
public interface Nodes {
  /// Hash of the complete subtree over the leaves from `index << level` (inclusive) to `(index + 1)
  /// << level` (exclusive); level 0 is the leaf hashes.
  byte[] node(int level, long index);
}
