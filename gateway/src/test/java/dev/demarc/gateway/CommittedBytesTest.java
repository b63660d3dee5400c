package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.record.Commitment;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.Entry;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.log.StoredRecord;
import dev.demarc.gateway.meter.Sidecar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 1: the record that permits an attempt commits to exactly the bytes that leave under it.
class CommittedBytesTest {
  private static final String PATH = "/v1/chat/completions";

  @TempDir private Path dir;

  @Test
  void a_permit_commits_to_exactly_the_bytes_that_the_provider_received() throws Exception {
    try (TestGateway gateway = TestGateway.start(dir, new FileDisk())) {
      send(gateway, "nothing to take out");
      send(gateway, "her mail is ada.lovelace@gmail.com, 电话 13800138000");
      send(gateway, "\\u0061n escape, and numbers: 1.0e+2 010 é");

      List<String> received = gateway.bodies("us");
      assertThat(received).hasSize(3);
      assertThat(received.get(1)).doesNotContain("ada.lovelace").contains("EMAIL_");
      assertThat(opened(gateway)).isEqualTo(received);
    }
  }

  @Test
  void a_failed_attempt_and_the_next_one_commit_each_to_their_own_bytes() throws Exception {
    try (TestGateway gateway = TestGateway.bothRoutesInTheUs(dir)) {
      send(gateway, "her mail is ada.lovelace@gmail.com");

      List<DecisionEntry> permits = gateway.entries(DecisionEntry.class);
      assertThat(permits).hasSize(2);
      assertThat(permits.get(0).commitment()).isNotEqualTo(permits.get(1).commitment());
      assertThat(gateway.bodies("cn")).containsExactly(opened(gateway).getLast());
    }
  }

  private static void send(TestGateway gateway, String text) throws Exception {
    String body =
        """
        {"model": "assistant", "x-unknown": [1.50, 1E2], "messages": \
        [{"role": "user", "content": "%s"}]}\
        """
            .formatted(text);
    assertThat(gateway.chat(PATH, body).statusCode()).isEqualTo(200);
  }

  /// For each permit in the log's order the body that it commits to, among those that any simulator
  /// received; "?" where it is none of them.
  private static List<String> opened(TestGateway gateway) throws Exception {
    List<String> bodies = new ArrayList<>(gateway.bodies("us"));
    bodies.addAll(gateway.bodies("cn"));
    List<String> opened = new ArrayList<>();
    for (StoredRecord record : gateway.records()) {
      if (Entry.parse(record.leaf()) instanceof DecisionEntry decision) {
        byte[] salt = Sidecar.parse(record.sidecar()).bodySalt();
        opened.add(
            bodies.stream().filter(body -> isOf(decision, salt, body)).findAny().orElse("?"));
      }
    }
    return opened;
  }

  private static boolean isOf(DecisionEntry decision, byte[] salt, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return decision.bytes() == bytes.length
        && decision.commitment().equals(Optional.of(Commitment.of(salt, bytes)));
  }
}
