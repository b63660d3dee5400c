package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.gateway.log.Disk.LockHeld;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of a log below its data directory, and what it means that they are there.
///
/// A directory is created between two steps: the file `wal/creating` appears first and goes last.
/// While it is there no record can exist, so a creation that was interrupted may be begun again.
record LogDirectory(Disk disk, Path dir) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String LOCK = "lock";

  /// What a creation may have left in `wal` before its mark was there.
  private static final Set<String> UNUSED = Set.of(LOCK, "creating.new");

  LogDirectory {
    dir = dir.toAbsolutePath().normalize();
  }

  private Path keys() {
    return dir.resolve("keys");
  }

  private Path seed() {
    return keys().resolve("log.seed");
  }

  private Path wal() {
    return dir.resolve("wal");
  }

  private Path creating() {
    return wal().resolve("creating");
  }

  /// The tlog-tiles directory.
  Path log() {
    return dir.resolve("log");
  }

  Path checkpoint() {
    return log().resolve(TileId.CHECKPOINT);
  }

  private Path verifierKey() {
    return log().resolve("log.vkey");
  }

  Segments segments() {
    return new Segments(disk, wal());
  }

  /// Takes the directory for this process.
  Closeable lock(boolean create) throws IOException, LogUnusable {
    if (!disk.exists(wal())) {
      requireCreatable(create);
      disk.createDirectories(wal());
    }
    try {
      return disk.lock(wal().resolve(LOCK));
    } catch (LockHeld e) {
      throw new LogUnusable(
          dir + " is in use by " + e.getMessage() + "; only one process can write a log", e);
    }
  }

  /// The key of the log that is here or, where that is allowed, of one that is created now. The
  /// directory must be locked.
  LogKey open(LogSettings settings) throws IOException, LogUnusable {
    boolean hasKey = disk.exists(seed());
    boolean hasWal = segments().count() > 0;
    if (disk.exists(creating())) {
      requireUnused(settings.create());
      return create(settings);
    }
    if (!hasKey && !hasWal) {
      requireCreatable(settings.create());
      return create(settings);
    }
    if (!hasKey) {
      throw new LogUnusable(
          seed() + " is missing, but " + wal() + " has a log. Restore the key from a copy");
    }
    if (!hasWal) {
      throw new LogUnusable(
          seed()
              + " is the key of a log, but "
              + wal()
              + " has no segment. Restore it from a copy");
    }
    return existing(settings.origin());
  }

  /// The key that an existing log is checked with, for those who only read.
  VerifierKey readVerifierKey() throws LogUnusable {
    try {
      return VerifierKey.parse(new String(disk.read(verifierKey()), UTF_8).strip());
    } catch (IOException e) {
      throw LogUnusable.because("no log can be read in " + dir, e);
    } catch (Malformed e) {
      throw new LogUnusable(verifierKey() + ": " + e.says(), e);
    }
  }

  /// The published checkpoint, if there is one yet.
  Optional<Checkpoint> published(VerifierKey key) throws IOException, LogUnusable {
    if (!disk.exists(checkpoint())) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(disk.read(checkpoint()));
      Checkpoint published = Checkpoint.parse(note.text());
      if (!key.verifies(note) || !published.origin().equals(key.name())) {
        throw new Malformed("it is not signed by the key of this log, " + key.encode());
      }
      return Optional.of(published);
    } catch (Malformed e) {
      throw new LogUnusable(
          checkpoint() + ": " + e.says() + ". Restore the directory from one copy", e);
    }
  }

  private void requireCreatable(boolean create) throws IOException, LogUnusable {
    List<String> others =
        disk.list(dir).stream()
            .filter(name -> !name.equals("lost+found") && !name.equals("wal"))
            .toList();
    if (!others.isEmpty() || !UNUSED.containsAll(disk.list(wal()))) {
      throw new LogUnusable(
          dir + " holds files but no whole log. Restore it, or name an empty directory");
    }
    if (!create) {
      throw new LogUnusable(
          "there is no log in " + dir + ". If a new one shall begin there, say so (log.create)");
    }
  }

  private void requireUnused(boolean create) throws IOException, LogUnusable {
    if (disk.exists(checkpoint()) || firstSegmentIsUsed()) {
      throw new LogUnusable(creating() + " is there, but so are records. Restore it from a copy");
    }
    if (!create) {
      throw new LogUnusable(
          "the creation of the log in "
              + dir
              + " was interrupted. To begin again, say so"
              + " (log.create)");
    }
  }

  private boolean firstSegmentIsUsed() throws IOException, LogUnusable {
    if (segments().count() == 0) {
      return false;
    }
    try (SegmentReader first = segments().read(1)) {
      return first.firstNonZero(0) >= 0;
    }
  }

  private LogKey create(LogSettings settings) throws IOException {
    SecureRandom random = new SecureRandom();
    LogKey key = LogKey.generate(settings.origin().orElseGet(() -> origin(random)), random);
    disk.replace(creating(), new byte[0], Readers.ANYONE);
    disk.createDirectories(keys());
    disk.createDirectories(log());
    // Also those that a creation interrupted before had made.
    disk.syncDirectory(dir);
    disk.syncDirectory(Disk.directoryOf(dir));
    disk.replace(seed(), key.encode().getBytes(UTF_8), Readers.OWNER);
    writeVerifierKey(key);
    segments().allocate(1, settings.segmentBytes());
    disk.delete(creating());
    segments().syncNames();
    return key;
  }

  private LogKey existing(Optional<String> origin) throws IOException, LogUnusable {
    LogKey key;
    try {
      key = LogKey.parse(new String(disk.read(seed()), UTF_8));
    } catch (Malformed e) {
      throw new LogUnusable(seed() + ": " + e.says() + ". Restore it from a copy", e);
    }
    if (!origin.orElse(key.origin()).equals(key.origin())) {
      throw new LogUnusable(
          "the log in "
              + dir
              + " has the origin "
              + key.origin()
              + ", not "
              + origin.get()
              + ". A log keeps its origin; a new one needs another directory");
    }
    if (!disk.exists(verifierKey())) {
      disk.createDirectories(log());
      writeVerifierKey(key);
    } else if (!readVerifierKey().equals(key.verifierKey())) {
      throw new LogUnusable(
          verifierKey() + " is not the key in " + seed() + ". Restore both from one copy");
    }
    return key;
  }

  private void writeVerifierKey(LogKey key) throws IOException {
    byte[] line = (key.verifierKey().encode() + "\n").getBytes(UTF_8);
    disk.replace(verifierKey(), line, Readers.ANYONE);
  }

  private static String origin(SecureRandom random) {
    StringBuilder origin = new StringBuilder("demarc.invalid/");
    for (int i = 0; i < 8; i++) {
      origin.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return origin.toString();
  }
}
