package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The gateway is killed with no chance to say a word: what was durable is in the log after the
/// restart, in the same order, and what was open is said to be open.
class CrashJarTest {
  @RegisterExtension
  static final Site SITE =
      Site.twoMarkets((config, site) ->
          // Passed on as pseudonyms, payment cards count toward the threshold.
          config.pack("us-dsp", "{categories: {payment.card: PSEUDONYMISE}}"));

  private static final String CARD = "4539 1488 0343 6467";

  @TempDir Path place;

  @Test
  void an_attempt_that_the_crash_left_open_is_in_the_log_and_in_the_meter_list()
      throws IOException {
    Answer before = SITE.ask(Chat.saying("before the crash").in("CN"));
    assertThat(before.status()).isEqualTo(200);
    Chat open = Chat.saying("[[simulator: silent]] open with " + CARD).in("CN");
    CapturedRequest request;
    String previous = SITE.gateway().verifierKey();
    try (RawClient client =
        RawClient.sending(SITE.gateway().address(), open.header("demarc-subject", "li-na"))) {
      request = SITE.cn().await("open with");
      SITE.gateway().kill();
      assertThat(client.readToEnd()).isEmpty();
    }

    SITE.start();

    assertThat(SITE.gateway().verifierKey()).isEqualTo(previous);
    String attempt = SimulatedProvider.attempt(request);
    JsonNode outcome = SITE.gateway().log().outcome(attempt);
    assertThat(outcome.path("outcome").asString()).isEqualTo("open_at_crash");
    long decision = outcome.path("decision_index").asLong();
    assertThat(SITE.gateway().log().entries().get((int) decision).path("attempt").asString())
        .isEqualTo(attempt);
    assertThat(starts()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(starts().getLast().path("previous").asLong()).isGreaterThan(decision);
    Path receipt = place.resolve("receipt");
    Files.writeString(receipt, before.receipt());
    Finished verdict = SITE.gateway().verify("--receipt", receipt.toString());
    assertThat(verdict.exit()).as(verdict.output()).isZero();
    meterListNames(attempt);
  }

  private static void meterListNames(String attempt) {
    Finished list = Finished.run(Build.demarc("meter", "list", SITE.gateway().data().toString()));
    assertThat(list.exit()).as(list.output()).isZero();
    assertThat(list.output()).contains(attempt).contains("us-dsp/financial").contains("1 person");
  }

  @RepeatedTest(2)
  void a_crash_among_many_requests_loses_no_record_of_what_was_sent() throws Exception {
    AtomicInteger answered = new AtomicInteger();
    List<String> receipts = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 16; client++) {
        var _ =
            clients.submit(() -> {
              while (true) {
                Answer answer = SITE.ask(Chat.saying("until the crash").in("US"));
                synchronized (receipts) {
                  receipts.add(answer.receipt());
                }
                answered.incrementAndGet();
              }
            });
      }
      Patience.until("some answers", () -> answered.get() > 30);
      SITE.gateway().kill();
    }

    SITE.start();

    // The site checks after this test that each captured request has its permit in the log.
    JsonNode start = starts().getLast();
    assertThat(start.path("previous").asLong()).isPositive();
    SITE.us().received().stream()
        .filter(CapturedRequest::complete)
        .map(SimulatedProvider::attempt)
        .forEach(attempt -> SITE.gateway().log().outcome(attempt));
    Path receipt = place.resolve("receipt");
    for (String each : List.of(receipts.getFirst(), receipts.getLast())) {
      Files.writeString(receipt, each);
      Finished verdict = SITE.gateway().verify("--receipt", receipt.toString());
      assertThat(verdict.exit()).as(verdict.output()).isZero();
    }
  }

  @Test
  void a_graceful_stop_leaves_a_stop_entry_and_nothing_open() {
    assertThat(SITE.ask(Chat.saying("before the stop")).status()).isEqualTo(200);
    int openBefore = open();

    SITE.gateway().stop();
    SITE.start();

    SITE.gateway().log().await("start", e -> e.equals(starts().getLast()));
    List<JsonNode> entries = SITE.gateway().log().entries();
    int start = entries.lastIndexOf(starts().getLast());
    assertThat(entries.get(start - 1).path("type").asString()).isEqualTo("stop");
    assertThat(open()).isEqualTo(openBefore);
  }

  private static List<JsonNode> starts() {
    return SITE.gateway().log().entries("start");
  }

  private static int open() {
    return (int)
        SITE.gateway().log().entries("outcome").stream()
            .filter(e -> e.path("outcome").asString().equals("open_at_crash"))
            .count();
  }
}
