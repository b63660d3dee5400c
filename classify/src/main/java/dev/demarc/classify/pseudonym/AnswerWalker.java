package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Unescape;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Walks the JSON of a chat answer, or of one event of a streamed one, and says where its texts
/// stand. It checks the grammar of RFC 8259 to the last byte, builds no tree and is used again for
/// the next event. A member that it knows and that stands twice makes the answer unreadable:
/// clients differ in which of the two they take.
final class AnswerWalker {
  private static final int DEPTH_LIMIT = 128;
  private static final int INDEX_DIGITS = 6;
  private static final List<AnswerPlace> ENVELOPE =
      List.of(AnswerPlace.ID, AnswerPlace.OBJECT, AnswerPlace.CREATED, AnswerPlace.MODEL);

  /// One text: the bytes [from, to) inside the quotes of a JSON string.
  static final class Spot {
    AnswerField field = AnswerField.CONTENT;
    int choice;
    int tool;
    int from;
    int to;
  }

  private final AnswerPlace root;
  private final List<Spot> pool = new ArrayList<>();
  private final int[] envelopeFrom = new int[ENVELOPE.size()];
  private final int[] envelopeTo = new int[ENVELOPE.size()];
  private final List<Integer> choices = new ArrayList<>();
  private final List<Integer> finished = new ArrayList<>();
  private int spots;
  private boolean error;

  private byte[] json = {};
  private int at;
  private int end;
  private int choiceIndex;
  private int toolIndex;
  private boolean finishReason;
  private boolean textPart;

  private AnswerWalker(AnswerPlace root) {
    this.root = root;
  }

  /// Walks whole answers: texts stand in `message`.
  static AnswerWalker ofAnswers() {
    return new AnswerWalker(AnswerPlace.ANSWER);
  }

  /// Walks the events of a stream: texts stand in `delta`.
  static AnswerWalker ofEvents() {
    return new AnswerWalker(AnswerPlace.EVENT);
  }

  /// Walks the bytes [from, to); false where they are not one JSON value, or one that can be read
  /// two ways. What is found is good until the next walk.
  boolean read(byte[] bytes, int from, int to) {
    json = bytes;
    at = from;
    end = to;
    spots = 0;
    choices.clear();
    finished.clear();
    error = false;
    Arrays.fill(envelopeTo, 0);
    space();
    if (!value(root, DEPTH_LIMIT)) {
      return false;
    }
    space();
    return at == end;
  }

  /// How many texts there are.
  int spots() {
    return spots;
  }

  /// The texts in the order in which they stand.
  Spot spot(int i) {
    return pool.get(i);
  }

  /// Adds the choices that are here to `here`, and those that have a finish_reason to `ended`.
  void choices(BitSet here, BitSet ended) {
    choices.forEach(here::set);
    finished.forEach(ended::set);
  }

  /// Whether this choice has a finish_reason.
  boolean finishes(int choice) {
    return finished.contains(choice);
  }

  /// Whether the answer has an `error` that is not null.
  boolean error() {
    return error;
  }

  /// The members that every event of a stream repeats, as they stand, each with a comma behind it.
  byte[] envelope() {
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    for (int i = 0; i < envelopeTo.length; i++) {
      if (envelopeTo[i] > 0) {
        String name = ENVELOPE.get(i).name().toLowerCase(Locale.ROOT);
        envelope.writeBytes(('"' + name + "\":").getBytes(StandardCharsets.US_ASCII));
        envelope.write(json, envelopeFrom[i], envelopeTo[i] - envelopeFrom[i]);
        envelope.write(',');
      }
    }
    return envelope.toByteArray();
  }

  private boolean value(AnswerPlace place, int depth) {
    if (at == end || depth == 0) {
      return false;
    }
    return switch (json[at]) {
      case '{' -> object(place, depth);
      case '[' -> array(place, depth);
      case '"' -> text(place);
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean object(AnswerPlace place, int depth) {
    Set<AnswerPlace> seen = EnumSet.noneOf(AnswerPlace.class);
    at++;
    space();
    if (skipped('}')) {
      return true;
    }
    do {
      space();
      int name = at + 1;
      if (!string()) {
        return false;
      }
      AnswerPlace member = place.member(json, name, at - 1);
      if ((!seen.add(member) && member != AnswerPlace.OTHER) || !colon()) {
        return false;
      }
      int from = at;
      if (!value(member, depth - 1)) {
        return false;
      }
      note(member, from);
      space();
    } while (skipped(','));
    return skipped('}');
  }

  private boolean array(AnswerPlace place, int depth) {
    at++;
    space();
    if (skipped(']')) {
      return true;
    }
    AnswerPlace element = place.element();
    int index = 0;
    do {
      space();
      if (!element(element, index++, depth - 1)) {
        return false;
      }
      space();
    } while (skipped(','));
    return skipped(']');
  }

  private boolean element(AnswerPlace place, int index, int depth) {
    int first = spots;
    switch (place) {
      case WHOLE_CHOICE, DELTA_CHOICE -> {
        choiceIndex = index;
        finishReason = false;
      }
      case TOOL_CALL -> toolIndex = index;
      case PART -> textPart = true;
      default -> {
        return value(place, depth);
      }
    }
    if (!value(place, depth)) {
      return false;
    }
    switch (place) {
      case TOOL_CALL -> spotsFrom(first).forEach(spot -> spot.tool = toolIndex);
      case PART -> spots = textPart ? spots : first;
      default -> choice(first);
    }
    return true;
  }

  private void choice(int first) {
    spotsFrom(first).forEach(spot -> spot.choice = choiceIndex);
    choices.add(choiceIndex);
    if (finishReason) {
      finished.add(choiceIndex);
    }
  }

  private List<Spot> spotsFrom(int first) {
    return pool.subList(first, spots);
  }

  /// Keeps what the member that ended here says about its surroundings.
  private void note(AnswerPlace member, int from) {
    switch (member) {
      case ID, OBJECT, CREATED, MODEL -> {
        boolean scalar = json[from] != '{' && json[from] != '[';
        envelopeFrom[ENVELOPE.indexOf(member)] = from;
        envelopeTo[ENVELOPE.indexOf(member)] = scalar ? at : 0;
      }
      case ERROR -> error = json[from] != 'n';
      case FINISH_REASON -> finishReason = json[from] != 'n';
      case CHOICE_INDEX -> choiceIndex = index(from, choiceIndex);
      case TOOL_INDEX -> toolIndex = index(from, toolIndex);
      case PART_TYPE -> textPart = is(from, "\"text\"") || is(from, "\"output_text\"");
      default -> {}
    }
  }

  private int index(int from, int otherwise) {
    if (at - from > INDEX_DIGITS) {
      return otherwise;
    }
    int index = 0;
    for (int i = from; i < at; i++) {
      if (json[i] < '0' || json[i] > '9') {
        return otherwise;
      }
      index = index * 10 + json[i] - '0';
    }
    return index;
  }

  private boolean is(int from, String text) {
    int length = text.length();
    int i = 0;
    while (i < length && from + i < at && json[from + i] == text.charAt(i)) {
      i++;
    }
    return i == length && from + i == at;
  }

  private boolean text(AnswerPlace place) {
    int from = at + 1;
    if (!string()) {
      return false;
    }
    place.field().ifPresent(field -> found(field, from));
    return true;
  }

  private void found(AnswerField field, int from) {
    if (spots == pool.size()) {
      pool.add(new Spot());
    }
    Spot spot = pool.get(spots++);
    spot.field = field;
    spot.choice = 0;
    spot.tool = 0;
    spot.from = from;
    spot.to = at - 1;
  }

  private boolean string() {
    if (!skipped('"')) {
      return false;
    }
    while (at < end) {
      byte b = json[at++];
      if (b == '"') {
        return true;
      }
      if (b == '\\' ? !escape() : b >= 0 && b < ' ') {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if (at == end) {
      return false;
    }
    byte letter = json[at++];
    if (letter != 'u') {
      return Unescape.simple(letter) >= 0;
    }
    boolean hex = Unescape.hex4(json, at, end) >= 0;
    at += 4;
    return hex;
  }

  private boolean number() {
    at = JsonSyntax.number(json, at, end);
    return at >= 0;
  }

  private boolean word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!skipped(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean colon() {
    space();
    boolean colon = skipped(':');
    space();
    return colon;
  }

  private boolean skipped(char c) {
    if (at < end && json[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private void space() {
    at = JsonSyntax.skipSpace(json, at, end);
  }
}
