package dev.demarc.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.TestLog;
import dev.demarc.evidence.record.DecisionEntry.Ruling;
import dev.demarc.evidence.record.Entries;
import dev.demarc.evidence.record.Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log whose tree is in order, but whose entries do not fit one another.
class RecordCheckTest {
  private static final String HASH =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path directory;

  private Report verify(Entry... entries) {
    TestLog log = new TestLog(Logs.ORIGIN);
    List.of(entries).forEach(log::add);
    return Logs.verify(directory, log.write(directory));
  }

  private Report verifyRaw(String... leaves) {
    TestLog log = new TestLog(Logs.ORIGIN);
    for (String leaf : leaves) {
      log.entries().add(leaf.getBytes(StandardCharsets.UTF_8));
    }
    return Logs.verify(directory, log.write(directory));
  }

  private static void assertRefuted(Report report, String because) {
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because()).singleElement().asString().contains(because);
  }

  private static Entry tryOf(int request, int attempt, int number) {
    String leaf =
        Entries.decision(attempt, number, Ruling.DENY, "openai", Optional.empty())
            .json()
            .text()
            .replace(Entries.id(attempt + 500_000), Entries.id(request));
    try {
      return Entry.parse(leaf.getBytes(StandardCharsets.UTF_8));
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_the_log_adds_up_to_is_shown_for_each_recipient() {
    Report report =
        verify(
            Entries.start(Logs.ORIGIN),
            Entries.permit(1, "openai"),
            Entries.answered(1, 1),
            Entries.permit(2, "alibaba-cloud"),
            Entries.deny(3, "alibaba-cloud"),
            Entries.decision(4, 1, Ruling.REVIEW, "openai", Optional.empty()),
            Entries.refusal(5),
            Entries.stop());
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(report.because()).isEmpty();
    assertThat(report.shown().get(0))
        .startsWith("8 entries of the log example.org/log under the root ");
    assertThat(report.shown())
        .contains(
            "4 decisions (2 permits, 1 denial, 1 held for review), 1 outcome, 1 refusal before"
                + " or between routes.",
            "Recipient alibaba-cloud: 1 permit, 1 denial.",
            "Recipient openai: 1 permit, 0 denials, 1 held for review.",
            "1 permit without an outcome, in flight or cut off by a crash: entry 3 ("
                + Entries.id(2)
                + ").");
  }

  @Test
  void a_second_outcome_of_a_permit_is_refuted() {
    assertRefuted(
        verify(Entries.permit(1, "openai"), Entries.answered(1, 0), Entries.answered(1, 0)),
        "Entry 2 is an outcome of entry 0, which has an outcome already");
  }

  @Test
  void an_outcome_of_a_denial_or_of_another_attempt_is_refuted() {
    assertRefuted(
        verify(Entries.deny(1, "openai"), Entries.answered(1, 0)),
        "Entry 1 is an outcome of entry 0, which is no permit of this attempt");
    assertRefuted(
        verify(Entries.permit(1, "openai"), Entries.answered(2, 0)),
        "Entry 1 is an outcome of entry 0, which is no permit of this attempt");
  }

  @Test
  void an_outcome_that_names_the_wrong_decision_is_refuted() {
    assertRefuted(
        verify(Entries.start(Logs.ORIGIN), Entries.permit(1, "openai"), Entries.answered(1, 0)),
        "Entry 2 is an outcome of entry 0, which is no permit of this attempt");
  }

  @Test
  void an_outcome_before_its_decision_is_refuted() {
    assertRefuted(
        verify(Entries.answered(1, 1), Entries.permit(1, "openai")),
        "Entry 0 is an outcome of entry 1, which is not before it");
  }

  @Test
  void an_attempt_that_is_permitted_twice_is_refuted() {
    Report report = verify(Entries.permit(1, "openai"), Entries.permit(1, "openai"));
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(report.because())
        .anyMatch(says -> says.contains("permits an attempt that entry 0 has permitted"));
  }

  @Test
  void tries_of_a_request_are_counted_from_one() {
    assertThat(verify(tryOf(7, 1, 1), tryOf(8, 2, 1), tryOf(7, 3, 2), tryOf(7, 4, 3)).verdict())
        .isEqualTo(Verdict.VERIFIED);
    assertRefuted(
        verify(tryOf(7, 1, 1), tryOf(7, 2, 3)),
        "Entry 1 is try 3 of its request, but the one before was try 1");
    assertRefuted(verify(tryOf(7, 1, 2)), "but the one before was none");
    assertRefuted(verify(tryOf(7, 1, 1), tryOf(7, 2, 1)), "but the one before was try 1");
  }

  @Test
  void a_start_that_knows_of_another_log_or_a_longer_one_is_refuted() {
    assertRefuted(
        verify(Entries.start("example.org/other")),
        "Entry 0 says the log is example.org/other, but the checkpoint is of example.org/log");
    String longer =
        Entries.start(Logs.ORIGIN).json().text().replace("\"previous\":0", "\"previous\":9");
    assertRefuted(verifyRaw(longer), "says that 9 entries came before it: the log has been longer");
  }

  @Test
  void a_decision_without_the_hashes_of_its_policy_is_refuted() {
    String without =
        Entries.deny(1, "openai").json().text().replace(",\"operator\":\"" + HASH + "\"", "");
    assertRefuted(
        verifyRaw(without), "Entry 0 is no valid record: member policy.operator is missing");
  }

  @Test
  void a_leaf_that_is_not_strict_json_is_refuted() {
    assertRefuted(verifyRaw("{\"v\":1,\"v\":1}"), "Entry 0 is no valid record: not strict JSON");
  }

  @Test
  void entries_and_members_of_a_later_minor_version_are_passed_over_and_named() {
    Report report =
        verifyRaw(
            "{\"v\":1,\"type\":\"heartbeat\",\"time_ms\":5}",
            "{\"v\":1,\"type\":\"stop\",\"time_ms\":6,\"by\":\"signal\"}",
            "{\"v\":1,\"type\":\"heartbeat\",\"time_ms\":7}");
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(report.shown())
        .contains(
            "Not known to this verifier, and passed over: type heartbeat (2 times).",
            "Not known to this verifier, and passed over: member by (1 time).");
  }

  @Test
  void an_entry_of_an_unknown_major_version_cannot_be_told() {
    Report report = verifyRaw("{\"v\":2,\"type\":\"stop\",\"time_ms\":5}");
    assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(report.because().get(0)).contains("Entry 0: the entry has version 2");
  }

  @Test
  void a_contradiction_outweighs_a_doubt() {
    Report report = verifyRaw("{\"v\":2,\"type\":\"stop\",\"time_ms\":5}", "no record");
    assertThat(report.verdict()).isEqualTo(Verdict.REFUTED);
  }

  @Test
  void a_log_that_is_wrong_throughout_does_not_flood_the_report() {
    String[] leaves = new String[300];
    Arrays.fill(leaves, "no record");
    Report report = verifyRaw(leaves);
    assertThat(report.because()).hasSize(11).last().isEqualTo("... and 290 more of the kind.");
  }

  @Test
  void a_report_cannot_steer_the_terminal_it_is_shown_on() {
    Report report =
        verifyRaw("{\"v\":1,\"type\":\"\\u001b[2K\\u202egood\\nVERIFIED\",\"time_ms\":5}");
    assertThat(report.text())
        .contains("type ?[2K?good?VERIFIED (1 time)")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
  }
}
