package dev.demarc.cli.classify;

import dev.demarc.evidence.record.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// A JSON object for each finding, one on a line.
final class JsonReport implements Report {
  private final PrintStream out;

  JsonReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void found(Found found) {
    Json.Members line = Json.object().put("file", found.file());
    place(line, found.first());
    if (!found.name().isEmpty()) {
      line.put(found.name().startsWith("$") ? "path" : "column_name", bare(found.name()));
    }
    line.put("category", found.category().id()).put("score", found.score());
    line.put("evidence", Json.texts(EvidenceWords.ids(found.evidence())));
    line.put("because", EvidenceWords.of(found.evidence()));
    if (found.places().size() > 1) {
      List<Json> places = new ArrayList<>();
      for (Found.Place place : found.places()) {
        places.add(place(Json.object(), place).build());
      }
      line.put("places", new Json.Arr(places));
    }
    found.value().ifPresent(value -> line.put("value", value));
    out.println(line.build().text());
  }

  private static String bare(String name) {
    return name.startsWith("column ") ? name.substring("column ".length()) : name;
  }

  private static Json.Members place(Json.Members object, Found.Place place) {
    return object
        .put("line", place.start().line())
        .put("column", place.start().column())
        .put("end_line", place.end().line())
        .put("end_column", place.end().column())
        .put("byte", place.start().offset())
        .put("end_byte", place.end().offset());
  }
}
