package dev.demarc.cli.classify;

import dev.demarc.classify.finding.Category;
import dev.demarc.evidence.record.Json;
import dev.demarc.gateway.Version;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/// One SARIF 2.1.0 log (OASIS, sarif-schema-2.1.0): what code scanning reads. Results are written
/// as they come.
final class SarifReport implements Report {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final PrintStream out;
  private boolean any;

  SarifReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.print("{\"$schema\":" + Json.of(SCHEMA).text() + ",\"version\":\"2.1.0\",\"runs\":[{");
    out.print("\"tool\":{\"driver\":" + driver().text() + "},");
    // Section 3.14.17: columns are counted in code points, not in UTF-16 units.
    out.println("\"columnKind\":\"unicodeCodePoints\",\"results\":[");
  }

  private static Json driver() {
    List<Json> rules = new ArrayList<>();
    for (Category category : Category.values()) {
      Json.Members rule =
          Json.object()
              .put("id", category.id())
              .put("shortDescription", message("Personal data of the kind " + category.id()))
              .put(
                  "properties",
                  Json.object()
                      .put("dpv", category.dpv())
                      .put("sensitive", !category.sensitive().isEmpty())
                      .build());
      rules.add(rule.build());
    }
    return Json.object()
        .put("name", "demarc")
        .put("version", Version.text())
        .put("rules", new Json.Arr(rules))
        .build();
  }

  @Override
  public void found(Found found) {
    List<Json> related = new ArrayList<>();
    for (Found.Place place : found.places().subList(1, found.places().size())) {
      related.add(Json.object().put("physicalLocation", physical(found.file(), place)).build());
    }
    Json.Members result =
        Json.object()
            .put("ruleId", found.category().id())
            .put("level", "warning")
            .put("message", message(sentence(found)))
            .put("locations", new Json.Arr(List.of(location(found))));
    if (!related.isEmpty()) {
      result.put("relatedLocations", new Json.Arr(related));
    }
    // Section 3.27.25: 0.0 to 100.0.
    result.put("rank", found.score());
    out.println((any ? "," : "") + result.build().text());
    any = true;
  }

  private static String sentence(Found found) {
    String value = found.value().map(text -> " " + Json.of(text).text()).orElse("");
    return found.category().id()
        + value
        + ", score "
        + found.score()
        + ": "
        + EvidenceWords.of(found.evidence());
  }

  private static Json location(Found found) {
    Json.Members location =
        Json.object().put("physicalLocation", physical(found.file(), found.first()));
    if (!found.name().isEmpty()) {
      Json.Obj logical =
          Json.object().put("fullyQualifiedName", found.name()).put("kind", "member").build();
      location.put("logicalLocations", new Json.Arr(List.of(logical)));
    }
    return location.build();
  }

  private static Json physical(String file, Found.Place place) {
    Json.Obj region =
        Json.object()
            .put("startLine", place.start().line())
            .put("startColumn", place.start().column())
            .put("endLine", place.end().line())
            .put("endColumn", place.end().column())
            .put("byteOffset", place.start().offset())
            .put("byteLength", place.end().offset() - place.start().offset())
            .build();
    return Json.object()
        .put("artifactLocation", Json.object().put("uri", uri(file)).build())
        .put("region", region)
        .build();
  }

  /// The file's name as a URI reference (RFC 3986), as section 3.4.3 wants it.
  private static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "input";
    }
  }

  private static Json message(String text) {
    return Json.object().put("text", text).build();
  }

  @Override
  public void end(Totals totals, List<String> unread) {
    List<Json> notes = new ArrayList<>();
    for (String words : unread) {
      notes.add(Json.object().put("level", "error").put("message", message(words)).build());
    }
    Json.Obj invocation =
        Json.object()
            .put("executionSuccessful", unread.isEmpty())
            .put("toolExecutionNotifications", new Json.Arr(notes))
            .build();
    out.println("],\"invocations\":[" + invocation.text() + "]}]}");
  }
}
