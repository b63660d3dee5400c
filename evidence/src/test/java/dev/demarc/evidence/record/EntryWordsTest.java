package dev.demarc.evidence.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EntryWordsTest {
  @Test
  void a_permit_says_what_may_go_where_what_was_taken_out_and_why() {
    assertThat(EntryWords.of(1_017, Entries.permit(1, "alibaba-cloud")))
        .startsWith(
            "Entry 1,017, 2026-11-23 02:56:01.124 UTC. PERMITTED: 1,234 bytes may go to"
                + " alibaba-cloud by route qwen-cn. Asked by caller phone-cn: attempt "
                + Entries.id(1))
        .contains("Taken out for good: 1 payment.card.")
        .contains("Replaced by pseudonyms: 2 network.ip.")
        .contains(
            "Why: POLICY us-dsp rule bulk-financial REDACTS (28 CFR 202.301, as of 2025-04-08).")
        .contains("exporter acme-us, markets (CN), subject given true, counts (payment.card 1)")
        .contains("Meters: meter us-dsp/financial, persons 7.")
        .contains("The bytes are bound by e3b0c442");
  }

  @Test
  void a_permit_says_what_was_found_and_left_as_it_was() throws Malformed {
    String permit = new String(Entries.permit(1, "acme").encode(), StandardCharsets.UTF_8);
    String early =
        permit
            .replace("\"counts\":{", "\"counts\":{\"health.hint\":2,")
            .replace("\"treatments\":{", "\"treatments\":{\"health.hint\":\"pass\",")
            .replace("\"payment.card\":\"redact\"", "\"payment.bic\":\"pass\"");
    assertThat(EntryWords.of(0, Entry.parse(early.getBytes(StandardCharsets.UTF_8))))
        .as("of what was not found, nothing")
        .contains("Left as it was: 2 health.hint.");
    assertThat(EntryWords.of(0, Entries.permit(1, "acme"))).doesNotContain("Left as it was");
  }

  @Test
  void a_denial_says_that_nothing_may_go() {
    assertThat(EntryWords.of(0, Entries.deny(2, "alibaba-cloud")))
        .contains("DENIED: nothing may go to alibaba-cloud by route qwen-cn.")
        .doesNotContain("Taken out")
        .doesNotContain("bound by");
  }

  @Test
  void an_outcome_names_its_decision_and_what_happened() {
    assertThat(EntryWords.of(3, Entries.answered(1, 1)))
        .contains("(decision at entry 1): the provider answered in full (HTTP status 200).")
        .contains("1,234 bytes sent, 5,678 received, in 910 ms; 2 pseudonyms put back");
  }

  @Test
  void a_start_says_what_it_decides_by_and_what_is_unusual() {
    assertThat(EntryWords.of(0, Entries.start("example.org/log")))
        .contains("START of Demarc 0.1.0 over log example.org/log with 0 entries.")
        .contains("Not the catalogue's endpoints: qwen-cn goes to http://127.0.0.1:9/v1.")
        .contains("Warned of: no_subject.");
  }

  @Test
  void refusals_stops_and_unknown_entries_have_words_too() throws Malformed {
    assertThat(EntryWords.of(0, Entries.refusal(1)))
        .contains("REFUSED before or between routes, and nothing was sent: unreadable_body.");
    assertThat(EntryWords.of(0, Entries.stop())).contains("STOP: the gateway went down in order.");
    String unknown = "{\"v\":1,\"type\":\"heartbeat\",\"time_ms\":0}";
    assertThat(EntryWords.of(0, Entry.parse(unknown.getBytes(StandardCharsets.UTF_8))))
        .contains("type \"heartbeat\", which this version does not know");
  }

  @Test
  void every_entry_is_one_line() {
    for (Entry entry : Entries.all()) {
      assertThat(EntryWords.of(0, entry)).doesNotContain("\n").endsWith(".");
    }
  }
}
