package dev.demarc.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What passes the border besides findings: untouched bytes as they were, none of the client's
/// headers, never another host; and what strangers and operators get to see of it.
class PassageJarTest {
  @RegisterExtension
  static final Site SITE = Site.twoMarkets((config, site) -> config.limit("body", "1MiB"));

  private static final String EMAIL = "li.na@post-haus.net";

  // Bytes.

  @Test
  void every_byte_that_is_not_changed_on_purpose_arrives_as_it_was() {
    String body =
        """
        { "messages":[ {"role":"user" ,"content":"caf\\u00e9 \\ud83d\\ude00 \\/ é 😀 \\u4f60"}],
        \t"temperature":0.70, "seed": 9007199254740993,"x_new": {"a":1e400, "b":-0.0,"": [1,2 , 3]},
          "model" : "assistant"  }
        """;
    Answer answer = post(body, "POST /m/CN/v1/chat/completions HTTP/1.1", List.of());

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    CapturedRequest sent = SITE.cn().last();
    JsonNode decision = SITE.gateway().log().decision(SimulatedProvider.attempt(sent));
    String model = decision.path("route").path("model").asString();
    assertThat(model).isNotEmpty();
    assertThat(SimulatedProvider.text(sent)).isEqualTo(body.replace("assistant", model));
    assertThat(decision.path("bytes").asInt()).isEqualTo(sent.payload().length);
  }

  @Test
  void a_large_request_and_a_large_answer_pass_whole() {
    String filler = "all work and no play ".repeat(15_000);
    Chat chat = Chat.saying("[[simulator: big=400000 deltas=200]] " + filler + EMAIL).in("CN");

    Answer plain = SITE.ask(chat);
    Answer streamed = SITE.ask(chat.streamed());

    for (Answer answer : List.of(plain, streamed)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).contains(filler + EMAIL).hasSizeGreaterThanOrEqualTo(400_000);
    }
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
  }

  // Heads.

  @Test
  void no_header_of_the_client_goes_to_the_provider() {
    List<String> names =
        List.of(
            "cookie",
            "user-agent",
            "x-forwarded-for",
            "x-real-ip",
            "forwarded",
            "via",
            "origin",
            "referer",
            "accept-language",
            "openai-organization",
            "openai-project",
            "x-stainless-os",
            "x-client-request-id",
            "x-request-id",
            "x-device-id",
            "traceparent",
            "baggage",
            "demarc-subject",
            "te",
            "x-anything");
    List<String> headers = names.stream().map(name -> name + ": marker-5309").toList();

    Answer answer =
        post(Chat.saying("hi").json(), "POST /m/CN/v1/chat/completions HTTP/1.1", headers);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    String head = SITE.cn().last().headText();
    assertThat(head).doesNotContain("marker-5309", ConfigFile.API_KEY);
    assertThat(head.lines().skip(1).map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT)))
        .filteredOn(name -> !name.isEmpty())
        .isSubsetOf(
            "host",
            "content-type",
            "content-length",
            "accept",
            "accept-encoding",
            "user-agent",
            "authorization",
            "x-client-request-id");
    assertThat(SITE.cn().last().header("host")).contains("127.0.0.1:" + SITE.cn().port());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST http://127.0.0.1:%d/v1/chat/completions HTTP/1.1",
        "POST //127.0.0.1:%d/v1/chat/completions HTTP/1.1",
        "POST /v1/chat/completions?base_url=http://127.0.0.1:%d HTTP/1.1",
        "POST /v1/chat/completions/../../@127.0.0.1:%d/v1 HTTP/1.1",
        "POST /m/US@127.0.0.1:%d/v1/chat/completions HTTP/1.1"
      })
  void a_client_cannot_choose_the_host(String line) {
    int before = SITE.cn().received().size();
    String there = "127.0.0.1:" + SITE.cn().port();

    Answer answer =
        post(
            Chat.saying("where to?").json(),
            line.formatted(SITE.cn().port()),
            List.of("x-forwarded-host: " + there, "x-original-url: http://" + there));

    assertThat(SITE.cn().received()).hasSize(before);
    if (answer.status() == 200) {
      assertThat(answer.text()).contains("simulator (us)");
    }
  }

  @Test
  void a_client_that_offers_http_2_or_asks_before_its_body_is_answered() throws Exception {
    try (HttpClient upgrading =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(SITE.gateway().base() + "/chat/completions"))
              .header("authorization", "Bearer " + ConfigFile.API_KEY)
              .POST(HttpRequest.BodyPublishers.ofString(Chat.saying("upgrade?").json()));
      for (boolean expecting : List.of(false, true)) {
        HttpResponse<String> response =
            upgrading.send(
                request.expectContinue(expecting).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
      }
    }
  }

  // Refusals without an attempt.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"assistant\",\"model\":\"other\",\"messages\":[]}",
        "{\"model\":\"assistant\",\"messages\":[]} {}",
        "[]",
        "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"\\ud800\"}]}",
        "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"name-5309",
        ""
      })
  void a_body_that_could_be_read_two_ways_is_refused_and_not_quoted(String body) {
    int before = SITE.us().received().size();

    Answer answer = post(body, "POST /v1/chat/completions HTTP/1.1", List.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error().path("code").asString()).isEqualTo("invalid_request_body");
    assertThat(answer.body()).doesNotContain("name-5309");
    assertThat(SITE.us().received()).hasSize(before);
  }

  @Test
  void a_body_above_the_limit_is_refused() {
    Answer answer = SITE.ask(Chat.saying("x".repeat(2 << 20)));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error().path("code").asString()).isEqualTo("request_too_large");
  }

  @Test
  void a_refusal_is_in_the_log_without_a_word_of_the_caller() throws IOException {
    int entries = SITE.gateway().log().entries("refusal").size();

    assertThat(SITE.ask(Chat.saying("hi").model("marisol-quent")).status()).isEqualTo(404);
    assertThat(SITE.ask(Chat.saying("hi").header("authorization", "Bearer x")).status())
        .isEqualTo(401);
    assertThat(SITE.ask(Chat.saying("hi").in("FR")).status()).isEqualTo(403);

    SITE.gateway().log().await("refusal", e -> code(e).equals("market_not_permitted"));
    List<JsonNode> refusals = SITE.gateway().log().entries("refusal");
    assertThat(refusals.subList(entries, refusals.size()))
        .extracting(PassageJarTest::code)
        .containsExactly("model_not_found", "market_not_permitted");
    assertThat(Files.readString(SITE.gateway().data().resolve("log/checkpoint"))).isNotEmpty();
    for (byte[] leaf : SITE.gateway().log().leaves()) {
      assertThat(new String(leaf, UTF_8)).doesNotContain("marisol", "FR\"");
    }
  }

  private static String code(JsonNode refusal) {
    return refusal.path("code").asString();
  }

  // What strangers and operators see.

  @Test
  void a_stranger_can_fetch_and_verify_the_log_and_nothing_else() {
    assertThat(SITE.ask(Chat.saying("for the stranger")).status()).isEqualTo(200);
    String address = SITE.gateway().address() + "/log/";

    Finished verdict = Finished.run(Build.verifier(address, "--key", SITE.gateway().verifierKey()));

    assertThat(verdict.exit()).as(verdict.output()).isZero();
    for (String path :
        List.of("/log/../keys/log.seed", "/log/%2e%2e/keys/log.seed", "/log//etc/passwd")) {
      assertThat(SITE.gateway().get(path).status()).as(path).isIn(400, 404);
    }
  }

  @Test
  void every_decision_of_the_log_is_decided_again_alike() {
    assertThat(SITE.ask(Chat.saying("again for " + EMAIL).in("CN")).status()).isEqualTo(200);
    assertThat(
            SITE.ask(Chat.saying("refused").in("CN").header("demarc-subject-protection", "EU"))
                .status())
        .isEqualTo(403);
    SITE.gateway().log().await("decision", e -> e.path("decision").asString().equals("deny"));
    int decisions = SITE.gateway().log().entries("decision").size();

    Finished replay = Finished.run(Build.demarc("replay", SITE.gateway().data().toString()));

    assertThat(replay.exit()).as(replay.output()).isZero();
    assertThat(replay.output()).contains(decisions + " of " + decisions);
  }

  @Test
  void other_known_apis_say_in_their_own_shape_that_they_are_not_offered() {
    Answer anthropic = SITE.gateway().get("/v1/messages");
    Answer openai = SITE.gateway().get("/v1/responses");

    assertThat(anthropic.status()).isEqualTo(404);
    assertThat(anthropic.json().path("type").asString()).isEqualTo("error");
    assertThat(anthropic.error().path("type").asString()).isEqualTo("not_found_error");
    assertThat(openai.status()).isEqualTo(404);
    assertThat(openai.error().path("code").asString()).isEqualTo("not_offered");
  }

  private static Answer post(String body, String line, List<String> headers) {
    StringBuilder head = new StringBuilder(line + "\r\nhost: gateway\r\n");
    head.append("authorization: Bearer " + ConfigFile.API_KEY + "\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("content-length: " + body.getBytes(UTF_8).length + "\r\nconnection: close\r\n\r\n");
    try (RawClient client = RawClient.connect(SITE.gateway().address())) {
      client.send(head + body);
      return client.answer();
    }
  }
}
