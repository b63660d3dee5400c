package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Whatever was done to a segment, its reader gives the first of the records that were written, or
/// says that the log cannot be used: never another record, never another exception.
class WalReaderFuzzTest {
  private static final Path DIR = Path.of("/data");
  private static final int SEGMENT = 8 << 10;
  private static final LogKey KEY = LogKey.generate("log.example/fuzz", new SecureRandom());
  private static final List<StoredRecord> RECORDS = new ArrayList<>();
  private static final List<Integer> FRAMES = new ArrayList<>();
  private static final byte[] WRITTEN = written();

  /// Four frames of one to four records, then zeros.
  private static byte[] written() {
    ByteBuffer segment = ByteBuffer.allocate(SEGMENT);
    CompactRange range = new CompactRange();
    byte[] previous = WalScan.genesis(KEY.verifierKey());
    for (int frame = 1; frame <= 4; frame++) {
      long first = range.size();
      List<StoredRecord> records = new ArrayList<>();
      for (int i = 0; i < frame; i++) {
        byte[] leaf = ("leaf " + frame + " " + i).getBytes(UTF_8);
        byte[] sidecar = ("sidecar " + i + " ").repeat(frame * 8).getBytes(UTF_8);
        records.add(new StoredRecord(first + i, leaf, sidecar));
        range.append(Merkle.leafHash(leaf));
      }
      String text =
          Frame.checkpoint("log.example/fuzz", range.size(), range.root(), 1_800_000_000L).text();
      byte[] bytes =
          new Frame(first, 1_800_000_000L, previous, records, range.root(), KEY.sign(text))
              .encode();
      FRAMES.add(segment.position());
      RECORDS.addAll(records);
      segment.put(bytes);
      previous = LocatedFrame.sha256(bytes);
    }
    return segment.array();
  }

  @FuzzTest
  void a_reader_gives_what_was_written_or_says_why_not(byte[] input) throws IOException {
    Edited edited = Edited.of(input);
    List<StoredRecord> read = read(edited.bytes());
    assertThat(read).hasSizeLessThanOrEqualTo(RECORDS.size());
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).index()).isEqualTo(i);
      assertThat(read.get(i).leaf()).isEqualTo(RECORDS.get(i).leaf());
      if (!edited.summed()) {
        assertThat(read.get(i).sidecar()).isEqualTo(RECORDS.get(i).sidecar());
      }
    }
    if (Arrays.equals(edited.bytes(), WRITTEN)) {
      assertThat(read).hasSameSizeAs(RECORDS);
    }
    frame(input);
  }

  /// The records before the end, or before what the reader refuses.
  private static List<StoredRecord> read(byte[] segment) throws IOException {
    MemoryDisk disk = new MemoryDisk();
    disk.createDirectories(DIR.resolve("wal"));
    disk.createDirectories(DIR.resolve("log"));
    disk.put(DIR.resolve("wal/0000000001.wal"), segment, Readers.OWNER);
    byte[] key = (KEY.verifierKey().encode() + "\n").getBytes(UTF_8);
    disk.put(DIR.resolve("log/log.vkey"), key, Readers.ANYONE);
    List<StoredRecord> read = new ArrayList<>();
    try (WalReader reader = WalReader.open(DIR, disk)) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        read.add(next.get());
      }
    } catch (LogUnusable refused) {
      assertThat(refused.says()).isNotBlank();
    }
    return read;
  }

  /// A frame of any content, with the sums that it needs to be looked into.
  private static void frame(byte[] input) {
    if (input.length < Frame.SHORTEST) {
      assertThat(Frame.parse(input)).isEmpty();
      return;
    }
    byte[] bytes = input.clone();
    sum(bytes, 0, bytes.length);
    Frame.parse(bytes).ifPresent(frame -> assertThat(frame.encode()).isEqualTo(bytes));
  }

  private static void sum(byte[] bytes, int from, int length) {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    int end = from + length;
    frame.putInt(from, Frame.MAGIC).putInt(from + 4, length).putInt(end - Frame.TRAILER, length);
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length - 8);
    frame.putInt(end - 8, (int) crc.getValue()).putInt(end - 4, Frame.END_MAGIC);
  }

  /// The segment after a script of edits of six bytes each: what to do, where, how far, with what.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  private record Edited(byte[] bytes, boolean summed) {
    static Edited of(byte[] input) {
      byte[] bytes = WRITTEN.clone();
      ByteBuffer script = ByteBuffer.wrap(input);
      boolean summed = false;
      while (script.remaining() >= 6) {
        int what = script.get() & 7;
        int at = (script.getShort() & 0xffff) % SEGMENT;
        int length = Math.min(SEGMENT - at, script.get() & 0xff);
        int with = script.getShort() & 0xffff;
        switch (what) {
          case 0 -> bytes[at] ^= (byte) with;
          case 1 -> Arrays.fill(bytes, at, at + length, (byte) 0);
          case 2 -> copy(bytes, with % SEGMENT, bytes, at, length);
          case 3 -> Arrays.fill(bytes, at, SEGMENT, (byte) 0);
          case 4 -> raw(script, bytes, at, length);
          case 5 -> copy(WRITTEN, frame(with), bytes, at, 4 * length);
          default -> {
            int first = frame(with);
            int declared = ByteBuffer.wrap(bytes).getInt(first + 4);
            if (declared >= Frame.SHORTEST && declared <= SEGMENT - first) {
              sum(bytes, first, declared);
              summed = true;
            }
          }
        }
      }
      return new Edited(bytes, summed);
    }

    private static int frame(int which) {
      return FRAMES.get(which % FRAMES.size());
    }

    private static void copy(byte[] source, int from, byte[] target, int to, int length) {
      System.arraycopy(source, from, target, to, Math.min(length, SEGMENT - Math.max(from, to)));
    }

    private static void raw(ByteBuffer script, byte[] bytes, int at, int length) {
      script.get(bytes, at, Math.min(length, script.remaining()));
    }
  }
}
