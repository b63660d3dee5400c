package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.Unreadable.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator adds: patterns, names of fields, domains, scores.
class OperatorRulesTest {
  private static final OperatorRules NONE = OperatorRules.NONE;

  private static List<String> found(OperatorRules rules, String text) {
    Classifier classifier = new Classifier(ClassifierSettings.defaults().with(rules));
    try {
      return classifier.classify(Text.of(Chat.message(text))).findings().stream()
          .map(finding -> finding.category().id() + " " + Chat.values(finding))
          .toList();
    } catch (Unreadable e) {
      throw new AssertionError(e.reason(), e);
    }
  }

  private static OperatorRules pattern(String expression, int patternBytes) {
    OperatorPattern pattern = OperatorPattern.of("staff", expression, Category.OPERATOR_DEFINED);
    return new OperatorRules(List.of(pattern), Map.of(), Set.of(), Map.of(), patternBytes);
  }

  @Test
  void there_are_none_of_them_by_default() {
    assertThat(ClassifierSettings.defaults().operator()).isEqualTo(NONE);
    assertThat(NONE.patternBytes()).isEqualTo(65_536);
    assertThat(found(NONE, "staff EMP-001234, project: Bluebird")).isEmpty();
  }

  @Test
  void a_pattern_finds_its_matches_around_its_literal() {
    OperatorRules rules = pattern("EMP-[0-9]{6}", 1000);
    assertThat(found(rules, "staff EMP-001234 and xEMP-004321y\nEMP-0 EMP-000001"))
        .containsExactly(
            "operator.defined EMP-001234",
            "operator.defined EMP-004321",
            "operator.defined EMP-000001");
    assertThat(found(rules, "ＥＭＰ－００１２３４")).containsExactly("operator.defined ＥＭＰ－００１２３４");
  }

  @Test
  void a_pattern_may_find_values_of_a_built_in_category() {
    OperatorPattern pattern = OperatorPattern.of("badge", "工号[0-9]{4}", Category.DEVICE_SERIAL);
    assertThat(
            found(
                new OperatorRules(List.of(pattern), Map.of(), Set.of(), Map.of(), 1000),
                "他的工号1234，"))
        .containsExactly("device.serial 工号1234");
  }

  @Test
  void a_body_that_would_cost_too_much_is_not_read() {
    assertExhausted(pattern("(EMP-)+[0-9]{6}$", 1000), "EMP-".repeat(500) + "x");
  }

  private static void assertExhausted(OperatorRules rules, String text) {
    Classifier classifier = new Classifier(ClassifierSettings.defaults().with(rules));
    assertThatThrownBy(() -> classifier.classify(Text.of(Chat.message(text))))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.fault()).isEqualTo(Fault.PATTERNS_EXHAUSTED));
  }

  @Test
  void a_name_that_went_unread_for_cost_is_read_in_the_next_body() throws Unreadable {
    Classifier classifier =
        new Classifier(ClassifierSettings.defaults().with(pattern("(meta)+(data)?$", 3000)));
    String body =
        """
        {"messages":[{"role":"user","content":"%s"}],"metadata":{}}\
        """;
    assertThatThrownBy(() -> classifier.classify(Text.of(body.formatted("meta".repeat(900)))))
        .isInstanceOf(Unreadable.class);
    assertThat(classifier.classify(Text.of(body.formatted("hello"))).findings())
        .extracting(Finding::category)
        .containsExactly(Category.OPERATOR_DEFINED);
  }

  @Test
  void a_byte_counts_for_more_where_the_pattern_is_large() {
    String text = "EMP-".repeat(20) + "EMP-001234";
    assertThat(found(pattern("EMP-[0-9]{6}", 4000), text))
        .containsExactly("operator.defined EMP-001234");
    assertExhausted(pattern("[A-Z-]{0,200}EMP-", 4000), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "EMP-[0-9]{6}           ; EMP-",
        "工号[0-9]{4}             ; 工号",
        "(?i)staff no\\. ?[0-9]+ ; staff no.",
        "(?:ACME|EMP)-STAFF-\\d+ ; -STAFF-",
        "(EMP-)+[0-9]{6}$       ; EMP-",
        "(?P<kind>EMP_)(x|y)    ; EMP_",
        "AB?CDEF+G              ; CDEF",
        "AB{2}CDE               ; CDE",
        "A{,2}                  ; A{,2}",
        "[]EMP[:alpha:]-]X\\pNEMP ; EMP",
        "ABC\\x{41}\\101DEFG     ; DEFG",
        "(?i)NRÄXYZ             ; XYZ",
        "NRÄXY                  ; NRÄXY",
      })
  void the_text_that_every_match_holds_is_found_in_the_pattern(String expression, String literal) {
    assertThat(OperatorPattern.of("a", expression, Category.OPERATOR_DEFINED).literal())
        .isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ab[0-9]+          ; at least 3 bytes that every match holds",
        "[0-9]{8}          ; at least 3 bytes that every match holds",
        "EMP-[0-9]+|X[0-9] ; at least 3 bytes that every match holds",
        "(EMP-)?[0-9]+     ; at least 3 bytes that every match holds",
        "(EMP-){0,2}[0-9]+ ; at least 3 bytes that every match holds",
        "abc(              ; missing closing",
        "abc)              ; without its `(`",
        "abc(a)\\1          ; invalid escape",
        "abc(?=x)          ; not RE2 syntax, which alone takes linear time",
        "abc((x{1000}){1000}){1000} ; larger than 512 characters or 1000 states",
        "\\Qabc\\E           ; escape each sign",
        "ＥＭＰ-[0-9]+        ; write them plainly",
      })
  void a_pattern_that_cannot_work_is_refused_with_the_fix(String expression, String reason) {
    assertThatThrownBy(() -> pattern(expression, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void rules_that_contradict_one_another_are_refused() {
    OperatorPattern one = OperatorPattern.of("a", "EMP-[0-9]", Category.DEVICE_SERIAL);
    assertThatThrownBy(() -> new OperatorRules(List.of(one, one), Map.of(), Set.of(), Map.of(), 1))
        .hasMessage("two patterns are called `a`");
    assertThatThrownBy(() ->
            new OperatorRules(
                List.of(one), Map.of(), Set.of(), Map.of(Category.DEVICE_SERIAL, 81), 1))
        .hasMessageContaining("the pattern `a` would find nothing");
    Map<String, Category> same = Map.of("a-b", Category.OPERATOR_DEFINED, "aB", Category.WIFI_SSID);
    assertThatThrownBy(() -> new OperatorRules(List.of(), same, Set.of(), Map.of(), 1))
        .hasMessageContaining("is the same name as another key");
    assertThatThrownBy(() -> OperatorRules.key("project", Category.HEALTH_HINT))
        .hasMessageContaining("`health.hint` cannot be given to the values of a field");
  }

  @Test
  void a_name_of_a_field_makes_its_value_a_finding() {
    OperatorRules rules =
        new OperatorRules(
            List.of(),
            Map.of(
                "Project_Name", Category.OPERATOR_DEFINED,
                "工程", Category.OPERATOR_DEFINED,
                "station", Category.WIFI_SSID),
            Set.of(),
            Map.of(),
            1);
    assertThat(found(rules, "{\"projectName\":\"Bluebird\",\"x\":\"Bluebird\"}"))
        .containsExactly("operator.defined Bluebird");
    assertThat(found(rules, "project name: Bluebird 2\n工程：蓝鸟，好"))
        .containsExactly("operator.defined Bluebird 2", "operator.defined 蓝鸟");
    assertThat(found(rules, "id,project-name\n1,Bluebird\n"))
        .containsExactly("operator.defined Bluebird");
    assertThat(found(rules, "station=Maple")).containsExactly("wifi.ssid Maple");
  }

  @Test
  void addresses_of_the_operators_own_domains_are_no_findings() {
    OperatorRules rules = new OperatorRules(List.of(), Map.of(), Set.of("Acme.COM"), Map.of(), 1);
    assertThat(found(rules, "help@acme.com help@eu.acme.com jane@notacme.com jane@acme.com.cn"))
        .containsExactly("contact.email jane@notacme.com", "contact.email jane@acme.com.cn");
  }

  @Test
  void a_category_may_have_a_score_of_its_own() {
    OperatorRules strict =
        new OperatorRules(List.of(), Map.of(), Set.of(), Map.of(Category.PAYMENT_CARD, 61), 1);
    assertThat(found(strict, "4929127381726356 81.2.69.142"))
        .containsExactly("network.ip 81.2.69.142");
    assertThatThrownBy(
            () -> new OperatorRules(List.of(), Map.of(), Set.of(), Map.of(Category.EMAIL, 0), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
