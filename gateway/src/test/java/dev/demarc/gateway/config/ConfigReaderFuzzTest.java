package dev.demarc.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.policy.BadPolicy;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Sources;
import dev.demarc.policy.yaml.BadYaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Whatever stands in a config file, it is read, or refused by the reader's own exception with the
/// place; and the same of the policy that it asks for.
class ConfigReaderFuzzTest {
  private static final Path FILE = Path.of("/somewhere/gateway.yaml");
  private static final Sources SOURCES = sources();

  private static Sources sources() {
    Path root = Path.of(System.getProperty("demarc.root", ".."));
    try {
      return Sources.read(
          root.resolve("packs"), root.resolve("catalogue"), root.resolve("parties"));
    } catch (BadPolicy e) {
      throw new AssertionError(e);
    }
  }

  @FuzzTest
  void a_config_is_read_or_refused_with_its_place(byte[] bytes) {
    Config config;
    try {
      config = ConfigReader.read(FILE, new String(bytes, StandardCharsets.UTF_8));
    } catch (BadYaml refused) {
      assertThat(refused).hasMessageStartingWith(FILE + ":");
      return;
    }
    assertThat(config.callers()).isNotEmpty();
    try {
      assertThat(Policy.load(SOURCES, config.operator()).packs()).isNotEmpty();
    } catch (BadPolicy refused) {
      assertThat(refused).hasMessageContaining(":");
    }
  }
}
