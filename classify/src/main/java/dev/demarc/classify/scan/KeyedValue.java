package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent.Take;
import dev.demarc.classify.scan.Family.KeyedReader;
import dev.demarc.classify.scan.Family.Link;
import dev.demarc.classify.text.Bytes;

/// Takes the value under a key as one of a category, for values that only their key makes one:
/// where it begins and ends is read by [Extent], and a check says whether it can be one and how
/// much speaks for it.
public final class KeyedValue implements KeyedReader {
  /// Points of a value of which a key says what it is and nothing speaks against it.
  public static final int ENOUGH = 80;

  private static final String[] NOTHING = {
    "hidden",
    "<hidden>",
    "null",
    "none",
    "nil",
    "any",
    "off/any",
    "off",
    "unknown",
    "<unknown ssid>",
    "n/a",
    "na",
    "--",
    "-",
    "true",
    "false",
    "undefined",
    "not configured",
    "not set",
    "not connected",
    "not available",
    "disconnected",
    "disabled",
    "enabled",
    "string",
    "int",
    "boolean",
    "0x"
  };

  /// Judges a value.
  @FunctionalInterface
  public interface Check {
    /// Points of the value at [from, to), or 0 if it is none.
    int points(byte[] b, int from, int to, Link link);
  }

  private final Category category;
  private final Take take;
  private final int longest;
  private final Check check;
  private final Extent extent = new Extent();

  public KeyedValue(Category category, Take take, int longest, Check check) {
    this.category = category;
    this.take = take;
    this.longest = longest;
    this.check = check;
  }

  @Override
  public int read(Scan s, Field key, int at, Link link) {
    byte[] b = s.bytes();
    boolean there = extent.read(b, s.from(), at, s.to(), link, take, longest);
    if (!there || (link != Link.WHOLE && extent.end() - extent.start() > 4 * longest)) {
      return -1;
    }
    int points = check.points(b, extent.start(), extent.end(), link);
    return points > 0
            && s.reportAsSpelled(category, extent.start(), extent.end(), points, Score.KEY)
        ? extent.end()
        : -1;
  }

  /// Whether the value says that there is none, or what kind of value it would be; a type that may
  /// be absent or not has such a sign behind it.
  public static boolean saysNothing(byte[] b, int from, int to) {
    boolean marked = to > from && (b[to - 1] == '!' || b[to - 1] == '?');
    int bare = marked ? to - 1 : to;
    for (String word : NOTHING) {
      if (word.length() == bare - from && Bytes.at(b, from, bare, word)) {
        return true;
      }
    }
    return false;
  }
}
