package dev.demarc.cli.e2e;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.evidence.verify.LogDirectory;
import dev.demarc.evidence.verify.Report;
import dev.demarc.evidence.verify.Verifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds many receipts against one log in one pass: signature, inclusion, and the log's own leaf
/// and root at the places that each receipt names. These are the verifier's checks of a receipt;
/// for single receipts it is asked itself.
final class ReceiptCheck {
  private final VerifierKey key;
  private final CompactRange range = new CompactRange();
  private final Map<Long, byte[]> rootsAsked = new HashMap<>();
  private final List<byte[]> leafHashes = new ArrayList<>();

  ReceiptCheck(VerifierKey key, List<Receipt> receipts) {
    this.key = key;
    receipts.forEach(receipt -> rootsAsked.put(receipt.checkpoint().size(), new byte[0]));
  }

  VerifierKey key() {
    return key;
  }

  static Receipt parse(String header) {
    try {
      return Receipt.parseHeader(header);
    } catch (Malformed e) {
      throw new AssertionError("a client got a receipt that cannot be read: " + header, e);
    }
  }

  /// Takes the next leaf of the log.
  void add(byte[] leaf) {
    byte[] hash = Merkle.leafHash(leaf);
    leafHashes.add(hash);
    range.append(hash);
    rootsAsked.computeIfPresent(range.size(), (size, none) -> range.root());
  }

  /// Whether the log bears the receipt out.
  boolean bearsOut(Receipt receipt) {
    long index = receipt.proof().index();
    byte[] root = rootsAsked.get(receipt.checkpoint().size());
    return receipt.checkpoint().origin().equals(key.name())
        && key.verifies(receipt.note())
        && receipt.provesInclusion()
        && index < leafHashes.size()
        && Arrays.equals(leafHashes.get((int) index), receipt.leafHash())
        && Arrays.equals(root, receipt.checkpoint().root());
  }

  /// What the verifier itself says.
  static Report verify(Path log, VerifierKey key, Receipt receipt) {
    return Verifier.verify(
        new Verifier.Question(
            new LogDirectory(log), key, Optional.of(receipt), Optional.empty(), Instant.now()),
        entries -> {});
  }
}
