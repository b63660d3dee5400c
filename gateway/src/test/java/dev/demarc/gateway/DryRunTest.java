package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Text;
import dev.demarc.gateway.DryRun.Result;
import dev.demarc.gateway.DryRun.Try;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.config.ConfigReader;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DryRunTest {
  private static final Path ROOT = Path.of(System.getProperty("demarc.root", ".."));
  private static final String CONFIG =
      """
      data: data
      callers:
        - id: phones
          api_key_sha256: [%s]
          exporter: example-phones-us
          markets: [US]
          channel: public
      operator: {routes: {US: [simulator-openai-us]}}
      """
          .formatted("0".repeat(64));

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
    Config config = ConfigReader.read(ROOT.resolve("gateway.yaml"), CONFIG);
    Policy policy =
        Policy.load(
            Sources.read(ROOT.resolve("packs"), ROOT.resolve("catalogue"), ROOT.resolve("parties")),
            config.operator());
    var caller = config.callers().getFirst().caller();
    Terms terms =
        new Terms(caller, new TreeSet<>(caller.markets()), caller.protection(), Optional.empty());
    return new DryRun(policy, new SecureRandom(), InstantSource.system())
        .decide(terms, Text.of("{\"model\":\"assistant\",\"messages\":[]}"), Optional.empty());
  }
}
