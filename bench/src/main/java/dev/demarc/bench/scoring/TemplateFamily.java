package dev.demarc.bench.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The templates of one family, as a file of the bank lists them below `## name option=value`.
///
/// @param count how many plain cases are made
/// @param lanes whether the family is used on the evasion ladder
/// @param compose how many lines stand together in a case
/// @param whole category of a record as a whole, or empty
record TemplateFamily(
    String name, int count, boolean lanes, int compose, String whole, List<Template> templates) {
  private static final String HEAD = "## ";

  TemplateFamily {
    templates = List.copyOf(templates);
  }

  static List<TemplateFamily> read(List<String> lines) {
    var families = new ArrayList<TemplateFamily>();
    for (String line : lines) {
      if (line.startsWith(HEAD)) {
        families.add(headed(line.substring(HEAD.length())));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        families.addLast(families.removeLast().with(Template.read(line)));
      }
    }
    return families;
  }

  private static TemplateFamily headed(String head) {
    String[] words = head.split(" ");
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] option = words[i].split("=", 2);
      options.put(option[0], option.length > 1 ? option[1] : "");
    }
    return new TemplateFamily(
        words[0],
        Integer.parseInt(options.getOrDefault("count", "30")),
        options.containsKey("lanes"),
        Integer.parseInt(options.getOrDefault("compose", "1")),
        options.getOrDefault("whole", ""),
        List.of());
  }

  private TemplateFamily with(Template template) {
    var more = new ArrayList<>(templates);
    more.add(template);
    return new TemplateFamily(name, count, lanes, compose, whole, more);
  }

  /// The family with one line in a case.
  TemplateFamily alone() {
    return new TemplateFamily(name, count, lanes, 1, whole, templates);
  }

  boolean isNegative() {
    return name.startsWith("none.");
  }

  /// Lines of code and logs stand below one another.
  boolean isCode() {
    return name.contains("code") || name.contains("log");
  }
}
