package dev.demarc.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry.Ruling;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTest {
  private static Json.Obj with(Entry entry, String name, Json value) {
    Map<String, Json> members = new LinkedHashMap<>(entry.json().members());
    members.put(name, value);
    return new Json.Obj(members);
  }

  private static Json.Obj without(Entry entry, String name) {
    Map<String, Json> members = new LinkedHashMap<>(entry.json().members());
    members.remove(name);
    return new Json.Obj(members);
  }

  @Test
  void a_ruling_that_holds_its_text_is_written_as_one_that_does_not() {
    Ruled plain = Entries.permit(1, "acme").ruled();
    assertThat(plain.withText()).isEqualTo(plain);
    assertThat(plain.withText().json().encode()).isEqualTo(plain.json().encode());
    assertThat(plain.json().text()).startsWith("[{\"rule\":\"bulk-financial\",");
  }

  @Test
  void every_entry_survives_its_leaf() throws Malformed {
    for (Entry entry : Entries.all()) {
      Leaf leaf = Leaf.parse(entry.encode());
      assertThat(leaf.entry()).isEqualTo(entry);
      assertThat(leaf.unknownMembers()).isEmpty();
      assertThat(leaf.entry().encode()).isEqualTo(entry.encode());
    }
  }

  @Test
  void a_leaf_begins_with_version_type_and_time() {
    assertThat(new String(Entries.stop().encode(), StandardCharsets.UTF_8))
        .isEqualTo("{\"v\":1,\"type\":\"stop\",\"time_ms\":1795402561123}");
    for (Entry entry : Entries.all()) {
      assertThat(entry.json().members().keySet()).startsWith("v", "type", "time_ms");
    }
  }

  @Test
  void each_member_of_each_entry_is_missed_when_it_is_gone_unless_it_may_be() {
    for (Entry entry : Entries.all()) {
      for (String name : entry.json().members().keySet()) {
        byte[] leaf = without(entry, name).encode();
        boolean mayBeGone =
            name.equals("subject_commitment")
                || name.equals("status")
                || (name.equals("commitment") && entry.equals(Entries.deny(2, "alibaba-cloud")));
        if (!mayBeGone) {
          assertThatThrownBy(() -> Entry.parse(leaf))
              .as("%s without %s", entry.type(), name)
              .isInstanceOf(Malformed.class)
              .hasMessageContaining(name)
              .hasMessageContaining("missing");
        }
      }
    }
  }

  @Test
  void each_member_of_each_entry_is_refused_when_it_has_another_type() {
    for (Entry entry : Entries.all()) {
      for (String name : entry.json().members().keySet()) {
        byte[] leaf = with(entry, name, new Json.Null()).encode();
        assertThatThrownBy(() -> Entry.parse(leaf))
            .as("%s with %s null", entry.type(), name)
            .hasMessageContaining("member " + name + " is not");
      }
    }
  }

  @Test
  void members_of_a_later_minor_version_are_passed_over_and_named() throws Malformed {
    byte[] leaf = with(Entries.stop(), "later", Json.of(1)).encode();
    assertThat(Leaf.parse(leaf).entry()).isEqualTo(Entries.stop());
    assertThat(Leaf.parse(leaf).unknownMembers()).containsExactly("later");
  }

  @Test
  void members_inside_members_are_named_with_their_path() throws Malformed {
    DecisionEntry permit = Entries.permit(1, "r");
    String leaf = permit.json().text().replace("\"rule\":", "\"later\":1,\"rule\":");
    assertThat(Leaf.parse(leaf.getBytes(StandardCharsets.UTF_8)).unknownMembers())
        .containsExactly("reasons[].later");
  }

  @Test
  void an_entry_of_an_unknown_type_is_kept_whole() throws Malformed {
    byte[] leaf = with(Entries.stop(), "type", Json.of("heartbeat")).encode();
    Leaf read = Leaf.parse(leaf);
    assertThat(read.entry()).isInstanceOf(UnknownEntry.class);
    assertThat(read.entry().type()).isEqualTo("heartbeat");
    assertThat(read.entry().encode()).isEqualTo(leaf);
  }

  @Test
  void an_unknown_major_version_is_refused_as_such() {
    byte[] leaf = with(Entries.stop(), "v", Json.of(2)).encode();
    assertThatThrownBy(() -> Entry.parse(leaf))
        .isInstanceOf(UnknownVersion.class)
        .hasMessageContaining("version 2")
        .hasMessageContaining("newer verifier");
  }

  @Test
  void a_leaf_that_is_no_object_is_refused() {
    assertThatThrownBy(() -> Entry.parse("[]".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("JSON object");
  }

  @ParameterizedTest
  @CsvSource({
    "attempt, '\"ILOU0000000000000000000000\"', Crockford",
    "attempt, '\"short\"', Crockford",
    "try, 0, less than 1",
    "caller, '\"\"', empty",
    "route, '{\"id\":\"x\"}', route.recipient",
    "route, '{\"recipient\":\"x\"}', route.id",
    "decision, '\"perhaps\"', 'permit, deny or review'",
    "treatments, '{\"a\":1}', treatments.a is not a text",
    "treatments, '{\"a\":\"hide\"}', treatments has an unknown one",
    "redacted, '{\"a\":-1}', redacted.a is negative",
    "reasons, '[1]', reasons[] is not an object",
    "bytes, -1, bytes is negative",
    "commitment, '\"E3B0\"', SHA-256"
  })
  void a_decision_with_a_value_that_cannot_be_is_refused(String name, String json, String says)
      throws Malformed {
    byte[] leaf =
        with(Entries.permit(1, "r"), name, Json.parse(json.getBytes(StandardCharsets.UTF_8)))
            .encode();
    assertThatThrownBy(() -> Entry.parse(leaf))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({"outcome, '\"vanished\"', none of the outcomes", "status, 7, not an HTTP status"})
  void an_outcome_with_a_value_that_cannot_be_is_refused(String name, String json, String says)
      throws Malformed {
    byte[] leaf =
        with(Entries.answered(1, 1), name, Json.parse(json.getBytes(StandardCharsets.UTF_8)))
            .encode();
    assertThatThrownBy(() -> Entry.parse(leaf))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining(says);
  }

  @Test
  void a_permit_cannot_be_built_without_a_commitment_to_its_bytes() {
    assertThatThrownBy(() -> Entries.decision(1, 1, Ruling.PERMIT, "r", Optional.empty()))
        .hasMessageContaining("commitment is missing in a permit");
  }

  @Test
  void a_commitment_is_the_hash_of_salt_then_bytes() {
    // Thirty-two bytes 00 to 1f, then "abc"; SHA-256 of the 35 bytes.
    byte[] salt = new byte[32];
    for (int i = 0; i < 32; i++) {
      salt[i] = (byte) i;
    }
    byte[] bytes = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(Commitment.of(salt, bytes))
        .isEqualTo("42fd4a8c529fdb402d577c701b291018f0b2c52207f96e2a057483fd349a9868");
    assertThatThrownBy(() -> Commitment.of(new byte[16], bytes)).hasMessageContaining("32 bytes");
    assertThat(HexFormat.of().parseHex(Commitment.of(salt, bytes))).hasSize(32);
  }
}
