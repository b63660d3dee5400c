package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.evidence.verify.LogSource;
import dev.demarc.evidence.verify.Report;
import dev.demarc.evidence.verify.Verdict;
import dev.demarc.evidence.verify.Verifier;
import dev.demarc.evidence.verify.Verifier.Question;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A full check of a log directory that shares no code with the writer's tree: every record is read
/// from the write-ahead log, every hash computed anew by the definition in RFC 6962 §2.1, and every
/// bundle and tile of the published size compared. The verifier that strangers use judges it too.
final class LogCheck {
  private final Disk disk;
  private final Path dir;
  private final VerifierKey key;
  private final List<StoredRecord> records = new ArrayList<>();
  private final List<byte[]> leafHashes = new ArrayList<>();
  private final Map<Long, byte[]> roots = new HashMap<>();
  private final Map<String, Boolean> signed = new HashMap<>();
  private long published;

  private LogCheck(Disk disk, Path dir) throws LogUnusable {
    this.disk = disk;
    this.dir = dir;
    this.key = new LogDirectory(disk, dir).readVerifierKey();
  }

  static LogCheck of(Disk disk, Path dir) throws IOException, LogUnusable, Malformed {
    LogCheck check = new LogCheck(disk, dir);
    check.readRecords();
    check.checkPublished();
    return check;
  }

  List<StoredRecord> records() {
    return records;
  }

  long published() {
    return published;
  }

  byte[] leafHash(long index) {
    return leafHashes.get((int) index);
  }

  /// Root of the first `size` records.
  byte[] root(long size) {
    return size == 0
        ? Merkle.emptyRoot()
        : roots.computeIfAbsent(size, end -> hash(0, end.intValue()));
  }

  /// Whether the log's key signed the note. Bouncy Castle takes a tenth of the JDK's time.
  boolean signed(SignedNote note) {
    return signed.computeIfAbsent(
        note.encode(),
        encoded -> {
          byte[] text = note.signedBytes();
          byte[] signature = note.signatures().getFirst().signature();
          return Ed25519.verify(signature, 0, key.publicKey(), 0, text, 0, text.length);
        });
  }

  /// Has the verifier that strangers use judge the published log, long after every promise.
  void requireVerified(Optional<Receipt> receipt) {
    if (published > 0) {
      Instant now = Bench.NOW.plus(Duration.ofDays(365));
      Question question = new Question(new Source(), key, receipt, Optional.empty(), now);
      Report report = Verifier.verify(question, behind -> {});
      assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.VERIFIED);
    }
  }

  private final class Source implements LogSource {
    @Override
    public Optional<byte[]> read(String path, int maxBytes) throws IOException {
      Path file = dir.resolve("log").resolve(path);
      return disk.exists(file) ? Optional.of(disk.read(file)) : Optional.empty();
    }

    @Override
    public String locate(String path) {
      return dir.resolve("log").resolve(path).toString();
    }
  }

  private void readRecords() throws IOException, LogUnusable {
    try (WalReader reader = WalReader.open(dir, disk)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        assertThat(next.get().index()).isEqualTo(records.size());
        records.add(next.get());
        leafHashes.add(Merkle.leafHash(next.get().leaf()));
      }
    }
  }

  private void checkPublished() throws IOException, Malformed {
    LogDirectory directory = new LogDirectory(disk, dir);
    if (!disk.exists(directory.checkpoint())) {
      return;
    }
    SignedNote note = SignedNote.parse(disk.read(directory.checkpoint()));
    assertThat(signed(note)).as("checkpoint's signature").isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.extensions()).isEmpty();
    published = checkpoint.size();
    assertThat(published).as("published, of those durable").isLessThanOrEqualTo(records.size());
    assertThat(checkpoint.root()).as("published root").isEqualTo(root(published));
    checkBundles();
    for (int level = 0; published >> (8 * level) > 0; level++) {
      checkTiles(level);
    }
  }

  private void checkBundles() throws IOException, Malformed {
    for (long index = 0; TileId.width(0, index, published) > 0; index++) {
      int width = TileId.width(0, index, published);
      boolean partial = isThere(TileId.entriesPath(index, width));
      int stored = partial ? width : TileId.FULL;
      List<byte[]> entries = EntryBundle.parse(tile(TileId.entriesPath(index, stored)), stored);
      for (int i = 0; i < width; i++) {
        assertThat(entries.get(i)).isEqualTo(records.get((int) index * 256 + i).leaf());
      }
    }
  }

  private void checkTiles(int level) throws IOException {
    int leaves = 1 << (8 * level);
    for (long index = 0; TileId.width(level, index, published) > 0; index++) {
      int width = TileId.width(level, index, published);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      for (int i = 0; i < width; i++) {
        int from = ((int) index * 256 + i) * leaves;
        expected.writeBytes(hash(from, from + leaves));
      }
      TileId id = new TileId(level, index, width);
      byte[] tile =
          tile(isThere(id.path()) ? id.path() : new TileId(level, index, TileId.FULL).path());
      assertThat(Arrays.copyOf(tile, expected.size()))
          .as(id.path())
          .isEqualTo(expected.toByteArray());
    }
  }

  /// A partial tile may go once the full one is there; readers take that (C2SP tlog-tiles).
  private boolean isThere(String path) throws IOException {
    return disk.exists(dir.resolve("log").resolve(path));
  }

  private byte[] tile(String path) throws IOException {
    return disk.read(dir.resolve("log").resolve(path));
  }

  private byte[] hash(int from, int to) {
    if (to - from == 1) {
      return leafHashes.get(from);
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return Merkle.nodeHash(hash(from, middle), hash(middle, to));
  }
}
