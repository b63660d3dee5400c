package dev.demarc.cli.classify;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Stretch;
import dev.demarc.classify.text.CodePoints;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.cli.Usage;
import dev.demarc.evidence.record.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// `--documents`: a line of findings for each line of text, so that anybody's scorer can judge what
/// is found. This is a surface that stays: members are added, never changed or taken away.
final class Documents {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final Classifier classifier;
  private final Wanted wanted;
  private final PrintStream out;

  Documents(Classifier classifier, Wanted wanted, PrintStream out) {
    this.classifier = classifier;
    this.wanted = wanted;
    this.out = out;
  }

  /// One line that was read.
  ///
  /// @param id the id as JSON, as it was written
  private record Document(String id, Text text) {}

  /// Reads line by line, writes in the same order.
  ///
  /// @throws Usage naming the first line that is not what it has to be
  void read(String name, InputStream in) throws IOException {
    BufferedReader lines = lines(in);
    long number = 0;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          write(document(line));
        }
      }
    } catch (BadInput e) {
      out.flush();
      throw new Usage(name + ", line " + number + ": " + e.getMessage());
    } catch (CharacterCodingException e) {
      out.flush();
      throw new Usage(name + ", after line " + number + ": not valid UTF-8");
    }
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static Document document(String line) throws BadInput {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadInput("a JSON object is expected: {\"doc\": ID, \"text\": \"…\"}");
      }
      Document document = members(parser);
      if (parser.nextToken() != null) {
        throw new BadInput("something follows the JSON object");
      }
      return document;
    } catch (JacksonException e) {
      // Jackson's own message would show what stands there.
      throw new BadInput(
          "not a JSON object that can be read (column " + e.getLocation().getColumnNr() + ")");
    }
  }

  private static Document members(JsonParser parser) throws BadInput {
    String id = null;
    String text = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if ("doc".equals(name)) {
        id = id(parser, value);
      } else if ("text".equals(name)) {
        if (value != JsonToken.VALUE_STRING) {
          throw new BadInput("\"text\" has to be a string");
        }
        text = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    return new Document(present("doc", id), Text.of(present("text", text)));
  }

  private static String id(JsonParser parser, @Nullable JsonToken value) throws BadInput {
    return switch (value) {
      case VALUE_STRING -> quoted(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
      case null, default -> throw new BadInput("\"doc\" has to be a string or a number");
    };
  }

  private static String quoted(String id) throws BadInput {
    try {
      return Json.of(id).text();
    } catch (IllegalArgumentException e) {
      throw new BadInput("\"doc\" holds half a surrogate pair");
    }
  }

  private static String present(String name, @Nullable String value) throws BadInput {
    if (value == null) {
      throw new BadInput("\"" + name + "\" is missing");
    }
    return value;
  }

  private void write(Document document) throws BadInput {
    List<Json> findings = new ArrayList<>();
    CodePoints points = new CodePoints(document.text());
    for (Finding finding : findings(document.text())) {
      if (wanted.takes(finding)) {
        for (Stretch stretch : finding.stretches()) {
          findings.add(json(finding, points.before(stretch.start()), points.before(stretch.end())));
        }
      }
    }
    out.print(
        "{\"doc\":" + document.id() + ",\"findings\":" + new Json.Arr(findings).text() + "}\n");
  }

  private List<Finding> findings(Text text) throws BadInput {
    try {
      return classifier.classifyDocument(text).findings();
    } catch (Unreadable e) {
      throw new BadInput("\"text\" cannot be read: " + e.reason());
    }
  }

  private Json json(Finding finding, int start, int end) {
    Json.Members members =
        Json.object()
            .put("start", start)
            .put("end", end)
            .put("category", finding.category().id())
            .put("score", finding.score())
            .put("evidence", Json.texts(EvidenceWords.ids(finding.evidence())));
    wanted.value(finding).ifPresent(value -> members.put("value", value));
    return members.build();
  }
}
