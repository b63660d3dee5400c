package dev.demarc.classify.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Lists of words and phrases that a resource has under names: `[NAME]`, and below it the words
/// with `;` after each. Blanks belong to a word.
public final class WordLists {
  private final Map<String, String[]> lists = new HashMap<>();

  private WordLists() {}

  public static WordLists read(Class<?> beside, String resource) {
    Map<String, StringBuilder> read = new HashMap<>();
    StringBuilder list = new StringBuilder();
    for (String line : WordSet.lines(beside, resource)) {
      if (line.charAt(0) == '[') {
        String name = line.substring(1, line.length() - 1);
        list = read.computeIfAbsent(name, none -> new StringBuilder());
      } else {
        list.append(line);
      }
    }
    WordLists words = new WordLists();
    read.forEach((name, all) -> words.lists.put(name, words(name, all.toString())));
    return words;
  }

  private static String[] words(String name, String list) {
    if (!list.endsWith(";")) {
      throw new IllegalArgumentException("the last word of " + name + " has no ; after it");
    }
    return list.substring(0, list.length() - 1).split(";", -1);
  }

  /// The words under this name.
  public String[] list(String name) {
    return Objects.requireNonNull(lists.get(name), name).clone();
  }

  /// The words under this name, to look for in bytes.
  public Words words(String name) {
    return new Words(list(name));
  }
}
