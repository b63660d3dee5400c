package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Text;
import dev.demarc.gateway.DryRun.Result;
import dev.demarc.gateway.DryRun.Try;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Decision;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final InstantSource TODAY =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

  @Test
  void a_request_awaits_review_where_no_route_is_permitted_and_one_is_for_a_person_to_decide()
      throws Exception {
    Result permitted = decided();
    Try sent = permitted.tries().getFirst();
    Try denied = tried(sent, new Decision.Deny(List.of()));
    Try review = tried(sent, new Decision.Review(List.of()));

    assertThat(permitted.permitted()).isPresent();
    assertThat(new Result(permitted.question(), List.of(denied, review)).awaitsReview()).isTrue();
    assertThat(new Result(permitted.question(), List.of(denied)).awaitsReview()).isFalse();
    assertThat(new Result(permitted.question(), List.of(review, sent)).awaitsReview()).isFalse();
  }

  private static Try tried(Try other, Decision decision) {
    return new Try(other.route(), decision, List.of(), Optional.empty());
  }

  private static Result decided() throws Exception {
    Config config =
        TestGateway.oneCaller(Path.of("."), "operator: {routes: {US: [simulator-openai-us]}}\n");
    var caller = config.callers().getFirst().caller();
    Terms terms =
        new Terms(caller, new TreeSet<>(caller.markets()), caller.protection(), Optional.empty());
    return new DryRun(TestGateway.policy(config), new SecureRandom(), TODAY)
        .decide(terms, Text.of("{\"model\":\"assistant\",\"messages\":[]}"), Optional.empty());
  }
}
