package dev.demarc.gateway.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where a secret is found: the config names the place and never holds the value.
public sealed interface Secret {
  /// An environment variable.
  record Variable(String name) implements Secret {}

  /// A file whose content, stripped of white space at its ends, is the secret.
  record SecretFile(Path path) implements Secret {}

  /// The value.
  ///
  /// @throws MissingSecret naming the place where it should be
  static String value(Secret secret, Map<String, String> environment) {
    return switch (secret) {
      case Variable(String name) -> {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
          throw new MissingSecret("the environment variable " + name + " is not set");
        }
        yield value.strip();
      }
      case SecretFile(Path path) -> {
        String value = content(path).strip();
        if (value.isEmpty()) {
          throw new MissingSecret("the secret file " + path + " is empty");
        }
        yield value;
      }
    };
  }

  private static String content(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new MissingSecret("the secret file " + path + " cannot be read");
    }
  }

  /// A secret is not where the config says.
  final class MissingSecret extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSecret(String message) {
      super(message);
    }
  }
}
