package dev.demarc.gateway;

import static dev.demarc.gateway.TestGateway.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.OutcomeEntry;
import dev.demarc.gateway.log.FaultyDisk;
import dev.demarc.gateway.log.FaultyDisk.Hang;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.When;
import dev.demarc.gateway.log.FileDisk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Promise 1: what cannot be recorded is not sent. Each fault strikes after a request that
/// succeeded.
class NoRecordNoEgressTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "WRITE, BEFORE, Input/output error",
    "WRITE, HALFWAY, No space left on device",
    "WRITE, BEFORE, Read-only file system",
    "SYNC, BEFORE, Input/output error",
    "SYNC, AFTER, Input/output error"
  })
  void a_failed_write_or_sync_sends_nothing_and_seals_the_log(
      Operation operation, When when, String error) throws Exception {
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    try (TestGateway gateway = TestGateway.start(dir, disk)) {
      assertThat(gateway.chat("/v1/chat/completions", ask("before")).statusCode()).isEqualTo(200);
      long before = gateway.received("us");

      disk.fail(step -> step.is(operation, "wal"), when, error);
      HttpResponse<String> refused = gateway.chat("/v1/chat/completions", ask("during"));

      assertRefused(refused);
      assertThat(gateway.received("us")).isEqualTo(before).isPositive();
      assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(gateway.get("/readyz").statusCode()).isEqualTo(503);
      // Sealed until a restart, though the disk would work again.
      assertRefused(gateway.chat("/v1/chat/completions", ask("after")));
      assertThat(gateway.received("us")).isEqualTo(before);
    }
  }

  @Test
  void a_full_disk_at_the_next_segment_sends_nothing() throws Exception {
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    try (TestGateway gateway = TestGateway.start(dir, disk)) {
      assertThat(gateway.chat("/v1/chat/completions", ask("before")).statusCode()).isEqualTo(200);
      disk.fail(
          step -> step.is(Operation.WRITE, "wal") && step.path().toString().endsWith(".new"),
          When.BEFORE,
          FaultyDisk.ENOSPC);

      HttpResponse<String> last = gateway.chat("/v1/chat/completions", ask("fill"));
      for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
        last = gateway.chat("/v1/chat/completions", ask("fill " + i));
      }

      assertRefused(last);
      long sent = gateway.received("us");
      assertRefused(gateway.chat("/v1/chat/completions", ask("after")));
      assertThat(gateway.received("us")).isEqualTo(sent);
      // What was sent has its permit; a permit that came too late was not sent.
      assertThat(permits(gateway)).hasSizeGreaterThanOrEqualTo((int) sent);
    }
  }

  @Test
  void a_full_disk_shows_in_readiness_before_a_record_is_refused() throws Exception {
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    try (TestGateway gateway = TestGateway.start(dir, disk)) {
      disk.fail(step -> step.is(Operation.WRITE, ".wal.new"), When.BEFORE, FaultyDisk.ENOSPC);
      assertThat(gateway.get("/readyz").statusCode()).isEqualTo(200);

      HttpResponse<String> ready = gateway.get("/readyz");
      while (ready.statusCode() == 200) {
        assertThat(gateway.chat("/v1/chat/completions", ask("fill")).statusCode()).isEqualTo(200);
        ready = gateway.get("/readyz");
      }

      assertThat(ready.body())
          .isEqualTo(
              "not ready: the log's next segment cannot be allocated: No space left on device\n");
      assertThat(gateway.chat("/v1/chat/completions", ask("room")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_sync_that_hangs_is_a_503_within_the_deadline_and_its_late_record_says_not_sent()
      throws Exception {
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    TestGateway gateway = TestGateway.start(dir, disk);
    try (gateway) {
      assertThat(gateway.chat("/v1/chat/completions", ask("before")).statusCode()).isEqualTo(200);
      long before = gateway.received("us");

      Hang hang = disk.hang(step -> step.is(Operation.SYNC, "wal"));
      HttpResponse<String> refused = gateway.chat("/v1/chat/completions", ask("during"));
      assertRefused(refused);
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(gateway.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(gateway.received("us")).isEqualTo(before);

      hang.release();
      assertThat(gateway.chat("/v1/chat/completions", ask("after")).statusCode()).isEqualTo(200);
      assertThat(gateway.received("us")).isEqualTo(before + 1);
    }
    // An outcome, for which nobody waits, becomes durable behind the answer.
    assertThat(gateway.entries(OutcomeEntry.class))
        .extracting(OutcomeEntry::outcome)
        .containsExactlyInAnyOrder(
            OutcomeEntry.Outcome.ANSWERED,
            OutcomeEntry.Outcome.NOT_SENT,
            OutcomeEntry.Outcome.ANSWERED);
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("\"error\":{", "\"code\":\"no_record_no_egress\"", "Nothing was sent");
  }

  private static List<DecisionEntry> permits(TestGateway gateway) throws Exception {
    return gateway.entries(DecisionEntry.class).stream()
        .filter(decision -> decision.decision() == DecisionEntry.Ruling.PERMIT)
        .toList();
  }
}
