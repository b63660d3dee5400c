package dev.demarc.gateway.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One life of a process that writes a log: it opens it, appends records alone and together, short
/// and long, and closes it or not. A seed decides all of it, and at which operation of the disk
/// another thread goes on.
final class SweptLife {
  /// Threads that take turns where all virtual threads share one carrier.
  static final Threads TAKING_TURNS = (name, task) -> Thread.ofVirtual().name(name).unstarted(task);

  private final Random script;
  private final FaultyDisk disk;
  private final List<Answer> answers = new ArrayList<>();
  private @Nullable TransparencyLog log;
  private @Nullable LogUnusable refusal;
  private int openedAt;

  SweptLife(long seed, FaultyDisk disk) {
    this.script = new Random(seed);
    this.disk = disk;
    Random turns = new Random(~seed);
    disk.beforeEach(() -> {
      while (turns.nextInt(3) == 0) {
        nextTurn();
      }
    });
  }

  @SuppressWarnings("ThreadPriorityCheck") // one carrier runs the others now, in their order
  private static void nextTurn() {
    Thread.yield();
  }

  /// The records that it submitted.
  List<Answer> answers() {
    return answers;
  }

  /// Why the log was not opened.
  Optional<LogUnusable> refusal() {
    return Optional.ofNullable(refusal);
  }

  /// How many operations the opening took; all where it failed.
  int openedAt() {
    return openedAt;
  }

  void run() {
    TransparencyLog opened = open();
    openedAt = disk.steps().size();
    if (opened == null) {
      return;
    }
    int groups = 1 + script.nextInt(8);
    for (int group = 0; group < groups && !opened.sealed(); group++) {
      append(opened);
    }
    if (script.nextBoolean()) {
      opened.close();
    }
  }

  private @Nullable TransparencyLog open() {
    Duration publishEvery = script.nextInt(4) == 0 ? Duration.ofHours(1) : Duration.ZERO;
    LogSettings settings =
        new LogSettings(
            Bench.DIR,
            Optional.of("log.example/bench"),
            64 << 10,
            publishEvery,
            Duration.ofHours(2),
            true);
    try {
      log =
          TransparencyLog.open(
              settings, disk, InstantSource.fixed(Bench.NOW), stored -> {}, TAKING_TURNS);
    } catch (LogUnusable e) {
      refusal = e;
    }
    return log;
  }

  private void append(TransparencyLog opened) {
    int shape = script.nextInt(24);
    int count = shape == 0 ? 100 + script.nextInt(300) : 1 + script.nextInt(shape < 12 ? 3 : 20);
    int longest = shape == 0 ? 40 : shape < 6 ? 25_000 : shape < 12 ? 5_000 : 900;
    for (int i = 0; i < count; i++) {
      String text = "x".repeat(script.nextInt(longest)) + answers.size();
      answers.add(Answer.append(opened, text));
      if (script.nextInt(8) == 0) {
        nextTurn();
      }
    }
    if (script.nextInt(3) > 0) {
      answers.forEach(Answer::acknowledged);
    }
  }

  /// Ends the threads that it left running; the disk must be dead, so that they change nothing.
  void end() {
    TransparencyLog opened = log;
    if (opened != null) {
      opened.close();
    }
  }
}
