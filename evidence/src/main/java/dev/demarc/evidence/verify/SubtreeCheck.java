package dev.demarc.evidence.verify;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.InclusionProof;
import dev.demarc.evidence.tlog.Receipt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Compares the log's leaves with the subtrees that a receipt knows. Its inclusion proof names a
/// hash for each of a few ranges that together cover the whole log up to the receipt's size, so a
/// log that was changed as a whole still shows in which range.
final class SubtreeCheck {
  private final List<Subtree> known;
  private CompactRange current = new CompactRange();
  private int at;
  private Optional<Subtree> firstChanged = Optional.empty();

  /// The receipt must prove what it claims ([Receipt#provesInclusion()]).
  SubtreeCheck(Receipt receipt) {
    known = subtrees(receipt);
  }

  /// Hash of the leaves `[start, end)`.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  record Subtree(long start, long end, byte[] root) {}

  private static List<Subtree> subtrees(Receipt receipt) {
    InclusionProof proof = receipt.proof();
    List<Subtree> subtrees = new ArrayList<>();
    long start = 0;
    long end = receipt.checkpoint().size();
    // From the root down, the reverse of the proof's order.
    for (int i = proof.hashes().size() - 1; i >= 0; i--) {
      long middle = start + Long.highestOneBit(end - start - 1);
      if (proof.index() < middle) {
        subtrees.add(new Subtree(middle, end, proof.hashes().get(i)));
        end = middle;
      } else {
        subtrees.add(new Subtree(start, middle, proof.hashes().get(i)));
        start = middle;
      }
    }
    subtrees.add(new Subtree(start, end, receipt.leafHash()));
    subtrees.sort(Comparator.comparingLong(Subtree::start));
    return subtrees;
  }

  /// Takes the next leaf of the log.
  void add(byte[] leafHash) {
    if (at == known.size()) {
      return;
    }
    Subtree subtree = known.get(at);
    current.append(leafHash);
    if (current.size() == subtree.end() - subtree.start()) {
      if (firstChanged.isEmpty() && !Arrays.equals(current.root(), subtree.root())) {
        firstChanged = Optional.of(subtree);
      }
      current = new CompactRange();
      at++;
    }
  }

  /// The first range whose leaves are not the ones the receipt knows, of those seen in full.
  Optional<Subtree> firstChanged() {
    return firstChanged;
  }
}
