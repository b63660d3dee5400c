package dev.demarc.classify.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Streams made at random from a seed: whatever the texts, the deltas they are split into, the
/// order of the lanes and the cuts in the bytes, a client sees the restored texts.
/// `-Dproperty.seed=n` runs one seed.
class RestoredStreamsTest {
  private static final String[] WORDS = {
    "a ",
    "卡号",
    "\n",
    "😀",
    "CAR ",
    "CARD_",
    "card",
    "IP_ ",
    "_",
    "\\",
    "\"",
    "é",
    "PAYEE\\_",
    "、",
    "DATE_",
    "CARD_HOLDER ",
    "7K3QX9M4 ",
    "http:",
    "/",
    "MEMO ",
    "{",
    "}",
    "ref_4f3a2b1d ",
    "\t",
    "𠮷",
    "x\\n"
  };
  private static final String[] VALUES = {
    "4111 1111 1111 1111",
    "192.0.2.7",
    "Zoë \"Lì\" 李\\n\n\t\u0001😀/",
    "memo 40377",
    "memo 341397",
    "x"
  };
  private static final String[] VALUE_WORDS = {"CARD", "IP", "PAYEE", "MEMO", "MEMO", "DATE"};

  private final Pseudonyms pseudonyms = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private final List<String> live = new ArrayList<>();

  RestoredStreamsTest() {
    for (int i = 0; i < VALUES.length; i++) {
      live.add(pseudonyms.pseudonym(VALUE_WORDS[i], Text.of(VALUES[i]), Text.of(VALUES[i])));
    }
  }

  static IntStream seeds() {
    Integer one = Integer.getInteger("property.seed");
    return one == null ? IntStream.range(0, 150) : IntStream.of(one);
  }

  /// A text as it is sent, what a client must see of it, and how many pseudonyms are which.
  private static final class Sample {
    final StringBuilder sent = new StringBuilder();
    final StringBuilder expected = new StringBuilder();
    int restored;
    int unknown;
    int withheld;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_client_sees_the_restored_texts(int seed) throws StreamBroken {
    Random random = new Random(seed);
    Map<String, Sample> lanes = new TreeMap<>();
    for (int choice = 0; choice <= random.nextInt(3); choice++) {
      lanes.put(choice + "/content", plain(random));
      for (int tool = 0; tool < random.nextInt(3); tool++) {
        lanes.put(choice + "/tool_calls/" + tool + "/function/arguments", arguments(random));
      }
    }
    byte[] sent = stream(lanes, random);

    StreamRestorer stream = pseudonyms.restorer().stream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < sent.length; ) {
      int to = Math.min(sent.length, at + 1 + random.nextInt(random.nextBoolean() ? 9 : 900));
      out.writeBytes(stream.feed(Arrays.copyOfRange(sent, at, to)));
      at = to;
    }
    out.writeBytes(stream.end());

    ChatClient client = ChatClient.of(out.toByteArray());
    lanes.forEach((place, sample) ->
        assertThat(client.texts.getOrDefault(place, ""))
            .as(place)
            .isEqualTo(sample.expected.toString()));
    assertThat(client.late).isEmpty();
    assertThat(stream.restored())
        .isEqualTo(lanes.values().stream().mapToInt(s -> s.restored).sum());
    assertThat(stream.unknown()).isEqualTo(lanes.values().stream().mapToInt(s -> s.unknown).sum());
    assertThat(stream.withheld())
        .isEqualTo(lanes.values().stream().mapToInt(s -> s.withheld).sum());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_whole_answer_and_a_streamed_one_are_restored_alike(int seed) {
    Random random = new Random(seed);
    Sample text = plain(random);
    Sample arguments = arguments(random);
    boolean ascii = random.nextBoolean();
    String answer =
        "{\"choices\":[{\"message\":{\"content\":\""
            + PlainJson.escaped(text.sent.toString(), ascii)
            + "\",\"tool_calls\":[{\"function\":{\"arguments\":\""
            + PlainJson.escaped(arguments.sent.toString(), ascii)
            + "\"}}]}}]}";
    Restored restored = pseudonyms.restorer().restoreAnswer(Text.of(answer));
    Object message =
        PlainJson.at(PlainJson.read(restored.body().bytes()), "choices", "0", "message");
    assertThat(PlainJson.at(message, "content")).isEqualTo(text.expected.toString());
    assertThat(PlainJson.at(message, "tool_calls", "0", "function", "arguments"))
        .isEqualTo(arguments.expected.toString());
    assertThat(restored.restored()).isEqualTo(text.restored + arguments.restored);
    assertThat(restored.unknown()).isEqualTo(text.unknown + arguments.unknown);
    assertThat(restored.withheld()).isEqualTo(text.withheld + arguments.withheld);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_stream_for_which_nothing_is_live_is_the_same_bytes(int seed) throws StreamBroken {
    Random random = new Random(seed);
    byte[] sent = stream(Map.of("0/content", plain(random), "1/content", plain(random)), random);
    StreamRestorer stream = new Pseudonyms(new byte[] {1}).restorer().stream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < sent.length; at += 11) {
      out.writeBytes(stream.feed(Arrays.copyOfRange(sent, at, Math.min(sent.length, at + 11))));
    }
    out.writeBytes(stream.end());
    assertThat(out.toByteArray()).isEqualTo(sent);
    assertThat(stream.restored() + stream.withheld()).isZero();
  }

  private Sample plain(Random random) {
    Sample sample = new Sample();
    append(sample, "Text. ", "Text. ");
    for (int i = random.nextInt(25); i > 0; i--) {
      piece(sample, random, 1);
    }
    return sample;
  }

  /// Tool arguments: one JSON object whose strings hold such pieces, and values outside strings.
  private Sample arguments(Random random) {
    Sample sample = new Sample();
    append(sample, random.nextBoolean() ? "{" : " {\n", null);
    for (int member = random.nextInt(4); member >= 0; member--) {
      append(sample, "\"m" + member + "\":\"-", null);
      for (int i = random.nextInt(8); i > 0; i--) {
        piece(sample, random, 2);
      }
      append(sample, "\",\"n\":", null);
      if (random.nextInt(3) == 0) {
        append(sample, live.get(5), "x");
        sample.restored++;
      }
      append(sample, " ,", null);
    }
    append(sample, "\"\":1}", null);
    return sample;
  }

  private void piece(Sample sample, Random random, int quoting) {
    int which = random.nextInt(live.size());
    String spelled =
        switch (random.nextInt(4)) {
          case 0 -> live.get(which).toLowerCase(Locale.ROOT);
          case 1 -> live.get(which).replace("_", "\\_");
          default -> live.get(which);
        };
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        append(sample, quoted(" " + spelled, quoting), quoted(" " + VALUES[which], quoting));
        append(sample, quoting == 1 || random.nextBoolean() ? "。" : "\\u3002", null);
        sample.restored++;
      }
      case 3 -> {
        String unknown = live.get(which) + "Z";
        append(sample, quoted(" " + unknown + " ", quoting), null);
        sample.unknown++;
      }
      case 4 -> {
        append(sample, quoted(" https://a.example/%20" + spelled + " ", quoting), null);
        sample.withheld++;
      }
      default -> {
        String word = WORDS[random.nextInt(WORDS.length)];
        append(sample, quoted(word.equals("/") ? "/ " : " " + word + " ", quoting), null);
      }
    }
  }

  private static String quoted(String text, int quoting) {
    return quoting == 1 ? text : PlainJson.escaped(text, false);
  }

  private static void append(Sample sample, String sent, @Nullable String expected) {
    sample.sent.append(sent);
    sample.expected.append(expected == null ? sent : expected);
  }

  /// The events of all lanes, in the order of a choice's fields but with the choices mixed.
  private static byte[] stream(Map<String, Sample> lanes, Random random) {
    ChatStream stream =
        new ChatStream(new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)], random.nextBoolean());
    Map<String, Integer> sent = new HashMap<>();
    List<String> open = new ArrayList<>(lanes.keySet().stream().sorted().toList());
    while (!open.isEmpty()) {
      String place = open.get(random.nextInt(open.size()));
      int choice = place.charAt(0) - '0';
      place = open.stream().filter(p -> p.charAt(0) - '0' == choice).findFirst().orElse(place);
      if (random.nextInt(4) == 0 && place.contains("tool_calls")) {
        List<String> tools = open.stream().filter(p -> p.charAt(0) - '0' == choice).toList();
        place = tools.get(random.nextInt(tools.size()));
      }
      StringBuilder text = lanes.getOrDefault(place, new Sample()).sent;
      int from = sent.getOrDefault(place, 0);
      int to = Math.min(text.length(), from + 1 + random.nextInt(12));
      String delta = text.substring(from, to);
      sent.put(place, to);
      if (place.contains("tool_calls")) {
        stream.arguments(choice, place.charAt("0/tool_calls/".length()) - '0', delta);
      } else {
        stream.text(choice, "content", delta);
      }
      if (to == text.length()) {
        open.remove(place);
        if (open.stream().noneMatch(p -> p.charAt(0) - '0' == choice)) {
          stream.finish(choice);
        }
      }
      if (random.nextInt(9) == 0) {
        stream.raw(": keep-alive\n\n");
      }
    }
    return (random.nextBoolean() ? stream.usage().done() : stream.usage()).bytes();
  }
}
