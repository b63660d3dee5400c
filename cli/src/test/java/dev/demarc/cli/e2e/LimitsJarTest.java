package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Each limit has an error of its own, and whatever ends a request, the counters that the limits
/// stand on go back to 0.
class LimitsJarTest {
  // A busy machine syncs late, which is not what is asked here.
  @RegisterExtension
  static final Site SITE =
      Site.twoMarkets((config, site) ->
          config
              .log("sync_deadline", "20s")
              .permit("US", ConfigFile.US_ROUTE, ConfigFile.CN_ROUTE)
              .permit("SG", ConfigFile.US_ROUTE)
              .limit("body", "20KiB")
              .limit("bytes_in_flight", "30KiB")
              .limit("requests_in_flight", "3")
              .limit("body_time", "1s")
              .limit("silence", "2s")
              .limit("head_silence", "300ms")
              .limit("heartbeat", "300ms")
              .limit("answer_time", "6s")
              .limit("answer", "600KiB"));

  @AfterEach
  void the_counters_are_at_0_again() {
    Patience.until(
        "counters at 0",
        () ->
            metrics().contains("\ndemarc_requests_in_flight 0.0\n")
                && metrics().contains("\ndemarc_bytes_in_flight 0.0\n")
                && metrics().contains("\ndemarc_answer_bytes_in_flight 0.0\n"));
  }

  private static String metrics() {
    return SITE.gateway().get("/metrics").body();
  }

  // Requests.

  @Test
  void a_body_that_is_declared_too_large_is_a_413_before_it_is_sent() {
    try (RawClient client = RawClient.connect(address())) {
      client.send(RawClient.head(Chat.saying("never sent"), 20 * 1024 + 1));

      refused(client.answer(), 413, "request_too_large");
    }
  }

  @Test
  void a_body_that_becomes_too_large_is_a_413_too() {
    try (RawClient client = RawClient.connect(address())) {
      client.send(chunkedHead() + chunk(9000) + chunk(9000) + chunk(9000));

      refused(client.answer(), 413, "request_too_large");
    }
  }

  @Test
  void a_body_that_does_not_come_is_a_408() {
    try (RawClient client = RawClient.connect(address())) {
      client.send(RawClient.head(Chat.saying("half"), 100) + "{");

      refused(client.answer(), 408, "request_timeout");
    }
  }

  @Test
  void a_request_more_than_are_handled_at_once_is_a_503() {
    List<RawClient> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String mark = "fills place " + i;
      waiting.add(RawClient.sending(address(), Chat.saying("[[simulator: silent]] " + mark)));
      SITE.us().await(mark);
    }
    try {
      Answer answer = SITE.ask(Chat.saying("one too many"));

      refused(answer, 503, "overloaded");
      assertThat(answer.header("retry-after")).isEqualTo("1");
    } finally {
      waiting.forEach(RawClient::close);
    }
    theCountersAreAtRestAndTheNextIsAnswered("after too many");
  }

  @Test
  void a_body_for_which_there_is_no_room_is_a_503() {
    try (RawClient first = RawClient.connect(address())) {
      first.send(RawClient.head(Chat.saying("holds room"), 18_000) + "{");
      Patience.until(
          "bytes in flight", () -> metrics().contains("\ndemarc_bytes_in_flight 18000.0\n"));

      refused(SITE.ask(Chat.saying("x".repeat(15_000))), 503, "overloaded");
    }
    theCountersAreAtRestAndTheNextIsAnswered("x".repeat(15_000));
  }

  private void theCountersAreAtRestAndTheNextIsAnswered(String text) {
    the_counters_are_at_0_again();
    assertThat(SITE.ask(Chat.saying(text)).status()).isEqualTo(200);
  }

  // Answers.

  @Test
  void a_provider_that_is_silent_after_its_head_ends_in_an_error_event() {
    Chat chat = Chat.saying("[[simulator: stall=0]] silent after the head").in("SG").streamed();
    try (RawClient client = RawClient.sending(address(), chat)) {
      String got = client.readToEnd();

      assertThat(got).startsWith("HTTP/1.1 200").contains("\n: ", "data: {\"error\":", "silent");
      assertThat(client.endedTidily()).isFalse();
    }
    assertThat(outcomeOf("silent after the head")).isEqualTo("timed_out");
  }

  @Test
  void a_stream_that_never_pauses_ends_when_its_time_is_over() {
    String manner = "[[simulator: pace=100 deltas=500]] ";
    Chat chat = Chat.saying(manner + "goes on and on").in("SG").streamed();
    try (RawClient client = RawClient.sending(address(), chat)) {
      String got = client.readToEnd();

      assertThat(got).contains("data: {\"error\":", "took more than 6 s");
      assertThat(client.endedTidily()).isFalse();
    }
    assertThat(outcomeOf("goes on and on")).isEqualTo("timed_out");
  }

  @Test
  void a_whole_answer_above_the_limit_is_not_an_answer() {
    Answer answer = SITE.ask(Chat.saying("[[simulator: big=700000]] too large").in("SG"));

    refused(answer, 502, "upstream_failed");
    assertThat(outcomeOf("too large")).isEqualTo("upstream_error");
  }

  @Test
  void after_a_failover_the_headers_speak_of_the_route_that_answered() {
    SITE.us().misbehave("500 times=1");

    Answer answer = SITE.ask(Chat.saying("headers after a failover"));

    String attempt = SimulatedProvider.attempt(SITE.cn().await("headers after a failover"));
    assertThat(answer.headers().allValues("demarc-route")).containsExactly(ConfigFile.CN_ROUTE);
    assertThat(answer.headers().allValues("demarc-receipt")).hasSize(1);
    assertThat(SITE.gateway().log().decision(attempt).path("route").path("id").asString())
        .isEqualTo(ConfigFile.CN_ROUTE);
    assertThat(answer.headers().allValues("x-request-id")).hasSize(1);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.error().path("code").asString()).isEqualTo(code);
  }

  private static String outcomeOf(String mark) {
    String attempt = SimulatedProvider.attempt(SITE.us().await(mark));
    return SITE.gateway().log().outcome(attempt).path("outcome").asString();
  }

  private static URI address() {
    return SITE.gateway().address();
  }

  private static String chunkedHead() {
    return RawClient.head(Chat.saying(""), 0)
        .replace("content-length: 0", "transfer-encoding: chunked");
  }

  private static String chunk(int length) {
    String content = new String(new byte[length], StandardCharsets.US_ASCII).replace('\0', ' ');
    return Integer.toHexString(length) + "\r\n" + content + "\r\n";
  }
}
