package dev.demarc.bench.scoring;

import java.util.ArrayList;
import java.util.List;

/// The templates of one family, as a file of the bank lists them below `## name option=value`.
///
/// @param count how many plain cases are made
/// @param lanes whether the family is used on the evasion ladder
/// @param compose how many lines stand together in a case
/// @param whole category of a record as a whole, or empty
record Family(
    String name, int count, boolean lanes, int compose, String whole, List<Template> templates) {
  static List<Family> read(List<String> lines) {
    var families = new ArrayList<Family>();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        families.add(headed(line.substring(3)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        families.getLast().templates.add(Template.read(line));
      }
    }
    return families;
  }

  private static Family headed(String head) {
    int count = 30;
    int compose = 1;
    boolean lanes = false;
    String whole = "";
    String[] words = head.split(" ");
    for (int i = 1; i < words.length; i++) {
      String[] option = words[i].split("=", 2);
      switch (option[0]) {
        case "count" -> count = Integer.parseInt(option[1]);
        case "compose" -> compose = Integer.parseInt(option[1]);
        case "whole" -> whole = option[1];
        case "lanes" -> lanes = true;
        default -> throw new IllegalArgumentException("no option of a family: " + words[i]);
      }
    }
    return new Family(words[0], count, lanes, compose, whole, new ArrayList<>());
  }

  boolean isNegative() {
    return name.startsWith("none.");
  }

  /// Lines of code and logs stand below one another.
  boolean isCode() {
    return name.contains("code") || name.contains("log");
  }

  /// The family with one line in a case.
  Family alone() {
    return new Family(name, count, lanes, 1, whole, templates);
  }
}
