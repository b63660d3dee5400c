package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator adds to the classifier, as the config states it.
class AdditionsTest {
  private static final String SECTION =
      """
      classify:
        patterns:
          - {name: staff, pattern: 'EMP-[0-9]{6}'}
          - name: badge
            pattern: '工号[0-9]{4}'
            category: device.serial
        keys:
          operator.defined: [Project_Name, 工程]
          wifi.ssid: [station]
        own_domains: [Acme.com, acme.cn]
        least_score: {payment.*: 70, payment.card: 90}
        pattern_bytes: 1MiB
      """;

  private static Policy policy(String section) throws BadPolicy {
    try {
      return Policy.load(
          TestPolicy.sources(), Yaml.read("gateway.yaml", "routes: {US: [openai-us]}\n" + section));
    } catch (BadPolicy e) {
      throw e;
    } catch (BadYaml e) {
      throw new AssertionError(e);
    }
  }

  private static OperatorRules read(String section) throws BadPolicy {
    return policy(section).operator().additions();
  }

  @Test
  void every_key_is_read() throws BadPolicy {
    OperatorRules rules = read(SECTION);

    assertThat(rules.patterns())
        .containsExactly(
            OperatorPattern.of("staff", "EMP-[0-9]{6}", Category.OPERATOR_DEFINED),
            OperatorPattern.of("badge", "工号[0-9]{4}", Category.DEVICE_SERIAL));
    assertThat(rules.keys())
        .isEqualTo(
            Map.of(
                "Project_Name", Category.OPERATOR_DEFINED,
                "工程", Category.OPERATOR_DEFINED,
                "station", Category.WIFI_SSID));
    assertThat(rules.domains()).isEqualTo(Set.of("acme.com", "acme.cn"));
    assertThat(rules.minScores())
        .containsEntry(Category.PAYMENT_CARD, 90)
        .containsEntry(Category.IBAN, 70)
        .doesNotContainKey(Category.EMAIL);
    assertThat(rules.patternBytes()).isEqualTo(1 << 20);
  }

  @Test
  void what_the_example_config_proposes_in_comments_is_readable() throws Exception {
    Path example = Path.of(System.getProperty("demarc.root", ".."), "examples/config/gateway.yaml");
    String section =
        Files.readAllLines(example).stream()
            .filter(line ->
                line.matches(
                    " +# (classify|patterns|keys|own_domains|least_score|pattern_bytes):.*"))
            .map(line -> line.replaceFirst("^  ( *)# ", "$1"))
            .collect(Collectors.joining("\n"));

    OperatorRules rules = read(section);

    assertThat(rules.patterns()).hasSize(2);
    assertThat(rules.keys()).hasSize(3);
    assertThat(rules.domains()).isNotEmpty();
    assertThat(rules.minScores()).isNotEmpty();
    assertThat(rules.patternBytes()).as("it is called the default").isEqualTo(65_536);
  }

  @Test
  void what_is_left_out_adds_nothing() throws BadPolicy {
    assertThat(read("")).isEqualTo(OperatorRules.NONE);
    assertThat(read("classify: {}")).isEqualTo(OperatorRules.NONE);
    assertThat(policy("").operator().classifier().operator()).isEqualTo(OperatorRules.NONE);
    assertThat(policy(SECTION).operator().classifier().operator()).isEqualTo(read(SECTION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "device.serial    | {\"serial_number\":\"C02XK1ABCD12\"}",
        "device.name      | {\"device_name\":\"Adas-iPhone\"}",
        "device.meid      | {\"meid\":\"A0000049E1F2B3\"}",
        "device.ad-id     | {\"idfa\":\"6D92078A-8246-4BA4-AE5B-76104861E7DC\"}",
        "device.android-id | {\"android_id\":\"9774d56d682e549c\"}",
        "network.identity | {\"eap_identity\":\"ada.lovelace@acme.com\"}",
        "payment.bic      | {\"bic\":\"DEUTDEFF500\"}",
        "health.hint      | {\"diagnosis\":\"asthma of the left lung\"}",
        "wifi.ssid        | WIFI:T:WPA;S:lovelace-home;P:secret1234;;",
      })
  void the_highest_score_of_a_category_is_reached(String id, String text) throws Exception {
    Category category = Category.of(id).orElseThrow();
    int highest = OperatorRules.highestScore(category);
    OperatorRules rules =
        new OperatorRules(List.of(), Map.of(), Set.of(), Map.of(category, highest), 1000);
    String body =
        "{\"messages\":[{\"role\":\"user\",\"content\":\"" + text.replace("\"", "\\\"") + "\"}]}";

    assertThat(
            new Classifier(ClassifierSettings.defaults().with(rules))
                .classify(Text.of(body))
                .findings())
        .filteredOn(finding -> finding.category() == category)
        .extracting(Finding::score)
        .containsOnly(highest);
    assertThat(highest).isLessThan(100);
    assertThatThrownBy(() -> read("classify: {least_score: {" + id + ": " + (highest + 1) + "}}"))
        .hasMessageContaining("would find nothing");
  }

  @Test
  void whatever_is_taken_is_written_so_that_it_is_read_as_the_same() throws Exception {
    Random random = new Random(1);
    int taken = 0;
    for (int round = 0; round < 400; round++) {
      String odd = Character.toString(random.nextInt(random.nextBoolean() ? 0x100 : 0x11000));
      try {
        OperatorRules rules =
            new OperatorRules(
                List.of(OperatorPattern.of("a", "'EMP: " + odd + "# ", Category.OPERATOR_DEFINED)),
                Map.of("pro'ject" + odd + " ", Category.OPERATOR_DEFINED),
                Set.of(),
                Map.of(),
                1000);
        taken++;
        String text = Additions.text(rules);
        assertThat(Additions.text(read(text))).as("U+%04X", odd.codePointAt(0)).isEqualTo(text);
        assertThat(read(text).keys()).isEqualTo(rules.keys());
      } catch (IllegalArgumentException refused) {
        assertThat(refused).message().isNotEmpty();
      }
    }
    assertThat(taken).isGreaterThan(100);
  }

  @Test
  void the_hash_of_the_operators_rules_covers_each_of_them() throws BadPolicy {
    List<String> hashes =
        List.of(
            policy("").hashes().operator(),
            policy(SECTION).hashes().operator(),
            policy(SECTION.replace("{6}", "{7}")).hashes().operator(),
            policy(SECTION.replace("工程", "工程名")).hashes().operator(),
            policy(SECTION.replace("acme.cn", "acme.de")).hashes().operator(),
            policy(SECTION.replace("card: 90", "card: 91")).hashes().operator(),
            policy(SECTION.replace("1MiB", "2MiB")).hashes().operator());

    assertThat(hashes).doesNotHaveDuplicates();
    assertThat(policy(SECTION).operator().text()).isEqualTo(policy(SECTION).operator().text());
    assertThat(policy("").operator().text())
        .as("logs written without the section keep their hash")
        .doesNotContain("classify");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{patern: []} | 2:12: unknown key `patern`; the nearest known is `patterns`",
        "{patterns: [{name: a, regex: 'EMP-'}]} | unknown key `regex`",
        "{patterns: [{pattern: 'EMP-'}]} | missing key `name`",
        "{patterns: [{name: a}]} | missing key `pattern`",
        "{patterns: [{name: '', pattern: 'EMP-'}]} | 2:30: a value is missing here",
        "{patterns: [{name: A b, pattern: 'EMP-'}]} | 2:30: `A b` is no name of a pattern: up to",
        "{patterns: [{name: a, pattern: '[0-9]{6}'}]} | `[0-9]{6}` has no text of at least 3 bytes",
        "{patterns: [{name: a, pattern: 'EMP-(a)\\1'}]} | 2:42: the pattern `EMP-(a)\\1` is not"
            + " RE2",
        "{patterns: [{name: a, pattern: 'EMP-', category: staff.id}]} | unknown category"
            + " `staff.id`",
        "{patterns: [{name: a, pattern: 'EMP-', category: identity.*}]} | unknown category",
        "{patterns: [{name: a, pattern: 'EMP-', category: content.opaque}]} | which no pattern"
            + " finds",
        "{patterns: [{name: a, pattern: EMP-}, {name: a, pattern: FOO-}]} | two patterns are called"
            + " `a`",
        "{keys: [project]} | a map of keys is expected here",
        "{keys: {operator.define: [project]}} | the nearest known is `operator.defined`",
        "{keys: {operator.defined: ['--']}} | `--` cannot be the name of a field: 2 to 64 bytes",
        "{keys: {operator.defined: ['']}} | a value is missing here",
        "{keys: {operator.defined: [ＩＤ]}} | none of them in a full-width form",
        "{keys: {health.hint: [diagnosis]}} | cannot be given to the values of a field",
        "{keys: {operator.defined: [a_b], wifi.ssid: [AB]}} | the key `AB` stands twice, since"
            + " `a_b`",
        "{own_domains: ['@acme.com']} | `@acme.com` is not a domain of your own, such as acme.com",
        "{own_domains: [com]} | `com` is not a domain of your own",
        "{own_domains: [acme.com, ACME.com]} | the domain `ACME.com` stands twice",
        "{least_score: {payment.card: 0}} | 2:40: `0` is not a score: 1 to 100 are",
        "{least_score: {payment.card: 101}} | `101` is not a score",
        "{least_score: {payment.card: high}} | `high` is not a whole number",
        "{least_score: {payment.crad: 70}} | the nearest known is `payment.card`",
        "{patterns: [{name: a, pattern: EMP-}], least_score: {operator.*: 81}} | the pattern `a`"
            + " would find nothing",
        "{keys: {operator.defined: [ab]}, least_score: {operator.*: 81}} | a key of yours would"
            + " find nothing",
        "{least_score: {device.serial: 81}} | 2:25: with this least score of `device.serial` all"
            + " that looks for it would find nothing: its findings have a score of 80 at most",
        "{keys: {wifi.ssid: [station]}, least_score: {wifi.ssid: 85}} | a key of yours would find"
            + " nothing",
        "{keys: {operator.defined: [\"proj\\x07ect\"]}} | the name of a field holds a control"
            + " character",
        "{keys: {operator.defined: [\"proj\\nect\"]}} | the name of a field holds a control",
        "{keys: {operator.defined: [\"proj\\u2028ect\"]}} | the name of a field holds a control",
        "{patterns: [{name: a, pattern: \"EMP\\x7f-\"}]} | the pattern holds a control character",
        "{patterns: [{name: a, pattern: \"EMP\\x90-\"}]} | the pattern holds a control character",
        "{pattern_bytes: 64kB} | `64kB` is not a size such as 512B, 64KiB",
        "{pattern_bytes: 17MiB} | `17MiB` is more than 16MiB",
      })
  void a_rule_that_cannot_be_used_is_named_with_its_place_and_the_fix(
      String section, String problem) {
    assertThatThrownBy(() -> read("classify: " + section))
        .isInstanceOf(BadPolicy.class)
        .hasMessageStartingWith("gateway.yaml:2:")
        .hasMessageContaining(problem);
  }
}
