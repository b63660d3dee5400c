package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A hundred requests at once, plain and streamed, in two markets: nobody gets another's values,
/// and the log accounts for every one.
class HundredAtOnceJarTest {
  @RegisterExtension static final Site SITE = Site.twoMarkets();

  private static final int REQUESTS = 100;

  @Test
  void every_client_gets_its_own_answer_and_the_log_accounts_for_each() throws Exception {
    List<Answer> answers = askAll(IntStream.range(0, REQUESTS).boxed().toList());

    for (int i = 0; i < REQUESTS; i++) {
      Answer answer = answers.get(i);
      assertThat(answer.status()).as("request %s: %s", i, answer.body()).isEqualTo(200);
      assertThat(answer.streamed()).isEqualTo(i % 2 == 0);
      assertThat(answer.text()).contains("simulator (" + provider(i) + ")").contains(email(i));
    }
    List<CapturedRequest> sent = new ArrayList<>(SITE.us().received());
    sent.addAll(SITE.cn().received());
    assertThat(sent).hasSize(REQUESTS);
    Map<String, JsonNode> outcomes = outcomes(REQUESTS);
    Map<String, JsonNode> decisions = byAttempt("decision");
    assertThat(decisions).hasSize(REQUESTS);
    for (CapturedRequest request : sent) {
      JsonNode decision = Objects.requireNonNull(decisions.get(SimulatedProvider.attempt(request)));
      JsonNode outcome = Objects.requireNonNull(outcomes.get(SimulatedProvider.attempt(request)));
      assertThat(decision.path("decision").asString()).isEqualTo("permit");
      assertThat(decision.path("bytes").asInt()).isEqualTo(request.payload().length);
      assertThat(outcome.path("outcome").asString()).isEqualTo("answered");
      assertThat(outcome.path("sent_bytes").asInt()).isEqualTo(request.payload().length);
      assertThat(outcome.path("restored").asInt()).isPositive();
    }
    assertThat(answers.stream().map(Answer::receipt).distinct()).hasSize(REQUESTS);
  }

  private static List<Answer> askAll(List<Integer> numbers) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> calls = new ArrayList<>();
      numbers.forEach(i -> calls.add(() -> SITE.ask(chat(i))));
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : clients.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static Chat chat(int i) {
    Chat chat =
        Chat.saying("[[simulator: pace=1]] number " + i + " is " + email(i))
            .in(i % 4 < 2 ? "US" : "CN");
    return i % 2 == 0 ? chat.streamed() : chat;
  }

  private static String provider(int i) {
    return i % 4 < 2 ? "us" : "cn";
  }

  private static String email(int i) {
    return "person" + i + "@post-haus.net";
  }

  private static Map<String, JsonNode> outcomes(int expected) {
    Patience.until(expected + " outcomes", () -> byAttempt("outcome").size() >= expected);
    return byAttempt("outcome");
  }

  private static Map<String, JsonNode> byAttempt(String type) {
    return SITE.gateway().log().entries(type).stream()
        .collect(Collectors.toMap(PublishedLog::attempt, Function.identity()));
  }
}
