package dev.demarc.evidence.verify;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.Entry;
import dev.demarc.evidence.record.EntryWords;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.VerifierKey;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/// Judges a log by a key and by what was kept outside it.
///
/// A contradiction with what the key signed refutes. What only shows that the question cannot be
/// answered (no checkpoint, another key, a receipt that is not good, a network error) leaves it
/// open: whoever wants a log refuted must not get there with a forged receipt.
public final class Verifier {
  private final Question question;
  private final LogReader reader;
  private final LongConsumer progress;

  private final Findings findings = new Findings();
  private final List<String> shown = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  /// What is to be judged.
  ///
  /// @param key the key that the reader trusts, from outside the log
  /// @param receipt a receipt that the log must bear out
  /// @param kept a checkpoint kept outside that the log must be a continuation of
  /// @param now when the question is asked: a receipt binds only after its publish-by time
  public record Question(
      LogSource source,
      VerifierKey key,
      Optional<Receipt> receipt,
      Optional<SignedNote> kept,
      Instant now) {}

  private Verifier(Question question, LongConsumer progress) {
    this.question = question;
    this.reader = new LogReader(question.source());
    this.progress = progress;
  }

  /// The verdict; `progress` is told now and then how many entries are behind.
  public static Report verify(Question question, LongConsumer progress) {
    return new Verifier(question, progress).verify();
  }

  /// All checks, in order.
  private Report verify() {
    try {
      Optional<Checkpoint> signed = signedCheckpoint();
      Optional<Receipt> receipt = question.receipt().filter(this::isGood);
      Optional<Checkpoint> kept = keptCheckpoint();
      if (signed.isPresent()) {
        Walk walk = walk(signed.get(), receipt, kept);
        checkTree(walk, signed.get());
        checkFiles(walk);
        checkRecords(walk);
        receipt.ifPresent(given -> checkReceipt(walk, signed.get(), given));
        kept.ifPresent(given -> checkKept(walk, signed.get(), given));
        explainLimits(receipt, kept);
      }
    } catch (IOException e) {
      findings.doubt("The log could not be read to the end: " + e + ".");
    }
    Verdict verdict = findings.verdict();
    return new Report(
        verdict, findings.sentences(), verdict == Verdict.REFUTED ? List.of() : shown, limits);
  }

  /// The published checkpoint, if the key has signed it.
  private Optional<Checkpoint> signedCheckpoint() throws IOException {
    try {
      Optional<SignedNote> note = reader.checkpoint();
      if (note.isEmpty()) {
        findings.doubt("There is no checkpoint: " + reader.locate("checkpoint") + " is missing.");
        return Optional.empty();
      }
      Checkpoint checkpoint = Checkpoint.parse(note.get().text());
      return isSigned(note.get(), checkpoint) ? Optional.of(checkpoint) : Optional.empty();
    } catch (Malformed e) {
      findings.doubt("The checkpoint cannot be read: " + e.says() + ".");
      return Optional.empty();
    }
  }

  private boolean isSigned(SignedNote note, Checkpoint checkpoint) {
    VerifierKey key = question.key();
    switch (key.check(note)) {
      case ABSENT -> findings.doubt("This checkpoint is not signed by the key you gave.");
      case BAD ->
          findings.contradiction(
              "The checkpoint names the key you gave, but its signature is not that key's: the"
                  + " checkpoint was changed or forged.");
      case GOOD -> {
        if (checkpoint.origin().equals(key.name())) {
          return true;
        }
        findings.doubt(
            "The checkpoint is of the log "
                + checkpoint.origin()
                + ", the key of "
                + key.name()
                + ".");
      }
    }
    return false;
  }

  private boolean isGood(Receipt receipt) {
    boolean good = keptIsSigned("receipt", receipt.note(), receipt.checkpoint());
    if (good && !receipt.provesInclusion()) {
      findings.doubt(
          "The receipt does not prove its own entry: it was changed or forged, so it says nothing"
              + " about the log.");
      return false;
    }
    return good;
  }

  private Optional<Checkpoint> keptCheckpoint() {
    Optional<SignedNote> note = question.kept();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.get().text());
      return keptIsSigned("checkpoint kept outside", note.get(), checkpoint)
          ? Optional.of(checkpoint)
          : Optional.empty();
    } catch (Malformed e) {
      findings.doubt("The checkpoint kept outside cannot be read: " + e.says() + ".");
      return Optional.empty();
    }
  }

  private boolean keptIsSigned(String name, SignedNote note, Checkpoint checkpoint) {
    boolean good =
        question.key().verifies(note) && checkpoint.origin().equals(question.key().name());
    if (!good) {
      findings.doubt(
          "The "
              + name
              + " is not signed by the key you gave, or was changed: it says nothing about the"
              + " log.");
    }
    return good;
  }

  /// One pass over the log, and what each check made of it.
  private static final class Walk {
    final Findings files = new Findings();
    final Findings records = new Findings();
    final TreeWalk tree;
    final RecordCheck recordCheck;
    final Optional<SubtreeCheck> subtrees;
    Optional<String> receiptEntry = Optional.empty();

    Walk(LogReader reader, Checkpoint signed, Set<Long> sizes, Optional<Receipt> receipt) {
      tree = new TreeWalk(reader, signed.size(), sizes, files);
      recordCheck = new RecordCheck(reader, signed.origin(), signed.size(), records);
      subtrees = receipt.map(SubtreeCheck::new);
    }
  }

  private Walk walk(Checkpoint signed, Optional<Receipt> receipt, Optional<Checkpoint> kept)
      throws IOException {
    Set<Long> sizes = new TreeSet<>();
    receipt.ifPresent(given -> sizes.add(given.checkpoint().size()));
    kept.ifPresent(given -> sizes.add(given.size()));
    Walk walk = new Walk(reader, signed, sizes, receipt);
    long receiptIndex = receipt.map(given -> given.proof().index()).orElse(-1L);
    walk.tree.walk(
        new TreeWalk.Visitor() {
          @Override
          public void leafHash(byte[] hash) {
            walk.subtrees.ifPresent(subtrees -> subtrees.add(hash));
          }

          @Override
          public void entry(long index, byte[] entry) throws IOException {
            walk.recordCheck.add(index, entry);
            if (index == receiptIndex) {
              walk.receiptEntry = Optional.of(words(index, entry));
            }
          }
        },
        progress);
    return walk;
  }

  private static String words(long index, byte[] entry) {
    try {
      return EntryWords.of(index, Entry.parse(entry));
    } catch (Malformed e) {
      return "Entry " + Words.number(index) + " cannot be read: " + e.says() + ".";
    }
  }

  /// The entries, the tiles and the signed root must be one tree.
  private void checkTree(Walk walk, Checkpoint signed) {
    TreeWalk tree = walk.tree;
    boolean entriesFit = Arrays.equals(tree.entryRoot(), signed.root());
    boolean tilesFit = Arrays.equals(tree.tileRoot(), signed.root());
    if (tree.firstDifference().isPresent()) {
      String entry = "entry " + Words.number(tree.firstDifference().get());
      if (tilesFit) {
        findings.contradiction(
            Words.sentence(entry)
                + " is not the entry that was logged there: the tiles, which lead to the signed"
                + " root, have another hash for it.");
      } else if (entriesFit) {
        findings.contradiction(
            "The tiles have a wrong hash for "
                + entry
                + "; the entries themselves lead to the signed root.");
      } else {
        findings.contradiction(
            "The tiles have another hash for "
                + entry
                + " than the entry itself, and neither leads"
                + " to the signed root.");
      }
    } else if (tree.complete() && !entriesFit) {
      findings.contradiction(
          "The tree of these entries has the root "
              + Words.hash(tree.entryRoot())
              + ", the signed root is "
              + Words.hash(signed.root())
              + ": entries were changed and the tiles made to fit.");
    }
    if (findings.refute()) {
      walk.subtrees.ifPresent(subtrees -> narrow(subtrees));
    }
    shown.add(
        Words.count(signed.size(), "entry")
            + " of the log "
            + signed.origin()
            + " under the root "
            + Words.hash(signed.root())
            + ", signed by the key you gave.");
  }

  private void narrow(SubtreeCheck subtrees) {
    findings.contradiction(
        subtrees
            .firstChanged()
            .map(changed ->
                "By the receipt, the first change is in "
                    + Words.entries(changed.start(), changed.end())
                    + ".")
            .orElse("By the receipt, the entries it knows are as they were signed."));
  }

  private void checkFiles(Walk walk) {
    findings.add(walk.files);
  }

  /// What the entries say to one another counts only if they are the ones that were signed.
  private void checkRecords(Walk walk) {
    if (!findings.refute()) {
      findings.add(walk.records);
      shown.addAll(walk.recordCheck.shown());
    }
  }

  private void checkReceipt(Walk walk, Checkpoint signed, Receipt receipt) {
    Checkpoint promised = receipt.checkpoint();
    boolean fits =
        extendsKept("receipt", walk, signed, promised, Optional.of(receipt.publishBySeconds()));
    if (fits) {
      shown.add(
          "The receipt is borne out: its entry is in the log at "
              + Words.number(receipt.proof().index())
              + ", under the root it was promised. "
              + walk.receiptEntry.orElse(""));
    } else if (signed.size() < promised.size()) {
      walk.subtrees.flatMap(SubtreeCheck::firstChanged).ifPresent(changed -> fork(changed));
    }
  }

  private void fork(SubtreeCheck.Subtree changed) {
    findings.contradiction(
        Words.sentence(Words.entries(changed.start(), changed.end()))
            + " are not the ones that the receipt's signed root covers.");
  }

  private void checkKept(Walk walk, Checkpoint signed, Checkpoint kept) {
    try {
      Optional<Long> publishBy = Receipt.publishBySeconds(kept);
      if (extendsKept("checkpoint kept outside", walk, signed, kept, publishBy)) {
        shown.add(
            "The log continues the checkpoint kept outside: its first "
                + Words.count(kept.size(), "entry")
                + " have the root signed there.");
      }
    } catch (Malformed e) {
      findings.doubt("The checkpoint kept outside has no readable publish-by time.");
    }
  }

  /// Whether the log begins with the tree that was signed in `kept`, which the key has signed too.
  private boolean extendsKept(
      String name, Walk walk, Checkpoint signed, Checkpoint kept, Optional<Long> publishBy) {
    if (signed.size() < kept.size()) {
      tooShort(name, signed, kept, publishBy);
      return false;
    }
    Optional<byte[]> root = walk.tree.rootAt(kept.size());
    if (root.isPresent() && !Arrays.equals(root.get(), kept.root())) {
      findings.contradiction(
          "The first "
              + Words.count(kept.size(), "entry")
              + " are not the ones signed in the "
              + name
              + ": their root is "
              + Words.hash(root.get())
              + ", there it is "
              + Words.hash(kept.root())
              + ".");
    }
    return root.isPresent() && Arrays.equals(root.get(), kept.root());
  }

  private void tooShort(
      String name, Checkpoint signed, Checkpoint kept, Optional<Long> publishBySeconds) {
    String sizes =
        "The log has "
            + Words.count(signed.size(), "entry")
            + ", but the "
            + name
            + " was signed over "
            + Words.number(kept.size())
            + ": ";
    Optional<Instant> publishBy = publishBySeconds.map(Verifier::time);
    if (publishBy.isPresent() && !question.now().isAfter(publishBy.get())) {
      findings.doubt(
          sizes + "they need not be published before " + publishBy.get() + "; ask again then.");
    } else {
      findings.contradiction(
          sizes
              + "the log was truncated or rolled back"
              + publishBy.map(time -> ", since they were due by " + time).orElse("")
              + ".");
    }
  }

  private static Instant time(long seconds) {
    return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
  }

  private void explainLimits(Optional<Receipt> receipt, Optional<Checkpoint> kept) {
    if (receipt.isEmpty() && kept.isEmpty()) {
      limits.add(
          "Not shown: that the log was never truncated or rolled back. Only something kept outside"
              + " it can show that: a receipt (--receipt) or an earlier checkpoint"
              + " (--checkpoint).");
    }
    limits.add("Not shown: what bypassed the gateway, and what a recipient did with what it got.");
  }
}
