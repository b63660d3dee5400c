package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.StreamBroken;
import dev.demarc.classify.pseudonym.StreamRestorer;
import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wherever the bytes of a streamed answer are cut on their way, the client sees the same. At
/// length (`-Dprove.count`) every single cut goes through the relay too, and that many streams are
/// cut at random.
class SplitStreamTest {
  private static final int COUNT = Integer.getInteger("prove.count", 0);
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;
  private static final long SEED = Long.getLong("prove.seed", 1);
  private static final String ASK =
      "{\"model\":\"assistant\",\"stream\":true,\"n\":2,\"messages\":[{\"role\":\"user\",\"content\":\"ask"
          + " "
          + SplitStream.EMAIL
          + " at "
          + SplitStream.ADDRESS
          + "\"}]}";
  private static final Pattern ASKED = Pattern.compile("ask (EMAIL_[0-9A-Z]+) at (IP_[0-9A-Z]+)");

  @TempDir private Path directory;

  private final Pseudonyms pseudonyms = new Pseudonyms(new byte[] {7});
  private final String email = pseudonym("EMAIL", SplitStream.EMAIL);
  private final String address = pseudonym("IP", SplitStream.ADDRESS);

  private String pseudonym(String word, String value) {
    return pseudonyms.pseudonym(word, Text.of(value), Text.of(value));
  }

  private byte[] restored(byte[] stream, int... cuts) {
    return restored(pseudonyms, stream, cuts);
  }

  private static byte[] restored(Pseudonyms known, byte[] stream, int... cuts) {
    StreamRestorer restorer = known.restorer().stream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      int from = 0;
      for (int cut : cuts) {
        out.writeBytes(restorer.feed(Arrays.copyOfRange(stream, from, cut)));
        from = cut;
      }
      out.writeBytes(restorer.feed(Arrays.copyOfRange(stream, from, stream.length)));
      out.writeBytes(restorer.end());
    } catch (StreamBroken broken) {
      throw new AssertionError(broken);
    }
    return out.toByteArray();
  }

  private void same(byte[] stream, byte[] whole, int... cuts) {
    if (!Arrays.equals(restored(stream, cuts), whole)) {
      assertThat(new String(restored(stream, cuts), StandardCharsets.UTF_8))
          .as("cut at %s", Arrays.toString(cuts))
          .isEqualTo(new String(whole, StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_cut_anywhere_changes_nothing() {
    int cuts = 0;
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      SplitStream stream = SplitStream.of(email, address, lineEnd);
      byte[] whole = restored(stream.bytes());
      if (!lineEnd.equals("\r")) {
        assertThat(SplitStream.read(whole)).isEqualTo(stream.texts());
      }
      for (int cut = 0; cut <= stream.bytes().length; cut++) {
        same(stream.bytes(), whole, cut);
        cuts++;
      }
      same(stream.bytes(), whole, IntStream.range(1, stream.bytes().length).toArray());
      cuts++;
    }
    say(cuts, "streams cut once, and byte by byte");
  }

  @Test
  void two_cuts_anywhere_change_nothing() {
    SplitStream stream = SplitStream.brief(email, address);
    byte[] whole = restored(stream.bytes());
    assertThat(SplitStream.read(whole)).isEqualTo(stream.texts());
    int length = stream.bytes().length;
    int pairs = 0;
    for (int first = 1; first < length; first++) {
      for (int second = first + 1; second < length; second++) {
        same(stream.bytes(), whole, first, second);
        pairs++;
      }
    }
    say(pairs, "streams cut twice");
  }

  @Test
  void many_cuts_at_random_change_nothing() {
    int streams = Math.max(COUNT, AT_LENGTH ? 20_000 : 400);
    for (int i = 0; i < streams; i++) {
      Random random = new Random(SEED + i);
      String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
      byte[] stream = SplitStream.of(email, address, lineEnd).bytes();
      int[] cuts = random.ints(random.nextInt(60), 0, stream.length).sorted().toArray();
      same(stream, restored(stream), cuts);
    }
    say(streams, "streams cut at random, seeds from " + SEED);
  }

  @Test
  void a_stream_without_pseudonyms_is_the_same_bytes() {
    byte[] stream = SplitStream.of(email, address, "\n").bytes();
    Pseudonyms none = new Pseudonyms(new byte[] {8});
    for (int cut = 0; cut <= stream.length; cut++) {
      assertThat(restored(none, stream, cut)).isEqualTo(stream);
    }
    say(stream.length + 1, "streams without pseudonyms cut once");
  }

  @Test
  void a_cut_anywhere_on_the_way_to_the_gateway_changes_nothing_for_the_client() throws Exception {
    try (ChunkingProvider provider = new ChunkingProvider();
        InProcessGateway gateway = gateway(provider)) {
      int step = AT_LENGTH ? 1 : 29;
      int cuts = 0;
      byte[] whole = through(gateway, provider, "\n", 1);
      for (int cut = 1; cut < whole.length; cut += step) {
        byte[] got = through(gateway, provider, "\n", cut);
        assertThat(got).as("cut at %d", cut).isEqualTo(whole);
        cuts++;
      }
      say(cuts, "streams cut once on their way through the relay");
    }
  }

  private InProcessGateway gateway(ChunkingProvider provider) throws Exception {
    ConfigFile config = new ConfigFile();
    config.endpoint(ConfigFile.US_ROUTE, provider.endpoint());
    config.endpoint(ConfigFile.CN_ROUTE, provider.endpoint());
    return new InProcessGateway(directory, config);
  }

  private static byte[] through(
      InProcessGateway gateway, ChunkingProvider provider, String lineEnd, int cut) {
    provider.answers(request -> {
      byte[] bytes = asked(request, lineEnd).bytes();
      int at = Math.min(cut, bytes.length - 1);
      return List.of(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at, bytes.length));
    });
    HttpResponse<byte[]> answer = gateway.post("US", ASK);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static SplitStream asked(String request, String lineEnd) {
    Matcher pseudonyms = ASKED.matcher(request);
    if (!pseudonyms.find()) {
      throw new AssertionError("no pseudonyms in " + request);
    }
    return SplitStream.of(pseudonyms.group(1), pseudonyms.group(2), lineEnd);
  }

  @Test
  void a_stream_that_ends_when_one_of_two_choices_has_finished_is_not_called_complete()
      throws Exception {
    try (ChunkingProvider provider = new ChunkingProvider();
        InProcessGateway gateway = gateway(provider)) {
      String finish = "\"finish_reason\":\"tool_calls\"}]}\n\n";
      provider.answers(request -> {
        String all = new String(asked(request, "\n").bytes(), StandardCharsets.UTF_8);
        String cut = all.substring(0, all.indexOf(finish) + finish.length());
        return List.of(cut.getBytes(StandardCharsets.UTF_8));
      });
      try (RawClient client = RawClient.sending(gateway.address(), Chat.of(ASK).in("US"))) {
        assertThat(client.readToEnd()).contains("data: {\"error\":", "was complete");
        assertThat(client.endedTidily()).isFalse();
      }
    }
  }

  private static void say(int count, String what) {
    if (AT_LENGTH) {
      System.out.println("splits: " + count + " " + what + ", none differs");
    }
  }
}
