package dev.demarc.gateway;

import static dev.demarc.gateway.TestGateway.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.evidence.record.RefusalEntry;
import dev.demarc.gateway.log.FileDisk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every attempt walks the same steps: decided, recorded, closed, whichever route it is at.
class PipelineTest {
  @TempDir private Path dir;

  @Test
  void a_route_that_law_refuses_is_recorded_and_the_next_permitted_one_answers() throws Exception {
    try (TestGateway gateway = TestGateway.bothRoutesInChina(dir)) {
      HttpResponse<String> answer = gateway.chat("/m/CN/v1/chat/completions", ask("hello"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("demarc-route")).contains("simulator-qwen-cn");
      assertThat(gateway.received("us")).isZero();
      List<DecisionEntry> decisions = gateway.entries(DecisionEntry.class);
      assertThat(decisions)
          .extracting(DecisionEntry::decision)
          .containsExactly(DecisionEntry.Ruling.DENY, DecisionEntry.Ruling.PERMIT);
      assertThat(decisions.getFirst().reasons().getFirst().basis()).isEqualTo("LAW");
      assertThat(decisions)
          .extracting(DecisionEntry::request)
          .hasSize(2)
          .containsOnly(decisions.getFirst().request());
      assertThat(decisions).extracting(DecisionEntry::tryNumber).containsExactly(1L, 2L);
    }
  }

  @Test
  void a_route_that_fails_hands_over_to_the_next_and_each_attempt_has_its_records()
      throws Exception {
    TestGateway gateway = TestGateway.bothRoutesInTheUs(dir);
    try (gateway) {
      HttpResponse<String> answer = gateway.chat("/v1/chat/completions", ask("hello"));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(gateway.entries(DecisionEntry.class)).hasSize(2);
    }
    // The client has its answer before the outcome is on disk.
    assertThat(gateway.entries(OutcomeEntry.class))
        .extracting(OutcomeEntry::outcome)
        .containsExactly(OutcomeEntry.Outcome.NO_CONNECTION, OutcomeEntry.Outcome.ANSWERED);
  }

  @Test
  void a_refusal_before_any_route_is_recorded_for_a_known_caller_and_not_for_a_stranger()
      throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      assertThat(gateway.chat("/v1/chat/completions", "{").statusCode()).isEqualTo(400);
      assertThat(
              gateway
                  .chat("/v1/chat/completions", ask("x"), "authorization", "Bearer nobody")
                  .statusCode())
          .isEqualTo(401);
      assertThat(gateway.entries(RefusalEntry.class))
          .extracting(RefusalEntry::code)
          .containsExactly("invalid_request_body");
    }
  }

  @Test
  void an_entry_says_what_becomes_of_what_was_found_and_of_nothing_else() throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      gateway.chat("/v1/chat/completions", ask("Her mail is ada.lovelace@gmail.com"));
      gateway.chat("/v1/chat/completions", ask("nothing"));

      assertThat(gateway.entries(DecisionEntry.class))
          .extracting(DecisionEntry::treatments)
          .containsExactly(new TreeMap<>(Map.of("contact.email", "pseudonymise")), new TreeMap<>());
    }
  }

  @Test
  void two_markets_without_a_common_route_are_refused_with_the_reason() throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      HttpResponse<String> refused =
          gateway.chat("/m/US/v1/chat/completions", ask("x"), "Demarc-Market", "CN");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("transfer_not_permitted", "POLICY");
      assertThat(refused.headers().firstValue("demarc-receipt")).isPresent();
      assertThat(gateway.received("us") + gateway.received("cn")).isZero();
    }
  }

  @Test
  void the_subject_goes_out_as_a_pseudonym_that_differs_by_recipient() throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      gateway.chat("/v1/chat/completions", ask("one"));
      gateway.chat("/v1/chat/completions", ask("two"));
      gateway.chat("/m/CN/v1/chat/completions", ask("three"));

      List<String> us = gateway.bodies("us");
      assertThat(us).hasSize(2).noneMatch(body -> body.contains("u-1"));
      assertThat(user(us.get(0))).isEqualTo(user(us.get(1)));
      assertThat(user(gateway.bodies("cn").getFirst())).isNotEqualTo(user(us.get(0)));
    }
  }

  @Test
  void nothing_of_the_clients_head_goes_upstream() throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      gateway.chat(
          "/v1/chat/completions",
          ask("x"),
          "x-forwarded-for",
          "81.2.69.1",
          "cookie",
          "session=tell-tale",
          "x-stainless-os",
          "TellTaleOS",
          "user-agent",
          "tell-tale-phone/1");
      String head = gateway.heads("us").getFirst();
      assertThat(head)
          .doesNotContainIgnoringCase("tell-tale")
          .doesNotContainIgnoringCase("telltale")
          .doesNotContain("81.2.69.1")
          .doesNotContain(TestGateway.KEY)
          .containsIgnoringCase("x-client-request-id: ");
    }
  }

  private static String user(String body) {
    int at = body.indexOf("\"user\":\"");
    return body.substring(at, body.indexOf('"', at + 9));
  }
}
