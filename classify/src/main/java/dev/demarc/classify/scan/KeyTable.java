package dev.demarc.classify.scan;

import dev.demarc.classify.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Names of fields in English, Chinese and pinyin, and what they say about their values. One table
/// for JSON keys, columns, `key: value`, `key=value`, attributes and query strings.
///
/// A key is compared without case and separators, by its last words: `customer_ipAddress` ends in
/// the words *ip address*. A Chinese character is a word. The longest known ending decides, so an
/// exception such as 会员卡号 (membership number) wins over 卡号 (card number).
public final class KeyTable {
  /// The names that the resource `keys.txt` lists.
  public static final KeyTable KNOWN = read();

  private static final int LONGEST = 64;
  private byte[] @Nullable [] keys = new byte[2048][];
  private Field[] fields = new Field[2048];
  private int size;

  /// Hashed endings of three bytes, and of names that have only two.
  private final long[] endings = new long[1024];

  private KeyTable() {}

  /// These names and more; a name that is known already gets the other meaning.
  public KeyTable with(Map<String, Field> more) {
    KeyTable table = new KeyTable();
    for (int slot = 0; slot < keys.length; slot++) {
      byte[] key = keys[slot];
      if (key != null) {
        table.put(key, fields[slot]);
      }
    }
    more.forEach((name, field) -> table.put(folded(name), field));
    return table;
  }

  /// What the key in [from, to) says about its value.
  public Field of(byte[] b, int from, int to) {
    int end = to;
    while (end > from && separator(b[end - 1])) {
      end--;
    }
    if (end == from) {
      return Field.NONE;
    }
    Field field = mayEndAt(b, from, end) ? longestEnding(b, from, end) : Field.NONE;
    if (field != Field.NONE) {
      return field;
    }
    int bare = bare(b, from, end);
    boolean mayBe = bare < end && bare > from && mayEndAt(b, from, bare);
    return mayBe ? longestEnding(b, from, bare) : Field.NONE;
  }

  /// Whether a name may end at `to`, across separators and numbers; most places say no at once.
  public boolean mayName(byte[] b, int from, int to) {
    int least = Math.max(from, to - LONGEST);
    int end = to;
    while (end > least && separator(b[end - 1])) {
      end--;
    }
    if (end == least || mayEndAt(b, least, end)) {
      return end > least;
    }
    int bare = bare(b, least, end);
    return bare < end && bare > least && mayEndAt(b, least, bare);
  }

  /// Where the name that ends at `end` ends without a number, or without the letter of a plural.
  private static int bare(byte[] b, int from, int end) {
    int bare = end;
    while (bare > from && (Bytes.digit(b[bare - 1]) || separator(b[bare - 1]))) {
      bare--;
    }
    return bare == end && Bytes.lower(b[end - 1]) == 's' ? bare - 1 : bare;
  }

  /// Whether a known name ends as [from, to) ends: most that is no name stops here.
  private boolean mayEndAt(byte[] b, int from, int to) {
    int ending = 0;
    int length = 0;
    for (int i = to - 1; i >= from && length < 3; i--) {
      if (!separator(b[i])) {
        ending = ending << 8 | (Bytes.lower(b[i]) & 0xFF);
        length++;
        if (length > 1 && (endings[bit(ending, length) >> 6] >>> bit(ending, length) & 1) != 0) {
          return true;
        }
      }
    }
    return length < 2;
  }

  private static int bit(int ending, int length) {
    int mixed = (ending + length) * 0x9E3779B1;
    return mixed >>> 16;
  }

  private void markEnding(byte[] key) {
    int length = Math.min(key.length, 3);
    int ending = 0;
    for (int k = 1; k <= length; k++) {
      ending = ending << 8 | (key[key.length - k] & 0xFF);
    }
    endings[bit(ending, length) >> 6] |= 1L << bit(ending, length);
  }

  private Field longestEnding(byte[] b, int from, int to) {
    int hash = 0;
    int length = 0;
    Field best = Field.NONE;
    for (int i = to - 1; i >= from && length < LONGEST; i--) {
      byte c = b[i];
      if (separator(c)) {
        continue;
      }
      hash = hash * 31 + Bytes.lower(c);
      length++;
      if (startsWord(b, i, from, to)) {
        int slot = slot(hash, b, i, to, length);
        if (keys[slot] != null) {
          best = fields[slot];
        }
      }
    }
    return best;
  }

  /// Whether a byte only separates words of a key.
  private static boolean separator(byte c) {
    return c >= 0 && !Bytes.alphanumeric(c);
  }

  private static boolean startsWord(byte[] b, int i, int from, int to) {
    byte c = b[i];
    if (i == from || (c & 0xFF) >= 0xE0) {
      return (c & 0xC0) != 0x80;
    }
    byte before = b[i - 1];
    if (c < 0) {
      return (c & 0xC0) != 0x80 && separator(before);
    }
    if (before < 0 || separator(before)) {
      return true;
    }
    return upper(c) && (!upper(before) || (i + 1 < to && b[i + 1] >= 'a' && b[i + 1] <= 'z'));
  }

  private static boolean upper(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  private int slot(int hash, byte[] b, int from, int to, int length) {
    int slot = (hash ^ hash >>> 15) & keys.length - 1;
    while (true) {
      byte[] key = keys[slot];
      if (key == null || same(key, b, from, to, length)) {
        return slot;
      }
      slot = slot + 1 & keys.length - 1;
    }
  }

  private static boolean same(byte[] key, byte[] b, int from, int to, int length) {
    if (key.length != length) {
      return false;
    }
    int k = 0;
    for (int i = from; i < to; i++) {
      if (!separator(b[i]) && key[k++] != Bytes.lower(b[i])) {
        return false;
      }
    }
    return true;
  }

  private void put(byte[] key, Field field) {
    if (3 * size > keys.length) {
      grow();
    }
    int hash = 0;
    for (int i = key.length - 1; i >= 0; i--) {
      hash = hash * 31 + key[i];
    }
    int slot = slot(hash, key, 0, key.length, key.length);
    size += keys[slot] == null ? 1 : 0;
    keys[slot] = key;
    fields[slot] = field;
    markEnding(key);
  }

  private void grow() {
    byte[] @Nullable [] before = keys;
    Field[] said = fields;
    keys = new byte[before.length * 2][];
    fields = new Field[before.length * 2];
    size = 0;
    for (int slot = 0; slot < before.length; slot++) {
      byte[] key = before[slot];
      if (key != null) {
        put(key, said[slot]);
      }
    }
  }

  /// A name without case and separators.
  static byte[] folded(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (byte c : bytes) {
      if (!separator(c)) {
        bytes[length++] = Bytes.lower(c);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /// Lines of names under `[FIELD]`; `#` begins a line of comment.
  private static KeyTable read() {
    byte[] text;
    try (InputStream in = KeyTable.class.getResourceAsStream("keys.txt")) {
      text = Objects.requireNonNull(in, "keys.txt").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeyTable table = new KeyTable();
    Field section = Field.NONE;
    int i = 0;
    while (i < text.length) {
      int end = Bytes.find(text, i, text.length, '\n');
      if (i < end && text[i] == '[') {
        section = Field.valueOf(new String(text, i + 1, end - i - 2, StandardCharsets.US_ASCII));
      } else if (i < end && text[i] != '#') {
        table.line(text, i, end, section);
      }
      i = end + 1;
    }
    return table;
  }

  private void line(byte[] text, int from, int to, Field field) {
    int start = from;
    while (start < to) {
      int end = Bytes.find(text, start, to, ' ');
      if (end > start) {
        put(Arrays.copyOfRange(text, start, end), field);
      }
      start = end + 1;
    }
  }
}
