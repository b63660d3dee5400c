package dev.demarc.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.bench.scoring.ScoringSet.Made;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The scoring set is what its code, its bank, its hashes and its README say. It is made where
/// numbers have digits of their own, so that no default of the machine is in it.
class ScoringSetTest {
  private static final Path DIRECTORY =
      Path.of(System.getProperty("demarc.root", "..")).resolve("scoring");
  private static final Locale USUAL = Locale.getDefault();
  private static final JsonMapper JSON = JsonMapper.shared();

  /// RFC 1918, RFC 3927, RFC 4193 and RFC 4291.
  private static final Pattern PRIVATE =
      Pattern.compile(
          "(?<![0-9.])(?:10\\.[0-9]{1,3}|192\\.168|169\\.254|172\\.(?:1[6-9]|2[0-9]|3[01]))"
              + "(?:\\.[0-9]{1,3}){2}(?![0-9.])|(?<![0-9A-Za-z:])(?i:fe[89ab]|f[cd][0-9a-f])[0-9a-f]:[0-9a-f:]");

  private static Made made = new Made(List.of(), new byte[0]);
  private static String readme = "";

  @BeforeAll
  static void make() throws IOException {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    made = ScoringSet.made(DIRECTORY);
    readme = Files.readString(DIRECTORY.resolve("README.md"));
  }

  @AfterAll
  static void restore() {
    Locale.setDefault(USUAL);
  }

  @Test
  void what_is_made_is_what_was_committed() throws IOException {
    String sum = ScoringSet.sum(made.set());
    Path packed = DIRECTORY.resolve("cases.jsonl.gz");

    assertThat(Files.readString(DIRECTORY.resolve("SHA256SUMS")))
        .isEqualTo(
            sum
                + "  cases.jsonl\n"
                + ScoringSet.sum(Files.readAllBytes(packed))
                + "  cases.jsonl.gz\n");
    try (InputStream cases = new GZIPInputStream(Files.newInputStream(packed))) {
      assertThat(ScoringSet.sum(cases.readAllBytes())).isEqualTo(sum);
    }
    assertThat(readme).contains("`cases.jsonl`: `" + sum + "`");
  }

  @Test
  void its_readme_counts_what_is_in_it() throws IOException {
    List<MadeCase> cases = made.cases();
    List<MadeCase> plain = cases.stream().filter(c -> c.lane() == Disguise.PLAIN).toList();
    List<TemplateFamily> families = ScoringSet.families(DIRECTORY.resolve("bank"));
    int lanes = Disguise.values().length - 1;
    long none = negative(cases);
    long nonePlain = negative(plain);
    long alike = families.stream().filter(TemplateFamily::isNegative).count();
    Set<String> categories = new TreeSet<>();
    texts(line -> {
      line.path("gold").forEach(gold -> categories.add(gold.path("category").asString()));
      return "";
    });

    assertThat(readme)
        .contains(
            row(
                "| cases before carriers | %,d: %,d plain, and %d on each of %d lanes |",
                cases.size(), plain.size(), (cases.size() - plain.size()) / lanes, lanes))
        .contains(
            row(
                "| of them without personal data | %,d (%,d plain, of %.0f characters on average;"
                    + " %d on each lane) |",
                none,
                nonePlain,
                texts(ScoringSetTest::clean).stream().mapToInt(String::length).average().orElse(0),
                (none - nonePlain) / lanes))
        .contains(row("| lines: every case in eight carriers | %,d |", cases.size() * 8))
        .contains(
            row(
                "| categories | %d, in %d families; %d families of look-alikes |",
                categories.size(), families.size() - alike, alike));
    assertThat(families.stream().filter(family -> !family.isNegative()))
        .allSatisfy(family -> assertThat(family.templates().size()).isGreaterThanOrEqualTo(15));
  }

  /// Numbers of versions and sections may read like one.
  @Test
  void private_ranges_stand_nowhere_as_addresses() {
    assertThat(texts(line -> line.path("gold").isEmpty() ? "" : line.path("text").asString()))
        .noneMatch(text -> PRIVATE.matcher(text).find());
  }

  private static List<String> texts(Function<JsonNode, String> text) {
    return new String(made.set(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> text.apply(JSON.readTree(line)))
        .filter(found -> !found.isEmpty())
        .toList();
  }

  /// The bare text of a case without personal data.
  private static String clean(JsonNode line) {
    boolean clean =
        line.path("lane").asString().equals("plain")
            && line.path("carrier").asString().equals("prose")
            && line.path("gold").isEmpty();
    return clean ? line.path("text").asString() : "";
  }

  @SuppressWarnings("AnnotateFormatMethod") // a dependency for one method
  private static String row(String format, Object... counts) {
    return String.format(Locale.ROOT, format, counts);
  }

  private static long negative(List<MadeCase> cases) {
    return cases.stream().filter(ScoringSetTest::isNegative).count();
  }

  private static boolean isNegative(MadeCase one) {
    return one.family().startsWith("none.");
  }
}
