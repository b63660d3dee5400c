package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A gateway keeps what it was given in its data directory and nowhere else, so that nothing is
/// left behind where it has no chance to tidy up.
class LeftBehindJarTest {
  @TempDir private Path place;

  @Test
  void nothing_stands_among_the_temporary_files_while_it_serves() throws IOException {
    Path temporary = Files.createDirectory(place.resolve("tmp"));
    try (SimulatedProvider us = SimulatedProvider.start(place, "us")) {
      ConfigFile config = new ConfigFile().endpoint(ConfigFile.US_ROUTE, us.endpoint());
      GatewayProcess gateway = GatewayProcess.start(place, config, "-Djava.io.tmpdir=" + temporary);
      try {
        Answer answer = gateway.ask(Chat.saying("to keep to yourself").in("US"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(temporary).isEmptyDirectory();
      } finally {
        gateway.kill();
      }
    }
  }
}
