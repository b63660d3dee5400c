package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The transcript that the README shows is an excerpt of what the demo prints.
class TranscriptJarTest {
  @TempDir Path place;

  @Test
  void every_line_of_the_transcript_is_printed_in_that_order()
      throws IOException, InterruptedException {
    List<String> transcript =
        Files.readAllLines(Checkout.root().resolve("examples/demo-transcript.txt"));
    assertThat(transcript).hasSizeGreaterThan(10).first().isEqualTo("$ ./demarc demo --once");

    try (RunningDemo demo =
        RunningDemo.start(Checkout.root(), "--once", "--data", place.resolve("demo").toString())) {
      assertThat(demo.exitCode()).as(() -> demo.text()).isZero();

      assertThat(demo.lines()).containsSubsequence(transcript.subList(1, transcript.size()));
    }
  }
}
