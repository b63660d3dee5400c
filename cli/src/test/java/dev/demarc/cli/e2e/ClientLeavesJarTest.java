package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.simulator.CapturedRequest;
import dev.demarc.simulator.ConnectionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A client that leaves takes its request with it: the provider's connection closes at once, and
/// the log says that the client left.
class ClientLeavesJarTest {
  @RegisterExtension
  static final Site SITE = Site.twoMarkets((config, site) -> config.limit("head_silence", "200ms"));

  @Test
  void in_the_middle_of_a_stream() {
    Chat chat = Chat.saying("[[simulator: stall=3]] leaves in a stream").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      client.readUntil("data: ");
    }

    JsonNode outcome = theProviderSeesItGo("leaves in a stream");
    assertThat(outcome.path("status").asInt()).isEqualTo(200);
    assertThat(outcome.path("received_bytes").asLong()).isPositive();
  }

  @Test
  void in_the_middle_of_a_stream_that_never_pauses() {
    Chat chat = Chat.saying("[[simulator: pace=1 deltas=5000]] leaves in a flood").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      client.readUntil("data: ");
    }

    theProviderSeesItGo("leaves in a flood");
  }

  @Test
  void in_a_silent_wait_for_a_plain_answer() {
    Chat chat = Chat.saying("[[simulator: silent]] leaves a plain wait");
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      SITE.us().await("leaves a plain wait");
      assertThat(client.text()).isEmpty();
    }

    JsonNode outcome = theProviderSeesItGo("leaves a plain wait");
    assertThat(outcome.has("status")).isFalse();
  }

  @Test
  void in_a_silent_wait_for_a_stream_before_any_heartbeat() {
    Chat chat = Chat.saying("[[simulator: silent]] leaves an early wait").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      SITE.us().await("leaves an early wait");
      assertThat(client.text()).isEmpty();
    }

    theProviderSeesItGo("leaves an early wait");
  }

  @Test
  void in_a_silent_wait_for_a_stream_among_heartbeats() {
    Chat chat = Chat.saying("[[simulator: silent]] leaves a late wait").streamed();
    try (RawClient client = RawClient.sending(SITE.gateway().address(), chat)) {
      client.readUntil("\n: ");
    }

    theProviderSeesItGo("leaves a late wait");
  }

  @Test
  void before_its_request_is_complete_so_that_nothing_leaves_at_all() {
    Chat chat = Chat.saying("never complete");
    int before = SITE.us().received().size();
    int decisions = SITE.gateway().log().entries("decision").size();
    try (RawClient client = RawClient.connect(SITE.gateway().address())) {
      client.send(RawClient.head(chat, chat.json().length()) + chat.json().substring(0, 20));
    }

    // A later request is through, so the earlier one would be too.
    assertThat(SITE.ask(Chat.saying("complete")).status()).isEqualTo(200);
    SITE.gateway().log().outcome(SimulatedProvider.attempt(SITE.us().last()));
    assertThat(SITE.us().received()).hasSize(before + 1);
    assertThat(SITE.gateway().log().entries("decision")).hasSize(decisions + 1);
  }

  private static JsonNode theProviderSeesItGo(String mark) {
    CapturedRequest request = SITE.us().await(mark);
    assertThat(SITE.us().awaitEnd(request)).isEqualTo(ConnectionEvent.Kind.CLOSED_BY_CLIENT);
    JsonNode outcome = SITE.gateway().log().outcome(SimulatedProvider.attempt(request));
    assertThat(outcome.path("outcome").asString()).isEqualTo("client_left");
    return outcome;
  }
}
