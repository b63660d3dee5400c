package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Providers that speak HTTP badly. What is not surely a whole answer is none, an answer belongs to
/// the request it was given for, and a provider that cannot show who it is gets nothing.
class UpstreamEdgesJarTest {
  private static final ScriptedProvider PROVIDER = ScriptedProvider.start();

  // A busy machine syncs late, which is not what is asked here.
  @RegisterExtension
  static final Site SITE =
      Site.twoMarkets((config, site) ->
          config
              .log("sync_deadline", "20s")
              .endpoint(ConfigFile.US_ROUTE, PROVIDER.endpoint())
              .permit("SG", ConfigFile.US_ROUTE)
              .limit("first_byte", "5s")
              .limit("silence", "5s")
              .limit("event", "64KiB")
              .limit("answer", "600KiB")
              .limit("answer_bytes_in_flight", "700KiB"));

  @AfterAll
  static void close() {
    PROVIDER.close();
  }

  private static final String OK = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

  private static String answer(String text) {
    return "{\"id\":\"c\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":"
        + "{\"role\":\"assistant\",\"content\":\""
        + text
        + "\"},\"finish_reason\":\"stop\"}]}";
  }

  private static String whole(String text) {
    return OK + "content-length: " + answer(text).length() + "\r\n\r\n" + answer(text);
  }

  private static Answer ask() {
    return SITE.ask(Chat.saying("edge").in("SG"));
  }

  private static void failed(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(502);
    assertThat(answer.error().path("code").asString()).isEqualTo("upstream_failed");
    assertThat(answer.body()).doesNotContain("smuggled");
  }

  /// The gateway is as good as before. A connection that the provider closes in the moment it is
  /// taken costs an attempt.
  private static void nextIsAnswered() {
    PROVIDER.answers(whole("fine again"));
    Patience.until("answer", () -> ask().text().equals("fine again"));
  }

  // Heads.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}x",
        "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: 0x2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}smuggled0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
        "HTTP/1.1 777 Odd\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 000 Odd\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nx\u0000a: z\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 abc OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 99999 OK\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}",
        "\u0015\u0003\u0003\u0000\u0002\u0002(",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "{\"smuggled\":true}\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 205 Reset Content\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}",
        "HTTP/1.1 301 Moved\r\nlocation: http://127.0.0.1:1/smuggled\r\ncontent-length: 0\r\n\r\n",
        ""
      })
  void an_answer_that_is_no_answer_is_a_502(String bytes) {
    PROVIDER.closesAfter(bytes);

    failed(ask());
    nextIsAnswered();
  }

  @Test
  void a_head_that_never_ends_is_cut_off() {
    PROVIDER.closesAfter("HTTP/1.1 200 OK\r\nx-a: " + "a".repeat(200_000));

    failed(ask());
    nextIsAnswered();
  }

  @Test
  void a_head_that_comes_too_late_is_a_504() {
    PROVIDER.answers("");

    Answer answer = ask();

    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.error().path("code").asString()).isEqualTo("upstream_timeout");
    nextIsAnswered();
  }

  @Test
  void interim_answers_are_passed_over() {
    PROVIDER.answers(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n"
            + whole("late"));

    assertThat(ask().text()).isEqualTo("late");
  }

  // Bodies.

  @Test
  void a_plain_answer_cut_anywhere_is_none() {
    String bytes = whole("cut");
    for (int length = 0; length < bytes.length(); length += 7) {
      PROVIDER.closesAfter(bytes.substring(0, length));
      failed(ask());
    }
    nextIsAnswered();
  }

  @Test
  void a_chunked_answer_cut_anywhere_is_none() {
    String chunk = Integer.toHexString(answer("cut").length()) + "\r\n" + answer("cut") + "\r\n";
    String bytes = OK + "transfer-encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n";
    for (int length = OK.length() + 20; length < bytes.length(); length += 9) {
      PROVIDER.closesAfter(bytes.substring(0, length));
      failed(ask());
    }
    PROVIDER.closesAfter(bytes.substring(0, bytes.length() - 2));
    failed(ask());
    PROVIDER.answers(bytes);
    assertThat(ask().text()).isEqualTo("cut");
  }

  @Test
  void an_answer_up_to_the_end_of_the_connection_counts_where_it_is_whole_json() {
    PROVIDER.closesAfter(
        "HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n" + answer("old"));
    assertThat(ask().text()).isEqualTo("old");

    String cut = answer("old").substring(0, 80);
    PROVIDER.closesAfter("HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n" + cut);
    failed(ask());
  }

  @Test
  void what_follows_an_answer_is_not_the_answer_to_the_next_request() {
    PROVIDER.answers(whole("first") + whole("smuggled"));
    assertThat(ask().text()).isEqualTo("first");

    PROVIDER.answers(whole("second"));
    Answer second = ask();
    if (second.status() == 502) {
      // The connection was given up with the request on it.
      failed(second);
    } else {
      assertThat(second.text()).isEqualTo("second");
    }
  }

  @Test
  void a_pooled_connection_that_the_provider_has_closed_is_not_used_again() {
    for (int i = 0; i < 20; i++) {
      PROVIDER.closesAfter(whole("kept alive, then not"));
      // In the moment of its closing it may still be taken: then the attempt fails, and says so.
      assertThat(ask().status()).isIn(200, 502);
    }
    PROVIDER.answers(whole("fine again"));
    Patience.until("answer on a fresh connection", () -> ask().status() == 200);
  }

  @Test
  void whole_answers_for_which_there_is_no_room_together_are_not_held() {
    PROVIDER.answers(OK + "content-length: 550000\r\n\r\n" + "x".repeat(500_000));
    Chat first = Chat.saying("holds room").in("SG");
    try (RawClient holding = RawClient.sending(SITE.gateway().address(), first)) {
      Patience.until("answer bytes in flight", () -> held() >= 500_000);
      PROVIDER.closesAfter(whole("y".repeat(400_000)));

      failed(ask());
      assertThat(holding.text()).doesNotContain("HTTP/1.1 200");
    }
    Patience.until("no answer bytes in flight", () -> held() == 0);
    PROVIDER.answers(whole("y".repeat(400_000)));
    assertThat(ask().status()).isEqualTo(200);
  }

  private static long held() {
    return SITE.gateway()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("demarc_answer_bytes_in_flight "))
        .mapToLong(line -> (long) Double.parseDouble(line.split(" ", 2)[1]))
        .findFirst()
        .orElseThrow();
  }

  // Streams.

  private static final String STREAM =
      """
      HTTP/1.1 200 OK\r
      content-type: text/event-stream\r
      \r
      data: {"choices":[{"index":0,"delta":{"content":"so far"}}]}

      """;

  @ParameterizedTest
  @ValueSource(strings = {"data: ", ": ", "x"})
  void a_line_or_event_that_never_ends_ends_the_stream(String begin) {
    PROVIDER.closesAfter(STREAM + begin + "a".repeat(300_000));

    brokenOff();
  }

  @Test
  void an_event_of_many_lines_that_never_ends_ends_the_stream() {
    PROVIDER.closesAfter(STREAM + "data: a\n".repeat(30_000));

    brokenOff();
  }

  private static void brokenOff() {
    Chat chat = Chat.saying("edge").in("SG").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      String got = client.readToEnd();
      assertThat(got).contains("so far", "data: {\"error\":", "event_too_long");
      assertThat(got).doesNotContain("[DONE]");
      assertThat(client.endedTidily()).isFalse();
    }
    nextIsAnswered();
  }

  // Who it is.

  @Test
  void a_provider_with_a_certificate_of_its_own_making_gets_nothing(@TempDir Path place)
      throws Exception {
    try (ScriptedProvider impostor = new ScriptedProvider(selfSigned(place))) {
      ConfigFile config = new ConfigFile();
      config.endpoint(ConfigFile.US_ROUTE, "https://localhost:" + impostor.port() + "/v1");
      config.endpoint(ConfigFile.CN_ROUTE, SITE.cn().endpoint());
      try (GatewayProcess gateway =
          GatewayProcess.start(Files.createDirectory(place.resolve("gateway")), config)) {
        impostor.answers(whole("trust me"));

        failed(gateway.ask(Chat.saying("to whom?")));
        assertThat(impostor.requests()).isZero();
        String outcome = gateway.log().await("outcome", entry -> true).path("outcome").asString();
        assertThat(outcome).isEqualTo("no_connection");
      }
    }
  }

  /// A server for `localhost` that nobody vouches for.
  private static ServerSocket selfSigned(Path place)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = place.resolve("impostor.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "a",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    "changeit"))
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("keytool.txt").toFile())
            .start();
    assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).as(Files.readString(place.resolve("keytool.txt"))).isZero();
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance(store.toFile(), password);
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(keys, password);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
