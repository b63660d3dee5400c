package dev.demarc.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.TestLog;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A log of which one file is anything at all is verified only where that file says what it said;
/// no file makes the verifier fail.
///
/// The first byte of an input names the file; from the second on it is edited, or, where that is
/// odd, replaced by the rest.
class VerifierFuzzTest {
  private static final int SIZE = 20;
  private static final TestLog LOG = Logs.honest(SIZE);
  private static final Receipt RECEIPT = LOG.receipt(4, SIZE - 3, Logs.NOW.getEpochSecond() + 60);
  private static final String ENTRIES = TileId.entriesPath(0, SIZE);
  private static final Map<String, byte[]> FILES = files();

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(TileId.CHECKPOINT, LOG.checkpoint(SIZE).encode().getBytes(UTF_8));
    files.put(ENTRIES, EntryBundle.encode(LOG.entries()));
    ByteArrayOutputStream tile = new ByteArrayOutputStream();
    LOG.entries().forEach(e -> tile.writeBytes(Merkle.leafHash(e)));
    files.put(new TileId(0, 0, SIZE).path(), tile.toByteArray());
    return files;
  }

  @FuzzTest
  void only_what_was_signed_is_verified(byte[] input) throws Malformed {
    if (input.length < 2) {
      assertThat(verdict(FILES)).isEqualTo(Verdict.VERIFIED);
      return;
    }
    List<String> names = List.copyOf(FILES.keySet());
    String name = names.get((input[0] & 0xff) % names.size());
    byte[] rest = Arrays.copyOfRange(input, 2, input.length);
    byte[] before = FILES.getOrDefault(name, new byte[0]);
    byte[] after = (input[1] & 1) == 1 ? rest : edited(before, rest);
    Map<String, byte[]> changed = new TreeMap<>(FILES);
    changed.put(name, after);
    if (verdict(changed) == Verdict.VERIFIED) {
      if (name.equals(TileId.CHECKPOINT)) {
        assertThat(SignedNote.parse(after).text()).isEqualTo(SignedNote.parse(before).text());
      } else {
        assertThat(after).as(name).isEqualTo(before);
      }
    } else {
      assertThat(after).as(name).isNotEqualTo(before);
    }
  }

  private static Verdict verdict(Map<String, byte[]> files) {
    LogSource source =
        new LogSource() {
          @Override
          public Optional<byte[]> read(String path, int maxBytes) {
            return Optional.ofNullable(files.get(path));
          }

          @Override
          public String locate(String path) {
            return path;
          }
        };
    Report report = Logs.verify(source, LOG, Optional.of(RECEIPT), Optional.empty());
    assertThat(report.text()).startsWith(report.verdict().toString());
    return report.verdict();
  }

  /// Applies edits of five bytes: what to do, where, with what.
  private static byte[] edited(byte[] before, byte[] edits) {
    byte[] after = before.clone();
    ByteBuffer script = ByteBuffer.wrap(edits);
    while (script.remaining() >= 5 && after.length > 0) {
      int what = script.get() & 3;
      int at = (script.getShort() & 0xffff) % after.length;
      int with = script.getShort() & 0xffff;
      switch (what) {
        case 0 -> after[at] ^= (byte) with;
        case 1 -> after = Arrays.copyOf(after, at);
        case 2 -> after = joined(after, at, at, new byte[] {(byte) with});
        default -> after = joined(after, at, at + with % (after.length - at + 1), new byte[0]);
      }
    }
    return after;
  }

  private static byte[] joined(byte[] bytes, int to, int from, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.writeBytes(between);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }
}
