package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LawCasesTest {
  private static final String CASE =
      """
      operators:
        one: {routes: {US: [openai-us]}}
      cases:
        - name: a card
          operator: one
          route: openai-us
          date: 2026-11-23
          exporter: example-phones-us
          markets: [US]
          found: {payment.card: 1}
          expect: {decision: PERMIT, treatments: {payment.card: PSEUDONYMISE}}
      """;

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(TestPolicy.ROOT.resolve("packs"))) {
      return files.filter(file -> file.toString().endsWith(".cases.yaml")).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> every_shipped_case_is_decided_as_expected() throws IOException, BadPolicy {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      LawCases cases = LawCases.read(file.getFileName().toString(), Files.readString(file));
      for (LawCases.Result result : cases.run(TestPolicy.sources())) {
        tests.add(
            DynamicTest.dynamicTest(
                result.mark() + " " + result.name(),
                () -> assertThat(result.differences()).isEmpty()));
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests;
  }

  @Test
  void every_pack_has_cases() throws IOException, BadPolicy {
    Set<String> packs = new TreeSet<>();
    TestPolicy.shipped().packs().forEach(pack -> packs.add(pack.id() + ".cases.yaml"));
    assertThat(files()).extracting(file -> file.getFileName().toString()).containsAll(packs);
  }

  @Test
  void every_meter_has_a_case_at_its_limit_and_one_beyond_and_every_rule_is_named()
      throws IOException, BadPolicy {
    for (Pack pack : TestPolicy.shipped().packs()) {
      String cases =
          Files.readString(TestPolicy.ROOT.resolve("packs/" + pack.id() + ".cases.yaml"));
      for (Meter meter : pack.meters()) {
        String reading = "meter: " + meter.name() + ", persons: ";
        assertThat(cases)
            .contains(reading + meter.moreThan() + ",")
            .contains(reading + (meter.moreThan() + 1) + ",");
      }
      assertThat(pack.rules()).allSatisfy(rule -> assertThat(cases).contains(rule.id() + ", "));
    }
  }

  @Test
  void a_case_that_does_not_hold_says_what_was_expected_and_what_was_given() throws BadPolicy {
    LawCases cases =
        LawCases.read(
            "x.cases.yaml", CASE.replace("PSEUDONYMISE", "REDACT").replace("PERMIT", "DENY"));
    LawCases.Result result = cases.run(TestPolicy.sources()).getFirst();
    assertThat(result.holds()).isFalse();
    assertThat(result.mark()).hasToString("x.cases.yaml:4:5");
    assertThat(result.differences())
        .contains(
            "expected DENY, decided PERMIT", "payment.card: expected REDACT, decided PSEUDONYMISE")
        .anySatisfy(
            line -> assertThat(line).startsWith("given: HOUSE-CAT-01 POLICY PSEUDONYMISES"));
  }

  @Test
  void a_changed_rule_shows_in_the_cases() throws BadPolicy {
    Sources sources = TestPolicy.sources();
    Sources changed =
        TestPolicy.replacing(
            sources, "packs/house.yaml", "payment.*: PSEUDONYMISE", "payment.*: PASS");
    LawCases cases = LawCases.read("x.cases.yaml", CASE);
    assertThat(cases.run(sources).getFirst().holds()).isTrue();
    assertThat(cases.run(changed).getFirst().holds()).isFalse();
  }

  @Test
  void an_operator_or_a_key_that_nobody_knows_stops_with_its_place() {
    assertThatThrownBy(
            () -> LawCases.read("x.cases.yaml", CASE.replace("operator: one", "operator: on")))
        .isInstanceOf(BadPolicy.class)
        .hasMessage("x.cases.yaml:5:15: no operator `on`; the nearest known is `one`");
    assertThatThrownBy(() -> LawCases.read("x.cases.yaml", CASE.replace("found:", "fond:")))
        .hasMessage("x.cases.yaml:10:5: unknown key `fond`; the nearest known is `found`");
  }
}
