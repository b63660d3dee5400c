package dev.demarc.bench.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts made values into the slots of a template, disguised by a lane.
final class Filling {
  private final Map<String, Kind> kinds;
  private final Disguise lane;
  private final boolean positive;
  private final Chance chance;
  private int disguised;
  private int missed;

  /// @param positive whether the lane is for the values that count, or for the look-alikes
  Filling(Map<String, Kind> kinds, Disguise lane, boolean positive, Chance chance) {
    this.kinds = kinds;
    this.lane = lane;
    this.positive = positive;
    this.chance = chance;
  }

  /// Whether what was filled is a case of the lane: all its values could be written on it, and the
  /// text is cut in one place at most. Of look-alikes one is enough.
  boolean isOnLane() {
    if (lane == Disguise.PLAIN) {
      return true;
    }
    boolean cutTwice = lane == Disguise.PARTS && positive && disguised > 1;
    return disguised > 0 && !cutTwice && (missed == 0 || !positive);
  }

  MarkedText fill(String template) {
    List<Object> parts = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int open = next(template, at);
      parts.add(unescaped(template.substring(at, open)));
      if (open == template.length()) {
        break;
      }
      int close = template.charAt(open) == '⟦' ? closing(template, open) : end(template, open);
      parts.add(filled(template.charAt(open), template.substring(open + 1, close)));
      at = close + 1;
    }
    return MarkedText.join(parts.toArray());
  }

  /// The next slot; French quotation marks have a space inside and are none.
  private static int next(String template, int from) {
    for (int i = from; i < template.length(); i++) {
      char c = template.charAt(i);
      boolean name = i + 1 < template.length() && Character.isLetterOrDigit(template.charAt(i + 1));
      if (c == '⟦' || ((c == '«' || c == '‹') && name)) {
        return i;
      }
    }
    return template.length();
  }

  private static int end(String template, int open) {
    return require(template, template.indexOf(template.charAt(open) == '«' ? '»' : '›', open));
  }

  private static int closing(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      depth += template.charAt(i) == '⟦' ? 1 : template.charAt(i) == '⟧' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return require(template, -1);
  }

  private static int require(String template, int at) {
    if (at < 0) {
      throw new IllegalArgumentException("a slot of the bank is not closed: " + template);
    }
    return at;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }

  private MarkedText filled(char open, String inside) {
    if (open == '⟦') {
      int bar = inside.indexOf('|');
      return fill(inside.substring(bar + 1)).within(inside.substring(0, bar));
    }
    Kind kind = kinds.get(inside);
    if (kind == null || kind.category().isEmpty() == (open == '«')) {
      throw new IllegalArgumentException("the bank has no slot " + open + inside);
    }
    String value = kind.make().apply(chance);
    boolean meant = (open == '«') == positive;
    boolean touched = meant && lane.suits(value);
    disguised += touched ? 1 : 0;
    missed += meant && !touched ? 1 : 0;
    return written(
        touched ? lane.disguise(value, word(kind), chance) : value, kind.category(), touched);
  }

  private static String word(Kind kind) {
    return kind.category().isEmpty() ? "ref" : kind.category().replaceFirst(".*\\.", "");
  }

  private MarkedText written(String value, String category, boolean touched) {
    MarkedText marked =
        category.isEmpty() ? MarkedText.plain(value) : MarkedText.value(value, category);
    if (lane != Disguise.PARTS || !touched || disguised > 1) {
      return marked;
    }
    int middle = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
    var spans = new ArrayList<>(marked.spans());
    spans.add(new GoldSpan(middle, middle, GoldSpan.SPLIT));
    return new MarkedText(value, spans);
  }
}
