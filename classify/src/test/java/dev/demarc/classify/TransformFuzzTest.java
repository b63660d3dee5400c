package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Treatment;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.pseudonym.Transformed;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.Unreadable.Fault;
import dev.demarc.classify.text.Utf8;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whatever the body: it is refused with a fault that is its own, or read whole; and then every
/// byte that is no part of a finding leaves as it came, and what leaves is JSON that nobody can
/// read in two ways.
class TransformFuzzTest {
  /// Faults that well-formed JSON without doubled names can have.
  private static final Set<Fault> OURS =
      EnumSet.of(
          Fault.LONE_SURROGATE,
          Fault.NUL_IN_NAME,
          Fault.TOO_DEEP,
          Fault.TOO_MANY_VALUES,
          Fault.NOT_AN_OBJECT);

  @FuzzTest
  void nothing_but_findings_changes(byte[] bytes) {
    Classification found;
    try {
      found = Chat.CLASSIFIER.classify(Text.of(bytes));
    } catch (Unreadable unreadable) {
      assertThat(unreadable.offset()).isBetween(0, bytes.length);
      refusedForAReason(bytes, unreadable.fault());
      return;
    }
    assertThat(JacksonEvents.unambiguous(new String(bytes, UTF_8))).isTrue();
    for (Treatment treatment : Treatment.values()) {
      Transformed sent = transformed(bytes, found, treatment);
      assertThat(JacksonEvents.unambiguous(sent.body().decoded())).as("still JSON").isTrue();
      requireOnlyFindingsChanged(bytes, found, treatment, sent.body().bytes());
    }
  }

  private static void refusedForAReason(byte[] bytes, Fault fault) {
    boolean text = Utf8.firstInvalid(bytes) < 0;
    if (text && !OURS.contains(fault)) {
      assertThat(JacksonEvents.unambiguous(new String(bytes, UTF_8))).as(fault.name()).isFalse();
    }
  }

  private static Transformed transformed(byte[] bytes, Classification found, Treatment treatment) {
    Pseudonyms pseudonyms = new Pseudonyms("the scope key of a fuzz target".getBytes(UTF_8));
    Transformed sent = Transform.apply(Text.of(bytes), found, Chat.all(treatment), pseudonyms);
    int treated =
        sent.redacted().values().stream().mapToInt(Integer::intValue).sum()
            + sent.pseudonymised().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(treated).isEqualTo(treatment == Treatment.PASS ? 0 : found.findings().size());
    return sent;
  }

  /// Walks both bodies: between the findings they are the same, in their place stands a word.
  private static void requireOnlyFindingsChanged(
      byte[] before, Classification found, Treatment treatment, byte[] after) {
    String left = new String(before, ISO_8859_1);
    String right = new String(after, ISO_8859_1);
    if (treatment == Treatment.PASS || found.findings().isEmpty()) {
      assertThat(right).isEqualTo(left);
      return;
    }
    StringBuilder pattern = new StringBuilder();
    int kept = 0;
    int end = 0;
    for (Span span : spans(found)) {
      if (span.start() >= end) {
        pattern.append(Pattern.quote(left.substring(end, span.start())));
        pattern.append("(?:[A-Z0-9_]{1,60})");
        kept++;
      }
      end = Math.max(end, span.end());
    }
    pattern.append(Pattern.quote(left.substring(end)));
    if (kept <= 12) {
      assertThat(right.matches("(?s)" + pattern)).as(pattern.toString()).isTrue();
    }
  }

  private static List<Span> spans(Classification found) {
    return found.findings().stream()
        .flatMap(finding -> finding.spans().stream())
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }
}
