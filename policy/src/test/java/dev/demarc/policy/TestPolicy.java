package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shipped packs, catalogue and parties, and plain builders for what a test varies.
final class TestPolicy {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Path ROOT = Path.of(System.getProperty("demarc.root", ".."));

  /// Each route is listed where the tests use it.
  static final Operator OPERATOR =
      Operator.listing(
          Map.of(
              "US", List.of("openai-us", "qwen-sg", "simulator-openai-us", "simulator-qwen-sg"),
              "CN", List.of("openai-us", "qwen-cn", "qwen-sg", "simulator-qwen-cn"),
              "DE", List.of("openai-us", "qwen-sg", "qwen-cn")));

  private TestPolicy() {}

  static Sources sources() throws BadPolicy {
    return Sources.read(ROOT.resolve("packs"), ROOT.resolve("catalogue"), ROOT.resolve("parties"));
  }

  static Policy shipped() throws BadPolicy {
    return Policy.load(sources(), OPERATOR);
  }

  static Policy shipped(Operator operator) throws BadPolicy {
    return Policy.load(sources(), operator);
  }

  /// A request of a declared U.S. person in the mainland, sent by a U.S. company, with nothing
  /// found.
  static Facts facts() {
    return new Facts(
        TODAY,
        "phone-app",
        "example-phones-us",
        set("CN"),
        Channel.PUBLIC,
        new Protection(set("US"), ProtectionBasis.DECLARED),
        true,
        "assistant",
        new TreeMap<>());
  }

  static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }

  static Facts found(Facts f, Category... categories) {
    TreeMap<Category, Integer> counts = new TreeMap<>();
    for (Category category : categories) {
      counts.merge(category, 1, Integer::sum);
    }
    return with(f, f.exporter(), f.markets(), f.protection(), counts);
  }

  static Facts market(Facts f, String... markets) {
    return with(f, f.exporter(), set(markets), f.protection(), f.counts());
  }

  static Facts exporter(Facts f, String exporter) {
    return with(f, exporter, f.markets(), f.protection(), f.counts());
  }

  static Facts protection(Facts f, ProtectionBasis basis, String... laws) {
    return with(f, f.exporter(), f.markets(), new Protection(set(laws), basis), f.counts());
  }

  static Facts internal(Facts f) {
    return new Facts(
        f.date(),
        f.caller(),
        f.exporter(),
        f.markets(),
        Channel.INTERNAL,
        f.protection(),
        f.subjectGiven(),
        f.model(),
        f.counts());
  }

  static Facts noSubject(Facts f) {
    return new Facts(
        f.date(),
        f.caller(),
        f.exporter(),
        f.markets(),
        f.channel(),
        f.protection(),
        false,
        f.model(),
        f.counts());
  }

  static Facts on(Facts f, LocalDate date) {
    return new Facts(
        date,
        f.caller(),
        f.exporter(),
        f.markets(),
        f.channel(),
        f.protection(),
        f.subjectGiven(),
        f.model(),
        f.counts());
  }

  private static Facts with(
      Facts f,
      String exporter,
      SortedSet<String> markets,
      Protection protection,
      Map<Category, Integer> counts) {
    return new Facts(
        f.date(),
        f.caller(),
        exporter,
        markets,
        f.channel(),
        protection,
        f.subjectGiven(),
        f.model(),
        new TreeMap<>(counts));
  }

  static Route route(Policy policy, String id) {
    return policy.route(id, "assistant").orElseThrow();
  }

  /// The route with a filing that ends on `until`.
  static Route filedUntil(Route r, LocalDate until) {
    return filed(r, r.filing().orElseThrow(), Optional.of(until), false);
  }

  /// The route with a made-up filing.
  static Route syntheticallyFiled(Route r) {
    return filed(r, r.filing().orElseThrow(), Optional.empty(), true);
  }

  private static Route filed(Route r, Filing f, Optional<LocalDate> until, boolean synthetic) {
    Filing filing =
        new Filing(
            f.number(),
            f.holder(),
            f.authority(),
            f.from(),
            until,
            f.source(),
            f.asOf(),
            f.confidence(),
            synthetic);
    return new Route(
        r.id(),
        r.provider(),
        r.recipient(),
        r.developer(),
        r.providerModel(),
        r.access(),
        r.storage(),
        r.inference(),
        r.endpoint(),
        r.endpointOverridden(),
        r.simulated(),
        Optional.of(filing));
  }

  /// The route with another recipient.
  static Route to(Route r, String recipient) {
    return new Route(
        r.id(),
        r.provider(),
        recipient,
        r.developer(),
        r.providerModel(),
        r.access(),
        r.storage(),
        r.inference(),
        r.endpoint(),
        r.endpointOverridden(),
        r.simulated(),
        r.filing());
  }

  /// The sources with one text of one file replaced; fails where the text is not there.
  static Sources replacing(Sources s, String file, String text, String by) {
    return new Sources(
        replaced(s.packs(), file, text, by),
        replaced(s.catalogue(), file, text, by),
        replaced(s.parties(), file, text, by));
  }

  private static SortedMap<String, String> replaced(
      SortedMap<String, String> files, String file, String text, String by) {
    TreeMap<String, String> changed = new TreeMap<>(files);
    changed.computeIfPresent(
        file,
        (name, old) -> {
          if (!old.contains(text)) {
            throw new IllegalArgumentException(text + " is not in " + name);
          }
          return old.replace(text, by);
        });
    return changed;
  }
}
