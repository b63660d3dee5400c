package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value of the strict kind that leaves are made of: no fractions, no number of 2^53 or
/// more, no member twice. Every reader in every language understands such a text in the same way.
///
/// Members keep their order, so a value is always written as the same bytes.
public sealed interface Json {
  /// The largest whole number that every JSON reader keeps exactly: 2^53 - 1 (RFC 7493 §2.2).
  long MAX_INT = (1L << 53) - 1;

  /// Appends the value's JSON text.
  void write(JsonBytes text);

  /// The value's JSON text, without white space.
  default String text() {
    return new String(encode(), StandardCharsets.UTF_8);
  }

  /// The value's JSON text in UTF-8.
  default byte[] encode() {
    JsonBytes text = new JsonBytes();
    write(text);
    return text.toByteArray();
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
    return new Members(new LinkedHashMap<>());
  }

  /// The value `null`.
  record Null() implements Json {
    @Override
    public void write(JsonBytes text) {
      text.add("null");
    }
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Json {
    @Override
    public void write(JsonBytes text) {
      text.add(String.valueOf(value));
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
    public void write(JsonBytes text) {
      text.add(String.valueOf(value));
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
    public void write(JsonBytes text) {
      text.addString(value);
    }
  }

  /// A list.
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public void write(JsonBytes text) {
      char before = '[';
      for (Json item : items) {
        text.add(before);
        item.write(text);
        before = ',';
      }
      text.add(items.isEmpty() ? "[]" : "]");
    }
  }

  /// An object; its members stay in the order they were given in.
  final class Obj implements Json {
    private final Map<String, Json> members;
    private final byte @Nullable [] kept;

    public Obj(Map<String, Json> members) {
      this(new LinkedHashMap<>(members), null);
    }

    private Obj(Map<String, Json> members, byte @Nullable [] kept) {
      this.members = members;
      this.kept = kept;
    }

    public Map<String, Json> members() {
      return Collections.unmodifiableMap(members);
    }

    /// An equal object that holds its text as well: for one that is written again and again.
    public Obj withText() {
      return new Obj(members, encode());
    }

    @Override
    public void write(JsonBytes text) {
      if (kept != null) {
        text.add(kept);
        return;
      }
      char before = '{';
      for (Map.Entry<String, Json> member : members.entrySet()) {
        text.add(before);
        new Str(member.getKey()).write(text);
        text.add(':');
        member.getValue().write(text);
        before = ',';
      }
      text.add(members.isEmpty() ? "{}" : "}");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Obj that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /// The members of an object to be, in the order they are put.
  final class Members {
    private final Map<String, Json> members;
    private boolean built;

    private Members(Map<String, Json> members) {
      this.members = members;
    }

    public Members put(String name, Json value) {
      if (built) {
        throw new IllegalStateException("the object has been built");
      }
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

    /// The object with the members put so far; none can be put afterwards.
    public Obj build() {
      built = true;
      return new Obj(members, null);
    }
  }
}
