package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Finding;
import dev.demarc.classify.finding.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Random bodies with random values planted in them. The generator writes each body twice: as it
/// comes in and as it must leave, so nothing of the classifier judges the classifier.
class PlantedBodiesTest {
  private static final String[] WORDS = {
    "hello",
    "world",
    "please",
    "summarise",
    "the",
    "weather",
    "für",
    "ça",
    "你好",
    "世界",
    "今天",
    "😀",
    "x1",
    "42",
    "7.5%",
    "(maybe)",
    "a/b",
    "C++",
    "don't",
    "#tag",
    "{",
    "[",
    "}",
    "\\",
    "\"",
    "100,000",
    "2026",
    "η",
    "-",
    "--",
    "…"
  };
  private static final String[] BETWEEN = {" ", "\n", "\t", ", ", "，", " (", "\r\n"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void what_was_planted_leaves_redacted_and_every_other_byte_stays(long hundred) {
    int planted = 0;
    for (long seed = hundred * 100; seed < hundred * 100 + 100; seed++) {
      Generator generator = new Generator(new Random(seed));
      Pair body = generator.body();
      assertThat(Chat.redacted(body.in())).as("seed %s", seed).isEqualTo(body.out());
      assertThat(Chat.transformed(body.in(), Chat.all(Treatment.PASS)).body().decoded())
          .isEqualTo(body.in());
      assertThat(values(body.in())).as("seed %s", seed).isEqualTo(generator.planted);
      JsonMapper.shared().readTree(body.out());
      planted += generator.planted.size();
    }
    assertThat(planted).isGreaterThan(200);
  }

  private static List<String> values(String body) {
    List<String> values = new ArrayList<>();
    for (Finding finding : Chat.classify(body).findings()) {
      values.add(finding.spans().getFirst().value().decoded());
    }
    return values;
  }

  private record Pair(String in, String out) {}

  /// Stands for the 0 in place of a number until no escape can reach it.
  private static final String ZERO = "\uE000";

  private static final class Generator {
    private final Random random;
    private final List<String> planted = new ArrayList<>();
    private int names;
    private int redactedNames = 1;

    Generator(Random random) {
      this.random = random;
    }

    Pair body() {
      Pair pair = object(0);
      return new Pair(pair.in(), pair.out().replace(ZERO, "0"));
    }

    private Pair value(int depth) {
      int kind = random.nextInt(depth > 4 ? 6 : 9);
      return switch (kind) {
        case 0 -> same(String.valueOf(random.nextInt(100_000) / 8.0));
        case 1 -> same(new String[] {"true", "false", "null", "-0", "1E+400"}[random.nextInt(5)]);
        case 6 -> object(depth + 1);
        case 7 -> array(depth + 1);
        case 8 -> quoted(random.nextBoolean() ? object(depth + 2) : array(depth + 2));
        default -> quoted(text());
      };
    }

    private Pair object(int depth) {
      List<Pair> members = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        if (random.nextInt(12) == 0) {
          String card = card();
          planted.add(card);
          members.add(
              new Pair(
                  "\"card_number_" + ++names + "\":" + card,
                  "\"card_number_" + names + "\":" + ZERO));
        } else {
          members.add(join(join(name(), same(space() + ":" + space())), value(depth)));
        }
      }
      return list("{", members, "}");
    }

    private Pair name() {
      String name = "k" + ++names;
      if (random.nextInt(10) > 0) {
        return same("\"" + name + "\"");
      }
      Planted value = plant();
      planted.add(value.spelled());
      String word = "REDACTED_" + value.word() + "_" + redactedNames++;
      return quoted(new Pair(name + " " + value.spelled(), name + " " + word));
    }

    private Pair array(int depth) {
      List<Pair> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(value(depth));
      }
      return list("[", elements, "]");
    }

    private Pair list(String open, List<Pair> items, String close) {
      Pair all = same(open + space());
      for (int i = 0; i < items.size(); i++) {
        all = join(all, i == 0 ? same("") : same(space() + "," + space()));
        all = join(all, items.get(i));
      }
      return join(all, same(space() + close));
    }

    private Pair text() {
      Pair text = same(words());
      for (int i = random.nextInt(3); i > 0; i--) {
        Planted value = plant();
        planted.add(value.spelled());
        String before = BETWEEN[random.nextInt(BETWEEN.length)];
        String after = BETWEEN[random.nextInt(BETWEEN.length)];
        text =
            join(
                text,
                new Pair(
                    before + value.spelled() + after, before + "REDACTED_" + value.word() + after));
        text = join(text, same(words()));
      }
      return text;
    }

    private String words() {
      StringBuilder words = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        words.append(words.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
      }
      return words.toString();
    }

    private Pair quoted(Pair text) {
      boolean all = random.nextInt(5) == 0;
      return new Pair(quote(text.in(), all, false), quote(text.out(), all, true));
    }

    /// What is put in place of a value is never escaped; the text around it keeps its escapes.
    private static String quote(String text, boolean all, boolean out) {
      if (!all) {
        return "\"" + Chat.escaped(text) + "\"";
      }
      StringBuilder escaped = new StringBuilder();
      int at = 0;
      var word = Pattern.compile("REDACTED_[A-Z]+(_[0-9]+)?|" + ZERO).matcher(text);
      while (out && word.find()) {
        escaped.append(Chat.allEscaped(text.substring(at, word.start()))).append(word.group());
        at = word.end();
      }
      return "\"" + escaped + Chat.allEscaped(text.substring(at)) + "\"";
    }

    private String space() {
      return new String[] {"", "", "", " ", "\n ", "\t"}[random.nextInt(6)];
    }

    private static Pair same(String text) {
      return new Pair(text, text);
    }

    private static Pair join(Pair one, Pair other) {
      return new Pair(one.in() + other.in(), one.out() + other.out());
    }

    private record Planted(String word, String spelled) {}

    private Planted plant() {
      return switch (random.nextInt(6)) {
        case 0 -> new Planted("CARD", spaced(card()));
        case 1 ->
            new Planted(
                "IP", (random.nextInt(86) + 11) + "." + octet() + "." + octet() + "." + octet());
        case 2 -> new Planted("IP", "2a02:" + hextet() + ":" + hextet() + "::" + hextet());
        case 3 ->
            new Planted(
                "IP",
                wide((random.nextInt(86) + 11) + "." + octet() + "." + octet() + "." + octet()));
        case 4 ->
            new Planted(
                "MAC",
                String.format(
                    Locale.ROOT, "3c:%02X:fb:%02X:%02x:%02x", octet(), octet(), octet(), octet()));
        default ->
            new Planted(
                "EMAIL", "user" + random.nextInt(1000) + "@mail" + random.nextInt(50) + ".org");
      };
    }

    private int octet() {
      return random.nextInt(256);
    }

    private String hextet() {
      return Integer.toHexString(1 + random.nextInt(0xFFFF));
    }

    private String card() {
      String[] prefixes = {"4929", "5301", "6228", "4716", "2345"};
      StringBuilder card = new StringBuilder(prefixes[random.nextInt(prefixes.length)]);
      while (card.length() < 15) {
        card.append(random.nextInt(10));
      }
      int sum = 0;
      for (int i = 0; i < 15; i++) {
        int digit = (card.charAt(14 - i) - '0') * (i % 2 == 0 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
      }
      return card.append((10 - sum % 10) % 10).toString();
    }

    private String spaced(String card) {
      String separator = new String[] {"", " ", "-", "\u00a0"}[random.nextInt(4)];
      return String.join(
          separator,
          card.substring(0, 4),
          card.substring(4, 8),
          card.substring(8, 12),
          card.substring(12));
    }

    private static String wide(String text) {
      StringBuilder wide = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        wide.append((char) (text.charAt(i) + 0xFEE0));
      }
      return wide.toString();
    }
  }
}
