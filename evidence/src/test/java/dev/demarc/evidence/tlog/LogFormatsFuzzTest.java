package dev.demarc.evidence.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.evidence.Malformed;
import java.util.Arrays;
import java.util.List;

/// Every text and file form of the log is malformed or has this one spelling: what was parsed is
/// written again as the same bytes.
class LogFormatsFuzzTest {
  private interface Reading {
    /// What is written where `input` could be read.
    Object written() throws Malformed;
  }

  @FuzzTest
  void what_can_be_read_is_written_the_same(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    same(text, () -> SignedNote.parse(text).encode());
    same(text, () -> Checkpoint.parse(text).text());
    same(text, () -> LogProof.parse(text).encode());
    same(text, () -> VerifierKey.parse(text).encode());
    same(text, () -> receipt(Receipt.parseHeader(text)).header());
    same(text, () -> receipt(Receipt.parseText(text)).toProof().encode());
    int width = bytes.length == 0 ? 1 : 1 + (bytes[0] & 0xff);
    same(bytes, () -> EntryBundle.encode(EntryBundle.parse(bytes, width)));
    List<byte[]> prefix = EntryBundle.prefix(bytes, width);
    assertThat(prefix).hasSizeLessThanOrEqualTo(width);
    byte[] again = EntryBundle.encode(prefix);
    assertThat(Arrays.mismatch(bytes, 0, again.length, again, 0, again.length)).isEqualTo(-1);
  }

  private static void same(Object input, Reading reading) {
    try {
      assertThat(reading.written()).isEqualTo(input);
    } catch (Malformed e) {
      assertThat(e.says()).isNotBlank();
    }
  }

  /// Asks of a receipt what the verifier asks.
  private static Receipt receipt(Receipt receipt) {
    byte[] anybody = new byte[32];
    VerifierKey key = VerifierKey.ed25519("log.example/any", anybody);
    assertThat(key.check(receipt.note())).isNotEqualTo(VerifierKey.Signed.GOOD);
    boolean leads = receipt.provesInclusion();
    assertThat(leads && receipt.proof().index() >= receipt.checkpoint().size()).isFalse();
    return receipt;
  }
}
