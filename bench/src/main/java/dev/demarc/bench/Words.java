package dev.demarc.bench;

import java.util.ArrayList;
import java.util.List;

/// The words behind the name of a measurement. Each method takes those that it understands away.
final class Words {
  private final List<String> left;

  Words(List<String> words) {
    left = new ArrayList<>(words);
  }

  /// Whether an option without a value is there.
  boolean has(String option) {
    return left.remove(option);
  }

  /// The number behind an option, or another where the option is not there.
  int count(String option, int otherwise, int least) throws Usage {
    int at = left.indexOf(option);
    return at < 0 ? otherwise : number(option, valueAt(at), least);
  }

  /// The number that stands alone, or another where there is none.
  int count(int otherwise, int least) throws Usage {
    int count = left.isEmpty() ? otherwise : number("it", left.removeFirst(), least);
    end();
    return count;
  }

  /// The values of an option that may be there several times, each one of some.
  List<String> each(String option, List<String> some) throws Usage {
    List<String> values = new ArrayList<>();
    for (int at = left.indexOf(option); at >= 0; at = left.indexOf(option)) {
      values.add(among(some, valueAt(at)));
    }
    return values;
  }

  /// All that is left, each one of some.
  List<String> rest(List<String> some) throws Usage {
    for (String word : left) {
      var _ = among(some, word);
    }
    return List.copyOf(left);
  }

  /// The one word that is left, or another where there is none.
  String only(String otherwise) throws Usage {
    String word = left.isEmpty() ? otherwise : left.removeFirst();
    end();
    return word;
  }

  /// Holds that nothing is left.
  void end() throws Usage {
    if (!left.isEmpty()) {
      throw new Usage("'" + left.getFirst() + "' has no meaning here");
    }
  }

  private String valueAt(int at) throws Usage {
    String option = left.remove(at);
    if (at == left.size()) {
      throw new Usage(option + " wants a word after it");
    }
    return left.remove(at);
  }

  private static int number(String option, String word, int least) throws Usage {
    if (!word.matches("[0-9]{1,6}") || Integer.parseInt(word) < least) {
      throw new Usage(option + " wants a whole number from " + least + " on, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private static String among(List<String> some, String word) throws Usage {
    if (!some.contains(word)) {
      throw new Usage("'" + word + "' is none of " + String.join(", ", some));
    }
    return word;
  }
}
