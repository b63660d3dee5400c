package dev.demarc.bench.accuracy;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Scores as one line of JSON.
final class AccuracyJson {
  private static final JsonMapper JSON = new JsonMapper();

  private AccuracyJson() {}

  static String of(String set, Scores scores, Map<String, Integer> unknown) {
    ObjectNode line = JSON.createObjectNode().put("set", set).put("texts", scores.texts());
    line.set("all", counts(scores.all()));
    scores
        .groups()
        .forEach((by, groups) -> {
          ObjectNode named = line.putObject("by_" + by);
          groups.forEach((name, counts) -> named.set(name, counts(counts)));
        });
    line.putObject("clean")
        .put("texts", scores.cleanTexts())
        .put("characters", scores.cleanCharacters())
        .put("false_findings", scores.wrongInCleanTexts())
        .put("false_per_1000_characters", scores.wrongPerThousand());
    ObjectNode left = line.putObject("not_judged");
    unknown.forEach(left::put);
    return line.toString();
  }

  private static ObjectNode counts(Counts counts) {
    ObjectNode node =
        JSON.createObjectNode().put("there", counts.there()).put("found", counts.found());
    for (Counts.By by : Counts.By.values()) {
      node.putObject(name(by))
          .put("precision", counts.precision(by))
          .put("recall", counts.recall(by))
          .put("f1", counts.f1(by));
    }
    return node;
  }

  private static String name(Counts.By by) {
    return switch (by) {
      case STRICT -> "strict";
      case HALF -> "iou_0.5";
      case OVERLAP -> "overlap";
    };
  }
}
