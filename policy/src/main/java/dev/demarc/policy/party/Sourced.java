package dev.demarc.policy.party;

import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.YamlMap;
import java.time.LocalDate;

/// Where a fact was read, on which day, and how far it can be relied on.
public record Sourced(String source, LocalDate asOf, Confidence confidence) {
  static Sourced read(YamlMap map) throws BadYaml {
    return new Sourced(
        map.text("source"), map.date("as_of"), map.choice("confidence", Confidence.class));
  }
}
