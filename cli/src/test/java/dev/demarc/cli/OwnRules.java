package dev.demarc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The example config with rules of the operator's own for the classifier: staff numbers are found,
/// and addresses of one domain are left alone.
final class OwnRules {
  private static final Path EXAMPLES = Checkout.examples();

  private OwnRules() {}

  /// Writes the config into `dir`.
  static Path config(Path dir) throws IOException {
    return Files.writeString(
        dir.resolve("own.yaml"),
        Files.readString(EXAMPLES.resolve("config/gateway.yaml"))
            .replace("[companies.yaml]", "['" + EXAMPLES.resolve("config/companies.yaml") + "']")
            .replace(
                "operator:\n",
                """
                operator:
                  classify:
                    patterns: [{name: staff, pattern: 'EMP-[0-9]{6}'}]
                    own_domains: [lanternbrook-post.com]
                """));
  }
}
