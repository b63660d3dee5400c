package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.Checkout;
import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the decision takes out of the example files is nowhere: not at the provider, not in the
/// log, not in the data directory, not in the diagnostics, not in the metrics, in no disguise. What
/// may pass arrives, and what was pseudonymised comes back to the client.
class LeakJarTest {
  /// What the operator adds to the classifier.
  private static final String OWN =
      "{patterns: [{name: staff, pattern: 'EMP-[0-9]{6}'}], keys: {operator.defined:"
          + " [kostenstelle]}}";

  @RegisterExtension static final Site SITE = Site.twoMarkets((config, _) -> config.classify(OWN));

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SUBJECT = "device-7741-kestrel";

  private record Expected(Map<String, List<String>> planted, List<String> control) {
    List<String> of(String category) {
      return planted.getOrDefault(category, List.of());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bank-statement.csv, CN, false",
    "bank-statement.csv, CN, true",
    "wifi-scan.log, CN, false",
    "wifi-scan.log, CN, true",
    "chat-statement.json, CN, false",
    "chat-statement.json, CN, true",
    "chat-wifi.json, CN, false",
    "chat-wifi.json, CN, true",
    "chat-statement.json, US, true",
    "chat-wifi.json, US, false",
    "chat-wifi.json, US, true"
  })
  void nothing_planted_leaves_or_stays_behind(String file, String market, boolean streamed)
      throws IOException {
    Expected expected = expected(file);
    SimulatedProvider provider = market.equals("CN") ? SITE.cn() : SITE.us();
    Chat chat = chat(file).in(market);

    Answer answer = SITE.ask(streamed ? chat.streamed() : chat);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    CapturedRequest sent = provider.last();
    assertThat(expected.control()).allSatisfy(c -> assertThat(decoded(sent)).contains(c));
    JsonNode decision = SITE.gateway().log().decision(SimulatedProvider.attempt(sent));
    SITE.gateway().log().outcome(SimulatedProvider.attempt(sent));
    assertEveryCategoryWasHandled(expected, decision);
    comesBack(expected, decision, chat, answer);
    nowhere(expected);
  }

  @ParameterizedTest
  @CsvSource({"US, false", "US, true", "CN, false", "CN, true"})
  void what_only_the_operator_knows_leaves_and_stays_no_more(String market, boolean streamed)
      throws IOException {
    String text = "Frage von EMP-417203.\nKostenstelle: Tiefbau-Nord-88\nBitte sofort.";
    Chat chat = Chat.saying(text).in(market);
    SimulatedProvider provider = market.equals("CN") ? SITE.cn() : SITE.us();

    Answer answer = SITE.ask(streamed ? chat.streamed() : chat);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(decoded(provider.last())).contains("Frage von", "Kostenstelle: ", "Bitte sofort.");
    assertThat(answer.text()).contains(text);
    SITE.gateway().log().outcome(SimulatedProvider.attempt(provider.last()));
    nowhere(List.of("EMP-417203", "Tiefbau-Nord-88"));
  }

  @Test
  void a_request_that_escapes_every_character_hides_nothing() throws IOException {
    Expected expected = expected("chat-statement.json");
    String text = Files.readString(Checkout.examples().resolve("bank-statement.csv"));
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    String json =
        "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + escaped
            + "\"}]}";

    Answer answer = SITE.ask(Chat.of(json).in("CN"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    SITE.gateway().log().outcome(SimulatedProvider.attempt(SITE.cn().last()));
    nowhere(expected);
  }

  @Test
  void the_search_would_find_a_value_where_one_stands() throws IOException {
    Answer answer = SITE.ask(Chat.saying("quarterly budget Tangerine-42").in("CN"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Disguises.of("quarterly budget Tangerine-42").in(SITE.cn().everything()))
        .contains("plain");
    assertThat(Disguises.of("transfer").in(Haystack.files(SITE.gateway().data()))).isEmpty();
    assertThat(Disguises.of(ConfigFile.CN_ROUTE).in(Haystack.files(SITE.gateway().data())))
        .contains("plain");
  }

  private static Map<String, byte[]> places() throws IOException {
    Map<String, byte[]> places = new LinkedHashMap<>();
    places.put("capture of cn", SITE.cn().everything());
    places.put("capture of us", SITE.us().everything());
    places.put("data directory", Haystack.files(SITE.gateway().data()));
    places.put("diagnostics", SITE.gateway().diagnostics().getBytes(StandardCharsets.UTF_8));
    places.put("output", SITE.gateway().printed().toString().getBytes(StandardCharsets.UTF_8));
    places.put("metrics", SITE.gateway().get("/metrics").body().getBytes(StandardCharsets.UTF_8));
    return places;
  }

  private static void nowhere(Expected expected) throws IOException {
    List<String> values = new ArrayList<>(List.of(SUBJECT));
    expected.planted().values().forEach(values::addAll);
    nowhere(values);
  }

  private static void nowhere(List<String> values) throws IOException {
    List<String> leaks = new ArrayList<>();
    Map<String, byte[]> places = places();
    for (String value : values) {
      Disguises disguises = Disguises.of(value);
      places.forEach((place, bytes) ->
          disguises.in(bytes).forEach(form -> leaks.add(value + " in " + place + ": " + form)));
    }
    assertThat(leaks).isEmpty();
  }

  private static void assertEveryCategoryWasHandled(Expected expected, JsonNode decision) {
    for (String category : expected.planted().keySet()) {
      JsonNode counts =
          decision.path(
              treatment(decision, category).equals("redact") ? "redacted" : "pseudonymised");
      assertThat(counts.path(category).asInt()).as(category + " in " + decision).isPositive();
    }
  }

  private static String treatment(JsonNode decision, String category) {
    return decision.path("treatments").path(category).asString("");
  }

  /// The simulator quotes what it received, or puts it into the arguments of the tool: of that,
  /// what was pseudonymised is itself again, and what was redacted is not.
  private static void comesBack(Expected expected, JsonNode decision, Chat chat, Answer answer) {
    String got = answer.text() + answer.arguments();
    boolean quoted = !answer.text().isEmpty();
    int restored = 0;
    for (String category : expected.planted().keySet()) {
      boolean redacted = treatment(decision, category).equals("redact");
      for (String value : expected.of(category)) {
        if (redacted) {
          assertThat(got).as(category).doesNotContain(value);
        } else if (quoted && standsAsText(chat, value)) {
          assertThat(got).as(category).contains(value);
          restored++;
        } else if (got.contains(value)) {
          restored++;
        }
      }
    }
    assertThat(got).doesNotContainPattern("(CARD|IP|MAC|BSSID|SSID|EMAIL)_[0-9A-Z]{8}");
    boolean somethingToRestore =
        expected.planted().keySet().stream()
            .anyMatch(category -> treatment(decision, category).equals("pseudonymise"));
    assertThat(restored > 0 || !somethingToRestore || !quoted).as(got).isTrue();
  }

  /// A number that was replaced by a number cannot be told from others, so it does not come back.
  private static boolean standsAsText(Chat chat, String value) {
    boolean number = value.matches("[0-9.]+");
    String text = chat.json().replace("\\\"", "\"");
    return !number || (text.contains("-" + value + ",") && !text.contains(": -" + value + ","));
  }

  private static Expected expected(String file) throws IOException {
    Map<String, Expected> all =
        YAML.readValue(
            Files.readString(Checkout.examples().resolve("expected.yaml")),
            new TypeReference<>() {});
    return Objects.requireNonNull(all.get(file), file);
  }

  private static Chat chat(String file) throws IOException {
    String text = Files.readString(Checkout.examples().resolve(file));
    return file.endsWith(".json") ? Chat.of(text) : Chat.saying(text);
  }

  /// The body that was sent, its strings decoded.
  private static String decoded(CapturedRequest request) {
    return JsonMapper.shared()
        .readTree(request.payload())
        .toPrettyString()
        .replace("\\\"", "\"")
        .replace("\\n", "\n")
        .replace("\\t", "\t");
  }
}
