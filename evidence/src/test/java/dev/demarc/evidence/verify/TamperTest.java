package dev.demarc.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.TestKey;
import dev.demarc.evidence.TestLog;
import dev.demarc.evidence.record.Entries;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody may do to a log after it was signed, and what the verifier says to it.
class TamperTest {
  private static final long LATER = Logs.NOW.getEpochSecond() + 60;
  private static final long EARLIER = Logs.NOW.getEpochSecond() - 60;

  @TempDir Path directory;

  /// What is done to the entries; the index is where it first shows.
  enum Tampering {
    ALTER {
      @Override
      void apply(List<byte[]> entries, int index) {
        byte[] entry = entries.get(index).clone();
        entry[entry.length - 3] ^= 1;
        entries.set(index, entry);
      }
    },
    DELETE {
      @Override
      void apply(List<byte[]> entries, int index) {
        entries.remove(index);
      }
    },
    INSERT {
      @Override
      void apply(List<byte[]> entries, int index) {
        entries.add(index, Entries.deny(900_000, "nobody").encode());
      }
    },
    SWAP {
      @Override
      void apply(List<byte[]> entries, int index) {
        Collections.swap(entries, index, entries.size() - 1);
      }
    };

    abstract void apply(List<byte[]> entries, int index);
  }

  private static String entry(int index) {
    return String.format(Locale.ROOT, "Entry %,d ", index);
  }

  @ParameterizedTest
  @EnumSource
  void a_change_of_the_entries_alone_is_refuted_at_the_first_entry_it_shows(Tampering tampering) {
    for (int size : new int[] {2, 3, 255, 256, 257, 511, 512, 600}) {
      TestLog log = Logs.honest(size);
      for (int index : new int[] {0, 1, size / 2, size - 2}) {
        if (index >= size - 1) {
          continue;
        }
        Path place = directory.resolve(size + "-" + index);
        log.write(place);
        TestLog changed = log.copy(size);
        tampering.apply(changed.entries(), index);
        changed.writeEntries(place, size);
        Report report = Logs.verify(place, log);
        assertThat(report.verdict()).as("%d of %d", index, size).isEqualTo(Verdict.REFUTED);
        assertThat(report.because().get(0))
            .as("%d of %d", index, size)
            .startsWith(entry(index))
            .contains("is not the entry that was logged there");
        assertThat(report.shown()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_change_with_tiles_made_to_fit_is_refuted_by_the_signed_root(Tampering tampering) {
    for (int size : new int[] {2, 256, 600}) {
      Path place = directory.resolve("" + size);
      TestLog log = Logs.honest(size);
      log.write(place);
      TestLog changed = log.copy(size);
      tampering.apply(changed.entries(), (size - 1) / 2);
      if (tampering == Tampering.INSERT) {
        changed.entries().remove(size);
      }
      changed.writeEntries(place, size);
      changed.writeTiles(place);
      Report report = Logs.verify(place, log);
      assertThat(report.verdict()).as("of %d", size).isEqualTo(Verdict.REFUTED);
      if (tampering != Tampering.DELETE) {
        assertThat(report.because().get(0)).contains("the signed root is").contains("made to fit");
      }
    }
  }

  @Test
  void with_a_receipt_a_change_with_fitting_tiles_is_narrowed_down() {
    TestLog log = Logs.honest(600).write(directory);
    Receipt receipt = log.receipt(100, 600, LATER);
    TestLog changed = log.copy(600);
    Tampering.ALTER.apply(changed.entries(), 300);
    changed.writeEntries(directory, 600);
    changed.writeTiles(directory);
    Report report = Logs.verify(directory, log, receipt);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because())
        .contains("By the receipt, the first change is in entries 256 to 511.")
        .anyMatch(sentence -> sentence.startsWith("The first 600 entries are not the ones signed"));
  }

  @Test
  void with_a_receipt_a_change_of_its_own_entry_is_named() {
    TestLog log = Logs.honest(600).write(directory);
    TestLog changed = log.copy(600);
    Tampering.ALTER.apply(changed.entries(), 100);
    changed.writeEntries(directory, 600);
    changed.writeTiles(directory);
    assertThat(Logs.verify(directory, log, log.receipt(100, 500, LATER)).because())
        .contains("By the receipt, the first change is in entry 100.");
  }

  @Test
  void a_receipt_from_before_the_change_says_so() {
    TestLog log = Logs.honest(600).write(directory);
    TestLog changed = log.copy(600);
    Tampering.ALTER.apply(changed.entries(), 300);
    changed.writeEntries(directory, 600);
    changed.writeTiles(directory);
    Report report = Logs.verify(directory, log, log.receipt(100, 200, LATER));
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because())
        .contains("By the receipt, the entries it knows are as they were signed.");
  }

  @Test
  void any_flipped_bit_of_any_file_is_never_verified() throws IOException {
    TestLog log = Logs.honest(300).write(directory);
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSize(6);
    Random random = new Random(3);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 15; i++) {
        byte[] flipped = bytes.clone();
        int at = random.nextInt(bytes.length);
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, flipped);
        assertThat(Logs.verify(directory, log).verdict())
            .as("%s, byte %d", file, at)
            .isNotEqualTo(Verdict.VERIFIED);
      }
      Files.write(file, bytes);
    }
    assertThat(Logs.verify(directory, log).verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/entries/000", "tile/0/000", "tile/1/000.p/1", "tile/0/001.p/44"})
  void a_file_that_is_gone_is_refuted_by_name(String path) throws IOException {
    TestLog log = Logs.honest(300).write(directory);
    Files.delete(directory.resolve(path));
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because()).singleElement().asString().contains(path).contains("missing");
  }

  @Test
  void entries_and_hashes_that_are_both_gone_are_refuted_by_their_range() throws IOException {
    TestLog log = Logs.honest(300).write(directory);
    Files.delete(directory.resolve("tile/entries/001.p/44"));
    Files.delete(directory.resolve("tile/0/001.p/44"));
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because().get(0)).startsWith("Entries 256 to 299 are missing");
  }

  @Test
  void a_changed_hash_in_a_tile_is_told_from_a_changed_entry() throws IOException {
    TestLog log = Logs.honest(300).write(directory);
    Path tile = directory.resolve("tile/0/000");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[17 * 32] ^= 1;
    Files.write(tile, bytes);
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because().get(0))
        .isEqualTo(
            "The tiles have a wrong hash for entry 17; the entries themselves lead to the signed"
                + " root.");
  }

  @Test
  void a_changed_hash_in_a_higher_tile_is_named() throws IOException {
    TestLog log = Logs.honest(600).write(directory);
    Path tile = directory.resolve("tile/1/000.p/2");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[40] ^= 1;
    Files.write(tile, bytes);
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because())
        .containsExactly(
            "The tile tile/1/000.p/2 does not fit the tiles below it, from its hash 1 on.");
  }

  @Test
  void a_truncated_log_with_its_older_checkpoint_passes_the_key_alone_and_that_is_said() {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(report.limits().get(0)).contains("never truncated or rolled back");
  }

  @Test
  void a_truncated_log_is_refuted_by_a_receipt_once_its_time_has_passed() {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    Report before = Logs.verify(directory, log, log.receipt(250, 260, LATER));
    assertThat(before.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(before.because().get(0))
        .contains("need not be published before 2026-11-23T12:01:00Z");
    Report after = Logs.verify(directory, log, log.receipt(250, 260, EARLIER));
    assertThat(after.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(after.because().get(0))
        .contains("The log has 200 entries, but the receipt was signed over 260")
        .contains("truncated or rolled back, since they were due by 2026-11-23T11:59:00Z");
  }

  @Test
  void a_receipt_binds_only_after_its_publish_by_time_not_at_it() {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    Receipt receipt = log.receipt(250, 260, Logs.NOW.getEpochSecond());
    assertThat(Logs.verify(directory, log, receipt).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void a_log_rolled_back_and_continued_otherwise_is_refuted_by_a_receipt_at_any_time() {
    TestLog log = Logs.honest(600);
    TestLog fork = log.copy(200);
    for (int i = 0; i < 300; i++) {
      fork.add(Entries.deny(800_000 + i, "openai"));
    }
    fork.write(directory);
    for (long publishBy : new long[] {EARLIER, LATER}) {
      Report longer = Logs.verify(directory, log, log.receipt(210, 240, publishBy));
      assertThat(longer.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(longer.because().get(0))
          .startsWith("The first 240 entries are not the ones signed");
      Report shorter = Logs.verify(directory, log, log.receipt(100, 590, publishBy));
      assertThat(shorter.verdict()).isEqualTo(Verdict.REFUTED);
      assertThat(shorter.because())
          .contains("Entries 128 to 255 are not the ones that the receipt's signed root covers.");
    }
  }

  @Test
  void a_log_that_continues_the_receipts_tree_is_verified_and_shows_its_entry() {
    TestLog log = Logs.honest(300).write(directory);
    for (int size : new int[] {101, 256, 300}) {
      Report report = Logs.verify(directory, log, log.receipt(100, size, EARLIER));
      assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
      assertThat(report.shown())
          .last()
          .asString()
          .startsWith("The receipt is borne out")
          .contains("PERMITTED: 1,234 bytes may go to alibaba-cloud");
      assertThat(report.limits()).noneMatch(limit -> limit.contains("rolled back"));
    }
  }

  @Test
  void a_checkpoint_kept_outside_shows_a_rollback_and_a_fork() {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    Report rolledBack = Logs.verify(directory, log, log.checkpoint(260));
    assertThat(rolledBack.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(rolledBack.because().get(0)).contains("signed over 260: the log was truncated");
    TestLog other = log.copy(100).add(Entries.deny(5_000, "openai")).add(Entries.stop());
    Report forked = Logs.verify(directory, log, other.checkpoint(102));
    assertThat(forked.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(forked.because().get(0)).startsWith("The first 102 entries are not the ones signed");
  }

  @Test
  void a_checkpoint_kept_outside_that_the_log_continues_is_verified() {
    TestLog log = Logs.honest(300).write(directory);
    for (int size : new int[] {0, 1, 256, 300}) {
      Report report = Logs.verify(directory, log, log.checkpoint(size));
      assertThat(report.verdict()).as("size %d", size).isEqualTo(Verdict.VERIFIED);
      assertThat(report.shown())
          .last()
          .asString()
          .contains("continues the checkpoint kept outside");
    }
  }

  @Test
  void a_checkpoint_out_of_a_receipt_binds_only_after_its_time() {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    assertThat(Logs.verify(directory, log, log.checkpoint(260, Receipt.publishBy(LATER))).verdict())
        .isEqualTo(Verdict.CANNOT_TELL);
    assertThat(
            Logs.verify(directory, log, log.checkpoint(260, Receipt.publishBy(EARLIER))).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void a_checkpoint_signed_by_a_foreign_key_cannot_be_told() {
    Logs.honest(3).write(directory);
    Report report = Logs.verify(directory, new TestLog(Logs.ORIGIN));
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because())
        .containsExactly("This checkpoint is not signed by the key you gave.");
  }

  @Test
  void a_checkpoint_with_the_keys_name_and_a_bad_signature_is_refuted() {
    TestLog log = Logs.honest(3).write(directory);
    Checkpoint larger = new Checkpoint(Logs.ORIGIN, 4, new CompactRange().root(), List.of());
    TestLog.writeCheckpoint(
        directory, new SignedNote(larger.text(), log.checkpoint(3).signatures()));
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because().get(0)).contains("its signature is not that key's");
  }

  @Test
  void a_receipt_or_checkpoint_that_is_not_good_leaves_it_open_and_never_refutes() {
    TestLog log = Logs.honest(300).write(directory);
    TestLog foreign = Logs.honest(300);
    Receipt good = log.receipt(100, 200, EARLIER);
    Receipt otherLeaf = log.receipt(101, 200, EARLIER);
    List<Receipt> forged =
        List.of(
            foreign.receipt(250, 260, EARLIER),
            new Receipt(
                good.proof(),
                otherLeaf.leafHash(),
                good.note(),
                good.checkpoint(),
                good.publishBySeconds()),
            new Receipt(
                good.proof(),
                good.leafHash(),
                new SignedNote(good.note().text(), log.checkpoint(300).signatures()),
                good.checkpoint(),
                good.publishBySeconds()));
    for (Receipt receipt : forged) {
      Report report = Logs.verify(directory, log, receipt);
      assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
      assertThat(report.because()).singleElement().asString().contains("it says nothing");
    }
    Report kept = Logs.verify(directory, log, foreign.checkpoint(300));
    assertThat(kept.verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void a_checkpoint_of_another_log_by_the_same_key_cannot_be_told() {
    TestLog log = Logs.honest(3).write(directory);
    byte[] root = new CompactRange().root();
    TestLog.writeCheckpoint(
        directory, log.key().sign(new Checkpoint("example.org/other", 0, root, List.of())));
    assertThat(Logs.verify(directory, log).verdict()).isEqualTo(Verdict.CANNOT_TELL);
  }

  @Test
  void a_directory_without_a_readable_checkpoint_cannot_be_told() {
    TestLog log = Logs.honest(3);
    assertThat(Logs.verify(directory, log).because().get(0)).startsWith("There is no checkpoint");
    TestLog.write(directory.resolve("checkpoint"), new byte[] {'x'});
    Report report = Logs.verify(directory, log);
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because().get(0)).startsWith("The checkpoint cannot be read");
  }

  @Test
  void an_empty_log_is_verified_and_a_wrong_root_for_it_is_not() {
    TestLog log = new TestLog(Logs.ORIGIN).write(directory);
    assertThat(Logs.verify(directory, log).verdict()).isEqualTo(Verdict.VERIFIED);
    Checkpoint wrong = new Checkpoint(Logs.ORIGIN, 0, Merkle.leafHash(new byte[0]), List.of());
    TestLog.writeCheckpoint(directory, log.key().sign(wrong));
    assertThat(Logs.verify(directory, log).verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void files_of_a_later_size_do_not_disturb_an_earlier_checkpoint() throws IOException {
    TestLog log = Logs.honest(300);
    log.copy(200).write(directory);
    Files.delete(directory.resolve("tile/entries/000.p/200"));
    Files.delete(directory.resolve("tile/0/000.p/200"));
    log.writeEntries(directory, 300);
    log.writeTiles(directory);
    assertThat(Logs.verify(directory, log).verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void a_log_of_70_000_entries_is_verified_and_one_changed_entry_is_found() {
    TestLog log = Logs.honest(70_000).write(directory);
    assertThat(Logs.verify(directory, log, log.receipt(69_000, 69_500, EARLIER)).verdict())
        .isEqualTo(Verdict.VERIFIED);
    TestLog changed = log.copy(70_000);
    Tampering.ALTER.apply(changed.entries(), 65_537);
    changed.writeEntries(directory, 70_000);
    assertThat(Logs.verify(directory, log).because().get(0)).startsWith("Entry 65,537 is not");
    changed.writeTiles(directory);
    assertThat(
            Logs.verify(
                    directory,
                    log,
                    Optional.of(log.receipt(0, 70_000, EARLIER)),
                    Optional.of(log.checkpoint(65_536)))
                .because())
        .contains("By the receipt, the first change is in entries 65,536 to 69,999.");
  }

  @Test
  void the_key_of_another_name_does_not_open_the_log() {
    TestLog log = Logs.honest(3).write(directory);
    TestKey other = new TestKey("example.org/other");
    Report report =
        Verifier.verify(
            new Verifier.Question(
                new LogDirectory(directory),
                other.verifier(),
                Optional.empty(),
                Optional.of(log.checkpoint(3)),
                Logs.NOW),
            entries -> {});
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because()).hasSize(2);
  }
}
