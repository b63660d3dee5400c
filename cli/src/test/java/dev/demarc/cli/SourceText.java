package dev.demarc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Java source file taken apart: its code with comments and literals blanked out, and its
/// comments. Line numbers stay as they were.
record SourceText(String code, String comments) {
  // A text block, a string, a character, a line comment or a block comment, whichever begins first.
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "(?s)\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'"
              + "|//[^\\n]*|/\\*.*?\\*/");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
  private static final Pattern WORD_BORDER =
      Pattern.compile("_+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  static SourceText of(String source) {
    var code = new StringBuilder();
    var comments = new StringBuilder();
    Matcher matcher = NOT_CODE.matcher(source);
    int from = 0;
    while (matcher.find()) {
      String found = matcher.group();
      boolean comment = found.startsWith("/");
      code.append(source, from, matcher.start()).append(blank(found));
      comments.append(blank(source.substring(from, matcher.start())));
      comments.append(comment ? found : blank(found));
      from = matcher.end();
    }
    code.append(source, from, source.length());
    return new SourceText(code.toString(), comments.toString());
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\n]", " ");
  }

  /// The identifiers of the code, each with its line.
  List<Found> identifiers() {
    return find(IDENTIFIER, code);
  }

  /// What `pattern` finds in `text`, each with its line.
  static List<Found> find(Pattern pattern, String text) {
    var all = new ArrayList<Found>();
    Matcher matcher = pattern.matcher(text);
    int line = 1;
    int at = 0;
    while (matcher.find()) {
      for (; at < matcher.start(); at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
      }
      all.add(new Found(line, matcher.group(matcher.groupCount() > 0 ? 1 : 0)));
    }
    return all;
  }

  /// The words that an identifier is made of.
  static List<String> words(String identifier) {
    return List.of(WORD_BORDER.split(identifier, 0));
  }

  /// Something found at a line.
  record Found(int line, String text) {}
}
