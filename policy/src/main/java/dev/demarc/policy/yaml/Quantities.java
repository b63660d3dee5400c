package dev.demarc.policy.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes, times and counts as the config writes them: `16MiB`, `250ms`, `2s`, `10m`, `4096`.
public final class Quantities {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
  private static final Pattern BYTES = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)");

  private Quantities() {}

  public static Duration duration(YamlMap map, String key, Duration fallback) throws BadYaml {
    if (!map.has(key)) {
      return fallback;
    }
    Matcher matcher = DURATION.matcher(map.text(key));
    if (!matcher.matches()) {
      throw bad(map, key, "a time such as 250ms, 2s, 10m or 1h");
    }
    long amount = Long.parseLong(matcher.group(1));
    if (amount == 0) {
      throw bad(map, key, "a time above zero");
    }
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  public static long bytes(YamlMap map, String key, long fallback) throws BadYaml {
    if (!map.has(key)) {
      return fallback;
    }
    Matcher matcher = BYTES.matcher(map.text(key));
    if (!matcher.matches()) {
      throw bad(map, key, "a size such as 512B, 64KiB, 16MiB or 1GiB");
    }
    int shift =
        switch (matcher.group(2)) {
          case "B" -> 0;
          case "KiB" -> 10;
          case "MiB" -> 20;
          default -> 30;
        };
    return Long.parseLong(matcher.group(1)) << shift;
  }

  /// A size of something that is held in one array.
  public static int size(YamlMap map, String key, int fallback) throws BadYaml {
    long bytes = bytes(map, key, fallback);
    if (bytes < 1 || bytes > Integer.MAX_VALUE) {
      throw bad(map, key, "a size of at least 1B and less than 2GiB");
    }
    return (int) bytes;
  }

  public static int count(YamlMap map, String key, int fallback) throws BadYaml {
    if (!map.has(key)) {
      return fallback;
    }
    long count = map.whole(key);
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw bad(map, key, "a count of at least 1");
    }
    return (int) count;
  }

  private static BadYaml bad(YamlMap map, String key, String expected) throws BadYaml {
    return new BadYaml(map.value(key).mark(), "`" + map.text(key) + "` is not " + expected);
  }
}
