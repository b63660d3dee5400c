package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.pseudonym.Transformed;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Builds chat bodies for tests and takes them through the classifier.
final class Chat {
  static final Classifier CLASSIFIER = new Classifier(ClassifierSettings.defaults());

  private Chat() {}

  /// A body with one user message of this text.
  static String message(String text) {
    return "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + escaped(text)
        + "\"}]}";
  }

  /// JSON's own escapes and no others.
  static String escaped(String text) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < 0x20 ? unicode(c) : String.valueOf(c));
      }
    }
    return json.toString();
  }

  /// Every UTF-16 unit as `\\uXXXX`.
  static String allEscaped(String text) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      json.append(unicode(text.charAt(i)));
    }
    return json.toString();
  }

  private static String unicode(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }

  static Classification classify(String body) {
    try {
      return CLASSIFIER.classify(Text.of(body));
    } catch (Unreadable e) {
      throw new AssertionError(e.reason(), e);
    }
  }

  static Map<Category, Treatment> all(Treatment treatment) {
    Map<Category, Treatment> treatments = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      treatments.put(category, treatment);
    }
    return treatments;
  }

  static String redacted(String body) {
    return transformed(body, all(Treatment.REDACT)).body().decoded();
  }

  static Transformed transformed(String body, Map<Category, Treatment> treatments) {
    return Transform.apply(
        Text.of(body), classify(body), treatments, (word, canonical, value) -> word + "_0");
  }

  /// What is found in a user message of this text: category and original spelling.
  static List<String> found(String text) {
    return classify(message(text)).findings().stream()
        .map(finding -> finding.category().id() + " " + values(finding))
        .toList();
  }

  /// Holds that in each frame, which has `%s` for the value, the value is found and nothing else.
  static void assertAlone(String category, String value, List<String> frames) {
    for (String frame : frames) {
      String text = frame.replace("%s", value);
      assertThat(found(text)).as(text).containsExactly(category + " " + value);
    }
  }

  static String values(Finding finding) {
    return String.join(
        " | ", finding.spans().stream().map(span -> span.value().decoded()).toList());
  }
}
