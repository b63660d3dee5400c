package dev.demarc.policy.yaml;

import java.util.List;

/// One value of a YAML source with the place where it stands. Scalars stay text until a reader asks
/// for a type, so that no value is guessed (`NO` is Norway, not false).
public sealed interface YamlNode permits YamlMap, YamlNode.Items, YamlNode.Scalar {
  /// Where the value starts.
  Mark mark();

  /// A word for error messages.
  String kind();

  /// A list.
  record Items(Mark mark, List<YamlNode> nodes) implements YamlNode {
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// A single value as written, quotes taken off.
  record Scalar(Mark mark, String text) implements YamlNode {
    @Override
    public String kind() {
      return "a single value";
    }
  }

  /// This value as a map, or an error that names its place.
  default YamlMap asMap() throws BadYaml {
    if (this instanceof YamlMap map) {
      return map;
    }
    throw new BadYaml(mark(), "a map of keys is expected here, not " + kind());
  }

  /// This value as a list, or an error that names its place.
  default List<YamlNode> asList() throws BadYaml {
    if (this instanceof Items items) {
      return items.nodes();
    }
    throw new BadYaml(mark(), "a list is expected here, not " + kind());
  }

  /// This value as non-empty text, or an error that names its place.
  default String asText() throws BadYaml {
    if (!(this instanceof Scalar scalar)) {
      throw new BadYaml(mark(), "a single value is expected here, not " + kind());
    }
    if (scalar.text().isBlank()) {
      throw new BadYaml(mark(), "a value is missing here");
    }
    return scalar.text();
  }
}
