package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Restored;
import dev.demarc.classify.pseudonym.StreamBroken;
import dev.demarc.classify.pseudonym.StreamRestorer;
import dev.demarc.classify.text.Text;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/// However a stream is cut, what comes out is the same; and where nothing was given a pseudonym, it
/// is what came in, byte for byte. The same of a whole answer.
class StreamRestoreFuzzTest {
  private static final int EVENT_LIMIT = 2048;

  // Fixed, so that inputs of the corpus hold pseudonyms that live.
  private static final Pseudonyms LIVE = new Pseudonyms("a scope key of tests".getBytes(UTF_8));
  private static final Pseudonyms NONE = new Pseudonyms("another".getBytes(UTF_8));

  static {
    // They stand in the corpus.
    live("CARD", "4111 1111 1111 1111");
    live("PAYEE", "Zoë \"Lì\" 李\\n\n\t\u0001😀/");
    live("MEMO", "memo 40377");
    live("MEMO", "memo 341397");
  }

  private static void live(String word, String value) {
    LIVE.pseudonym(word, Text.of(value), Text.of(value));
  }

  @FuzzTest
  void any_cut_gives_what_the_whole_gives(byte[] bytes) {
    String whole = restored(LIVE, bytes, bytes.length);
    assertThat(restored(LIVE, bytes, 1)).as("by byte").isEqualTo(whole);
    assertThat(restored(LIVE, bytes, 7)).as("by seven").isEqualTo(whole);
    assertThat(restored(LIVE, bytes, -Arrays.hashCode(bytes))).as("at random").isEqualTo(whole);
    if (!whole.equals("broken")) {
      assertThat(restored(NONE, bytes, 3)).isEqualTo(new String(bytes, ISO_8859_1));
    }
    wholeAnswer(bytes);
  }

  private static void wholeAnswer(byte[] bytes) {
    Restored same = NONE.restorer().restoreAnswer(Text.of(bytes));
    assertThat(same.body().bytes()).isEqualTo(bytes);
    Restored back = LIVE.restorer().restoreAnswer(Text.of(bytes));
    String before = new String(bytes, UTF_8);
    if (back.readable() && JacksonEvents.of(before).isPresent()) {
      assertThat(JacksonEvents.of(back.body().decoded())).as(back.body().decoded()).isPresent();
    }
  }

  /// What comes out in pieces of `size` bytes, of 1 to 40 where it is less than 1; `broken` where
  /// an event is too long.
  private static String restored(Pseudonyms pseudonyms, byte[] bytes, int size) {
    StreamRestorer stream = pseudonyms.restorer().stream(EVENT_LIMIT);
    Random random = new Random(size);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (int at = 0; at < bytes.length; ) {
        int length = Math.min(bytes.length - at, size < 1 ? 1 + random.nextInt(40) : size);
        out.writeBytes(stream.feed(Arrays.copyOfRange(bytes, at, at + length)));
        at += length;
      }
    } catch (StreamBroken broken) {
      assertThat(stream.cut()).isNotNull();
      return "broken";
    }
    out.writeBytes(stream.end());
    return out.toString(ISO_8859_1);
  }
}
