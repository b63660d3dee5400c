package dev.demarc.evidence.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.TestKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  private static final String HASH = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  private static final TestKey KEY = new TestKey("example.org/log");

  private static Receipt receipt(List<String> extensions) throws Malformed {
    List<byte[]> leaves = Leaves.hashes(11);
    Tree tree = new CompactRange().appendAll(leaves);
    SignedNote note =
        KEY.sign(new Checkpoint("example.org/log", tree.size(), tree.root(), extensions));
    return Receipt.of(leaves.get(7), tree.inclusionProof(7), note);
  }

  @Test
  void a_receipt_survives_its_header_and_proves_its_record() throws Malformed {
    String header = receipt(List.of(Receipt.publishBy(1_700_000_000))).header();
    assertThat(header).matches("[A-Za-z0-9+/]+=*");
    Receipt parsed = Receipt.parseHeader(header);
    assertThat(parsed.header()).isEqualTo(header);
    assertThat(parsed.publishBySeconds()).isEqualTo(1_700_000_000);
    assertThat(parsed.proof().index()).isEqualTo(7);
    assertThat(parsed.provesInclusion()).isTrue();
    assertThat(KEY.verifier().verifies(parsed.note())).isTrue();
  }

  @Test
  void its_text_is_a_tlog_proof_with_the_leaf_hash_as_extra() throws Malformed {
    Receipt receipt = receipt(List.of(Receipt.publishBy(5)));
    String text = new String(Base64.getDecoder().decode(receipt.header()), StandardCharsets.UTF_8);
    assertThat(text.lines().limit(3))
        .containsExactly(
            "c2sp.org/tlog-proof@v1",
            "extra " + Base64.getEncoder().encodeToString(Leaves.hashes(8).get(7)),
            "index 7");
    assertThat(text).contains("\n\nexample.org/log\n11\n").contains("\npublish-by 5\n\n\u2014 ");
    assertThat(Receipt.parseText(text).header()).isEqualTo(receipt.header());
  }

  @Test
  void a_receipt_for_another_leaf_proves_nothing() throws Malformed {
    Receipt receipt = receipt(List.of(Receipt.publishBy(5)));
    Receipt other = Receipt.of(Merkle.emptyRoot(), receipt.proof(), receipt.note());
    assertThat(other.provesInclusion()).isFalse();
  }

  @Test
  void a_receipt_without_exactly_one_publish_by_time_is_refused() {
    assertThatThrownBy(() -> receipt(List.of())).hasMessageContaining("publish-by");
    assertThatThrownBy(() -> receipt(List.of("publish-by 5", "publish-by 6")))
        .hasMessageContaining("publish-by");
    assertThatThrownBy(() -> receipt(List.of("publish-by 05"))).hasMessageContaining("decimal");
  }

  @Test
  void a_receipt_whose_extra_is_no_hash_is_refused() throws Malformed {
    LogProof proof = receipt(List.of(Receipt.publishBy(5))).toProof();
    LogProof without = new LogProof(new byte[0], proof.proof(), proof.signedCheckpoint());
    assertThatThrownBy(() -> Receipt.parseText(without.encode())).hasMessageContaining("32-byte");
  }

  @Test
  void a_proof_survives_its_text_form() throws Malformed {
    String text = "c2sp.org/tlog-proof@v1\nextra AQI=\nindex 3\n" + HASH + "\n\ncheckpoint\n";
    assertThat(LogProof.parse(text).encode()).isEqualTo(text);
    String least = "c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n\nmore\n";
    assertThat(LogProof.parse(least).encode()).isEqualTo(least);
    assertThat(LogProof.parse(least).signedCheckpoint()).isEqualTo("checkpoint\n\nmore\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v1\nindex 0\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n\n",
        "c2sp.org/tlog-proof@v2\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nextra AQI=\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nextra AQI\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra AQI=\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex -1\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAQI=\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\r\nindex 0\n\ncheckpoint\n"
      })
  void what_is_not_a_proof_is_refused(String text) {
    assertThatThrownBy(() -> LogProof.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_proof_longer_than_any_tree_is_refused() {
    String text = "c2sp.org/tlog-proof@v1\nindex 0\n" + (HASH + "\n").repeat(64) + "\ncheckpoint\n";
    assertThatThrownBy(() -> LogProof.parse(text)).hasMessageContaining("more than 63");
  }

  @Test
  void a_damaged_receipt_is_refused_or_read_but_no_parser_fails_in_another_way() throws Malformed {
    String text = receipt(List.of(Receipt.publishBy(5))).toProof().encode();
    String alphabet = "\n =+/-0A\u2014\u00e9\ud800\u0000";
    int refused = 0;
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      StringBuilder damaged = new StringBuilder(text);
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        int at = random.nextInt(damaged.length());
        damaged.replace(
            at,
            Math.min(damaged.length(), at + random.nextInt(3)),
            "" + alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Receipt read = Receipt.parseText(damaged.toString());
        assertThat(Receipt.parseHeader(read.header()).header())
            .as("seed %d", seed)
            .isEqualTo(read.header());
      } catch (Malformed expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }
}
