package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Streams whose text is cut into two deltas at every point, for pseudonyms of every word that
/// there is: what a client has seen is at each moment the beginning of the restored text, in the
/// end all of it, and every byte outside of that text is as it came.
///
/// A stream takes nothing back, so where the end is right each moment before it was; one drawn by
/// chance is looked at besides, with the bytes cut there.
///
/// Pseudonyms stand in Chinese, beside emoji and other pseudonyms, in quotes and Markdown, in other
/// case, and among look-alikes that must stay. `-Dprove.count` makes so many texts for each word
/// and field, `-Dprove.seed` others; without it each word has a text in some of the fields.
class SplitPointsTest {
  private static final int TEXTS = Math.max(1, Integer.getInteger("prove.count", 1));
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;
  private static final long SEED = Long.getLong("prove.seed", 1);
  private static final String ANY_STRING = ":\"(?:[^\"\\\\]|\\\\.)*\"";
  private static final List<String> VALUES =
      List.of(
          "4111 1111 1111 1111",
          "Zoë \"Lì\" 李\\n\n\t\u0001😀/",
          "wei.zhang@mailbox.org",
          "望海楼 — 5G",
          "x");

  /// Two values of this word have the same first code, so the second is longer.
  private static final List<String> COLLIDING = List.of("memo 40377", "memo 341397");

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final Restorer restorer;
  private final List<Live> live = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int splits;
  private int planted;
  private int fragments;
  private int wrongRestores;
  private int changed;

  private record Live(String pseudonym, String value) {
    String word() {
      return pseudonym.substring(0, pseudonym.indexOf('_'));
    }

    String code() {
      return pseudonym.substring(pseudonym.indexOf('_') + 1);
    }
  }

  /// A text as it is sent and as it must be seen.
  private record Sample(String sent, String seen, int restored) {
    Sample then(Sample more) {
      return new Sample(sent + more.sent, seen + more.seen, restored + more.restored);
    }
  }

  /// A field of a delta in which a text comes.
  private enum In {
    CONTENT("content"),
    REFUSAL("refusal"),
    REASONING("reasoning_content"),
    ARGUMENTS("arguments"),
    CALL("arguments"),
    INPUT("input");

    private final String member;

    In(String member) {
      this.member = member;
    }

    boolean isJson() {
      return this == ARGUMENTS || this == CALL;
    }

    void add(ChatStream stream, String delta) {
      switch (this) {
        case CONTENT, REFUSAL, REASONING -> stream.text(0, member, delta);
        case ARGUMENTS -> stream.arguments(0, 0, delta);
        case CALL ->
            stream.delta(
                0, "\"function_call\":{\"arguments\":\"" + PlainJson.escaped(delta, false) + "\"}");
        case INPUT -> stream.input(0, 0, delta);
      }
    }

    String seenBy(ChatClient client) {
      String path =
          switch (this) {
            case CONTENT, REFUSAL, REASONING -> "0/" + member;
            case ARGUMENTS -> "0/tool_calls/0/function/arguments";
            case CALL -> "0/function_call/arguments";
            case INPUT -> "0/tool_calls/0/custom/input";
          };
      return client.texts.getOrDefault(path, "");
    }
  }

  SplitPointsTest() {
    TreeSet<String> words = new TreeSet<>(Pseudonyms.WORDS);
    words.addAll(List.of("USER", "STAFF"));
    for (String word : words) {
      add(word, VALUES.get(live.size() % VALUES.size()));
    }
    COLLIDING.forEach(value -> add("MEMO", value));
    restorer = pseudonyms.restorer();
  }

  private void add(String word, String value) {
    live.add(new Live(pseudonyms.pseudonym(word, Text.of(value), Text.of(value)), value));
  }

  @Test
  void every_category_and_field_of_a_record_has_a_pseudonym_here() {
    assertThat(live.stream().map(Live::word))
        .containsAll(
            Stream.concat(
                    Arrays.stream(Category.values()).map(Category::word),
                    Arrays.stream(Field.values()).map(Field::word))
                .filter(word -> !word.isEmpty())
                .toList());
    assertThat(live).anyMatch(one -> one.code().length() > PseudonymCode.SHORTEST);
  }

  @Test
  void every_split_point_of_every_pseudonym_is_restored() throws StreamBroken {
    long seed = SEED;
    for (int text = 0; text < TEXTS; text++) {
      for (int i = 0; i < live.size(); i++) {
        for (In field : In.values()) {
          Random random = new Random(seed++);
          if (AT_LENGTH || seed % 4 == 0) {
            everySplit(field, sample(i, random), random);
          }
        }
      }
    }
    String summary =
        "splits: %d split points of %d pseudonyms of %d kinds in %d fields, seeds from %d: "
                .formatted(
                    splits,
                    planted,
                    live.stream().map(Live::word).distinct().count(),
                    In.values().length,
                    SEED)
            + "%d fragments, %d wrong restores, %d with other bytes changed"
                .formatted(fragments, wrongRestores, changed);
    if (AT_LENGTH) {
      System.out.println(summary);
    }
    assertThat(wrong).as(summary).isEmpty();
  }

  /// A text around this pseudonym and others.
  private Sample sample(int which, Random random) {
    Sample all = same("Text。");
    for (int i = 0; i < 3; i++) {
      all = all.then(same(" ")).then(lookAlike(any(random), random));
      all = all.then(same(" ")).then(dressed(i == 1 ? any(random) : live.get(which), random));
    }
    return random.nextBoolean() ? all.then(same(" 完。")) : all;
  }

  private Live any(Random random) {
    return live.get(random.nextInt(live.size()));
  }

  private static Sample same(String text) {
    return new Sample(text, text, 0);
  }

  /// A pseudonym as models spell it.
  private static Sample spelled(Live one, Random random) {
    String word = one.pseudonym();
    String sent =
        switch (random.nextInt(5)) {
          case 0 -> word.toLowerCase(Locale.ROOT);
          case 1 -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
          case 2 -> word.replace("_", "\\_");
          default -> word;
        };
    return new Sample(sent, one.value(), 1);
  }

  private Sample dressed(Live one, Random random) {
    Sample name = spelled(one, random);
    Sample next = spelled(any(random), random);
    return switch (random.nextInt(12)) {
      case 0 -> around("卡号", name, "是");
      case 1 -> around("😀", name, "🚀");
      case 2 -> around("**", name, "**");
      case 3 -> around("`", name, "`");
      case 4 -> around("\"", name, "\"");
      case 5 -> around("“", name, "”");
      case 6 -> around("_", name, "_");
      case 7 -> around("| ", name, " |");
      case 8 -> name.then(same("、")).then(next);
      case 9 -> name.then(same(",")).then(next).then(same("😀")).then(name);
      case 10 -> around("(", name, ")").then(same("-")).then(next);
      default -> name;
    };
  }

  private static Sample around(String before, Sample sample, String after) {
    return same(before).then(sample).then(same(after));
  }

  /// What looks like a pseudonym, as users and models write it, and is none.
  private Sample lookAlike(Live one, Random random) {
    String cut = one.pseudonym().substring(0, one.pseudonym().length() - 1);
    // The longer of two that collided may be the other where it is cut short.
    boolean other = live.stream().anyMatch(another -> another.pseudonym().equals(cut));
    String last = other ? cut.substring(0, cut.length() - 1) : cut;
    return same(
        switch (random.nextInt(8)) {
          case 0 -> last;
          case 1 -> last + "~";
          case 2 -> one.pseudonym() + "Z";
          case 3 -> one.word() + "_";
          case 4 -> one.word() + " " + one.code();
          case 5 -> one.code();
          case 6 -> one.pseudonym() + one.pseudonym();
          default -> one.word() + "_HOLDER";
        });
  }

  private void everySplit(In field, Sample plain, Random random) throws StreamBroken {
    Sample sample = field.isJson() ? inJson(plain) : plain;
    planted += sample.restored();
    for (int at = 0; at <= sample.sent().length(); at++) {
      splits++;
      String before = sample.sent().substring(0, at);
      split(field, sample, List.of(before, sample.sent().substring(at)), random);
    }
    split(field, sample, List.of(sample.sent().split("")), random);
  }

  private static Sample inJson(Sample plain) {
    Sample inner =
        new Sample(
            PlainJson.escaped(plain.sent(), false),
            PlainJson.escaped(plain.seen(), false),
            plain.restored());
    return around("{\"a\":[1,\"", inner, "\"],\"n\":2}");
  }

  private void split(In field, Sample sample, List<String> deltas, Random random)
      throws StreamBroken {
    ChatStream sent = new ChatStream().raw(": ready\n\n").text(1, "content", "第二 ");
    for (String delta : deltas) {
      field.add(sent, delta);
      sent.raw(": still here\n\n").text(1, "content", "😀");
    }
    byte[] bytes = sent.finish(0).finish(1).usage().done().bytes();
    StreamRestorer stream = restorer.stream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int cut = random.nextInt(bytes.length);
    out.writeBytes(stream.feed(Arrays.copyOf(bytes, cut)));
    String early = field.seenBy(ChatClient.of(out.toByteArray()));
    out.writeBytes(stream.feed(Arrays.copyOfRange(bytes, cut, bytes.length)));
    out.writeBytes(stream.end());
    judge(field, sample, deltas, early, out.toByteArray(), stream.restored());
    if (!others(field, out.toByteArray()).equals(others(field, bytes))) {
      changed++;
      note("other bytes changed", field, deltas, new String(out.toByteArray(), UTF_8));
    }
  }

  private void judge(
      In field, Sample sample, List<String> deltas, String early, byte[] out, int restored) {
    String seen = field.seenBy(ChatClient.of(out));
    if (!sample.seen().startsWith(early)) {
      fragments++;
      note("a fragment was seen", field, deltas, early);
    }
    if (!seen.equals(sample.seen()) || restored != sample.restored()) {
      wrongRestores++;
      note("wrong", field, deltas, seen + " instead of " + sample.seen());
    }
  }

  /// All of a stream but the texts of one field: each event without it, and the kinds of events
  /// that have it.
  private static List<String> others(In field, byte[] stream) {
    String member = "\"" + field.member + "\"";
    List<String> others = new ArrayList<>();
    TreeSet<String> kinds = new TreeSet<>();
    for (String event : new String(stream, UTF_8).split("\n\n", -1)) {
      if (event.contains(member) && !event.contains("\"index\":1")) {
        // An event of our own has no more than it needs.
        String own = event.replace("\"service_tier\":\"default\",", "");
        kinds.add(own.replaceFirst(member + ANY_STRING, member));
      } else {
        others.add(event);
      }
    }
    others.addAll(kinds);
    return others;
  }

  private void note(String what, In field, List<String> deltas, String seen) {
    if (wrong.size() < 5) {
      wrong.add(what + " in " + field + " of " + String.join("¦", deltas) + ": " + seen);
    }
  }
}
