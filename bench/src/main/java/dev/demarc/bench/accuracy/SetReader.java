package dev.demarc.bench.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads sets of marked texts: our own format, Presidio's, tokens with BIO tags, texts with labels.
final class SetReader {
  private static final JsonMapper JSON = new JsonMapper();

  /// Of these a person would mark the borders in more than one way.
  private static final Set<String> WITHOUT_BORDERS =
      Set.of("payment.transaction", "network.lease", "wifi.usage", "health.hint", "biometric.hint");

  /// Evidence for one is evidence for the other.
  private static final List<Set<String>> EQUAL =
      List.of(
          Set.of("wifi.bssid", "device.mac"),
          Set.of("credential.key", "credential.secret"),
          Set.of("network.identity", "contact.email"));

  private final Names names;

  SetReader(Names names) {
    this.names = names;
  }

  /// How a set is written.
  enum Format {
    OWN,
    PRESIDIO,
    BIO,
    CSV;

    static Format of(String name) throws BadSet {
      try {
        return valueOf(name.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new BadSet("--format: one of own, presidio, bio, csv, not '" + name + "'");
      }
    }
  }

  /// All texts of a file.
  List<Case> read(Path file, Optional<Format> forced) throws IOException {
    try (BufferedReader in = open(file)) {
      return switch (forced.isPresent() ? forced.get() : told(file)) {
        case OWN, PRESIDIO -> json(file, in);
        case BIO -> new BioReader(names).read(file.toString(), in);
        case CSV -> new LabelReader(names).read(file.toString(), in);
      };
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  private static Format told(Path file) throws BadSet {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json", "jsonl" -> Format.OWN;
      case "csv" -> Format.CSV;
      case "bio", "iob", "iob2", "conll", "tsv", "txt" -> Format.BIO;
      default -> throw new BadSet(file + ": say with --format how it is written");
    };
  }

  /// JSON lines, or one list. Each text says itself whether it is ours or Presidio's.
  private List<Case> json(Path file, BufferedReader in) throws IOException {
    List<Case> cases = new ArrayList<>();
    in.mark(1);
    boolean list = in.read() == '[';
    in.reset();
    int number = 0;
    try {
      if (list) {
        for (JsonNode text : JSON.readTree(in)) {
          cases.add(text(file + ", text " + ++number, text));
        }
        return cases;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          cases.add(text(file + ", line " + number, JSON.readTree(line)));
        }
      }
    } catch (JacksonException e) {
      throw new BadSet(file + ", after text " + number + ": not JSON");
    }
    return cases;
  }

  private Case text(String place, JsonNode text) throws BadSet {
    if (text.path("gold").isArray()) {
      return own(place, text);
    }
    if (text.path("spans").isArray()) {
      return presidio(place, text);
    }
    throw new BadSet(place + ": neither \"gold\" nor \"spans\" marks what is there");
  }

  private static Case own(String place, JsonNode text) throws BadSet {
    String lane = text.path("lane").asString("");
    List<Gold> gold = new ArrayList<>();
    for (JsonNode span : text.path("gold")) {
      String category = span.path("category").asString("");
      String ours = category.equals("network.mac") ? "device.mac" : category;
      boolean parts = lane.equals("parts");
      gold.add(
          new Gold(
              span.path("start").asInt(-1),
              span.path("end").asInt(-1),
              ours,
              equals(ours),
              !parts && !WITHOUT_BORDERS.contains(ours),
              parts));
    }
    return checked(
        place,
        new Case(
            text.path("id").asString(place),
            text.path("family").asString(""),
            lane,
            text.path("carrier").asString(""),
            text.path("text").asString(""),
            gold,
            text.path("synthetic").asBoolean(false)));
  }

  private static Set<String> equals(String category) {
    return EQUAL.stream()
        .filter(pair -> pair.contains(category))
        .findFirst()
        .orElse(Set.of(category));
  }

  private Case presidio(String place, JsonNode text) throws BadSet {
    List<Gold> gold = new ArrayList<>();
    for (JsonNode span : text.path("spans")) {
      gold.add(
          gold(
              names,
              span.path("start_position").asInt(-1),
              span.path("end_position").asInt(-1),
              span.path("entity_type").asString("")));
    }
    String said = text.has("full_text") ? "full_text" : "text";
    return checked(place, new Case(place, "", "", "", text.path(said).asString(""), gold, false));
  }

  /// What a foreign name marks; a stretch that is not judged where it is none of ours.
  static Gold gold(Names names, int start, int end, String name) {
    List<String> ours = names.of(name);
    String category = ours.isEmpty() ? name : ours.getFirst();
    return new Gold(start, end, category, Set.copyOf(ours), true, false);
  }

  static Case checked(String place, Case read) throws BadSet {
    for (Gold gold : read.gold()) {
      if (gold.start() < 0 || gold.end() <= gold.start() || gold.end() > read.length()) {
        throw new BadSet(
            place
                + ": the span ["
                + gold.start()
                + ", "
                + gold.end()
                + ") is not in the text of "
                + read.length()
                + " characters");
      }
    }
    return read;
  }
}
