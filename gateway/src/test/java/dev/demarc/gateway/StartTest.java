package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.Gateway.Surroundings;
import dev.demarc.gateway.config.Config;
import dev.demarc.gateway.log.FaultyDisk;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.policy.Policy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir private Path dir;

  @Test
  void a_missing_api_key_stops_the_start_before_a_log_is_made() throws Exception {
    Config config =
        TestGateway.oneCaller(
            dir,
            """
            log: {create: true}
            operator: {routes: {US: [openai-us]}}
            api_keys: {openai-us: {variable: NOWHERE_SET}}
            """);
    Policy policy = TestGateway.policy(config);
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(
            new FileDisk(),
            Clock.systemUTC(),
            Map.of(),
            new Diagnostics(nowhere, Clock.systemUTC()),
            1);

    assertThatThrownBy(() -> new Gateway(config, policy, around))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("api_keys.openai-us")
        .hasMessageContaining("NOWHERE_SET");
    assertThat(dir.resolve("data")).doesNotExist();
  }

  @Test
  void a_disk_slower_than_clients_would_wait_for_delays_the_start_and_does_not_fail_it()
      throws Exception {
    TestGateway.start(dir, new FileDisk()).close();
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    FaultyDisk.Hang hang = disk.hang(step -> step.is(FaultyDisk.Operation.SYNC, "wal"));
    Thread slow =
        Thread.ofVirtual()
            .start(() -> {
              try {
                hang.awaitReached();
                Thread.sleep(3 * TestGateway.SYNC_DEADLINE_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              hang.release();
            });

    try (TestGateway gateway = TestGateway.start(dir, disk)) {
      assertThat(gateway.get("/readyz").statusCode()).isEqualTo(200);
    }
    slow.join();
  }
}
