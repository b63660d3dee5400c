package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.cli.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {
  @TempDir Path place;

  @Test
  void a_missing_directory_is_made() throws IOException {
    Path missing = place.resolve("a/b");

    assertThat(DemoDirectory.open(Optional.of(missing)).root()).isEqualTo(missing.toRealPath());
  }

  @Test
  void an_empty_directory_is_taken() throws IOException {
    assertThat(DemoDirectory.open(Optional.of(place)).root()).isEqualTo(place.toRealPath());
  }

  @Test
  void a_directory_with_something_in_it_is_refused_and_stays_as_it_was() throws IOException {
    Files.writeString(place.resolve("letter.txt"), "mine");

    assertThatThrownBy(() -> DemoDirectory.open(Optional.of(place)))
        .isInstanceOf(Usage.class)
        .hasMessageContaining(place.toString())
        .hasMessageContaining("not empty");
    assertThat(place.toFile().list()).containsExactly("letter.txt");
  }

  @Test
  void a_file_is_refused() throws IOException {
    Path file = Files.writeString(place.resolve("letter.txt"), "mine");

    assertThatThrownBy(() -> DemoDirectory.open(Optional.of(file)))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("not a directory");
  }

  @Test
  void only_the_last_lines_of_each_diagnostics_file_are_shown() throws IOException {
    DemoDirectory directory = DemoDirectory.open(Optional.of(place));
    Files.writeString(directory.diagnosticsOf("gateway"), "old\n".repeat(40) + "the reason\n");
    Files.writeString(directory.diagnosticsOf("simulator"), "");

    assertThat(directory.lastDiagnostics()).hasSize(13).first().asString().endsWith("gateway.txt:");
    assertThat(directory.lastDiagnostics().getLast()).endsWith("the reason");
  }
}
