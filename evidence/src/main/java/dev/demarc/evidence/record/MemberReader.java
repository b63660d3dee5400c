package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the members of one object by name and type, and remembers which were not asked for: those
/// a later minor version has added.
final class MemberReader {
  private final Json.Obj object;
  private final String path;
  private final Set<String> unread;

  /// Reads the leaf itself.
  MemberReader(Json.Obj leaf) {
    this(leaf, "", new TreeSet<>());
  }

  private MemberReader(Json.Obj object, String path, Set<String> unread) {
    this.object = object;
    this.path = path;
    this.unread = unread;
    object.members().keySet().forEach(name -> unread.add(path + name));
  }

  /// Reads an object inside this one; `name` is how messages name it.
  MemberReader inside(Json.Obj object, String name) {
    return new MemberReader(object, path + name + ".", unread);
  }

  /// The members nobody has read so far, here and in the objects inside, with their paths.
  Set<String> unread() {
    return unread;
  }

  String text(String name) throws Malformed {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) throws Malformed {
    return member(name, Json.Str.class, "a text").map(Json.Str::value);
  }

  /// A whole number that is not negative.
  long number(String name) throws Malformed {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Long> optionalNumber(String name) throws Malformed {
    Optional<Long> value =
        member(name, Json.Int.class, "a whole number").map(number -> number.value());
    if (value.isPresent() && value.get() < 0) {
      throw new Malformed("member " + path + name + " is negative");
    }
    return value;
  }

  Json.Obj object(String name) throws Malformed {
    return member(name, Json.Obj.class, "an object").orElseThrow(() -> missing(name));
  }

  Json.Arr array(String name) throws Malformed {
    return member(name, Json.Arr.class, "a list").orElseThrow(() -> missing(name));
  }

  List<String> texts(String name) throws Malformed {
    List<String> texts = new ArrayList<>();
    for (Json item : array(name).items()) {
      texts.add(expect(item, Json.Str.class, name + "[]", "a text").value());
    }
    return texts;
  }

  List<Json.Obj> objects(String name) throws Malformed {
    List<Json.Obj> objects = new ArrayList<>();
    for (Json item : array(name).items()) {
      objects.add(expect(item, Json.Obj.class, name + "[]", "an object"));
    }
    return objects;
  }

  SortedMap<String, String> textMap(String name) throws Malformed {
    SortedMap<String, String> map = new TreeMap<>();
    for (Map.Entry<String, Json> member : object(name).members().entrySet()) {
      String at = name + "." + member.getKey();
      map.put(member.getKey(), expect(member.getValue(), Json.Str.class, at, "a text").value());
    }
    return map;
  }

  SortedMap<String, Long> numberMap(String name) throws Malformed {
    SortedMap<String, Long> map = new TreeMap<>();
    Json.Obj object = object(name);
    MemberReader counts = inside(object, name);
    for (String key : object.members().keySet()) {
      map.put(key, counts.number(key));
    }
    return map;
  }

  private <T extends Json> Optional<T> member(String name, Class<T> type, String words)
      throws Malformed {
    unread.remove(path + name);
    Json value = object.members().get(name);
    return value == null ? Optional.empty() : Optional.of(expect(value, type, name, words));
  }

  private <T extends Json> T expect(Json value, Class<T> type, String name, String words)
      throws Malformed {
    if (!type.isInstance(value)) {
      throw new Malformed("member " + path + name + " is not " + words);
    }
    return type.cast(value);
  }

  private Malformed missing(String name) {
    return new Malformed("member " + path + name + " is missing");
  }
}
