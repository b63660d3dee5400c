package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogSettingsTest {
  private static final Path DIR = Path.of("data");

  @Test
  void the_defaults_are_these() {
    assertThat(LogSettings.at(DIR, false))
        .isEqualTo(
            new LogSettings(
                DIR,
                Optional.empty(),
                64 << 20,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                false,
                8192));
  }

  @Test
  void what_cannot_be_kept_is_refused() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> settings((64 << 10) - 1, second, second.multipliedBy(2), 1))
        .hasMessageContaining("64 KiB to 1 GiB");
    assertThatThrownBy(() -> settings(64 << 10, second, second, 1))
        .hasMessageContaining("publishWithin");
    assertThatThrownBy(() -> settings(64 << 10, second, second.multipliedBy(2), 0))
        .hasMessageContaining("at least one");
  }

  private static LogSettings settings(int segment, Duration every, Duration within, int queue) {
    return new LogSettings(DIR, Optional.empty(), segment, every, within, false, queue);
  }
}
