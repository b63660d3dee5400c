package dev.demarc.evidence.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.TestKey;
import dev.demarc.evidence.tlog.VerifierKey.Signed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  private static final TestKey KEY = new TestKey("example.org/log");
  private static final SignedNote NOTE = KEY.sign("one line\n\nand one after an empty line\n");

  @Test
  void a_note_survives_its_text_form_and_its_signature_is_good() throws Malformed {
    SignedNote parsed = SignedNote.parse(NOTE.encode());
    assertThat(parsed.text()).isEqualTo(NOTE.text());
    assertThat(parsed.encode()).isEqualTo(NOTE.encode());
    assertThat(KEY.verifier().check(parsed)).isEqualTo(Signed.GOOD);
    assertThat(KEY.verifier().verifies(parsed)).isTrue();
  }

  @Test
  void a_changed_text_has_a_bad_signature_and_another_key_has_none() {
    SignedNote changed = new SignedNote("another text\n", NOTE.signatures());
    assertThat(KEY.verifier().check(changed)).isEqualTo(Signed.BAD);
    assertThat(new TestKey("example.org/log").verifier().check(NOTE)).isEqualTo(Signed.ABSENT);
  }

  @Test
  void lines_of_unknown_keys_are_passed_over_and_a_bad_line_of_the_key_spoils_the_note() {
    SignedNote other = new TestKey("example.org/other").sign(NOTE.text());
    NoteSignature good = NOTE.signatures().get(0);
    NoteSignature bad = new NoteSignature(good.name(), good.keyId(), new byte[64]);
    NoteSignature unknown = other.signatures().get(0);
    assertThat(KEY.verifier().check(new SignedNote(NOTE.text(), List.of(unknown, good))))
        .isEqualTo(Signed.GOOD);
    assertThat(KEY.verifier().check(new SignedNote(NOTE.text(), List.of(good, bad))))
        .isEqualTo(Signed.BAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\n- name AAAAAHh4eHg=\n",
        "text\n\n\u2014 name AAAAAHh4eHg=",
        "text\n\n\u2014 name AAAAAHh4eHg=\n\n",
        "text\n\n\u2014 name AAAAAHh4eHg=\nmore\n",
        "text\n\n\u2014 name AAAAAA==\n",
        "text\n\n\u2014 name AAAAAHh4eHh=\n",
        "text\n\n\u2014  AAAAAHh4eHg=\n",
        "text\n\n\u2014 na+me AAAAAHh4eHg=\n",
        "text\n\n\u2014 na\u3000me AAAAAHh4eHg=\n",
        "text\r\n\n\u2014 name AAAAAHh4eHg=\n",
        "te\txt\n\n\u2014 name AAAAAHh4eHg=\n",
        "te\ud800xt\n\n\u2014 name AAAAAHh4eHg=\n",
      })
  void what_is_not_a_note_is_refused(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_note_in_another_encoding_or_with_too_many_signatures_is_refused() {
    byte[] latin1 =
        NOTE.encode().replace("line", "l\u00efne").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> SignedNote.parse(latin1)).hasMessageContaining("UTF-8");
    String line = "\u2014 name AAAAAHh4eHg=\n";
    assertThatThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(65)))
        .hasMessageContaining("more than 64");
  }

  @Test
  void sixteen_signatures_are_read() throws Malformed {
    String line = "\u2014 name AAAAAHh4eHg=\n";
    assertThat(SignedNote.parse("text\n\n" + line.repeat(16)).signatures()).hasSize(16);
  }

  @Test
  void a_verifier_key_survives_its_text_form() throws Malformed {
    VerifierKey parsed = VerifierKey.parse(KEY.verifier().encode());
    assertThat(parsed).isEqualTo(KEY.verifier()).hasToString(KEY.verifier().encode());
    assertThat(parsed.verifies(NOTE)).isTrue();
  }

  @Test
  void the_key_id_binds_name_type_and_key() {
    // SHA-256("example.com/foo" LF 0x01 key), first four bytes.
    byte[] raw =
        HexFormat.of().parseHex("e9327918b8c6a6a13a60e51664e1e2015b57c743f1b78b7b8a3e7a1d7e4c2a9d");
    VerifierKey key = VerifierKey.ed25519("example.com/foo", raw);
    byte[] input = new byte["example.com/foo\n".length() + 33];
    System.arraycopy("example.com/foo\n".getBytes(StandardCharsets.UTF_8), 0, input, 0, 16);
    input[16] = 1;
    System.arraycopy(raw, 0, input, 17, 32);
    assertThat(HexFormat.of().toHexDigits(key.keyId()))
        .isEqualTo(HexFormat.of().formatHex(Merkle.sha256(input)).substring(0, 8));
    assertThat(VerifierKey.ed25519("example.com/bar", raw).keyId()).isNotEqualTo(key.keyId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "name+12345678",
        "name+12345678+",
        "name+12345678+not base64",
        "name+1234567+AQ==",
        "name+ABCDEF01+AQ==",
        "+12345678+AQ=="
      })
  void what_is_not_a_verifier_key_is_refused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_verifier_key_with_a_wrong_id_or_of_another_type_is_refused() {
    String[] parts = KEY.verifier().encode().split("\\+", 3);
    assertThatThrownBy(() -> VerifierKey.parse(parts[0] + "+00000000+" + parts[2]))
        .hasMessageContaining("id does not belong");
    assertThatThrownBy(() -> VerifierKey.parse("other.name+" + parts[1] + "+" + parts[2]))
        .hasMessageContaining("id does not belong");
    assertThatThrownBy(
            () -> VerifierKey.parse(parts[0] + "+" + parts[1] + "+BA" + parts[2].substring(2)))
        .hasMessageContaining("not an Ed25519 key");
  }

  @Test
  void the_signature_of_rfc_8032_section_7_1_test_1_is_good() {
    byte[] key =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    VerifierKey verifier = VerifierKey.ed25519("rfc8032", key);
    assertThat(verifier.verify(new byte[0], signature)).isTrue();
    assertThat(verifier.verify(new byte[1], signature)).isFalse();
    assertThat(verifier.verify(new byte[0], new byte[3])).isFalse();
  }

  @Test
  void a_checkpoint_survives_its_text_form_with_and_without_extensions() throws Malformed {
    for (List<String> extensions : List.of(List.<String>of(), List.of("publish-by 7", "x"))) {
      Checkpoint checkpoint = new Checkpoint("example.org/log", 5, Merkle.emptyRoot(), extensions);
      assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }
    assertThat(new Checkpoint("o", 1, Merkle.emptyRoot(), List.of()).text())
        .isEqualTo("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "o\n1\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n\u0661\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFX=\n",
        "o\n1\n47DEQpj8HBSa\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nx\n"
      })
  void what_is_not_a_checkpoint_is_refused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Malformed.class);
  }
}
