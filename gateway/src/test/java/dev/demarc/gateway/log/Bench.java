package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One data directory on a disk in memory, with the logs a test opens in it one after another.
/// After the test the last one is closed, and the directory checked as a whole, unless the test
/// damaged it.
final class Bench implements AfterEachCallback {
  static final Path DIR = Path.of("/data");
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static final int SEGMENT = 64 << 10;

  private final List<Answer> answers = new ArrayList<>();
  private final List<StoredRecord> replayed = new ArrayList<>();
  private final Map<Long, byte[]> seen = new HashMap<>();
  private final List<TransparencyLog> opened = new ArrayList<>();
  private MemoryDisk memory = new MemoryDisk();
  private FaultyDisk disk = new FaultyDisk(memory);
  private boolean damaged;

  static LogSettings settings(boolean create) {
    return settings(Optional.of("log.example/bench"), SEGMENT, create);
  }

  /// Settings by which only `close` publishes, but for what is found durable at a start.
  static LogSettings settings(Optional<String> origin, int segmentBytes, boolean create) {
    Duration within = Duration.ofHours(2);
    return new LogSettings(DIR, origin, segmentBytes, Duration.ofHours(1), within, create);
  }

  FaultyDisk disk() {
    return disk;
  }

  MemoryDisk memory() {
    return memory;
  }

  TransparencyLog create() throws LogUnusable {
    return open(settings(true));
  }

  TransparencyLog open() throws LogUnusable {
    return open(settings(false));
  }

  TransparencyLog open(LogSettings settings) throws LogUnusable {
    replayed.clear();
    TransparencyLog log =
        TransparencyLog.open(settings, disk, InstantSource.fixed(NOW), replayed::add);
    opened.add(log);
    return log;
  }

  Answer append(String text) {
    return append(opened.getLast(), text);
  }

  Answer append(TransparencyLog log, String text) {
    Answer answer = Answer.append(log, text);
    synchronized (answers) {
      answers.add(answer);
    }
    return answer;
  }

  /// What the last [#open()] replayed.
  List<StoredRecord> replayed() {
    return replayed;
  }

  /// Kills the process: what it wrote stays, synced or not.
  void kill() throws IOException, Malformed {
    seePublished();
    succeed(memory.afterKill());
  }

  /// Takes the power away.
  void cutPower(Random random) throws IOException, Malformed {
    seePublished();
    succeed(memory.afterPowerCut(random));
  }

  /// A stranger reads the checkpoint, and will not forget it.
  private void seePublished() throws IOException, Malformed {
    Path checkpoint = DIR.resolve("log/checkpoint");
    if (memory.exists(checkpoint)) {
      String text = SignedNote.parse(memory.read(checkpoint)).text();
      seen.put(Checkpoint.parse(text).size(), Checkpoint.parse(text).root());
    }
  }

  /// Puts another disk in the place of this one.
  void use(MemoryDisk next) {
    succeed(next);
  }

  /// What was acknowledged so far need not be kept: the test takes it away.
  void forgetAcknowledgements() {
    answers.clear();
    seen.clear();
  }

  private void succeed(MemoryDisk next) {
    disk.heal();
    opened.forEach(log -> log.close(Duration.ofSeconds(30)));
    opened.clear();
    memory = next;
    disk = new FaultyDisk(next);
  }

  /// The directory is left as no log may be; it is not checked.
  void leaveDamaged() {
    damaged = true;
  }

  /// Checks the directory, that all that was ever acknowledged is in it, and that it continues each
  /// checkpoint that could be seen.
  LogCheck check() throws Exception {
    LogCheck check = LogCheck.of(memory, DIR);
    Optional<Receipt> receipt = Optional.empty();
    for (Answer answer : answers) {
      if (answer.acknowledged()) {
        answer.requireKept(check);
        if (answer.index() < check.published()) {
          receipt = Optional.of(answer.receipt());
        }
      }
    }
    check.requireVerified(receipt);
    seen.forEach((size, root) -> assertThat(check.root(size)).isEqualTo(root));
    return check;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (context.getExecutionException().isPresent()) {
      opened.forEach(log -> log.close(Duration.ofSeconds(1)));
    } else {
      finish();
    }
  }

  /// Ends the test as described above.
  void finish() throws Exception {
    disk.heal();
    opened.forEach(TransparencyLog::close);
    if (damaged) {
      return;
    }
    LogCheck check = check();
    boolean sealed = opened.stream().anyMatch(TransparencyLog::sealed);
    if (!sealed && !opened.isEmpty()) {
      assertThat(check.published()).as("published by close").isEqualTo(check.records().size());
    }
  }
}
