package dev.demarc.gateway.log;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.Step;
import dev.demarc.gateway.log.FaultyDisk.When;
import dev.demarc.gateway.log.SweepTally.Broken;
import dev.demarc.gateway.log.SweepTally.Harm;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/// One history of a log that a seed decides: some lives of its process, each with a fault at an
/// operation of its own, the opening included. After each the log is opened on a copy, judged, and
/// goes on; the next life begins with what the fault left.
///
/// A life is rehearsed on a copy, so that the fault falls on an operation that there is. Rehearsal
/// and life take the same steps where virtual threads have one carrier: then nothing but the seed
/// decides which thread goes on at an operation.
final class SweptHistory {
  /// What befalls every life of a history.
  enum Fault {
    /// The process ends; what it wrote stays.
    KILL,
    /// An operation fails, wholly or half-way, once or from then on; the process lives on.
    ERROR,
    /// The power goes, and with it some of what was not synced.
    POWER_LOSS
  }

  private static final int LIVES = 4;

  private final Fault kind;
  private final SweepTally tally;
  private final Random random;
  private final List<Answer> answers = new ArrayList<>();
  private final Map<Long, byte[]> released = new ConcurrentSkipListMap<>();
  private final List<Step> steps = new ArrayList<>();
  private MemoryDisk memory = new MemoryDisk();

  SweptHistory(long seed, SweepTally tally) {
    this.kind = kind(seed);
    this.tally = tally;
    this.random = new Random(seed);
    memory.onNamed((path, content) -> {
      if (path.endsWith("log/checkpoint")) {
        release(content);
      }
    });
  }

  /// The kind of fault in the history with this seed.
  static Fault kind(long seed) {
    return Fault.values()[(int) Math.floorMod(seed, (long) Fault.values().length)];
  }

  /// All operations of its lives.
  List<Step> steps() {
    return steps;
  }

  /// The same history on a disk whose syncs do nothing, once the log is created.
  void runWithoutSyncs() throws Broken, IOException {
    create();
    memory.lie();
    live(1 + random.nextInt(LIVES));
  }

  void run() throws Broken, IOException {
    if (random.nextInt(4) > 0) {
      create();
    }
    live(1 + random.nextInt(LIVES));
  }

  private void create() {
    try (TransparencyLog created = open(memory)) {
      answers.add(Answer.append(created, "before all faults"));
    } catch (LogUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  private void live(int lives) throws Broken, IOException {
    for (int life = 0; life < lives; life++) {
      live();
      judge();
    }
    tally.history(answers.stream().filter(Answer::acknowledged).count(), released.size());
  }

  private void release(byte[] content) {
    try {
      Checkpoint seen = Checkpoint.parse(SignedNote.parse(content).text());
      byte[] other = released.putIfAbsent(seen.size(), seen.root());
      if (other != null && !Arrays.equals(other, seen.root())) {
        throw new IllegalStateException("two roots were published for size " + seen.size());
      }
    } catch (Malformed e) {
      throw new IllegalStateException("what was published is no checkpoint", e);
    }
  }

  private void live() throws Broken {
    long script = random.nextLong();
    FaultyDisk rehearsed = new FaultyDisk(silentCopy());
    rehearsed.dieAt(Integer.MAX_VALUE, When.BEFORE);
    SweptLife rehearsal = new SweptLife(script, rehearsed);
    rehearsal.run();
    rehearsal.end();

    FaultyDisk disk = new FaultyDisk(memory);
    boolean inOpening = arm(disk, rehearsed.steps(), rehearsal.openedAt());
    SweptLife life = new SweptLife(script, disk);
    life.run();
    if (life.refusal().isPresent() && !disk.hit()) {
      throw new Broken(Harm.REFUSAL, life.refusal().get().says());
    }
    if (disk.hit()) {
      tally.fault(kind, inOpening);
    }
    boolean cut = kind == Fault.POWER_LOSS || (kind == Fault.ERROR && random.nextBoolean());
    memory = cut ? memory.afterPowerCut(random) : memory.afterKill();
    life.end();
    answers.addAll(life.answers());
    steps.addAll(disk.steps());
  }

  /// Lets one of the rehearsed steps fail; says whether it belongs to the opening.
  private boolean arm(FaultyDisk disk, List<Step> rehearsed, int openedAt) {
    boolean inOpening = random.nextInt(6) == 0;
    int[] numbers = IntStream.rangeClosed(1, inOpening ? openedAt : rehearsed.size()).toArray();
    int among = kind == Fault.ERROR ? random.nextInt(4) : 1;
    int[] candidates =
        Arrays.stream(numbers)
            .filter(n -> among == 0 || rehearsed.get(n - 1).operation().changes())
            .filter(n -> among < 3 || rehearsed.get(n - 1).is(Operation.SYNC, ".wal"))
            .toArray();
    int[] known = candidates.length == 0 ? numbers : candidates;
    int n = known[random.nextInt(known.length)];
    boolean write = rehearsed.get(n - 1).operation() == Operation.WRITE;
    When when = List.of(When.values()).get(random.nextInt(3));
    if (when == When.HALFWAY && !write) {
      when = When.AFTER;
    }
    if (kind != Fault.ERROR) {
      disk.dieAt(n, when);
    } else if (write && random.nextBoolean()) {
      disk.fillUpAt(n);
    } else {
      disk.failOnce(n, when, random.nextBoolean() ? FaultyDisk.EIO : FaultyDisk.ENOSPC);
    }
    return n <= openedAt;
  }

  private MemoryDisk silentCopy() {
    MemoryDisk copy = memory.copy();
    copy.onNamed((path, content) -> {});
    return copy;
  }

  private void judge() throws Broken, IOException {
    MemoryDisk image = silentCopy();
    goOn(image);
    if (random.nextInt(4) == 0) {
      SweptDamage.judge(image, random, tally);
    }
  }

  /// The log opens, holds what it must, takes a record, and is whole when it is closed. Also where
  /// the power goes after that record: what the opening made of the fault must be on the disk.
  private void goOn(MemoryDisk image) throws Broken, IOException {
    List<Answer> all = new ArrayList<>(answers);
    try (TransparencyLog log = open(image)) {
      check(image, all);
      all.add(Answer.append(log, "afterwards" + "x".repeat(random.nextInt(3_000))));
      if (!all.getLast().acknowledged()) {
        throw new Broken(Harm.REFUSAL, "it opens, but takes nothing");
      }
      if (random.nextBoolean()) {
        MemoryDisk cut = image.copy().afterPowerCut(random);
        TransparencyLog again = open(cut);
        check(cut, all);
        again.close();
      }
    } catch (LogUnusable e) {
      throw new Broken(Harm.REFUSAL, e.says());
    }
    LogCheck closed = check(image, all);
    if (closed.published() != closed.records().size()) {
      throw new Broken(Harm.FORK, "not all of it is published when it is closed");
    }
  }

  static TransparencyLog open(Disk disk) throws LogUnusable {
    return TransparencyLog.open(
        Bench.settings(true),
        disk,
        InstantSource.fixed(Bench.NOW),
        stored -> {},
        SweptLife.TAKING_TURNS);
  }

  private LogCheck check(MemoryDisk image, List<Answer> all) throws Broken, IOException {
    LogCheck check;
    try {
      check = LogCheck.of(image, Bench.DIR);
    } catch (AssertionError | Malformed | LogUnusable e) {
      throw new Broken(Harm.FORK, e);
    }
    requireKept(check, all);
    requireOneTree(check);
    return check;
  }

  private void requireKept(LogCheck check, List<Answer> all) throws Broken {
    List<Receipt> receipts = new ArrayList<>();
    try {
      for (Answer answer : all) {
        if (answer.acknowledged()) {
          answer.requireKept(check);
          if (answer.index() < check.published()) {
            receipts.add(answer.receipt());
          }
        }
      }
    } catch (AssertionError e) {
      throw new Broken(Harm.LOSS, e);
    }
    Optional<Receipt> one =
        receipts.isEmpty()
            ? Optional.empty()
            : Optional.of(receipts.get(random.nextInt(receipts.size())));
    try {
      check.requireVerified(one);
    } catch (AssertionError e) {
      throw new Broken(Harm.FORK, e);
    }
  }

  private void requireOneTree(LogCheck check) throws Broken {
    for (Map.Entry<Long, byte[]> seen : released.entrySet()) {
      if (seen.getKey() > check.records().size()
          || !Arrays.equals(check.root(seen.getKey()), seen.getValue())) {
        throw new Broken(
            Harm.FORK, "the log does not continue the checkpoint of size " + seen.getKey());
      }
    }
  }
}
