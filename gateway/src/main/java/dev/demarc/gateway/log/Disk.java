package dev.demarc.gateway.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// Every file operation of the log, so that each of them can be made to fail.
///
/// The abstract methods are single steps of the operating system; what must happen in several steps
/// (allocate a segment, replace a file) is composed of them here, so that a fault or a power cut
/// can fall between any two. No method retries: after a failed write or sync the kernel may hold
/// pages that look written and are not, so the only sound answer is to stop.
public interface Disk {
  /// Creates one directory; one that is there already is left as it is.
  void createDirectory(Path directory) throws IOException;

  /// Makes the names in `directory` durable.
  void syncDirectory(Path directory) throws IOException;

  /// Creates a file for writing, empty even where one of that name was.
  DiskFile create(Path file, Readers readers) throws IOException;

  /// Opens an existing file for reading.
  DiskFile openToRead(Path file) throws IOException;

  /// Opens an existing file for reading and writing.
  DiskFile openToWrite(Path file) throws IOException;

  /// The names in a directory, sorted; none where the directory does not exist.
  List<String> list(Path directory) throws IOException;

  /// Whether a file or directory of this name exists.
  boolean exists(Path path) throws IOException;

  /// Gives a file another name in one step, replacing a file that has it.
  void rename(Path from, Path to) throws IOException;

  /// Removes a file or an empty directory; nothing happens where there is none.
  void delete(Path path) throws IOException;

  /// Takes the exclusive lock that `file` stands for, until the result is closed.
  ///
  /// @throws LockHeld where this or another process holds it
  Closeable lock(Path file) throws IOException;

  /// Creates a directory and those above it, each made durable in its parent.
  default void createDirectories(Path directory) throws IOException {
    if (exists(directory)) {
      return;
    }
    Path parent = directoryOf(directory);
    createDirectories(parent);
    createDirectory(directory);
    syncDirectory(parent);
  }

  /// Creates a durable file of `bytes` zeros, all or nothing.
  ///
  /// The zeros are written, not only reserved: a later write into them then changes no metadata, so
  /// that its sync is short, and needs no new block, so that a full disk shows here and not there.
  /// They are synced piece by piece, so that no other file's sync waits for all of them.
  default void allocate(Path file, long bytes, Readers readers) throws IOException {
    Path fresh = sibling(file);
    try (DiskFile zeros = create(fresh, readers)) {
      ByteBuffer block = ByteBuffer.allocate((int) Math.min(bytes, 1 << 20));
      for (long at = 0; at < bytes; at += block.limit()) {
        block.clear().limit((int) Math.min(block.capacity(), bytes - at));
        zeros.write(block, at);
        zeros.sync();
      }
    } catch (IOException e) {
      deleteQuietly(fresh, e);
      throw e;
    }
    rename(fresh, file);
    syncDirectory(directoryOf(file));
  }

  /// Writes a durable file under its final name in one step, all or nothing; the name itself is
  /// durable only after [#syncDirectory].
  default void put(Path file, byte[] content, Readers readers) throws IOException {
    Path fresh = sibling(file);
    try (DiskFile written = create(fresh, readers)) {
      written.write(ByteBuffer.wrap(content), 0);
      written.sync();
    }
    rename(fresh, file);
  }

  /// Replaces a small file: whoever reads it, also after a crash, sees the old or the new content.
  default void replace(Path file, byte[] content, Readers readers) throws IOException {
    put(file, content, readers);
    syncDirectory(directoryOf(file));
  }

  /// The whole content of a small file.
  default byte[] read(Path file) throws IOException {
    try (DiskFile opened = openToRead(file)) {
      return opened.read(0, Math.toIntExact(opened.size()));
    }
  }

  private void deleteQuietly(Path file, IOException cause) {
    try {
      delete(file);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static Path sibling(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /// The directory that a file or directory is in.
  static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file system's root is in no directory: " + file);
    }
    return parent;
  }

  /// Who may read a new file.
  enum Readers {
    /// Whoever the process's umask lets.
    ANYONE,
    /// Only the account the process runs as.
    OWNER
  }

  /// One open file.
  interface DiskFile extends Closeable {
    /// Length in bytes.
    long size() throws IOException;

    /// Writes all remaining bytes at `position`, or throws.
    void write(ByteBuffer bytes, long position) throws IOException;

    /// Reads at `position` until the buffer is full or the file ends; says how many bytes it read.
    int read(ByteBuffer into, long position) throws IOException;

    /// Returns once everything written is durable (`fdatasync`).
    void sync() throws IOException;

    /// The `length` bytes at `position`.
    default byte[] read(long position, int length) throws IOException {
      byte[] bytes = new byte[length];
      if (read(ByteBuffer.wrap(bytes), position) < length) {
        throw new EOFException("the file ends before byte " + (position + length));
      }
      return bytes;
    }
  }

  /// The lock is held by somebody else.
  final class LockHeld extends IOException {
    private static final long serialVersionUID = 1L;

    /// `holder` in words, as far as it is known.
    public LockHeld(String holder) {
      super(holder);
    }
  }
}
