package dev.demarc.policy.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads one YAML document strictly: one map, no doubled keys, no anchors, aliases or tags, nothing
/// after it. What could be read in two ways stops the load.
public final class Yaml {
  private static final YAMLFactory FACTORY = new YAMLFactory();

  private final String file;
  private final YAMLParser parser;

  private Yaml(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /// The map that `text` holds; `file` is the name that error messages give.
  public static YamlMap read(String file, String text) throws BadYaml {
    try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
      Yaml reader = new Yaml(file, parser);
      YamlNode root = reader.node(reader.next());
      if (parser.nextToken() != null) {
        throw new BadYaml(reader.mark(), "one document is expected; a second one starts here");
      }
      return root.asMap();
    } catch (JacksonException e) {
      throw new BadYaml(at(file, e.getLocation()), "not readable as YAML: " + firstLine(e));
    }
  }

  private JsonToken next() throws BadYaml {
    JsonToken part = parser.nextToken();
    if (part == null) {
      throw new BadYaml(new Mark(file, 1, 1), "the file holds nothing");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
      throw new BadYaml(mark(), "anchors, aliases and tags are not used here: write it out");
    }
    return part;
  }

  private YamlNode node(JsonToken part) throws BadYaml {
    Mark mark = mark();
    if (part == JsonToken.START_OBJECT) {
      return map(mark);
    }
    if (part == JsonToken.START_ARRAY) {
      return items(mark);
    }
    return new YamlNode.Scalar(mark, part == JsonToken.VALUE_NULL ? "" : parser.getString());
  }

  private YamlNode items(Mark mark) throws BadYaml {
    List<YamlNode> nodes = new ArrayList<>();
    for (JsonToken part = next(); part != JsonToken.END_ARRAY; part = next()) {
      nodes.add(node(part));
    }
    return new YamlNode.Items(mark, nodes);
  }

  private YamlNode map(Mark mark) throws BadYaml {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    for (JsonToken part = next(); part != JsonToken.END_OBJECT; part = next()) {
      String key = parser.currentName();
      Mark keyMark = mark();
      YamlMap.Entry earlier = entries.get(key);
      if (earlier != null) {
        String where = "line " + earlier.keyMark().line();
        throw new BadYaml(keyMark, "doubled key `" + key + "`: it stands in " + where + " already");
      }
      entries.put(key, new YamlMap.Entry(keyMark, node(next())));
    }
    return new YamlMap(mark, entries);
  }

  private Mark mark() {
    return at(file, parser.currentTokenLocation());
  }

  private static Mark at(String file, @org.jspecify.annotations.Nullable TokenStreamLocation at) {
    return at == null
        ? new Mark(file, 1, 1)
        : new Mark(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    return message == null ? "unknown cause" : message.lines().findFirst().orElse("").strip();
  }
}
