package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Category;
import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.ClassifierSettings;
import dev.demarc.classify.Pseudonyms;
import dev.demarc.classify.Text;
import dev.demarc.classify.Transform;
import dev.demarc.classify.Transformed;
import dev.demarc.classify.Treatment;
import dev.demarc.classify.Unreadable;
import dev.demarc.cli.e2e.LeakFamily.Planted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Every family of values at every position of the chat protocol, in every carrier: what the
/// generator planted is nowhere in what would leave, in no disguise; every other byte is as it was;
/// and what was pseudonymised comes back, in a plain answer and in a stream.
class LeakMatrixTest {
  private static final Classifier CLASSIFIER = new Classifier(ClassifierSettings.defaults());
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SHOWN = 40;

  private final List<String> wrong = new ArrayList<>();
  private final Map<String, Integer> byKind = new TreeMap<>();
  private int cells;
  private int leaks;
  private int changed;
  private int wrongRestores;

  private record Cell(
      LeakPlace place, LeakCarrier carrier, Planted planted, boolean escaped, String body) {
    static Cell of(LeakPlace place, LeakCarrier carrier, Planted planted, boolean escaped) {
      return new Cell(
          place, carrier, planted, escaped, place.body(carrier.text(planted), escaped));
    }

    String marked() {
      return place.body(carrier.marked(planted), escaped);
    }

    @Override
    public String toString() {
      return planted.family() + ", " + carrier + ", " + place.name() + (escaped ? ", escaped" : "");
    }
  }

  @Test
  void nothing_planted_leaves_nothing_else_changes_and_pseudonyms_come_back() {
    long seed = Long.getLong("prove.seed", 20_261_123L);
    for (LeakFamily family : LeakFamily.values()) {
      for (LeakCarrier carrier : LeakCarrier.values()) {
        for (LeakPlace place : LeakPlace.ALL) {
          Random random = new Random(seed++);
          check(Cell.of(place, carrier, family.plant(random), random.nextBoolean()));
        }
      }
    }
    System.out.println(summary());
    byKind.forEach((kind, n) -> System.out.println(n + " " + kind));
    assertThat(wrong).as(summary()).isEmpty();
  }

  private String summary() {
    return "leak matrix: %d cells, %d leaks, %d with other bytes changed, %d wrong restores"
        .formatted(cells, leaks, changed, wrongRestores);
  }

  private void check(Cell cell) {
    cells++;
    Text body = Text.of(cell.body());
    Classification found = classify(body);
    Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1});
    for (Treatment treatment : List.of(Treatment.REDACT, Treatment.PSEUDONYMISE)) {
      Transformed out = Transform.apply(body, found, all(treatment), pseudonyms);
      Optional<String> leak = leak(cell, out.body());
      if (leak.isPresent()) {
        leaks++;
        note("leak " + leak.get(), cell, out.body());
        return;
      }
      JSON.readTree(out.body().decoded());
      Optional<List<String>> standIns = LeakMarks.standIns(cell.marked(), out.body().decoded());
      if (standIns.isEmpty()) {
        changed++;
        note("changed", cell, out.body());
        return;
      }
      if (treatment == Treatment.PSEUDONYMISE) {
        restore(cell, standIns.get(), pseudonyms, out.body());
      }
    }
  }

  private void note(String what, Cell cell, Text out) {
    byKind.merge(what.split(" ")[0] + " at " + cell.place().name(), 1, Integer::sum);
    if (byKind.merge(cell.planted().family() + ", " + cell.carrier(), 1, Integer::sum) == 1
        && wrong.size() < SHOWN) {
      wrong.add(what + ": " + cell + "\n  " + cell.body() + "\n  " + out.decoded());
    }
  }

  private static Classification classify(Text body) {
    try {
      return CLASSIFIER.classify(body);
    } catch (Unreadable e) {
      throw new AssertionError(e.reason() + "\n" + body.decoded(), e);
    }
  }

  private static Map<Category, Treatment> all(Treatment treatment) {
    Map<Category, Treatment> treatments = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      treatments.put(category, treatment);
    }
    treatments.put(Category.OPAQUE, Treatment.PASS);
    return treatments;
  }

  private static Optional<String> leak(Cell cell, Text out) {
    String text = out.decoded();
    byte[] hay = utf8(text + "\n" + LeakCarrier.withoutUnicode(text));
    return cell.planted().fields().stream()
        .flatMap(field -> field.hunted().stream())
        .flatMap(value -> Disguises.of(value).in(hay).stream())
        .findFirst();
  }

  private void restore(Cell cell, List<String> standIns, Pseudonyms pseudonyms, Text out) {
    String asked = "Echo " + String.join(" | ", standIns) + " end.";
    String expected = "Echo " + String.join(" | ", cell.carrier().originals(cell.planted())) + " end.";
    String answer =
        "{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
            + asked
            + "\"},\"finish_reason\":\"stop\"}]}";
    String back =
        JSON.readTree(pseudonyms.restorer().restoreAnswer(Text.of(answer)).body().decoded())
            .at("/choices/0/message/content")
            .asString();
    if (!back.equals(expected)) {
      wrongRestores++;
      note("restored '" + back + "' not '" + expected + "'", cell, out);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
