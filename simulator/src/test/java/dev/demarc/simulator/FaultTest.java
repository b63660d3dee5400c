package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each fault as a client sees it on the wire.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FaultTest {
  @TempDir private Path dir;
  private RunningSimulator running;

  @BeforeEach
  void start() throws IOException {
    running = RunningSimulator.in(dir);
  }

  @AfterEach
  void stop() throws IOException {
    running.close();
  }

  private static String request(boolean stream, String text) {
    return """
    {"model":"m","stream":%s,"messages":[{"role":"user","content":"%s"}]}\
    """
        .formatted(stream, text);
  }

  private Answer plain(String faults) throws IOException {
    return Answer.parse(running.chat(request(false, "[[simulator: " + faults + "]]")));
  }

  private Answer stream(String faults) throws IOException {
    return Answer.parse(running.chat(request(true, "[[simulator: " + faults + "]]")));
  }

  @Test
  void silent_answers_nothing() throws IOException {
    try (RawClient client = running.connect()) {
      assertThat(client.chat(request(false, "[[simulator: silent]]")).isSilent()).isTrue();
    }
    var event = running.awaitEvent(e -> e.kind() == ConnectionEvent.Kind.CLOSED_BY_CLIENT);
    assertThat(event.sentBytes()).isZero();
  }

  @Test
  void stall_sends_the_head_and_as_many_events_as_asked_for() throws IOException {
    try (RawClient client = running.connect()) {
      client.chat(request(true, "[[simulator: stall=1]]")).readUntil("\n\n\r\n");
      assertThat(client.isSilent()).isTrue();
    }
    try (RawClient client = running.connect()) {
      client.chat(request(false, "[[simulator: stall]]")).readUntil("\r\n\r\n");
      assertThat(client.isSilent()).isTrue();
    }
  }

  @Test
  void cut_closes_in_the_middle() throws IOException {
    var stream = stream("cut=3");
    assertThat(stream.events()).hasSize(3);
    assertThat(stream.body()).doesNotEndWith("0\r\n\r\n");

    var plain = plain("cut");
    assertThat(plain.head()).doesNotContain("content-length: " + plain.body().length());
    assertThat(running.awaitEvent(e -> e.n() == 2).kind())
        .isEqualTo(ConnectionEvent.Kind.CLOSED_BY_SIMULATOR);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void split_changes_the_writes_and_not_the_bytes(int size) throws IOException {
    assertThat(stream("split=" + size).streamedContent())
        .endsWith("[[simulator: split=" + size + "]]");
  }

  @Test
  void slow_head_and_pace_delay_and_change_nothing_else() throws IOException {
    assertThat(plain("slow-head=20").status()).isEqualTo(200);
    assertThat(stream("pace=1").events()).last().isEqualTo("[DONE]");
  }

  @Test
  void deltas_streams_exactly_as_many_as_asked_for() throws IOException {
    assertThat(stream("deltas=3").events()).hasSize(3 + 3);
    assertThat(stream("deltas=500").events()).hasSize(500 + 3);
  }

  @Test
  void close_idle_answers_in_full_and_closes_a_connection_that_was_to_stay() throws IOException {
    String body = request(true, "[[simulator: close-idle]]");
    try (RawClient client = running.connect()) {
      client.send(RawClient.chatRequest(body).replace("Connection: close\r\n", ""));

      assertThat(Answer.parse(client.readAll()).events()).last().isEqualTo("[DONE]");
    }
  }

  @Test
  void big_pads_the_text() throws IOException {
    assertThat(plain("big=200000").content()).hasSize(200_000);
  }

  @Test
  void a_stream_can_lack_its_end_marks() throws IOException {
    assertThat(stream("no-done").events()).isNotEmpty().doesNotContain("[DONE]");
    var noFinish = stream("no-finish");
    assertThat(noFinish.chunks())
        .isNotEmpty()
        .allMatch(c -> c.at("/choices/0/finish_reason").isNull());
    assertThat(noFinish.events()).last().isEqualTo("[DONE]");
  }

  @Test
  void an_error_event_ends_the_stream_without_done() throws IOException {
    var answer = stream("error-event=2");
    assertThat(answer.chunks()).hasSize(3);
    assertThat(answer.chunks().getLast().at("/error/code").asString()).isEqualTo("server_error");
    assertThat(answer.events()).doesNotContain("[DONE]");
  }

  @Test
  void wrong_json_breaks_off_with_a_correct_length() throws IOException {
    var plain = plain("wrong-json");
    assertThat(plain.head()).contains("content-length: " + plain.body().length() + "\r\n");
    assertThat(plain.body()).startsWith("{").doesNotEndWith("}");
    assertThat(stream("wrong-json").events().get(1)).endsWith("\"del");
  }

  @Test
  void wrong_length_announces_more_than_it_sends() throws IOException {
    var plain = plain("wrong-length");
    int length = plain.body().getBytes(StandardCharsets.UTF_8).length;
    assertThat(plain.head()).contains("content-length: " + (length + 10) + "\r\n");
    assertThat(stream("wrong-length").body()).endsWith("40\r\n");
  }

  @Test
  void lone_surrogates_come_in_two_deltas_that_join_to_an_emoji() throws IOException {
    var answer = stream("lone-surrogates");
    assertThat(answer.body())
        .contains("\"content\":\"\\uD83D\"")
        .contains("\"content\":\"\\uDE00\"");
    assertThat(answer.streamedContent()).endsWith("😀🚀🌊");
  }

  @Test
  void ascii_crlf_and_comments_change_the_form_of_a_stream_only() throws IOException {
    String text = "你好 😀 ";
    for (String fault : new String[] {"ascii", "crlf", "comments"}) {
      var answer = Answer.parse(running.chat(request(true, text + "[[simulator: " + fault + "]]")));
      assertThat(answer.streamedContent()).contains(text);
    }
    assertThat(running.chat(request(true, text + "[[simulator: ascii]]"))).isASCII();
    assertThat(stream("crlf").body()).contains("data: [DONE]\r\n\r\n");
    assertThat(stream("comments").body()).contains(": simulator\n\n");
  }

  @Test
  void gzip_compresses_what_nobody_asked_to_compress() throws IOException {
    try (RawClient client = running.connect()) {
      byte[] all = client.chat(request(false, "[[simulator: gzip]]")).readAllBytes();
      String raw = new String(all, StandardCharsets.ISO_8859_1);
      int body = raw.indexOf("\r\n\r\n") + 4;
      assertThat(raw).contains("content-encoding: gzip");
      try (var in = new GZIPInputStream(new ByteArrayInputStream(all, body, all.length - body))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("simulator/m");
      }
    }
  }

  @Test
  void other_statuses_come_with_their_headers() throws IOException {
    var limited = plain("429=7");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.head()).contains("retry-after: 7\r\n");
    assertThat(limited.json().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
    assertThat(stream("500").status()).isEqualTo(500);
    assertThat(plain("status=503").status()).isEqualTo(503);
    assertThat(plain("redirect=/other").head()).contains("307").contains("location: /other\r\n");
  }

  @Test
  void an_unknown_fault_is_refused_and_the_known_ones_are_named() throws IOException {
    var answer = plain("explode");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/message").asString())
        .contains("\"explode\"")
        .contains("stall");
  }

  @Test
  void a_standing_fault_is_set_over_http_and_is_not_captured() throws IOException {
    assertThat(running.steer("500")).contains("\"misbehaviour\":\"500\"");
    assertThat(Answer.parse(running.chat(request(false, "hello"))).status()).isEqualTo(500);
    assertThat(running.steer("")).contains("\"misbehaviour\":\"\"");
    assertThat(Answer.parse(running.chat(request(false, "hello"))).status()).isEqualTo(200);
    assertThat(running.steer("bend")).contains("400 Bad Request");

    assertThat(running.requests()).hasSize(2);
  }

  @Test
  void a_standing_fault_can_hold_for_a_number_of_answers() throws IOException {
    running.simulator().misbehave(Misbehaviour.parse("500 times=2"));

    int[] statuses = new int[3];
    for (int i = 0; i < statuses.length; i++) {
      statuses[i] = Answer.parse(running.chat(request(false, "hello"))).status();
    }
    assertThat(statuses).containsExactly(500, 500, 200);
  }
}
