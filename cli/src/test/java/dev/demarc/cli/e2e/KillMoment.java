package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// When a gateway is killed.
sealed interface KillMoment {
  /// Before it is ready.
  ///
  /// @param part of the time that the start before took
  record Starting(double part) implements KillMoment {}

  /// Under load.
  ///
  /// @param answers how many to let pass first
  /// @param after how long to wait then
  record Serving(int answers, Duration after) implements KillMoment {}

  /// Under load, while the log's public files are being written.
  ///
  /// @param answers how many to let pass first
  /// @param changes how many changes of these files to let pass then
  record Publishing(int answers, int changes) implements KillMoment {}

  /// One in five while starting, two in five while publishing.
  static KillMoment next(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Starting(random.nextDouble() * 1.1);
      case 1, 2 -> new Publishing(answers(random), 1 + random.nextInt(30));
      default -> new Serving(answers(random), Duration.ofMillis(random.nextInt(60)));
    };
  }

  /// Few as often as many: a process that has just started is cold.
  private static int answers(Random random) {
    return random.nextInt(random.nextBoolean() ? 12 : 200);
  }

  /// Returns at the moment, which is past where a change of the log's files has just been made.
  static void awaitChanges(Path log, int changes) {
    try (WatchService watch = log.getFileSystem().newWatchService()) {
      watch(watch, log);
      Path tiles = log.resolve("tile");
      for (Path level : list(tiles)) {
        watch(watch, level);
        Optional<Path> partials = list(level).stream().max(Comparator.naturalOrder());
        if (partials.isPresent() && Files.isDirectory(partials.get())) {
          watch(watch, partials.get());
        }
      }
      int seen = 0;
      while (seen < changes) {
        WatchKey key = watch.poll(500, TimeUnit.MILLISECONDS);
        if (key == null) {
          return;
        }
        seen += key.pollEvents().size();
        key.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static void watch(WatchService watch, Path directory) {
    try {
      directory.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException gone) {
      // A full tile has taken the place of the partial ones.
    }
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }
}
