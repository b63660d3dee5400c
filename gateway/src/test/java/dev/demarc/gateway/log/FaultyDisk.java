package dev.demarc.gateway.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A disk whose operations fail, stop half-way or hang on demand; a test double for whatever takes
/// a [Disk], the whole gateway included.
public final class FaultyDisk implements Disk {
  public static final String EIO = "Input/output error";
  public static final String ENOSPC = "No space left on device";
  private static final String ENDED = "the process has ended";
  public static final String EROFS = "Read-only file system";

  /// What is done to a file or directory.
  public enum Operation {
    CREATE_DIRECTORY,
    SYNC_DIRECTORY,
    CREATE,
    OPEN,
    WRITE,
    READ,
    SYNC,
    LIST,
    EXISTS,
    RENAME,
    DELETE,
    LOCK;

    /// Whether it can leave the disk other than it was.
    public boolean changes() {
      return this != OPEN && this != READ && this != LIST && this != EXISTS && this != LOCK;
    }
  }

  /// When an operation that fails does so.
  public enum When {
    /// Nothing was done.
    BEFORE,
    /// Half of a write was done; like BEFORE for everything else.
    HALFWAY,
    /// It was done, and nobody was told.
    AFTER
  }

  /// One operation.
  public record Step(Operation operation, Path path) {
    /// Whether it is this operation on a file whose path contains `part`.
    public boolean is(Operation wanted, String part) {
      return operation == wanted && path.toString().contains(part);
    }
  }

  private record Fault(Predicate<Step> where, When when, String error) {}

  /// A hang that was asked for.
  public static final class Hang {
    private final Predicate<Step> where;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Hang(Predicate<Step> where) {
      this.where = where;
    }

    /// Waits until an operation hangs.
    public void awaitReached() throws InterruptedException {
      reached.await();
    }

    /// Lets the operation, and all that come later, go on.
    public void release() {
      released.countDown();
    }

    private void pass() {
      reached.countDown();
      boolean interrupted = false;
      while (true) {
        try {
          released.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final Disk disk;
  private volatile @Nullable Fault fault;
  private volatile @Nullable Hang hang;
  private final List<Step> steps = new ArrayList<>();
  private int failAt;
  private boolean lasting;
  private int failed;
  private volatile Runnable before = () -> {};

  public FaultyDisk(Disk disk) {
    this.disk = disk;
  }

  /// From now on all operations that match fail, until [#heal()].
  public void fail(Predicate<Step> where, When when, String error) {
    fault = new Fault(where, when, error);
  }

  /// Only the `n`th operation from now fails, from 1.
  public synchronized void failOnce(int n, When when, String error) {
    steps.clear();
    failed = 0;
    failAt = n;
    lasting = false;
    fault = new Fault(step -> true, when, error);
  }

  /// The `n`th operation from now and all later ones fail, as for a process that ends there.
  public synchronized void dieAt(int n, When when) {
    failOnce(n, when, ENDED);
    lasting = true;
  }

  /// From the `n`th operation from now on there is no room for anything new.
  public synchronized void fillUpAt(int n) {
    failOnce(n, When.HALFWAY, ENOSPC);
    lasting = true;
    fault = new Fault(FaultyDisk::needsRoom, When.HALFWAY, ENOSPC);
  }

  private static boolean needsRoom(Step step) {
    return step.operation == Operation.CREATE
        || step.operation == Operation.CREATE_DIRECTORY
        || step.is(Operation.WRITE, ".new");
  }

  /// No operation fails any more.
  public synchronized void heal() {
    failAt = 0;
    fault = null;
  }

  /// The operations since the last [#failOnce], [#dieAt] or [#fillUpAt].
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /// Whether one of them has failed.
  public synchronized boolean hit() {
    return failed > 0;
  }

  /// Is run before each operation, on its thread.
  public void beforeEach(Runnable action) {
    before = action;
  }

  /// The next operation that matches hangs until released.
  public Hang hang(Predicate<Step> where) {
    Hang asked = new Hang(where);
    hang = asked;
    return asked;
  }

  private synchronized @Nullable Fault due(Step step) {
    if (failAt > 0) {
      steps.add(step);
    }
    Fault present = fault;
    if (present == null || !present.where.test(step)) {
      return null;
    }
    if (failAt == 0) {
      return present;
    }
    if (steps.size() < failAt || (steps.size() > failAt && !lasting)) {
      return null;
    }
    failed++;
    boolean ended = failed > 1 && present.error.equals(ENDED);
    return ended ? new Fault(present.where, When.BEFORE, present.error) : present;
  }

  private interface Action<T extends @Nullable Object> {
    T run() throws IOException;
  }

  private <T extends @Nullable Object> T step(Operation operation, Path path, Action<T> action)
      throws IOException {
    return step(operation, path, action, () -> {});
  }

  private <T extends @Nullable Object> T step(
      Operation operation, Path path, Action<T> action, Halfway halfway) throws IOException {
    before.run();
    Step step = new Step(operation, path);
    Hang present = hang;
    if (present != null && present.where.test(step)) {
      present.pass();
    }
    Fault due = due(step);
    if (due == null) {
      return action.run();
    }
    if (due.when == When.HALFWAY) {
      halfway.run();
    } else if (due.when == When.AFTER) {
      T result = action.run();
      if (result instanceof Closeable opened) {
        opened.close();
      }
    } else if (operation == Operation.SYNC
        && !due.error.equals(ENDED)
        && disk instanceof MemoryDisk memory) {
      memory.failSync(path);
    }
    throw new IOException(due.error);
  }

  private interface Halfway {
    void run() throws IOException;
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    step(
        Operation.CREATE_DIRECTORY,
        directory,
        () -> {
          disk.createDirectory(directory);
          return null;
        });
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    step(
        Operation.SYNC_DIRECTORY,
        directory,
        () -> {
          disk.syncDirectory(directory);
          return null;
        });
  }

  @Override
  public DiskFile create(Path file, Readers readers) throws IOException {
    return step(Operation.CREATE, file, () -> new FaultyFile(disk.create(file, readers), file));
  }

  @Override
  public DiskFile openToRead(Path file) throws IOException {
    return step(Operation.OPEN, file, () -> new FaultyFile(disk.openToRead(file), file));
  }

  @Override
  public DiskFile openToWrite(Path file) throws IOException {
    return step(Operation.OPEN, file, () -> new FaultyFile(disk.openToWrite(file), file));
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return step(Operation.LIST, directory, () -> disk.list(directory));
  }

  @Override
  public boolean exists(Path path) throws IOException {
    return step(Operation.EXISTS, path, () -> disk.exists(path));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step(
        Operation.RENAME,
        to,
        () -> {
          disk.rename(from, to);
          return null;
        });
  }

  @Override
  public void delete(Path path) throws IOException {
    step(
        Operation.DELETE,
        path,
        () -> {
          disk.delete(path);
          return null;
        });
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    return step(Operation.LOCK, file, () -> disk.lock(file));
  }

  private final class FaultyFile implements DiskFile {
    private final DiskFile file;
    private final Path path;

    FaultyFile(DiskFile file, Path path) {
      this.file = file;
      this.path = path;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void write(ByteBuffer bytes, long position) throws IOException {
      step(
          Operation.WRITE,
          path,
          () -> {
            file.write(bytes, position);
            return null;
          },
          () -> file.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position));
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return step(Operation.READ, path, () -> file.read(into, position));
    }

    @Override
    public void sync() throws IOException {
      step(
          Operation.SYNC,
          path,
          () -> {
            file.sync();
            return null;
          });
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
