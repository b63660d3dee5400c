package dev.demarc.classify.family.identity;

import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Words around the number of an identity document that say what it is, in the languages of those
/// who issue it, and words that say that a number is something else; `identity-words.txt` lists
/// them.
final class IdWords {
  private static final int REACH_BACK = 96;
  private static final int REACH_ON = 32;
  private static final Words NONE = new Words();

  /// Its number is called a uid, as many others are.
  private static final Words AADHAAR = new Words("aadhaar", "aadhar", "adhaar", "uidai", "आधार");

  private static final Map<Field, Words> OWN = read();
  private static final Words OTHERS = OWN.getOrDefault(Field.SERIAL, NONE);

  private IdWords() {}

  private static Map<Field, Words> read() {
    String text;
    try (InputStream in = IdWords.class.getResourceAsStream("identity-words.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "identity-words.txt").readAllBytes();
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Field, List<String>> listed = new EnumMap<>(Field.class);
    Field section = Field.NONE;
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        section = Field.valueOf(line.substring(1, line.length() - 1));
      } else if (!line.startsWith("#")) {
        listed.computeIfAbsent(section, name -> new ArrayList<>()).addAll(words(line));
      }
    }
    Map<Field, Words> words = new EnumMap<>(Field.class);
    listed.forEach((field, of) -> words.put(field, new Words(of.toArray(String[]::new))));
    return words;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(",", -1)) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  /// What the key or the words around the value at [from, to) add to its points: [Score#FOR_KEY],
  /// [Score#FOR_CONTEXT], nothing, or less.
  static int points(Scan s, Field own, int from, int to) {
    Field key = s.key(from);
    if (key == own) {
      return Score.FOR_KEY;
    }
    if (key == Field.IDENTITY) {
      return Score.FOR_CONTEXT;
    }
    boolean uid = key == Field.SERIAL && own == Field.IN_ID && s.after(AADHAAR, from);
    if (uid) {
      return Score.FOR_CONTEXT;
    }
    boolean remote = key == s.hint() && s.to() - s.from() > 2 * (to - from) + 8;
    if (!remote && speaksAgainst(key, own)) {
      return -Score.AGAINST;
    }
    return around(s, OWN.getOrDefault(own, NONE), from, to);
  }

  private static int around(Scan s, Words own, int from, int to) {
    byte[] b = s.bytes();
    int start = lineStart(b, s.from(), from);
    int spoken = own.lastWhole(b, start, from);
    int other = OTHERS.lastWhole(b, start, from);
    if (spoken >= 0 || other >= 0) {
      return spoken >= 0 && own.endAt(b, spoken, from) > other ? Score.FOR_CONTEXT : -Score.AGAINST;
    }
    int end = to;
    while (end < s.to() && end - to < REACH_ON && b[end] != '\n') {
      end++;
    }
    return own.lastWhole(b, to, end) >= 0 ? Score.FOR_CONTEXT : 0;
  }

  /// Where the line of `at` begins, or the line before it where the value begins its line.
  private static int lineStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - REACH_BACK);
    boolean spoken = false;
    int i = at;
    while (i > least && (b[i - 1] != '\n' || !spoken)) {
      i--;
      spoken |= b[i] < 0 || Bytes.alphanumeric(b[i]);
    }
    return i;
  }

  /// "PAN" is an Indian tax number and a card's, and one country's word for a document is
  /// another's.
  private static boolean speaksAgainst(Field key, Field own) {
    boolean another = key == Field.CARD && own == Field.IN_ID;
    return !key.isOpen() && !key.isOfIdentity() && !another;
  }
}
