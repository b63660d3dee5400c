package dev.demarc.cli.e2e;

import static dev.demarc.classify.finding.Treatment.PSEUDONYMISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorPattern;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every family of values at every position of the chat protocol, in every carrier: what the
/// generator planted is nowhere in what would leave, in no disguise; every other byte is as it was;
/// and what was pseudonymised comes back, in a plain answer and in a stream.
///
/// Here the engine runs, from the classifier to the restorer; [LeakGatewayTest] sends such cells
/// through the gateway. At length (`-Dprove.count`) all positions take part, and every cell's
/// answer comes back in each way. Otherwise each family in each carrier stands at four positions,
/// so that each pair of family and position and of carrier and position is there too.
class LeakMatrixTest {
  private static final OperatorRules OWN =
      new OperatorRules(
          List.of(OperatorPattern.of("staff", "EMP-[0-9]{6}", Category.OPERATOR_DEFINED)),
          Map.of("kostenstelle", Category.OPERATOR_DEFINED),
          Set.of(),
          Map.of(),
          OperatorRules.NONE.patternBytes());
  private static final Classifier CLASSIFIER =
      new Classifier(ClassifierSettings.defaults().with(OWN));
  private static final long SEED = Long.getLong("prove.seed", 20_261_123L);
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;

  /// Of so many positions one for each pair of family and carrier, another for the next pair.
  private static final int STEP = 13;

  private static final String OPAQUE = "content.opaque";

  private final LeakTally tally = new LeakTally("leak matrix");

  @Test
  void nothing_planted_leaves_nothing_else_changes_and_pseudonyms_come_back() {
    int turn = 0;
    for (LeakFamily family : LeakFamily.ALL) {
      for (LeakCarrier carrier : LeakCarrier.values()) {
        turn++;
        for (int i = 0; i < LeakPlace.ALL.size(); i++) {
          // Few families are numbers, so those stand everywhere.
          boolean rare = carrier == LeakCarrier.JSON_NUMBERS;
          if (AT_LENGTH || rare || (i + turn) % STEP == 0) {
            Random random = new Random(SEED + 1009L * turn + i);
            LeakCell cell = LeakCell.of(LeakPlace.ALL.get(i), carrier, family, random);
            if (carrier.holds(cell.planted())) {
              check(cell);
            }
          }
        }
      }
    }
    assertAll(tally::mustBeZero, tally::mustBeWhole, tally::mustBeEverywhere);
  }

  @Test
  void every_category_has_values_in_the_matrix() {
    Set<String> planted = new TreeSet<>();
    LeakFamily.ALL.forEach(family -> planted.add(family.category()));
    planted.add(OPAQUE);
    assertThat(planted)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Category.values()).map(Category::id).toList());
  }

  private void check(LeakCell cell) {
    tally.cell(cell);
    Text body = Text.of(cell.body());
    Classification found = classify(body);
    Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1});
    String marked = cell.marked();
    StringBuilder all = new StringBuilder();
    for (Map<Category, Treatment> treatments : TREATMENTS) {
      String out = Transform.apply(body, found, treatments, pseudonyms).body().decoded();
      all.append(out).append('\n');
      Optional<List<String>> standIns = tally.standIns(cell, marked, out);
      if (standIns.isPresent() && treatments.get(Category.PAYMENT_CARD) == PSEUDONYMISE) {
        restore(cell, standIns.get(), pseudonyms);
      }
    }
    tally.hunt(cell, all.toString());
  }

  /// All redacted, all pseudonymised, and one beside the other.
  private static final List<Map<Category, Treatment>> TREATMENTS =
      List.of(
          treatments(Treatment.REDACT, Treatment.REDACT),
          treatments(PSEUDONYMISE, PSEUDONYMISE),
          treatments(PSEUDONYMISE, Treatment.REDACT));

  private static Map<Category, Treatment> treatments(Treatment most, Treatment payments) {
    Map<Category, Treatment> treatments = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      treatments.put(category, category.id().startsWith("payment.") ? payments : most);
    }
    treatments.put(Category.OPAQUE, Treatment.PASS);
    return treatments;
  }

  private static Classification classify(Text body) {
    try {
      return CLASSIFIER.classify(body);
    } catch (Unreadable e) {
      throw new AssertionError(e.reason() + "\n" + body.decoded(), e);
    }
  }

  private void restore(LeakCell cell, List<String> standIns, Pseudonyms pseudonyms) {
    List<String> originals = new ArrayList<>(cell.originals());
    // A number was replaced by a number, which nobody can tell from others.
    originals.replaceAll(v -> standIns.get(originals.indexOf(v)).equals("0") ? "0" : v);
    LeakEcho echo = new LeakEcho(standIns);
    String expected = LeakEcho.text(originals);
    List<String> got = new ArrayList<>(List.of(echo.plain(pseudonyms.restorer())));
    if (cell.streamed() || AT_LENGTH) {
      got.add(echo.streamed(pseudonyms.restorer().stream()));
    }
    if (!cell.streamed() || AT_LENGTH) {
      got.add(echo.argument(pseudonyms.restorer().stream()));
    }
    for (String text : got) {
      tally.restored(cell, expected, text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'image_url','image_url':{'url':'data:image/png;base64,@'}}",
        "{'type':'image_url','image_url':'data:image/png;base64,@'}",
        "{'type':'input_audio','input_audio':{'data':'@','format':'wav'}}",
        "{'type':'file','file':{'file_data':'data:application/pdf;base64,@','filename':'a.pdf'}}"
      })
  void what_no_classifier_sees_into_is_opaque_and_a_text_in_there_is_read(String part) {
    byte[] picture = new byte[300];
    new Random(SEED).nextBytes(picture);
    byte[] text =
        ("card 4929127381726356 " + "and more ".repeat(9)).getBytes(StandardCharsets.UTF_8);
    String binary = Base64.getEncoder().encodeToString(picture);
    String readable = Base64.getEncoder().encodeToString(text);

    assertThat(classify(Text.of(opaque(part, binary))).counts()).containsOnlyKeys(Category.OPAQUE);
    assertThat(classify(Text.of(opaque(part, readable))).counts())
        .containsOnlyKeys(Category.OPAQUE, Category.PAYMENT_CARD);
    for (Map<Category, Treatment> treatments : TREATMENTS) {
      Text passed = transformed(opaque(part, binary), treatments);
      assertThat(passed.decoded()).isEqualTo(opaque(part, binary));
      assertThat(transformed(opaque(part, readable), treatments).decoded())
          .doesNotContain(readable.substring(0, 20));
      Map<Category, Treatment> closed = new EnumMap<>(treatments);
      closed.put(Category.OPAQUE, Treatment.REDACT);
      assertThat(transformed(opaque(part, binary), closed).decoded())
          .doesNotContain(binary.substring(0, 20));
    }
  }

  private static Text transformed(String body, Map<Category, Treatment> treatments) {
    Text text = Text.of(body);
    return Transform.apply(text, classify(text), treatments, new Pseudonyms(new byte[] {1})).body();
  }

  private static String opaque(String part, String content) {
    return ("{'model':'assistant','messages':[{'role':'user','content':[" + part + "]}]}")
        .replace('\'', '"')
        .replace("@", content);
  }
}
