package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Providers that fail in every way the simulator knows. A client never takes a broken answer for a
/// whole one; what another permitted route can mend is mended; what went wrong is in the log.
class UpstreamFaultsJarTest {
  /// US: two routes, the second helps out. CN: the first is refused by law. SG, TW: one route each.
  @RegisterExtension
  static final Site SITE =
      Site.twoMarkets((config, site) ->
          config
              .permit("US", ConfigFile.US_ROUTE, ConfigFile.CN_ROUTE)
              .permit("CN", ConfigFile.US_ROUTE, ConfigFile.CN_ROUTE)
              .permit("SG", ConfigFile.US_ROUTE)
              .permit("TW", ConfigFile.CN_ROUTE)
              .limit("head_silence", "200ms")
              .limit("heartbeat", "200ms")
              .limit("silence", "1500ms"));

  private static final String EMAIL = "li.na@post-haus.net";

  // Streams that break.

  @Test
  void a_stream_that_is_cut_ends_with_an_error_event_and_an_aborted_connection() {
    String got = broken("[[simulator: cut=3]] cut stream");

    assertThat(got).contains("\"role\":\"assistant\"", "broke off");
    assertThat(outcomeOf("cut stream")).isEqualTo("upstream_broke_off");
  }

  @Test
  void a_stream_that_ends_without_its_end_is_a_broken_one() {
    broken("[[simulator: no-done no-finish]] endless stream");

    assertThat(outcomeOf("endless stream")).isEqualTo("upstream_broke_off");
  }

  @Test
  void a_stream_with_an_error_event_passes_it_on_and_is_not_ended_tidily() {
    String got = broken("[[simulator: error-event=2]] error in stream");

    assertThat(got).contains("told to fail in the middle");
    assertThat(outcomeOf("error in stream")).isEqualTo("upstream_error");
  }

  @Test
  void a_stream_that_falls_silent_is_ended_with_an_error_after_heartbeats() {
    String got = broken("[[simulator: stall=3]] stalled stream");

    assertThat(got).contains("\n: ", "silent");
    assertThat(outcomeOf("stalled stream")).isEqualTo("timed_out");
  }

  @Test
  void an_event_that_is_no_json_passes_as_it_came_so_that_clients_stop_at_it() {
    Chat chat = Chat.saying("[[simulator: wrong-json]] wrong event").in("SG").streamed();

    Answer answer = SITE.ask(chat);

    assertThat(answer.body()).contains(",\"choices\":[{\"index\":0,\"del\n\n");
  }

  // Plain answers that break.

  @Test
  void a_plain_answer_that_is_cut_is_a_502_where_no_other_route_is_permitted() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: cut]] cut plain").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.error().path("code").asString()).isEqualTo("upstream_failed");
    assertThat(answer.error().path("type").asString()).isEqualTo("upstream_error");
    assertThat(answer.error().path("message").asString()).contains("No permitted route answered");
    assertThat(answer.receipt()).isNotEmpty();
    assertThat(outcomeOf("cut plain")).isEqualTo("upstream_broke_off");
  }

  @Test
  void a_plain_answer_shorter_than_its_length_is_not_an_answer() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: wrong-length]] short plain").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(outcomeOf("short plain")).isEqualTo("upstream_broke_off");
  }

  @Test
  void a_plain_answer_of_broken_json_is_not_given_out_as_an_answer() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: wrong-json]] wrong plain").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.error().path("code").asString()).isEqualTo("upstream_failed");
    assertThat(outcomeOf("wrong plain")).isEqualTo("upstream_error");
  }

  @Test
  void a_compressed_answer_that_nobody_asked_for_is_not_passed_on() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: gzip]] gzip plain").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(outcomeOf("gzip plain")).isEqualTo("upstream_error");
  }

  @Test
  void a_redirect_is_not_followed() {
    int before = SITE.cn().received().size();
    String elsewhere = SITE.cn().endpoint() + "/chat/completions";

    Answer answer =
        SITE.ask(Chat.saying("[[simulator: redirect=" + elsewhere + "]] redirected").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("location")).isEmpty();
    assertThat(SITE.cn().received()).hasSize(before);
    assertThat(outcomeOf("redirected")).isEqualTo("upstream_error");
  }

  // Another route.

  @ParameterizedTest
  @ValueSource(strings = {"500", "429=5", "status=503", "cut=0"})
  void the_next_permitted_route_answers_where_the_first_fails(String fault) {
    SITE.us().misbehave(fault + " times=1");
    String mark = "failover by " + fault.replace('=', ' ');

    Answer answer = SITE.ask(Chat.saying(mark + " for " + EMAIL));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("simulator (cn)").contains(EMAIL);
    CapturedRequest first = SITE.us().await(mark);
    CapturedRequest second = SITE.cn().await(mark);
    JsonNode firstDecision = SITE.gateway().log().decision(SimulatedProvider.attempt(first));
    JsonNode secondDecision = SITE.gateway().log().decision(SimulatedProvider.attempt(second));
    assertThat(firstDecision.path("request")).isEqualTo(secondDecision.path("request"));
    assertThat(firstDecision.path("try").asInt()).isEqualTo(1);
    assertThat(secondDecision.path("try").asInt()).isEqualTo(2);
    assertThat(outcomeOf(first)).isIn("upstream_error", "upstream_broke_off");
    assertThat(outcomeOf(second)).isEqualTo("answered");
    assertThat(firstDecision.path("route").path("endpoint_overridden").asBoolean()).isTrue();
  }

  @Test
  void each_recipient_sees_a_pseudonym_of_its_own() {
    SITE.us().misbehave("500 times=1");

    SITE.ask(Chat.saying("two recipients of " + EMAIL));

    String first = SimulatedProvider.text(SITE.us().await("two recipients"));
    String second = SimulatedProvider.text(SITE.cn().await("two recipients"));
    assertThat(first).contains("EMAIL_").doesNotContain(EMAIL);
    assertThat(second).contains("EMAIL_").doesNotContain(EMAIL);
    assertThat(pseudonym(first)).isNotEqualTo(pseudonym(second));
  }

  @Test
  void a_stream_fails_over_before_its_first_byte() {
    SITE.us().misbehave("500 times=1");

    Answer answer = SITE.ask(Chat.saying("streamed failover").streamed());

    assertThat(answer.text()).contains("simulator (cn)");
    assertThat(answer.done()).isTrue();
  }

  @Test
  void a_stream_does_not_fail_over_once_a_byte_went_to_the_client() {
    int before = SITE.cn().received().size();
    Chat chat = Chat.saying("[[simulator: cut=3]] no late failover").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      client.readToEnd();
      assertThat(client.endedTidily()).isFalse();
    }

    assertThat(outcomeOf("no late failover")).isEqualTo("upstream_broke_off");
    assertThat(SITE.cn().received()).hasSize(before);
  }

  @Test
  void a_route_that_the_law_refuses_is_passed_over_and_the_refusal_is_in_the_log() {
    int before = SITE.us().received().size();

    Answer answer = SITE.ask(Chat.saying("by law").in("CN"));

    assertThat(answer.text()).contains("simulator (cn)");
    assertThat(SITE.us().received()).hasSize(before);
    JsonNode permit =
        SITE.gateway().log().decision(SimulatedProvider.attempt(SITE.cn().await("by law")));
    JsonNode refusal =
        SITE.gateway()
            .log()
            .await(
                "decision",
                e ->
                    e.path("request").equals(permit.path("request")) && e.path("try").asInt() == 1);
    assertThat(refusal.path("decision").asString()).isEqualTo("deny");
    assertThat(refusal.path("reasons").toString()).contains("cn-genai", "LAW");
  }

  // One route.

  @Test
  void a_limit_of_the_only_route_passes_through_with_its_retry_after() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: 429=7]] limited").in("SG"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("retry-after")).isEqualTo("7");
    assertThat(answer.error().path("code").asString()).isEqualTo("rate_limit_exceeded");
    assertThat(answer.receipt()).isNotEmpty();
  }

  @Test
  void an_error_of_the_only_route_keeps_its_status_and_shape() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: 500]] failed").in("SG"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error().path("message").asString()).contains("told to answer 500");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void what_the_provider_says_about_our_own_key_is_not_told_to_the_client(int status) {
    Answer answer = SITE.ask(Chat.saying("[[simulator: status=" + status + "]] our key").in("SG"));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.error().path("code").asString()).isEqualTo("upstream_failed");
  }

  // What looks like a fault and is none.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "split=1",
        "split=1 crlf",
        "split=3 comments",
        "ascii",
        "split=2 ascii",
        "lone-surrogates",
        "split=5 lone-surrogates",
        "no-done",
        "deltas=1",
        "deltas=400"
      })
  void whatever_the_pieces_the_client_gets_the_same_text_restored(String manner) {
    String said = "路 and é for " + EMAIL;
    Chat chat = Chat.saying("[[simulator: " + manner + "]] " + said).in("TW").streamed();

    Answer answer = SITE.ask(chat);

    assertThat(answer.text()).contains("simulator (cn)").contains(said);
    assertThat(SimulatedProvider.text(SITE.cn().last())).doesNotContain(EMAIL);
  }

  @Test
  void a_slow_head_is_bridged_by_heartbeats_for_a_stream() {
    Chat chat = Chat.saying("[[simulator: slow-head=900]] slow").in("SG").streamed();

    Answer answer = SITE.ask(chat);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith(": ");
    assertThat(answer.text()).contains("slow");
    assertThat(answer.done()).isTrue();
    assertThat(answer.receipt()).isNotEmpty();
  }

  @Test
  void an_error_after_heartbeats_ends_the_stream_with_an_error_event() {
    String got = broken("[[simulator: slow-head=900 500]] slow error");

    assertThat(got).contains("\n: ", "status 500");
    assertThat(outcomeOf("slow error")).isEqualTo("upstream_error");
  }

  /// Streams on the only route and expects an error event, no end marker, no tidy end.
  private static String broken(String text) {
    Chat chat = Chat.saying(text).in("SG").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      String got = client.readToEnd();
      assertThat(got).startsWith("HTTP/1.1 200").contains("data: {\"error\":");
      assertThat(got).doesNotContain("[DONE]");
      assertThat(client.endedTidily()).isFalse();
      return got;
    }
  }

  private static String outcomeOf(String mark) {
    return outcomeOf(SITE.us().await(mark));
  }

  private static String outcomeOf(CapturedRequest request) {
    String attempt = SimulatedProvider.attempt(request);
    return SITE.gateway().log().outcome(attempt).path("outcome").asString();
  }

  private static List<String> pseudonym(String body) {
    return Pattern.compile("EMAIL_[0-9A-Z]+")
        .matcher(body)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }
}
