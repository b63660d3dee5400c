package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lays a line that a provider received beside the line that was sent: the text between the
/// stand-ins is the same in both, so what stands between it in the sent line is what the stand-ins
/// replace.
final class StandIns {
  private static final String REDACTED = "REDACTED_[A-Z0-9]+";
  private static final String PSEUDONYM = "[A-Z][A-Z0-9]*_[0-9A-HJKMNP-TV-Z]{8,}";
  // A number is redacted to 0, so that the JSON around it stays valid.
  private static final String ZERO = "(?<![\\w.+-])0(?![\\w.])";

  private static final Pattern STAND_IN =
      Pattern.compile(
          "\\b(?<redacted>" + REDACTED + ")\\b|\\b(?<pseudonym>" + PSEUDONYM + ")\\b|" + ZERO);

  private static final Pattern REDACTIONS = Pattern.compile("\\b" + REDACTED + "\\b");

  private StandIns() {}

  /// One line as sent and as received.
  record Pair(MarkedLine sent, MarkedLine received) {}

  /// Pairs the lines. Every pseudonym met is put into `restorable` with the value it stands for.
  static Pair pair(String sent, String received, SequencedMap<String, String> restorable) {
    List<MarkedLine.Span> sentSpans = new ArrayList<>();
    List<MarkedLine.Span> receivedSpans = new ArrayList<>();
    List<Found> found = find(received);
    int before = found.isEmpty() ? received.length() : found.getFirst().start();
    if (found.isEmpty() || !sent.startsWith(received.substring(0, before))) {
      return unaligned(sent, received);
    }
    int sentAt = 0;
    int receivedAt = 0;
    for (int i = 0; i < found.size(); i++) {
      Found standIn = found.get(i);
      sentAt += standIn.start() - receivedAt;
      receivedAt = standIn.end();
      int next = i + 1 < found.size() ? found.get(i + 1).start() : received.length();
      int end = valueEnd(sent, sentAt, received.substring(receivedAt, next), i + 1 == found.size());
      if (end < 0) {
        return unaligned(sent, received);
      }
      String value = sent.substring(sentAt, end);
      if (!value.equals(standIn.text())) {
        String kind = kind(standIn.text());
        sentSpans.add(new MarkedLine.Span(sentAt, end, Mark.VALUE, kind));
        receivedSpans.add(new MarkedLine.Span(standIn.start(), receivedAt, standIn.mark(), kind));
        if (standIn.mark() == Mark.PSEUDONYM) {
          restorable.putIfAbsent(standIn.text(), value);
        }
      }
      sentAt = end;
    }
    return new Pair(new MarkedLine(sent, sentSpans), new MarkedLine(received, receivedSpans));
  }

  /// A stand-in in the received line.
  private record Found(int start, int end, String text, Mark mark) {}

  /// The type word in `CARD_7K3QX9M4` and in `REDACTED_CARD`; of a 0, that it is a number.
  private static String kind(String standIn) {
    String[] words = standIn.split("_", 2);
    return words.length < 2 ? "NUMBER" : words[0].equals("REDACTED") ? words[1] : words[0];
  }

  private static List<Found> find(String received) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = STAND_IN.matcher(received);
    while (matcher.find()) {
      Mark mark = matcher.group("pseudonym") != null ? Mark.PSEUDONYM : Mark.REDACTED;
      found.add(new Found(matcher.start(), matcher.end(), matcher.group(), mark));
    }
    return found;
  }

  /// Where the value that begins at `start` ends: where the text behind its stand-in goes on; less
  /// than 0 where it does not.
  private static int valueEnd(String sent, int start, String behind, boolean last) {
    if (start > sent.length()) {
      return -1;
    }
    if (!last) {
      return sent.indexOf(behind, start);
    }
    int end = sent.length() - behind.length();
    return end >= start && sent.endsWith(behind) ? end : -1;
  }

  /// The lines with everything marked between what they begin and end with alike.
  private static Pair unaligned(String sent, String received) {
    int most = Math.min(sent.length(), received.length());
    int head = 0;
    while (head < most && sent.charAt(head) == received.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && sent.charAt(sent.length() - 1 - tail) == received.charAt(received.length() - 1 - tail)) {
      tail++;
    }
    return new Pair(
        marked(sent, head, sent.length() - tail, Mark.VALUE),
        marked(received, head, received.length() - tail, Mark.REDACTED));
  }

  private static MarkedLine marked(String text, int start, int end, Mark mark) {
    return new MarkedLine(
        text, start < end ? List.of(new MarkedLine.Span(start, end, mark, "")) : List.of());
  }

  /// A line of an answer, with the values that were put back into it and what stays redacted.
  ///
  /// @param restorable pseudonym to the value it stands for
  static MarkedLine answer(String line, SequencedMap<String, String> restorable) {
    List<MarkedLine.Span> spans = new ArrayList<>();
    StringBuilder unmarked = new StringBuilder(line);
    // The longest first: one value may be a part of another.
    restorable.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
        .forEach(entry -> restored(unmarked, entry.getKey(), entry.getValue(), spans));
    Matcher redacted = REDACTIONS.matcher(unmarked);
    while (redacted.find()) {
      spans.add(
          new MarkedLine.Span(
              redacted.start(), redacted.end(), Mark.REDACTED, kind(redacted.group())));
    }
    spans.sort(Comparator.comparingInt(MarkedLine.Span::start));
    return new MarkedLine(line, spans);
  }

  private static void restored(
      StringBuilder unmarked, String pseudonym, String value, List<MarkedLine.Span> spans) {
    for (int at = unmarked.indexOf(value); at >= 0; at = unmarked.indexOf(value, at)) {
      int end = at + value.length();
      spans.add(new MarkedLine.Span(at, end, Mark.RESTORED, kind(pseudonym)));
      unmarked.replace(at, end, "\0".repeat(value.length()));
    }
  }
}
