package dev.demarc.cli.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/// A shape of values that is planted, and how its values are made: fresh for each seed, with the
/// check digits, words and keys that a real one has. A family of several fields is a record: each
/// field is hunted for on its own.
///
/// @param name the id of the category that it belongs to, as its author says, and a word
/// @param keys what its fields are called where a carrier has names for them
/// @param sentence how people write it
/// @param abroad how they write it in another language
/// @param values the fields' values, and after them what else would give them away
record LeakFamily(
    String name,
    List<String> keys,
    String sentence,
    String abroad,
    Function<Random, List<String>> values) {

  /// Every shape of every category.
  static final List<LeakFamily> ALL =
      Stream.of(LeakNetworks.ALL, LeakMoney.ALL, LeakPeople.ALL, LeakDocuments.ALL, LeakSecrets.ALL)
          .flatMap(List::stream)
          .toList();

  static LeakFamily of(
      String name,
      String keys,
      String sentence,
      String abroad,
      Function<Random, List<String>> values) {
    return new LeakFamily(name, List.of(keys.split(",", -1)), sentence, abroad, values);
  }

  /// A family of one field.
  static LeakFamily one(
      String name, String key, String sentence, String abroad, Function<Random, String> value) {
    return of(name, key, sentence, abroad, value.andThen(List::of));
  }

  /// The category that its author says it belongs to.
  String category() {
    return name.substring(0, name.indexOf(' '));
  }

  Planted plant(Random random) {
    List<String> made = values.apply(random);
    List<String> alias = made.subList(keys.size(), made.size());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      fields.add(new Field(keys.get(i), made.get(i), made.get(i), i == 0 ? alias : List.of()));
    }
    return new Planted(this, fields);
  }

  @Override
  public String toString() {
    return name;
  }

  /// One field: its key, what stands for it, how its value is spelled, and what else would give the
  /// value away.
  record Field(String key, String value, String spelled, List<String> alias) {
    /// Everything that must not be found.
    List<String> hunted() {
      List<String> all = new ArrayList<>(alias);
      all.add(value);
      return all;
    }

    /// Whether it may stand as a number of JSON. One with a sign is text to the classifier.
    boolean isNumber() {
      return spelled.matches("[1-9][0-9]*(\\.[0-9]+)?");
    }
  }

  /// A record of planted values.
  record Planted(LeakFamily family, List<Field> fields) {
    /// The same record with a mark in place of each value, which no carrier changes.
    Planted marked() {
      List<Field> marks = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        marks.add(new Field(field.key(), LeakMarks.of(i), field.spelled(), List.of()));
      }
      return new Planted(family, marks);
    }

    Object[] values() {
      return fields.stream().map(Field::value).toArray();
    }

    boolean hasNumber() {
      return fields.stream().anyMatch(Field::isNumber);
    }

    boolean hasLines() {
      return fields.stream().anyMatch(field -> field.spelled().contains("\n"));
    }
  }
}
