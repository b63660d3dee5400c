package dev.demarc.policy.yaml;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A YAML map whose keys are read by name and type. Each reader states first which keys it knows
/// ([#only]), so that a mistyped key stops the load instead of being passed over.
public final class YamlMap implements YamlNode {
  private final Mark mark;
  private final Map<String, Entry> entries;

  record Entry(Mark keyMark, YamlNode value) {}

  YamlMap(Mark mark, Map<String, Entry> entries) {
    this.mark = mark;
    this.entries = new LinkedHashMap<>(entries);
  }

  @Override
  public Mark mark() {
    return mark;
  }

  @Override
  public String kind() {
    return "a map";
  }

  /// The keys in the order of the file.
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /// Whether `key` is there.
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /// Where `key` stands, or the map where it does not.
  public Mark markOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? mark : entry.keyMark();
  }

  /// Stops at the first key that is not among `known`.
  public YamlMap only(String... known) throws BadYaml {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      if (!Arrays.asList(known).contains(entry.getKey())) {
        String hint = Nearest.hint(entry.getKey(), Arrays.asList(known));
        throw new BadYaml(
            entry.getValue().keyMark(), "unknown key `" + entry.getKey() + "`" + hint);
      }
    }
    return this;
  }

  /// The value of a key that must be there.
  public YamlNode value(String key) throws BadYaml {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new BadYaml(mark, "missing key `" + key + "`");
    }
    return entry.value();
  }

  public String text(String key) throws BadYaml {
    return value(key).asText();
  }

  public Optional<String> optionalText(String key) throws BadYaml {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  public YamlMap map(String key) throws BadYaml {
    return value(key).asMap();
  }

  public Optional<YamlMap> optionalMap(String key) throws BadYaml {
    return has(key) ? Optional.of(map(key)) : Optional.empty();
  }

  /// The list under `key`; a missing key is an empty list.
  public List<YamlNode> list(String key) throws BadYaml {
    return has(key) ? value(key).asList() : List.of();
  }

  /// The maps of the list under `key`; a missing key is an empty list.
  public List<YamlMap> maps(String key) throws BadYaml {
    List<YamlMap> maps = new ArrayList<>();
    for (YamlNode node : list(key)) {
      maps.add(node.asMap());
    }
    return maps;
  }

  /// The texts of the list under `key`; a missing key is an empty list.
  public List<String> texts(String key) throws BadYaml {
    List<String> texts = new ArrayList<>();
    for (YamlNode node : list(key)) {
      texts.add(node.asText());
    }
    return texts;
  }

  public LocalDate date(String key) throws BadYaml {
    String text = text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadYaml(value(key).mark(), "`" + text + "` is not a date like 2026-11-23");
    }
  }

  public Optional<LocalDate> optionalDate(String key) throws BadYaml {
    return has(key) ? Optional.of(date(key)) : Optional.empty();
  }

  public boolean flag(String key) throws BadYaml {
    String text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadYaml(value(key).mark(), "`" + text + "` is neither true nor false");
    }
    return text.equals("true");
  }

  /// A yes or no that is `false` where it is not stated.
  public boolean optionalFlag(String key) throws BadYaml {
    return has(key) && flag(key);
  }

  /// A whole number of at least 0.
  public long whole(String key) throws BadYaml {
    String text = text(key);
    if (!text.matches("[0-9]{1,15}")) {
      throw new BadYaml(value(key).mark(), "`" + text + "` is not a whole number");
    }
    return Long.parseLong(text);
  }

  /// A decimal number of at least 0, kept exactly.
  public BigDecimal decimal(String key) throws BadYaml {
    String text = text(key);
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw new BadYaml(value(key).mark(), "`" + text + "` is not a number like 50 or 49.9");
    }
    return new BigDecimal(text);
  }

  /// An absolute http or https address without user, query or fragment.
  public URI address(String key) throws BadYaml {
    String text = text(key);
    try {
      URI uri = new URI(text);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getRawUserInfo() == null && plain(uri)) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      throw new BadYaml(value(key).mark(), "`" + text + "` is not an address: " + e.getReason());
    }
    throw new BadYaml(
        value(key).mark(), "`" + text + "` is not an http or https address of a host and a path");
  }

  private static boolean plain(URI uri) {
    return uri.getRawQuery() == null && uri.getRawFragment() == null;
  }

  /// One word of a closed vocabulary.
  public <E extends Enum<E>> E choice(String key, Class<E> type) throws BadYaml {
    return choice(value(key), type);
  }

  /// One word of a closed vocabulary, `fallback` where the key is not there.
  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) throws BadYaml {
    return has(key) ? choice(key, type) : fallback;
  }

  /// The words of a list under `key`, all of one closed vocabulary.
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) throws BadYaml {
    List<E> choices = new ArrayList<>();
    for (YamlNode node : list(key)) {
      choices.add(choice(node, type));
    }
    return choices;
  }

  /// The word that `node` holds, of one closed vocabulary.
  public static <E extends Enum<E>> E choice(YamlNode node, Class<E> type) throws BadYaml {
    String text = node.asText();
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
      known.add(constant.name());
    }
    throw new BadYaml(node.mark(), "unknown word `" + text + "`" + Nearest.hint(text, known));
  }
}
