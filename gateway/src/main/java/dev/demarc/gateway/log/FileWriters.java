package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;

/// Writes durable files, a few at once: a file waits for its own sync, and syncs that run together
/// share the commits of the file system's journal.
///
/// One thread uses it. It helps when all others are busy, so that no more files are held in memory
/// than are being written.
final class FileWriters implements AutoCloseable {
  private static final int HELPERS = 3;
  private static final long IDLE_SECONDS = 10;

  private final Disk disk;
  private final ThreadPoolExecutor pool;
  private final ArrayDeque<FutureTask<Path>> begun = new ArrayDeque<>();

  FileWriters(Disk disk, Threads threads) {
    this.disk = disk;
    this.pool =
        new ThreadPoolExecutor(
            0,
            HELPERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> threads.unstarted("demarc-log-tiles", task),
            new CallerRunsPolicy());
  }

  /// Begins to write a file, as [Disk#put] does; fails where one that was begun before has failed.
  void put(Path file, byte[] content) throws IOException {
    while (!begun.isEmpty() && begun.element().isDone()) {
      finish(begun.remove());
    }
    FutureTask<Path> task =
        new FutureTask<>(() -> {
          disk.put(file, content, Readers.ANYONE);
          return file;
        });
    begun.add(task);
    pool.execute(task);
  }

  /// Returns once all that were begun are written.
  void await() throws IOException {
    while (!begun.isEmpty()) {
      finish(begun.remove());
    }
  }

  private static void finish(FutureTask<Path> task) throws IOException {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a tile was written", e);
    }
  }

  /// Returns once what was begun is written or has failed, so that no write outlives the log's
  /// lock.
  @Override
  public void close() {
    pool.close();
  }
}
