package dev.demarc.classify;

/// Names of Wi-Fi networks, after the word that announces one: `SSID: x`, `SSID="x"`, `ESSID:"x"`,
/// `SSID 1 : x`, `ssid=x`, `SSID 'x'`. The name itself has no shape; IEEE 802.11 allows 32 octets.
final class NetworkNames implements Family {
  private static final int LONGEST = 32;
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
    "string",
    "0x"
  };

  @Override
  public void declare(Triggers triggers) {
    KeyedValue name =
        new KeyedValue(Category.WIFI_SSID, Extent.Take.TEXT, LONGEST, NetworkNames::points);
    triggers.keyed(Field.SSID, name);
    triggers.keyed(
        Field.WIFI,
        new KeyedValue(
            Category.WIFI_SSID,
            Extent.Take.WORD,
            LONGEST,
            (b, from, to, link) ->
                link == Link.SENTENCE || !NetworkNamesInProse.isMarked(b, from, to)
                    ? 0
                    : KeyedValue.ENOUGH));
  }

  private static int points(byte[] b, int from, int to, Link link) {
    boolean word = link == Link.SENTENCE && !isMarked(b, from, to);
    return word || saysNothing(b, from, to) ? 0 : KeyedValue.ENOUGH;
  }

  /// Whether a word of a sentence is not one of a language: in quotes, or with a digit, a sign or a
  /// capital inside.
  private static boolean isMarked(byte[] b, int from, int to) {
    boolean marked = "\"'`".indexOf(b[from - 1]) >= 0;
    for (int i = from; i < to; i++) {
      boolean capital = i > from && b[i] >= 'A' && b[i] <= 'Z';
      marked |= capital || Bytes.digit(b[i]) || b[i] == '_';
    }
    return marked;
  }

  /// Whether the value says that there is no name.
  static boolean saysNothing(byte[] b, int from, int to) {
    for (String word : NOTHING) {
      if (word.length() == to - from && Bytes.at(b, from, to, word)) {
        return true;
      }
    }
    return false;
  }
}
