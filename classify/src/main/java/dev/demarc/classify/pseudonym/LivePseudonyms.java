package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The pseudonyms that may be restored, ordered for look-up by whole name and by prefix. Names are
/// compared in upper case; values stay in the map they came from, so that wiping it is enough.
final class LivePseudonyms {
  private static final String[] WORDS = Pseudonyms.WORDS.toArray(String[]::new);

  private final Map<String, Text> values;
  private final String[] names;

  /// The words of the live pseudonyms, few also where these are many.
  private final String[] liveWords;

  LivePseudonyms(Map<String, Text> values) {
    this.values = values;
    names = values.keySet().toArray(String[]::new);
    Arrays.sort(names);
    liveWords =
        Arrays.stream(names)
            .map(name -> name.substring(0, Math.max(0, name.indexOf('_'))))
            .distinct()
            .toArray(String[]::new);
  }

  /// Whether the first `length` characters are the word of a pseudonym.
  boolean word(byte[] text, int length) {
    return isAny(WORDS, text, length) || isAny(liveWords, text, length);
  }

  private static boolean isAny(String[] words, byte[] text, int length) {
    for (String word : words) {
      if (is(word, text, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String word, byte[] text, int length) {
    return word.length() == length && order(word, text, length) == 0;
  }

  /// Whether a live pseudonym begins with the first `length` characters, or is them.
  boolean begins(byte[] text, int length) {
    int at = search(text, length);
    return at < names.length && names[at].length() >= length && order(names[at], text, length) == 0;
  }

  /// The value of the live pseudonym that the first `length` characters are.
  Optional<Text> value(byte[] text, int length) {
    int at = search(text, length);
    return at < names.length && names[at].length() == length && order(names[at], text, length) == 0
        ? Optional.ofNullable(values.get(names[at]))
        : Optional.empty();
  }

  /// Place of the first name that is not before the text.
  private int search(byte[] text, int length) {
    int low = 0;
    int high = names.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order(names[middle], text, length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Order of the first `length` characters of a name and of the text.
  private static int order(String name, byte[] text, int length) {
    int shared = Math.min(name.length(), length);
    for (int i = 0; i < shared; i++) {
      int difference = name.charAt(i) - text[i];
      if (difference != 0) {
        return difference;
      }
    }
    return name.length() < length ? -1 : 0;
  }

  @Override
  public String toString() {
    return "LivePseudonyms[" + values.size() + "]";
  }
}
