package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value of the strict kind that leaves are made of: no fractions, no number of 2^53 or
/// more, no member twice. Every reader in every language understands such a text in the same way.
///
/// Members keep their order, so a value is always written as the same bytes.
public sealed interface Json {
  /// The largest whole number that every JSON reader keeps exactly: 2^53 - 1 (RFC 7493 §2.2).
  long MAX_INT = (1L << 53) - 1;

  /// Appends the value's JSON text.
  void write(StringBuilder text);

  /// The value's JSON text, without white space.
  default String text() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  /// The value's JSON text in UTF-8.
  default byte[] encode() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /// The value that these bytes are the JSON text of, and nothing else.
  static Json parse(byte[] bytes) throws Malformed {
    return new JsonReader(Strict.utf8(bytes)).read();
  }

  /// The text as a value.
  static Json of(String value) {
    return new Str(value);
  }

  /// The number as a value.
  static Json of(long value) {
    return new Int(value);
  }

  /// The truth value as a value.
  static Json of(boolean value) {
    return new Bool(value);
  }

  /// The texts as a list.
  static Arr texts(Iterable<String> values) {
    List<Json> items = new ArrayList<>();
    values.forEach(value -> items.add(of(value)));
    return new Arr(items);
  }

  /// An object to be filled member by member.
  static Members object() {
    return new Members();
  }

  /// The value `null`.
  record Null() implements Json {
    @Override
    public void write(StringBuilder text) {
      text.append("null");
    }
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Json {
    @Override
    public void write(StringBuilder text) {
      text.append(value);
    }
  }

  /// A whole number.
  record Int(long value) implements Json {
    public Int {
      if (value > MAX_INT || value < -MAX_INT) {
        throw new IllegalArgumentException("a number of 2^53 or more: " + value);
      }
    }

    @Override
    public void write(StringBuilder text) {
      text.append(value);
    }
  }

  /// A text, of whole Unicode characters only.
  record Str(String value) implements Json {
    public Str {
      if (!Strict.isUnicode(value)) {
        throw new IllegalArgumentException("a text with half a surrogate pair");
      }
    }

    @Override
    public void write(StringBuilder text) {
      text.append('"');
      value.chars().forEach(c -> escape((char) c, text));
      text.append('"');
    }

    // RFC 8785 §3.2.2.2: only what must be escaped is, and always in the same way.
    private static void escape(char c, StringBuilder text) {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append("\\u00").append(Character.forDigit(c >> 4, 16));
            text.append(Character.forDigit(c & 0xf, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
  }

  /// A list.
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public void write(StringBuilder text) {
      char before = '[';
      for (Json item : items) {
        text.append(before);
        item.write(text);
        before = ',';
      }
      text.append(items.isEmpty() ? "[]" : "]");
    }
  }

  /// An object; its members stay in the order they were given in.
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public void write(StringBuilder text) {
      char before = '{';
      for (Map.Entry<String, Json> member : members.entrySet()) {
        text.append(before);
        new Str(member.getKey()).write(text);
        text.append(':');
        member.getValue().write(text);
        before = ',';
      }
      text.append(members.isEmpty() ? "{}" : "}");
    }
  }

  /// The members of an object to be, in the order they are put.
  final class Members {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private Members() {}

    public Members put(String name, Json value) {
      if (members.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("member \"" + name + "\" twice");
      }
      return this;
    }

    public Members put(String name, String value) {
      return put(name, of(value));
    }

    public Members put(String name, long value) {
      return put(name, of(value));
    }

    public Members put(String name, boolean value) {
      return put(name, of(value));
    }

    /// The object with the members put so far.
    public Obj build() {
      return new Obj(members);
    }
  }
}
