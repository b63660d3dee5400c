package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
  @TempDir private Path dir;

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_capture_that_cannot_be_opened_whole_leaves_nothing_open() throws IOException {
    Path file = dir.resolve("capture.jsonl");
    Files.createDirectory(Capture.eventsOf(file));

    assertThatThrownBy(() -> new Capture(Optional.of(file))).isInstanceOf(IOException.class);

    assertThat(Files.exists(file)).isTrue();
    assertThat(open()).doesNotContain(file.toRealPath());
  }

  private static List<Path> open() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(Files::isSymbolicLink).map(CaptureTest::target).toList();
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
