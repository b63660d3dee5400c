package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Yaml;
import dev.demarc.policy.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The invented values in the request, and the text in it that is nobody's, as
/// `examples/expected.yaml` lists them, whatever the gateway finds or decides.
///
/// @param secrets values that the provider in mainland China must not receive in any form
/// @param control text that has to arrive there
record Planted(List<String> secrets, List<String> control) {
  private static final String EXPECTED = "expected.yaml";

  Planted {
    secrets = List.copyOf(secrets);
    control = List.copyOf(control);
  }

  static Planted read(Home home) throws IOException {
    Path file = home.examples().resolve(EXPECTED);
    try {
      YamlMap expected = Yaml.read(file.toString(), Files.readString(file));
      Set<String> secrets = new LinkedHashSet<>();
      Set<String> control = new LinkedHashSet<>();
      for (String name : Question.FILES) {
        YamlMap planted = expected.map(name).map("planted");
        for (String category : planted.keys()) {
          secrets.addAll(planted.texts(category));
        }
        control.addAll(expected.map(name).texts("control"));
      }
      secrets.add(Phone.SUBJECT);
      return new Planted(new ArrayList<>(secrets), new ArrayList<>(control));
    } catch (BadYaml e) {
      throw new DemoFailed(String.valueOf(e.getMessage()));
    }
  }

  /// The secrets that `bytes` hold in some form.
  List<String> secretsIn(byte[] bytes) {
    return secrets.stream().filter(secret -> Traces.found(secret, bytes)).toList();
  }

  /// The control texts that `bytes` do not hold.
  List<String> controlMissingIn(byte[] bytes) {
    return control.stream().filter(text -> !Traces.found(text, bytes)).toList();
  }
}
