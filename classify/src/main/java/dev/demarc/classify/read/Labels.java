package dev.demarc.classify.read;

import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;

/// Brings values to those who take them under a key, wherever a key stands before its value: `key:
/// value`, `key=value` (query strings, attributes, logs), `key "value"`, `<key>value</key>`, "the
/// key is value".
final class Labels implements Family {
  private static final int LONGEST_ELEMENT = 64;
  private Triggers triggers = new Triggers();

  @Override
  public void declare(Triggers declared) {
    triggers = declared;
    triggers.at(':', this::labelled);
    triggers.at('=', this::labelled);
    triggers.at('"', this::quoted);
    triggers.at('\'', this::quoted);
    triggers.at('>', this::element);
    triggers.words(this::sentence, " is ", " are ", " was ", "是", "为");
    triggers.words(this::sentence, " ist ", " lautet ", " est ", " es ", " jest ", " è ", " é ");
  }

  private int labelled(Scan s, int i) {
    return i == s.from() ? -1 : value(s, s.name(nameEnd(s, i)), i + 1, Link.LABEL);
  }

  /// Where the name before the sign at `i` ends, which may be an index: `map["name"] = …`.
  private static int nameEnd(Scan s, int i) {
    byte[] b = s.bytes();
    int end = i;
    while (end > s.from() && b[end - 1] == ' ') {
      end--;
    }
    boolean index = end - 2 > s.from() && b[end - 1] == ']' && "\"'".indexOf(b[end - 2]) >= 0;
    return index ? end - 2 : i;
  }

  private int value(Scan s, Field key, int at, Link link) {
    for (KeyedReader reader : triggers.keyed(key)) {
      int after = reader.read(s, key, at, link);
      if (after > at) {
        return after;
      }
    }
    return -1;
  }

  /// A blank stands between the key and the quote.
  private int quoted(Scan s, int i) {
    byte[] b = s.bytes();
    int end = i;
    while (end > s.from() && b[end - 1] == ' ') {
      end--;
    }
    boolean key = end < i && end > s.from() && (b[end - 1] < 0 || Bytes.letter(b[end - 1]));
    return key ? value(s, s.name(end), i, Link.QUOTE) : -1;
  }

  private int element(Scan s, int i) {
    byte[] b = s.bytes();
    int least = Math.max(s.from(), i - LONGEST_ELEMENT);
    int open = i - 1;
    while (open >= least && b[open] != '<' && b[open] != '>') {
      open--;
    }
    if (open < least || b[open] != '<' || !(b[open + 1] < 0 || Bytes.letter(b[open + 1]))) {
      return -1;
    }
    int end = Bytes.find(b, open, i, ' ');
    return value(s, s.keys().of(b, open + 1, end), i + 1, Link.LABEL);
  }

  private void sentence(Scan s, int from, int to) {
    value(s, s.name(from), to, Link.SENTENCE);
  }
}
