package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.classify.text.JsonWalker;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.Unreadable.Fault;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The walker reads the JSON that Jackson reads, refuses the JSON that Jackson refuses, and both
/// see the same names, strings and numbers. Bytes are text exactly where the JDK says so.
class JsonWalkerFuzzTest {
  private static final int DEEPEST = 64;

  @FuzzTest
  void what_is_json_is_what_jackson_says(byte[] bytes) {
    Optional<String> text = decoded(bytes);
    assertThat(Utf8.firstInvalid(bytes) < 0).as("UTF-8").isEqualTo(text.isPresent());
    if (text.isEmpty()) {
      return;
    }
    Walked walked = Walked.of(bytes);
    switch (walked.fault()) {
      case null -> assertThat(JacksonEvents.of(text.get())).contains(walked.events());
      // Jackson joins no surrogates and has no limit of ours.
      case LONE_SURROGATE, TOO_DEEP -> {}
      default -> assertThat(JacksonEvents.of(text.get())).as(walked.fault().name()).isEmpty();
    }
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// What the walker told, and what it stopped at.
  private record Walked(List<String> events, @org.jspecify.annotations.Nullable Fault fault) {
    static Walked of(byte[] body) {
      Told told = new Told();
      try {
        new JsonWalker(told, true).body(body);
        return new Walked(told.events, null);
      } catch (Unreadable unreadable) {
        assertThat(unreadable.offset()).isBetween(0, body.length);
        return new Walked(told.events, unreadable.fault());
      }
    }
  }

  private static final class Told implements JsonWalker.Visitor {
    private final List<String> events = new ArrayList<>();
    private int depth;

    @Override
    public void open(boolean object, int rawStart) throws Unreadable {
      if (++depth > DEEPEST) {
        throw new Unreadable(Fault.TOO_DEEP, rawStart);
      }
      events.add(object ? "{" : "[");
    }

    @Override
    public void close(boolean object, int rawEnd) {
      depth--;
      events.add(object ? "}" : "]");
    }

    @Override
    public void name(View name) {
      events.add("name " + text(name));
    }

    @Override
    public void string(View text) {
      events.add("string " + text(text));
    }

    @Override
    public void number(View literal) {
      events.add("number " + text(literal));
    }

    @Override
    public void literal(View word) {
      events.add(text(word));
    }

    private static String text(View view) {
      return new String(view.bytes(), view.start(), view.length(), UTF_8);
    }
  }
}
