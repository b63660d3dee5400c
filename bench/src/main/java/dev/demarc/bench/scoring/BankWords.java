package dev.demarc.bench.scoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Named lists of words from the bank: `name [category]: word; word; …` on a line each. A list with
/// a category is a slot of its own.
record BankWords(Map<String, List<String>> lists, Map<String, String> categories) {
  static BankWords read(List<String> lines) {
    var lists = new LinkedHashMap<String, List<String>>();
    var categories = new TreeMap<String, String>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      String[] head = line.substring(0, colon).split(" ", 2);
      lists.put(head[0], List.of(line.substring(colon + 2).split("; ")));
      if (head.length > 1) {
        categories.put(head[0], head[1]);
      }
    }
    return new BankWords(lists, categories);
  }

  String pick(Chance chance, String list) {
    List<String> words = lists.get(list);
    if (words == null) {
      throw new IllegalArgumentException("the bank has no word list " + list);
    }
    return chance.pick(words);
  }

  void into(Map<String, Kind> kinds) {
    lists
        .keySet()
        .forEach(name ->
            kinds.putIfAbsent(
                name, new Kind(categories.getOrDefault(name, ""), chance -> pick(chance, name))));
  }
}
