package dev.demarc.gateway.record;

import dev.demarc.classify.finding.Category;
import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.Json;
import dev.demarc.policy.Channel;
import dev.demarc.policy.Facts;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a decision depended on, as the members `facts`, `readings` and `counted` of its entry, and
/// back again for replay. `docs/record.md` describes them.
public final class FactsCodec {
  private FactsCodec() {}

  static Json.Obj write(Facts facts) {
    Json.Members counts = Json.object();
    facts.counts().forEach((category, count) -> counts.put(category.id(), count));
    return Json.object()
        .put("date", facts.date().toString())
        .put("caller", facts.caller())
        .put("exporter", facts.exporter())
        .put("markets", Json.texts(facts.markets()))
        .put("channel", facts.channel().name().toLowerCase(Locale.ROOT))
        .put(
            "protection",
            Json.object()
                .put("laws", Json.texts(facts.protection().laws()))
                .put("basis", facts.protection().basis().name().toLowerCase(Locale.ROOT))
                .build())
        .put("subject_given", facts.subjectGiven())
        .put("model", facts.model())
        .put("counts", counts.build())
        .build();
  }

  /// The facts that a decision entry holds.
  public static Facts facts(Json.Obj json) throws Malformed {
    Json.Obj protection = object(json, "protection");
    try {
      return new Facts(
          LocalDate.parse(text(json, "date")),
          text(json, "caller"),
          text(json, "exporter"),
          texts(json, "markets"),
          Channel.valueOf(text(json, "channel").toUpperCase(Locale.ROOT)),
          new Protection(
              texts(protection, "laws"),
              ProtectionBasis.valueOf(text(protection, "basis").toUpperCase(Locale.ROOT))),
          flag(json, "subject_given"),
          text(json, "model"),
          counts(object(json, "counts")));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Malformed("member facts holds a value that no version of ours wrote");
    }
  }

  static Json.Arr write(Collection<MeterReading> readings) {
    List<Json> items = new ArrayList<>();
    for (MeterReading reading : readings) {
      items.add(
          members(reading.key())
              .put("persons", reading.persons())
              .put("established", reading.established())
              .put("counted", reading.counted())
              .build());
    }
    return new Json.Arr(items);
  }

  /// The readings that a decision entry holds.
  public static List<MeterReading> readings(Json.Arr json) throws Malformed {
    List<MeterReading> readings = new ArrayList<>();
    for (Json item : json.items()) {
      Json.Obj reading = asObject(item, "readings[]");
      readings.add(
          new MeterReading(
              key(reading),
              number(reading, "persons"),
              number(reading, "established"),
              flag(reading, "counted")));
    }
    return readings;
  }

  static Json.Arr writeKeys(Collection<MeterKey> keys) {
    List<Json> items = new ArrayList<>();
    keys.forEach(key -> items.add(members(key).build()));
    return new Json.Arr(items);
  }

  /// The meter keys that a decision entry lists as counted.
  public static SortedSet<MeterKey> keys(Json.Arr json) throws Malformed {
    SortedSet<MeterKey> keys = new TreeSet<>();
    for (Json item : json.items()) {
      keys.add(key(asObject(item, "counted[]")));
    }
    return keys;
  }

  private static Json.Members members(MeterKey key) {
    return Json.object()
        .put("meter", key.meter())
        .put("exporter", key.exporter())
        .put("recipient", key.recipient());
  }

  private static MeterKey key(Json.Obj json) throws Malformed {
    return new MeterKey(text(json, "meter"), text(json, "exporter"), text(json, "recipient"));
  }

  private static SortedMap<Category, Integer> counts(Json.Obj json) throws Malformed {
    SortedMap<Category, Integer> counts = new TreeMap<>();
    for (String id : json.members().keySet()) {
      Category category =
          Category.of(id).orElseThrow(() -> new Malformed("an unknown category in facts.counts"));
      counts.put(category, Math.toIntExact(number(json, id)));
    }
    return counts;
  }

  static String text(Json.Obj object, String name) throws Malformed {
    if (object.members().get(name) instanceof Json.Str(String value)) {
      return value;
    }
    throw new Malformed("member " + name + " is missing or no text");
  }

  private static long number(Json.Obj object, String name) throws Malformed {
    if (object.members().get(name) instanceof Json.Int(long value)) {
      return value;
    }
    throw new Malformed("member " + name + " is missing or no number");
  }

  private static boolean flag(Json.Obj object, String name) throws Malformed {
    if (object.members().get(name) instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw new Malformed("member " + name + " is missing or neither true nor false");
  }

  private static Json.Obj object(Json.Obj object, String name) throws Malformed {
    return asObject(object.members().get(name), name);
  }

  private static Json.Obj asObject(@Nullable Json json, String name) throws Malformed {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw new Malformed("member " + name + " is missing or no object");
  }

  private static SortedSet<String> texts(Json.Obj object, String name) throws Malformed {
    if (!(object.members().get(name) instanceof Json.Arr(List<Json> items))) {
      throw new Malformed("member " + name + " is missing or no list");
    }
    SortedSet<String> texts = new TreeSet<>();
    for (Json item : items) {
      if (!(item instanceof Json.Str(String value))) {
        throw new Malformed("member " + name + " holds something else than texts");
      }
      texts.add(value);
    }
    return texts;
  }
}
