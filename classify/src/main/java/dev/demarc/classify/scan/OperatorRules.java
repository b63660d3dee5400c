package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an operator adds to the classifier.
///
/// @param patterns patterns of values that only this operator knows, such as staff numbers
/// @param keys names of fields (JSON keys, columns, labels), each with the category of its values;
///   compared without case and separators, by their last words. A name that is known already gets
///   the new meaning. [Category#OPERATOR_DEFINED] takes the whole value as it is.
/// @param domains the operator's own domains: e-mail addresses there are no findings
/// @param minScores least score of findings, by category; absent ones have the general one. One
///   that nothing can reach is refused: it would let all of a category leave in silence
/// @param patternBytes most bytes of one body that patterns are run over, where a byte counts for
///   more the larger the pattern is. Patterns take linear time, so this bounds it. A body beyond it
///   is unreadable
public record OperatorRules(
    List<OperatorPattern> patterns,
    Map<String, Category> keys,
    Set<String> domains,
    Map<Category, Integer> minScores,
    int patternBytes) {
  /// Nothing of the operator's own; 64 KB for patterns.
  public static final OperatorRules NONE =
      new OperatorRules(List.of(), Map.of(), Set.of(), Map.of(), 65_536);

  private static final int SHORTEST_KEY = 2;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final String PART =
      "[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
  private static final Pattern DOMAIN = Pattern.compile(PART + "(\\." + PART + ")+");

  public OperatorRules {
    patterns = List.copyOf(patterns);
    keys = Map.copyOf(keys);
    domains = domains.stream().map(OperatorRules::domain).collect(Collectors.toUnmodifiableSet());
    minScores = Map.copyOf(minScores);
    Set<String> names = new HashSet<>();
    for (OperatorPattern pattern : patterns) {
      if (!names.add(pattern.name())) {
        throw new IllegalArgumentException("two patterns are called `" + pattern.name() + "`");
      }
    }
    Set<String> compared = new HashSet<>();
    keys.forEach((name, category) -> {
      if (!compared.add(key(name, category))) {
        throw new IllegalArgumentException("`" + name + "` is the same name as another key");
      }
    });
    minScores.values().forEach(OperatorRules::score);
    for (OperatorPattern pattern : patterns) {
      refuseSilenced(
          "the pattern `" + pattern.name() + "`",
          pattern.category(),
          OperatorPattern.SCORE,
          minScores);
    }
    for (Category category : Set.copyOf(keys.values())) {
      refuseSilenced("a key of yours", category, scoreUnderKey(category), minScores);
    }
    for (Category category : minScores.keySet()) {
      boolean found = patterns.stream().anyMatch(pattern -> pattern.category() == category);
      int highest = Math.max(highestScore(category), found ? OperatorPattern.SCORE : 0);
      refuseSilenced("all that looks for it", category, highest, minScores);
    }
    if (patternBytes < 1) {
      throw new IllegalArgumentException("pattern bytes " + patternBytes);
    }
  }

  /// The same with another bound for patterns.
  public OperatorRules withPatternBytes(int bytes) {
    return new OperatorRules(patterns, keys, domains, minScores, bytes);
  }

  private static void refuseSilenced(
      String what, Category category, int highest, Map<Category, Integer> minScores) {
    if (minScores.getOrDefault(category, 0) > highest) {
      throw new IllegalArgumentException(
          "with this least score of `"
              + category.id()
              + "` "
              + what
              + " would find nothing: its findings have a score of "
              + highest
              + " at most");
    }
  }

  /// The most that a finding of this category scores, where it is less than 100: values without a
  /// checksum or a shape of their own, which their key or the words around them tell.
  public static int highestScore(Category category) {
    return switch (category) {
      case HEALTH_HINT -> 75;
      case NETWORK_IDENTITY,
          NETWORK_LEASE,
          DEVICE_NAME,
          DEVICE_SERIAL,
          MEID,
          ADVERTISING_ID,
          ANDROID_ID,
          WIFI_USAGE,
          BIC,
          BIOMETRIC_HINT,
          OPERATOR_DEFINED ->
          KeyedValue.ENOUGH;
      case WIFI_SSID -> 90;
      case POSTAL_ADDRESS -> 95;
      default -> 100;
    };
  }

  /// The most that a value scores which a key of the operator's own names.
  private static int scoreUnderKey(Category category) {
    return switch (category) {
      case WIFI_SSID -> KeyedValue.ENOUGH;
      case PERSON_NAME, POSTAL_ADDRESS -> 85;
      default -> highestScore(category);
    };
  }

  /// A least score, if it is one.
  public static int score(long score) {
    if (score < 1 || score > 100) {
      throw new IllegalArgumentException(
          "`" + score + "` is not a score: 1 to 100 are, and 60 is the usual least one");
    }
    return (int) score;
  }

  /// The name of a field as it is compared, if values under it can be of this category.
  public static String key(String name, Category category) {
    byte[] compared = KeyTable.folded(name);
    if (OperatorPattern.isUnseen(name)) {
      throw new IllegalArgumentException(
          "the name of a field holds a control character or another that nobody sees: take it out");
    }
    if (compared.length < SHORTEST_KEY || compared.length > LONGEST_KEY || Folding.changes(name)) {
      throw new IllegalArgumentException(
          "`"
              + name
              + "` cannot be the name of a field: "
              + SHORTEST_KEY
              + " to "
              + LONGEST_KEY
              + " bytes of letters and digits are needed, none of them in a full-width form");
    }
    if (category != Category.OPERATOR_DEFINED && Field.of(category) == Field.OPERATOR) {
      throw new IllegalArgumentException(
          "`"
              + category.id()
              + "` cannot be given to the values of a field; `operator.defined` can, which takes"
              + " the whole value");
    }
    return new String(compared, StandardCharsets.UTF_8);
  }

  /// A domain in lower case, if it is one.
  public static String domain(String domain) {
    if (domain.length() > LONGEST_DOMAIN || !DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException(
          "`" + domain + "` is not a domain of your own, such as acme.com without @ or *");
    }
    return domain.toLowerCase(Locale.ROOT);
  }
}
