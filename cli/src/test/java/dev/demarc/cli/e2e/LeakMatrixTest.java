package dev.demarc.cli.e2e;

import static dev.demarc.classify.Treatment.PSEUDONYMISE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Category;
import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.ClassifierSettings;
import dev.demarc.classify.OperatorPattern;
import dev.demarc.classify.OperatorRules;
import dev.demarc.classify.Pseudonyms;
import dev.demarc.classify.Text;
import dev.demarc.classify.Transform;
import dev.demarc.classify.Treatment;
import dev.demarc.classify.Unreadable;
import dev.demarc.cli.e2e.LeakFamily.Planted;
import dev.demarc.simulator.CapturedRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Every family of values at every position of the chat protocol, in every carrier: what the
/// generator planted is nowhere in what would leave, in no disguise; every other byte is as it was;
/// and what was pseudonymised comes back, in a plain answer and in a stream.
///
/// The whole product runs from the classifier to the restorer; a cover of it, in which every
/// family, position and carrier stands, runs through the gateway to a provider that writes down
/// what it got. At length (`-Dprove.count`) more goes through it, and every cell's answer comes
/// back in each way instead of two of three.
class LeakMatrixTest {
  private static final OperatorRules OWN =
      new OperatorRules(
          List.of(
              OperatorPattern.of("staff", "EMP-", "EMP-[0-9]{6}", Category.OPERATOR_DEFINED)),
          Map.of("kostenstelle", Category.OPERATOR_DEFINED),
          Set.of(),
          Map.of(),
          OperatorRules.NONE.patternBytes());
  private static final Classifier CLASSIFIER =
      new Classifier(ClassifierSettings.defaults().with(OWN));
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = Long.getLong("prove.seed", 20_261_123L);
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;
  private static final int THROUGH_GATEWAY =
      Math.max(Integer.getInteger("prove.count", 0), AT_LENGTH ? 1500 : 112);
  private static final int SHOWN = Integer.getInteger("prove.shown", 12);

  /// Of so many positions one for each pair of family and carrier, another for the next pair.
  private static final int STEP = 13;

  private static final String OPAQUE = "content.opaque";

  @TempDir private Path directory;

  private final Map<String, String> wrong = new TreeMap<>();
  private final Map<String, Integer> times = new TreeMap<>();
  private int cells;
  private int leaks;
  private int changed;
  private int wrongRestores;

  private record Cell(
      LeakPlace place, LeakCarrier carrier, Planted planted, boolean escaped, boolean streamed) {
    static Cell of(LeakPlace place, LeakCarrier carrier, LeakFamily family, Random random) {
      return new Cell(
          place, carrier, family.plant(random), random.nextBoolean(), random.nextBoolean());
    }

    String body() {
      return with(carrier.text(planted));
    }

    String marked() {
      return with(carrier.marked(planted));
    }

    private String with(String text) {
      String body = place.body(text, escaped);
      return streamed ? body.replaceFirst("\\{", "{\"stream\":true,") : body;
    }

    List<String> originals() {
      return carrier.originals(planted);
    }

    /// The first disguise in which a planted value stands in `out`.
    Optional<String> leak(String out) {
      byte[] hay = (out + "\n" + LeakCarrier.withoutUnicode(out)).getBytes(StandardCharsets.UTF_8);
      return planted.fields().stream()
          .flatMap(field -> field.hunted().stream())
          .flatMap(value -> Disguises.of(value).in(hay).stream())
          .findFirst();
    }

    @Override
    public String toString() {
      return planted.family() + ", " + carrier + ", " + place.name();
    }
  }

  @Test
  void nothing_planted_leaves_nothing_else_changes_and_pseudonyms_come_back() {
    int turn = 0;
    for (LeakFamily family : LeakFamily.ALL) {
      for (LeakCarrier carrier : LeakCarrier.values()) {
        turn++;
        for (int i = 0; i < LeakPlace.ALL.size(); i++) {
          if (AT_LENGTH || (i + turn) % STEP == 0) {
            Random random = new Random(SEED + 1009L * turn + i);
            Cell cell = Cell.of(LeakPlace.ALL.get(i), carrier, family, random);
            if (carrier.holds(cell.planted())) {
              check(cell);
            }
          }
        }
      }
    }
    System.out.println(summary("leak matrix"));
    assertThat(failures()).as(summary("leak matrix")).isEmpty();
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

  private String summary(String name) {
    return name
        + ": %d cells, %d leaks, %d with other bytes changed, %d wrong restores"
            .formatted(cells, leaks, changed, wrongRestores);
  }

  private void check(Cell cell) {
    cells++;
    Text body = Text.of(cell.body());
    Classification found = classify(body);
    Pseudonyms pseudonyms = new Pseudonyms(new byte[] {1});
    String marked = cell.marked();
    StringBuilder all = new StringBuilder();
    for (Map<Category, Treatment> treatments : TREATMENTS) {
      String out = Transform.apply(body, found, treatments, pseudonyms).body().decoded();
      all.append(out).append('\n');
      Optional<List<String>> standIns = standIns(cell, marked, out);
      if (standIns.isPresent() && treatments.get(Category.PAYMENT_CARD) == PSEUDONYMISE) {
        restore(cell, standIns.get(), pseudonyms);
      }
    }
    hunt(cell, all.toString());
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

  private void hunt(Cell cell, String out) {
    Optional<String> leak = cell.leak(out);
    if (leak.isPresent()) {
      leaks++;
      note("leaked", cell, out);
    }
  }

  /// The stand-ins in what left, if all else is as it was.
  private Optional<List<String>> standIns(Cell cell, String marked, String out) {
    JSON.readTree(out);
    Optional<List<String>> standIns = LeakMarks.standIns(marked, out);
    if (standIns.isEmpty() && !cell.place().isIdentity()) {
      changed++;
      note("other bytes changed", cell, out);
    }
    return standIns;
  }

  /// Counts the cells of each family in each carrier that go wrong in one way, and keeps the first.
  private void note(String what, Cell cell, String out) {
    String which = cell.planted().family() + ", " + cell.carrier() + ", " + what;
    times.merge(which, 1, Integer::sum);
    wrong.putIfAbsent(
        which,
        which
            + ": "
            + cell.place().name()
            + "\n  "
            + cell.carrier().text(cell.planted())
            + "\n  "
            + LeakCarrier.withoutUnicode(out).replace("\n", " "));
  }

  private List<String> failures() {
    return wrong.entrySet().stream()
        .limit(SHOWN)
        .map(entry -> times.get(entry.getKey()) + " x " + entry.getValue() + "\n")
        .toList();
  }

  private void restore(Cell cell, List<String> standIns, Pseudonyms pseudonyms) {
    List<String> originals = new ArrayList<>(cell.originals());
    for (int i = 0; i < originals.size(); i++) {
      // A number was replaced by a number, which nobody can tell from others.
      originals.set(i, standIns.get(i).equals("0") ? "0" : originals.get(i));
    }
    LeakEcho echo = new LeakEcho(standIns);
    String expected = LeakEcho.text(originals);
    List<String> got = new ArrayList<>(List.of(echo.plain(pseudonyms.restorer())));
    if (cells % 2 == 0 || AT_LENGTH) {
      got.add(echo.streamed(pseudonyms.restorer().stream()));
    }
    if (cells % 2 == 1 || AT_LENGTH) {
      got.add(echo.argument(pseudonyms.restorer().stream()));
    }
    for (String text : got) {
      if (!text.equals(expected)) {
        wrongRestores++;
        note("wrong restore", cell, text);
      }
    }
  }

  @Test
  void nothing_planted_reaches_a_provider_through_the_gateway() throws Exception {
    try (SimulatedProvider us = SimulatedProvider.start(directory, "us");
        SimulatedProvider cn = SimulatedProvider.start(directory, "cn");
        InProcessGateway gateway = gateway(us, cn)) {
      for (int i = 0; i < THROUGH_GATEWAY; i++) {
        List<LeakFamily> families = LeakFamily.ALL;
        LeakCarrier[] carriers = LeakCarrier.values();
        Cell cell =
            Cell.of(
                LeakPlace.ALL.get(i % LeakPlace.ALL.size()),
                carriers[i % carriers.length],
                families.get((i + i / carriers.length) % families.size()),
                new Random(SEED + i));
        through(gateway, i % 2 == 0 ? "US" : "CN", i % 2 == 0 ? us : cn, cell);
      }
      for (Cell cell : everyCarrierFromTheUser()) {
        through(gateway, "US", us, cell);
      }
    }
    String summary = summary("leak matrix through the gateway");
    System.out.println(summary);
    assertThat(failures()).as(summary).isEmpty();
  }

  private static List<Cell> everyCarrierFromTheUser() {
    LeakPlace user =
        LeakPlace.ALL.stream().filter(p -> p.name().equals("user")).findFirst().orElseThrow();
    List<Cell> all = new ArrayList<>();
    List<LeakFamily> families = LeakFamily.ALL;
    for (LeakCarrier carrier : LeakCarrier.values()) {
      LeakFamily family = families.get(all.size() % families.size());
      all.add(Cell.of(user, carrier, family, new Random(SEED + all.size())));
    }
    return all;
  }

  private InProcessGateway gateway(SimulatedProvider us, SimulatedProvider cn) throws Exception {
    ConfigFile config = new ConfigFile();
    config.endpoint(ConfigFile.US_ROUTE, us.endpoint());
    config.endpoint(ConfigFile.CN_ROUTE, cn.endpoint());
    return new InProcessGateway(directory, config);
  }

  private void through(
      InProcessGateway gateway, String market, SimulatedProvider provider, Cell cell) {
    cells++;
    HttpResponse<byte[]> response = gateway.post(market, cell.body());
    String body = new String(response.body(), StandardCharsets.UTF_8);
    if (response.statusCode() != 200) {
      assertThat(cell.place().isOpaque()).as(cell + ": " + body).isTrue();
      return;
    }
    CapturedRequest sent = provider.last();
    String out = new String(sent.payload(), StandardCharsets.UTF_8);
    hunt(cell, new String(sent.head(), StandardCharsets.ISO_8859_1) + out);
    String model = "\"model\":\"" + JSON.readTree(out).path("model").asString() + '"';
    Optional<List<String>> standIns =
        standIns(cell, cell.marked().replace("'model':'assistant'".replace('\'', '"'), model), out);
    if (cell.place().name().equals("user") && standIns.isPresent()) {
      quoted(new Answer(200, response.headers(), body).text(), standIns.get(), cell);
    }
  }

  /// The simulator quotes what the user said.
  private void quoted(String text, List<String> standIns, Cell cell) {
    for (int i = 0; i < standIns.size(); i++) {
      boolean lost = standIns.get(i).equals("0") || standIns.get(i).startsWith("REDACTED_");
      if (!lost && !text.contains(cell.originals().get(i))) {
        wrongRestores++;
        note("not restored", cell, text);
      }
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
