package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.gateway.log.Disk.Readers;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.When;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LogRecoveryTest {
  private static final Path WAL = Bench.DIR.resolve("wal");
  private static final Path FIRST = WAL.resolve("0000000001.wal");
  private static final Path CHECKPOINT = Bench.DIR.resolve("log/checkpoint");

  @RegisterExtension final Bench bench = new Bench();

  /// Appends one frame after another and returns where each begins; the last is where they end.
  private List<Long> frames(int count) throws Exception {
    List<Long> starts = new ArrayList<>(List.of(0L));
    for (int i = 0; i < count; i++) {
      bench.append("record " + i + " " + "x".repeat(300)).index();
    }
    try (WalScan scan = scan()) {
      while (scan.next().isPresent()) {
        starts.add(scan.end().offset());
      }
    }
    return starts;
  }

  private WalScan scan() throws Exception {
    LogDirectory directory = new LogDirectory(bench.memory(), Bench.DIR);
    return new WalScan(directory.segments(), directory.readVerifierKey());
  }

  /// Kills the process before it could publish, so that nothing but the write-ahead log speaks.
  private void killUnpublished() throws Exception {
    bench.kill();
    bench.memory().delete(CHECKPOINT);
  }

  private LogUnusable refused() {
    LogUnusable refusal = catchThrowableOfType(LogUnusable.class, bench::open);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void a_last_frame_torn_at_any_byte_is_dropped_and_the_log_goes_on() throws Exception {
    bench.create();
    List<Long> starts = frames(3);
    long last = starts.get(2);
    long end = starts.get(3);
    killUnpublished();
    bench.forgetAcknowledgements();
    MemoryDisk whole = bench.memory();

    for (long cut = last; cut < end; cut++) {
      bench.use(whole.copy());
      Damage.zero(bench.memory(), FIRST, cut, end);
      TransparencyLog log = bench.open();
      assertThat(bench.replayed()).as("cut at %d", cut).hasSize(2);
      assertThat(bench.append("in its place").index()).isEqualTo(2);
      log.close();
      assertThat(bench.check().published()).isEqualTo(3);
      bench.forgetAcknowledgements();
    }
  }

  @Test
  void a_flipped_bit_in_any_frame_refuses_the_start_and_names_file_and_byte() throws Exception {
    bench.create();
    List<Long> starts = frames(3);
    killUnpublished();
    bench.leaveDamaged();
    MemoryDisk whole = bench.memory();

    for (int frame = 0; frame < 3; frame++) {
      for (long at = starts.get(frame); at < starts.get(frame + 1); at += 7) {
        bench.use(whole.copy());
        Damage.flipBit(bench.memory(), FIRST, at);
        byte[] before = bench.memory().read(FIRST);

        assertThat(refused().says())
            .as("flipped at %d", at)
            .contains("/data/wal/0000000001.wal, byte " + starts.get(frame))
            .contains("nothing was changed");
        assertThat(bench.memory().read(FIRST)).isEqualTo(before);
      }
    }
  }

  @Test
  void a_lost_frame_before_others_refuses_the_start() throws Exception {
    bench.create();
    List<Long> starts = frames(3);
    killUnpublished();
    bench.leaveDamaged();
    Damage.zero(bench.memory(), FIRST, starts.get(1), starts.get(2));

    assertThat(refused().says())
        .contains("byte " + starts.get(1) + ": no frame can be read, but there is one in")
        .contains("byte " + starts.get(2));
  }

  @Test
  void a_damaged_end_of_one_segment_refuses_when_the_next_has_frames() throws Exception {
    bench.create();
    bench.append("x".repeat(20_000)).index();
    bench.append("y".repeat(20_000)).index();
    killUnpublished();
    bench.leaveDamaged();
    Damage.flipBit(bench.memory(), FIRST, 100);

    assertThat(refused().says()).contains("0000000001.wal, byte 0");
  }

  @Test
  void a_missing_segment_refuses_the_start() throws Exception {
    bench.create();
    bench.append("x".repeat(20_000)).index();
    bench.append("y".repeat(20_000)).index();
    killUnpublished();
    bench.leaveDamaged();
    bench.memory().delete(FIRST);

    assertThat(refused().says()).startsWith("/data/wal/0000000001.wal is missing");
  }

  @Test
  void segments_of_another_log_refuse_the_start() throws Exception {
    bench.create();
    bench.append("of one log").index();
    bench.kill();
    bench.leaveDamaged();
    LogKey other = LogKey.generate("log.example/bench", new SecureRandom());
    put("keys/log.seed", other.encode());
    put("log/log.vkey", other.verifierKey().encode() + "\n");
    bench.memory().delete(CHECKPOINT);

    assertThat(refused().says()).contains("does not follow");
  }

  @Test
  void records_that_were_exchanged_with_a_right_checksum_refuse_the_start() throws Exception {
    bench.create();
    bench.append("true").index();
    killUnpublished();
    bench.leaveDamaged();
    try (Disk.DiskFile file = bench.memory().openToWrite(FIRST)) {
      int length = Frame.declaredLength(file.read(0, 8));
      Frame frame = Frame.parse(file.read(0, length)).orElseThrow();
      StoredRecord forged =
          new StoredRecord(0, "lies".getBytes(UTF_8), frame.records().getFirst().sidecar());
      byte[] bytes =
          new Frame(
                  0,
                  frame.publishBySeconds(),
                  frame.previous(),
                  List.of(forged),
                  frame.root(),
                  frame.signature())
              .encode();
      file.write(ByteBuffer.wrap(bytes), 0);
    }

    assertThat(refused().says()).contains("not those that the frame's root was signed over");
  }

  @Test
  void a_write_ahead_log_behind_the_published_checkpoint_is_a_rollback() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("old").index();
    log.close();
    byte[] old = bench.memory().read(FIRST);
    bench.open();
    bench.append("new").index();
    bench.kill();
    bench.use(bench.memory().copy());
    bench.leaveDamaged();
    TransparencyLog newest = bench.open();
    newest.close();
    bench.memory().put(FIRST, old, Readers.ANYONE);

    assertThat(refused().says())
        .startsWith("/data/log/checkpoint covers 2 records, wal/ holds only 1")
        .contains("older copy");
  }

  @Test
  void a_write_ahead_log_that_differs_from_the_published_checkpoint_is_a_fork() throws Exception {
    TransparencyLog log = bench.create();
    log.close();
    MemoryDisk empty = bench.memory().copy();
    TransparencyLog one = bench.open();
    bench.append("one history").index();
    one.close();
    byte[] published = bench.memory().read(CHECKPOINT);
    bench.use(empty);
    bench.forgetAcknowledgements();
    TransparencyLog other = bench.open();
    bench.append("another history").index();
    other.close();
    bench.leaveDamaged();
    bench.memory().put(CHECKPOINT, published, Readers.ANYONE);

    assertThat(refused().says()).contains("another root than the records").contains("fork");
  }

  @Test
  void a_checkpoint_of_another_key_refuses_the_start() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("record").index();
    log.close();
    bench.leaveDamaged();
    Damage.flipBit(bench.memory(), CHECKPOINT, 20);

    assertThat(refused().says()).startsWith("/data/log/checkpoint: ");
  }

  @Test
  void a_missing_directory_is_not_created_without_the_word() {
    bench.leaveDamaged();

    assertThat(refused().says()).startsWith("there is no log in /data").contains("log.create");
  }

  @Test
  void a_directory_with_other_files_never_becomes_a_log() throws Exception {
    bench.leaveDamaged();
    bench.memory().createDirectory(Bench.DIR);
    put("letter.txt", "dear reader");

    LogUnusable refusal = catchThrowableOfType(LogUnusable.class, bench::create);
    assertThat(refusal.says()).contains("holds files but no whole log");
    assertThat(bench.memory().list(Bench.DIR)).containsExactly("letter.txt");
  }

  @Test
  void a_log_without_its_key_or_a_key_without_its_log_refuses_the_start() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("record").index();
    log.close();
    bench.leaveDamaged();
    MemoryDisk whole = bench.memory();

    bench.use(whole.copy());
    bench.memory().delete(Bench.DIR.resolve("keys/log.seed"));
    assertThat(catchThrowableOfType(LogUnusable.class, bench::create).says())
        .startsWith("/data/keys/log.seed is missing");

    bench.use(whole.copy());
    for (String name : bench.memory().list(WAL)) {
      bench.memory().delete(WAL.resolve(name));
    }
    assertThat(catchThrowableOfType(LogUnusable.class, bench::create).says())
        .contains("/data/wal has no segment");

    bench.memory().delete(WAL);
    assertThat(catchThrowableOfType(LogUnusable.class, bench::create).says())
        .contains("holds files but no whole log");
  }

  @Test
  void a_log_keeps_its_origin() throws Exception {
    TransparencyLog log = bench.create();
    log.close();
    LogSettings other = Bench.settings(Optional.of("log.example/other"), 64 << 10, false);

    LogUnusable refusal = catchThrowableOfType(LogUnusable.class, () -> bench.open(other));
    assertThat(refusal.says()).contains("log.example/bench, not log.example/other");
  }

  @Test
  void a_lost_verifier_key_is_written_again_and_a_wrong_one_refused() throws Exception {
    TransparencyLog log = bench.create();
    log.close();
    Path vkey = Bench.DIR.resolve("log/log.vkey");
    bench.memory().delete(vkey);

    TransparencyLog again = bench.open();
    again.close();
    assertThat(new String(bench.memory().read(vkey), UTF_8)).isEqualTo(again.key().encode() + "\n");

    LogKey other = LogKey.generate("log.example/bench", new SecureRandom());
    put("log/log.vkey", other.verifierKey().encode());
    bench.leaveDamaged();
    assertThat(refused().says()).contains("log.vkey is not the key in");
  }

  @Test
  void a_second_opener_is_told_who_has_the_log() throws Exception {
    bench.create();

    assertThat(refused().says()).startsWith("/data is in use by this process");
  }

  @Test
  void a_creation_that_was_interrupted_can_be_begun_again_with_the_word() throws Exception {
    bench
        .disk()
        .fail(step -> step.is(Operation.DELETE, "/wal/creating"), When.BEFORE, FaultyDisk.EIO);
    assertThat(catchThrowableOfType(LogUnusable.class, bench::create)).isNotNull();
    bench.kill();

    assertThat(refused().says()).contains("interrupted").contains("log.create");
    bench.create();
    assertThat(bench.append("first").index()).isZero();
  }

  @Test
  void a_creation_mark_beside_records_is_never_believed() throws Exception {
    bench.create();
    bench.append("record").index();
    killUnpublished();
    bench.leaveDamaged();
    put("wal/creating", "");

    assertThat(catchThrowableOfType(LogUnusable.class, bench::create).says())
        .contains("creating is there, but so are records");
  }

  @Test
  void replay_hands_out_what_was_durable_and_a_failed_replay_leaves_the_directory_free()
      throws Exception {
    TransparencyLog log = bench.create();
    bench.append("record").index();
    log.close();

    RuntimeException thrown =
        catchThrowableOfType(
            IllegalStateException.class,
            () ->
                TransparencyLog.open(
                    Bench.settings(false),
                    bench.disk(),
                    InstantSource.system(),
                    record -> {
                      throw new IllegalStateException("no meter for " + record.index());
                    }));

    assertThat(thrown).hasMessage("no meter for 0");
    assertThat(bench.open().size()).isEqualTo(1);
  }

  private void put(String name, String content) throws Exception {
    bench.memory().replace(Bench.DIR.resolve(name), content.getBytes(UTF_8), Readers.ANYONE);
  }
}
