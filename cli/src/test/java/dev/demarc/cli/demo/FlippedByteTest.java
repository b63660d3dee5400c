package dev.demarc.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.tlog.EntryBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlippedByteTest {
  private static final String FIRST = "{\"redacted\":{\"contact.email\":1}}";
  private static final String SECOND = "{\"redacted\":{\"payment.card\":4}}";

  @TempDir Path directory;

  @Test
  void one_byte_of_the_record_asked_for_differs_and_the_original_stays() throws IOException {
    Path log = log(List.of(FIRST, SECOND));

    FlippedByte flipped = FlippedByte.make(log, directory.resolve("copy"), 1, 2);

    byte[] original = Files.readAllBytes(log.resolve(flipped.file()));
    byte[] altered = Files.readAllBytes(directory.resolve("copy").resolve(flipped.file()));
    assertThat(original).isEqualTo(bundle(List.of(FIRST, SECOND)));
    assertThat(altered).isEqualTo(bundle(List.of(FIRST, SECOND.replace('4', '5'))));
    assertThat(flipped.before()).endsWith("\"payment.card\":4}}");
    assertThat(flipped.after()).endsWith("\"payment.card\":5}}");
    assertThat(original[flipped.offset()]).isEqualTo((byte) '4');
  }

  @Test
  void a_record_without_redactions_cannot_be_altered_in_them() throws IOException {
    Path log = log(List.of("{\"v\":1}"));

    assertThatThrownBy(() -> FlippedByte.make(log, directory.resolve("copy"), 0, 1))
        .isInstanceOf(DemoFailed.class);
  }

  private Path log(List<String> entries) throws IOException {
    Path log = directory.resolve("log");
    Path bundle = log.resolve("tile/entries/000.p/" + entries.size());
    Files.createDirectories(bundle.getParent());
    Files.write(bundle, bundle(entries));
    return log;
  }

  private static byte[] bundle(List<String> entries) {
    return EntryBundle.encode(entries.stream().map(entry -> entry.getBytes(UTF_8)).toList());
  }
}
