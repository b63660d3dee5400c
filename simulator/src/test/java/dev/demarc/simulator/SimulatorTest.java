package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SimulatorTest {
  private static final String HELLO =
      """
      {"model":"m-1","messages":[{"role":"user","content":"Tangerine 42, 你好 😀"}]}\
      """;
  private static final String HELLO_STREAM =
      HELLO.replace("{\"model\"", "{\"stream\":true,\"model\"");

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

  // --- what it says ----------------------------------------------------------------------------

  @Test
  void a_plain_answer_names_itself_a_simulator_and_quotes_the_last_user_message()
      throws IOException {
    var answer = Answer.parse(running.chat(HELLO));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head()).contains("server: demarc-simulator");
    var json = answer.json();
    assertThat(json.path("model").asString()).isEqualTo("simulator/m-1");
    var choice = json.path("choices").path(0);
    assertThat(choice.path("message").path("content").asString())
        .startsWith("I am a simulator (simulator), not a model.")
        .endsWith("Tangerine 42, 你好 😀");
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(json.path("usage").path("total_tokens").asInt()).isPositive();
  }

  @Test
  void a_stream_carries_the_same_text_in_small_deltas_and_ends_with_done() throws IOException {
    String plain = Answer.parse(running.chat(HELLO)).content();
    var streamed = Answer.parse(running.chat(HELLO_STREAM));

    assertThat(streamed.head()).contains("content-type: text/event-stream");
    // The stream's request is longer, which the text says.
    assertThat(streamed.streamedContent().replaceAll("received \\d+", "received N"))
        .isEqualTo(plain.replaceAll("received \\d+", "received N"));
    assertThat(streamed.events()).hasSizeGreaterThan(10).last().isEqualTo("[DONE]");
    assertThat(streamed.chunks()).allMatch(c -> c.path("usage").isMissingNode());
    assertThat(streamed.chunks().getLast().at("/choices/0/finish_reason").asString())
        .isEqualTo("stop");
  }

  @Test
  void usage_comes_in_an_extra_chunk_without_choices_when_asked_for() throws IOException {
    var streamed =
        Answer.parse(
            running.chat(
                HELLO_STREAM.replace(
                    "{\"stream\"", "{\"stream_options\":{\"include_usage\":true},\"stream\"")));

    var last = streamed.chunks().getLast();
    assertThat(last.path("choices").isEmpty()).isTrue();
    assertThat(last.path("usage").path("total_tokens").asInt()).isPositive();
    assertThat(streamed.chunks().getFirst().path("usage").isNull()).isTrue();
  }

  @Test
  void every_choice_that_is_asked_for_gets_its_own_lane() throws IOException {
    var streamed =
        Answer.parse(running.chat(HELLO_STREAM.replace("{\"stream\"", "{\"n\":3,\"stream\"")));

    assertThat(streamed.chunks())
        .extracting(c -> c.at("/choices/0/index").asInt())
        .contains(0, 1, 2);
    assertThat(streamed.streamedContent(2)).isEqualTo(streamed.streamedContent(0));
  }

  @Test
  void an_offered_tool_is_called_with_values_of_the_request_text() throws IOException {
    String body =
        """
        {"model":"m","messages":[{"role":"user","content":"Block CARD_7K3QX9M4 for EMAIL_0A1B2C3D"}],
         "tools":[{"type":"function","function":{"name":"block_card","parameters":{"type":"object",
         "properties":{"email":{"type":"string"},"card_number":{"type":"string"},
         "reason":{"type":"string","enum":["lost","stolen"]}}}}}]}\
        """;

    var call = Answer.parse(running.chat(body)).json().at("/choices/0/message/tool_calls/0");

    assertThat(call.at("/function/name").asString()).isEqualTo("block_card");
    assertThat(call.at("/function/arguments").asString())
        .isEqualTo(
            """
            {"email":"EMAIL_0A1B2C3D","card_number":"CARD_7K3QX9M4","reason":"lost"}\
            """);
    var streamed =
        Answer.parse(running.chat(body.replace("{\"model\"", "{\"stream\":true,\"model\"")));
    assertThat(streamed.streamedArguments()).isEqualTo(call.at("/function/arguments").asString());
    assertThat(streamed.chunks().getLast().at("/choices/0/finish_reason").asString())
        .isEqualTo("tool_calls");
  }

  @Test
  void a_tool_result_is_quoted_instead_of_calling_again() throws IOException {
    var answer =
        Answer.parse(
            running.chat(
                """
                {"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"go"}]},
                 {"role":"assistant","tool_calls":[]},{"role":"tool","content":"found it"}],
                 "tools":[{"type":"function","function":{"name":"f"}}]}\
                """));

    assertThat(answer.content()).contains("reads:\ngo\nA tool result reads:\nfound it");
  }

  @Test
  void paths_work_under_any_base_and_models_are_listed() throws IOException {
    try (RawClient client = running.connect()) {
      var answer =
          Answer.parse(
              client
                  .send(
                      RawClient.head(
                          "GET /compatible-mode/v1/models?limit=2 HTTP/1.1", "Connection: close"))
                  .readAll());
      assertThat(answer.json().at("/data/0/id").asString()).isEqualTo("simulator");
    }
    try (RawClient client = running.connect()) {
      String request = RawClient.chatRequest(HELLO).replace("/v1/chat", "/compatible-mode/v1/chat");
      assertThat(Answer.parse(client.send(request).readAll()).status()).isEqualTo(200);
    }
  }

  @Test
  void what_it_cannot_answer_is_an_error_in_the_shape_of_the_api() throws IOException {
    var notJson = Answer.parse(running.chat("{\"model\":"));
    assertThat(notJson.status()).isEqualTo(400);
    assertThat(notJson.json().at("/error/message").asString())
        .isEqualTo("simulator: the body is not JSON");
    assertThat(Answer.parse(running.chat("{\"messages\":[]}")).status()).isEqualTo(400);
    try (RawClient client = running.connect()) {
      String request = RawClient.chatRequest("{}").replace("/v1/chat/completions", "/v1/responses");
      assertThat(Answer.parse(client.send(request).readAll()).status()).isEqualTo(404);
    }
    try (RawClient client = running.connect()) {
      String request = "GET /v1/chat/completions HTTP/1.1\r\nConnection: close\r\n\r\n";
      assertThat(Answer.parse(client.send(request).readAll()).status()).isEqualTo(405);
    }
  }

  @Test
  void a_port_that_is_taken_is_said_so() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings =
          SimulatorSettings.at("127.0.0.1", taken.getLocalPort(), dir.resolve("other.jsonl"));

      assertThatThrownBy(() -> Simulator.start(settings))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
  }

  // --- what it captures ------------------------------------------------------------------------

  @Test
  void head_and_body_are_captured_exactly_as_they_came() throws IOException {
    String head =
        "POST /v1/chat/completions?a=%41 HTTP/1.1\r\nhOsT:  x\r\nX-B:2\r\nx-b: 1 \r\n"
            + "Content-Length: "
            + HELLO.getBytes(StandardCharsets.UTF_8).length
            + "\r\nConnection: close\r\n\r\n";
    try (RawClient client = running.connect()) {
      client.send(head + HELLO).readAll();
    }

    assertThat(running.requests())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.headText()).isEqualTo(head);
          assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(HELLO);
          assertThat(request.complete()).isTrue();
          assertThat(request.n()).isEqualTo(1);
          assertThat(request.target()).isEqualTo("/v1/chat/completions?a=%41");
          assertThat(request.header("X-b")).contains("2");
        });
  }

  @Test
  void a_request_is_in_the_capture_before_its_answer_begins() throws IOException {
    running.simulator().misbehave(Misbehaviour.parse("stall"));
    try (RawClient client = running.connect()) {
      client.chat(HELLO).readUntil("\r\n\r\n");

      assertThat(running.requests()).hasSize(1);
    }
  }

  @Test
  void a_chunked_body_is_captured_with_its_framing_and_read_without() throws IOException {
    byte[] utf8 = HELLO.getBytes(StandardCharsets.UTF_8);
    String chunked =
        "5\r\n"
            + HELLO.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(utf8.length - 5)
            + ";x=y\r\n"
            + HELLO.substring(5)
            + "\r\n0\r\nTrailer: t\r\n\r\n";
    try (RawClient client = running.connect()) {
      String head =
          RawClient.head(
              "POST /v1/chat/completions HTTP/1.1",
              "Transfer-Encoding: chunked",
              "Connection: close");
      assertThat(Answer.parse(client.send(head + chunked).readAll()).status()).isEqualTo(200);
    }

    var request = running.requests().getFirst();
    assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(chunked);
    assertThat(request.payload()).isEqualTo(utf8);
  }

  @Test
  void bytes_that_came_before_a_cut_are_captured_as_incomplete() throws IOException {
    String half = RawClient.chatRequest(HELLO).substring(0, 150);
    try (RawClient client = running.connect()) {
      client.send(half);
      running.awaitEvent(e -> e.kind() == ConnectionEvent.Kind.RECEIVING);
    }
    running.awaitEvent(e -> e.kind() == ConnectionEvent.Kind.CLOSED_BY_CLIENT);

    var request = running.requests().getFirst();
    assertThat(request.complete()).isFalse();
    assertThat(request.headText() + new String(request.body(), StandardCharsets.UTF_8))
        .isEqualTo(half);
  }

  @Test
  void a_connection_without_a_byte_leaves_the_capture_empty() throws IOException {
    running.connect().close();
    running.chat(HELLO);

    assertThat(running.requests()).hasSize(1);
  }

  @Test
  void requests_on_one_connection_are_captured_one_by_one() throws IOException {
    String keep = RawClient.chatRequest(HELLO).replace("Connection: close\r\n", "");
    try (RawClient client = running.connect()) {
      String answers = client.send(keep + keep + RawClient.chatRequest(HELLO)).readAll();

      assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    }
    assertThat(running.requests()).extracting(CapturedRequest::n).containsExactly(1, 2, 3);
  }

  @Test
  void nonsense_is_refused_and_captured_as_incomplete() throws IOException {
    String nonsense = "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n";
    try (RawClient client = running.connect()) {
      assertThat(Answer.parse(client.send(nonsense).readAll()).status()).isEqualTo(400);
    }

    assertThat(running.requests())
        .singleElement()
        .satisfies(r -> assertThat(r.headText()).isEqualTo(nonsense))
        .satisfies(r -> assertThat(r.complete()).isFalse());
  }

  @Test
  void a_client_that_waits_to_be_told_to_go_on_is_told() throws IOException {
    String request = RawClient.chatRequest(HELLO).replace("Host:", "Expect: 100-continue\r\nHost:");
    int body = request.indexOf("\r\n\r\n") + 4;
    try (RawClient client = running.connect()) {
      client.send(request.substring(0, body)).readUntil("100 Continue\r\n\r\n");
      assertThat(client.send(request.substring(body)).readAll()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void a_client_that_leaves_in_a_stream_is_seen_to_leave() throws IOException {
    running.simulator().misbehave(Misbehaviour.parse("stall=3"));
    try (RawClient client = running.connect()) {
      client.chat(HELLO_STREAM);
      for (int event = 0; event < 3; event++) {
        client.readUntil("\n\n\r\n");
      }
    }

    var event = running.awaitEvent(e -> e.kind() == ConnectionEvent.Kind.CLOSED_BY_CLIENT);
    assertThat(event.n()).isEqualTo(1);
    assertThat(event.sentBytes()).isPositive();
  }

  @Test
  void a_whole_answer_and_the_end_of_the_simulator_are_no_departures() throws IOException {
    running.chat(HELLO);
    running.simulator().misbehave(Misbehaviour.parse("silent"));
    try (RawClient client = running.connect()) {
      client.chat(HELLO);
      running.awaitRequests(2);
      running.close();
    }

    assertThat(Capture.events(running.file()))
        .extracting(ConnectionEvent::kind)
        .doesNotContain(ConnectionEvent.Kind.CLOSED_BY_CLIENT)
        .contains(ConnectionEvent.Kind.ANSWERED);
    start();
  }

  @Test
  void the_capture_is_for_its_owner_only_and_is_continued() throws IOException {
    running.chat(HELLO);
    running.close();
    start();
    running.chat(HELLO);

    assertThat(running.requests()).hasSize(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(running.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_pace_separates_the_events_of_a_stream() throws IOException {
    running.close();
    running =
        RunningSimulator.with(
            SimulatorSettings.at("127.0.0.1", 0, dir.resolve("paced.jsonl"))
                .paced(Duration.ofMillis(2))
                .named("turtle")
                .offering(List.of("turtle-1")));
    long start = System.nanoTime();
    var answer = Answer.parse(running.chat(HELLO_STREAM));

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(2L * (answer.events().size() - 2)));
    assertThat(answer.streamedContent()).startsWith("I am a simulator (turtle)");
  }
}
