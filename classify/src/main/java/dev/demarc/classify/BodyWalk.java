package dev.demarc.classify;

import dev.demarc.classify.ControlMembers.Kind;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Span;
import dev.demarc.classify.finding.Span.Form;
import dev.demarc.classify.read.Lexicon;
import dev.demarc.classify.read.TextReader;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Hits;
import dev.demarc.classify.scan.Hits.Sum;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Seams;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.JsonWalker;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.classify.text.Unreadable.Fault;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One walk over one body: remembers where it is, hands every string, number and name to the
/// scanner with what the keys around it say, and reads JSON inside strings as if it were outside.
final class BodyWalk implements JsonWalker.Visitor {
  private static final byte[] NO_BYTES = {};
  private static final Text NOTHING = Text.of(new byte[0]);
  private final ClassifierSettings settings;
  private byte[] body = NO_BYTES;
  private final Hits hits;
  private final TextReader reader;

  /// What joins the texts of a conversation, one for each depth of JSON inside texts.
  private final List<Seams> seams = new ArrayList<>();

  private final MemberNames names = new MemberNames();

  /// What names of the protocol say that were read before and hold nothing.
  private final @Nullable Field[] plainNames = new Field[ProtocolNames.SIZE];

  private final Controls controls = new Controls();
  private final List<JsonWalker> walkers = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private int depth;
  private int inside;
  private int values;

  /// Whether what is read is, or stands in, a member name of the body.
  private boolean naming;

  BodyWalk(ClassifierSettings settings, Lexicon lexicon) {
    this.settings = settings;
    this.hits = new Hits(settings, this::place);
    this.reader = new TextReader(settings, lexicon, hits, this::inside);
    seams.add(new Seams(reader::seam));
    frames.add(new Frame());
    walkers.add(new JsonWalker(this, true));
  }

  /// What the body holds. Whatever an earlier body left here, also one that could not be read to
  /// its end, is forgotten first.
  Classification classify(Text text) throws Unreadable {
    begin(text.bytes());
    refuseBytes();
    walkers.getFirst().body(body);
    return result();
  }

  /// What a text holds that is no body: all of it is read as one text of a message.
  Classification classifyText(Text text) throws Unreadable {
    begin(text.bytes());
    refuseInvalid();
    View whole = new View();
    whole.slice(body, 0, body.length, null);
    reader.read(whole, Field.NONE, false);
    return result();
  }

  private Classification result() throws Unreadable {
    if (reader.patternsExhausted()) {
      throw new Unreadable(Fault.PATTERNS_EXHAUSTED, 0);
    }
    return new Classification(hits.inOrder(), controls.members());
  }

  private void begin(byte[] bytes) {
    body = bytes;
    depth = 0;
    inside = 0;
    values = 0;
    naming = false;
    frames.getFirst().open(false, Position.ELSEWHERE, Field.NONE, 0);
    names.clear();
    controls.clear();
    seams.getFirst().begin();
    reader.begin();
    hits.begin(bytes);
  }

  /// Lets go of the body and of what was found in it.
  void forget() {
    begin(NO_BYTES);
  }

  private void refuseBytes() throws Unreadable {
    if (body.length >= 3
        && body[0] == (byte) 0xEF
        && body[1] == (byte) 0xBB
        && body[2] == (byte) 0xBF) {
      throw new Unreadable(Fault.BYTE_ORDER_MARK, 0);
    }
    refuseInvalid();
    int first = JsonSyntax.skipSpace(body, 0, body.length);
    if (first == body.length) {
      throw new Unreadable(Fault.EMPTY, first);
    }
    if (body[first] != '{') {
      throw new Unreadable(Fault.NOT_AN_OBJECT, first);
    }
  }

  private void refuseInvalid() throws Unreadable {
    int invalid = Utf8.firstInvalid(body);
    if (invalid >= 0) {
      throw new Unreadable(Fault.INVALID_UTF8, invalid);
    }
  }

  @Override
  public void open(boolean object, int rawStart) throws Unreadable {
    if (depth == settings.maxDepth()) {
      throw new Unreadable(Fault.TOO_DEEP, rawStart);
    }
    Frame above = top();
    boolean outermostInside = inside > 0 && above.insideString;
    Position position =
        inside > 0 ? Position.ELSEWHERE : depth == 0 ? Position.BODY : above.childPosition();
    depth++;
    if (depth == frames.size()) {
      frames.add(new Frame());
    }
    Frame frame = top();
    frame.open(object, position, above.childHint(), rawStart);
    frame.talk = outermostInside || depth == 1 ? Position.MESSAGE : above.childTalk();
    frame.findingsBefore = hits.size();
    frame.namesBefore = names.open();
    frame.wifi = above.childHint() == Field.WIFI || (above.wifi && (outermostInside || !object));
    if (above.object && position.bringsOpaque()) {
      above.opaque = true;
    }
    if (depth == 1 && inside == 0) {
      controls.open(rawStart);
    }
  }

  @Override
  public void close(boolean object, int rawEnd) {
    Frame frame = top();
    names.close(frame.namesBefore);
    if (frame.wifi) {
      hits.stationsSince(frame.findingsBefore);
    }
    depth--;
    opaque(frame);
    for (RecordFields record : frame.records) {
      record(frame, record);
    }
    if (frame.object && frame.talk == Position.MESSAGE) {
      seams.get(inside).endMessage();
    }
    if (inside == 0) {
      controlContainer(object ? Kind.OBJECT : Kind.ARRAY, frame.start, rawEnd);
    }
  }

  @Override
  public void name(View name) throws Unreadable {
    count(name);
    Frame frame = top();
    if (inside == 0) {
      refuseName(name, frame);
    }
    int number = ProtocolNames.number(name.bytes(), name.start(), name.end());
    frame.talkName = ProtocolNames.name(number);
    frame.name = inside > 0 ? ProtocolNames.OTHER : frame.talkName;
    frame.field = Field.NONE;
    Field known = plainNames[number];
    frame.field = known == null ? read(name, number) : known;
    frame.wifi |= isWifi(frame.field);
  }

  /// Reads a name, and remembers what one of the protocol says if it holds nothing.
  private Field read(View name, int number) throws Unreadable {
    hits.form(Form.NAME);
    boolean before = naming;
    naming = true;
    int found = hits.size();
    Field field = reader.name(name);
    naming = before;
    boolean plain = hits.size() == found && !reader.patternsExhausted();
    if (plain && !ProtocolNames.name(number).equals(ProtocolNames.OTHER)) {
      plainNames[number] = field;
    }
    return field;
  }

  private static boolean isWifi(Field field) {
    return field == Field.SSID || field == Field.BSSID || field == Field.WIFI;
  }

  private void refuseName(View name, Frame frame) throws Unreadable {
    if (!names.add(name, frame.namesBefore, name.isRewritten())) {
      throw new Unreadable(Fault.DUPLICATE_NAME, name.raw(name.start()) - 1);
    }
    for (int i = name.start(); i < name.end(); i++) {
      if (name.bytes()[i] == 0) {
        throw new Unreadable(Fault.NUL_IN_NAME, name.raw(i));
      }
    }
  }

  @Override
  public void string(View text) throws Unreadable {
    count(text);
    Frame frame = top();
    Position position = inside > 0 ? Position.ELSEWHERE : frame.childPosition();
    int start = text.raw(text.start());
    int end = text.raw(text.end());
    if (inside == 0) {
      controlValue(Kind.STRING, start - 1, text);
      if (frame.position == Position.PART && frame.name.equals("type")) {
        frame.partType =
            is(text, "text") || is(text, "refusal") ? Frame.PartType.TEXT : Frame.PartType.UNKNOWN;
      } else if (start < end) {
        leaf(start, end);
      }
      if (position == Position.IMAGE) {
        frame.opaque = true;
      }
      if ((position == Position.PAYLOAD || position == Position.IMAGE)
          && Base64Content.fills(text)) {
        hits.form(Form.TEXT);
        reader.payload(text);
        return;
      }
    }
    ofConversation(frame, text);
    hits.form(naming ? Form.NAME : Form.TEXT);
    Field hint = frame.childHint();
    if (start < end) {
      ofRecords(frame, hint, text);
    }
    reader.read(text, hint, frame.wifi);
  }

  /// What a message says, which may go on in the next one.
  private void ofConversation(Frame frame, View text) {
    if (!frame.object || naming) {
      return;
    }
    boolean part = frame.talk == Position.PART && frame.talkName.equals("text");
    if (part || frame.saysContent()) {
      seams.get(inside).text(text);
    } else if (frame.talk == Position.MESSAGE && frame.talkName.equals("role")) {
      seams.get(inside).role(text);
    }
  }

  private static Text trimmed(View text) {
    int from = JsonSyntax.skipSpace(text.bytes(), text.start(), text.end());
    int to = Bytes.trimEnd(text.bytes(), from, text.end());
    return Text.of(Arrays.copyOfRange(text.bytes(), from, to));
  }

  private static boolean is(View text, String word) {
    return text.length() == word.length() && Bytes.at(text.bytes(), text.start(), text.end(), word);
  }

  /// Walks JSON that is the text of a string or stands in it.
  private void inside(View text) throws Unreadable {
    Frame frame = top();
    inside++;
    if (inside == walkers.size()) {
      walkers.add(new JsonWalker(this, false));
      seams.add(new Seams(reader::seam));
    }
    seams.get(inside).begin();
    boolean before = frame.insideString;
    frame.insideString = true;
    walkers.get(inside).inside(text);
    frame.insideString = before;
    inside--;
  }

  @Override
  public void number(View literal) throws Unreadable {
    count(literal);
    Frame frame = top();
    int start = literal.raw(literal.start());
    int end = literal.raw(literal.end());
    if (inside == 0) {
      controlValue(Kind.NUMBER, start, literal);
      if (!frame.object) {
        frame.numbers++;
      }
      leaf(start, end);
    }
    hits.form(naming ? Form.NAME : Form.NUMBER);
    Field hint = frame.childHint();
    ofRecords(frame, hint, literal);
    reader.number(literal, hint, frame.wifi);
  }

  @Override
  public void literal(View word) throws Unreadable {
    count(word);
    if (inside == 0) {
      Kind kind = word.bytes()[word.start()] == 'n' ? Kind.NULL : Kind.BOOLEAN;
      controlValue(kind, word.raw(word.start()), word);
    }
  }

  private void count(View value) throws Unreadable {
    if (++values > settings.maxValues()) {
      throw new Unreadable(Fault.TOO_MANY_VALUES, value.raw(value.start()));
    }
  }

  private Frame top() {
    return frames.get(depth);
  }

  // Control members.

  private void controlValue(Kind kind, int start, View text) {
    if (depth <= 2 && top().object) {
      controls.value(depth == 1 ? "" : frames.get(1).name, top().name, kind, start, text);
    }
  }

  private void controlContainer(Kind kind, int start, int end) {
    if (depth == 1) {
      View written = new View();
      written.slice(body, start, end, null);
      controls.value("", top().name, kind, start, written);
    }
  }

  // Opaque content.

  private void leaf(int start, int end) {
    for (int d = depth; d > 0 && d > depth - 3; d--) {
      Frame frame = frames.get(d);
      if (frame.position.mayBeOpaque() || frame.position.numbersAreText()) {
        frame.leaf(start, end);
        return;
      }
    }
  }

  private void opaque(Frame frame) {
    boolean part = frame.object && frame.position == Position.PART;
    boolean unreadable =
        (part && (frame.opaque || frame.partType != Frame.PartType.TEXT))
            || frame.position == Position.KEPT_SOUND
            || (!frame.object && frame.numbers > 0 && frame.position.numbersAreText());
    if (!unreadable || frame.leafCount() == 0) {
      return;
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < frame.leafCount(); i++) {
      int start = frame.leafStart(i);
      Form form = body[start - 1] == '"' ? Form.TEXT : Form.NUMBER;
      spans.add(new Span(start, frame.leafEnd(i), form, "OPAQUE", NOTHING, NOTHING));
    }
    hits.add(Category.OPAQUE, new Sum(100, Score.POSITION), spans);
  }

  // Records.

  private void ofRecords(Frame frame, Field hint, View value) {
    if (hint == Field.NONE) {
      return;
    }
    for (RecordFields record : frame.records) {
      if (record.kind().belongs(hint)
          && record.kind().takes(value.bytes(), value.start(), value.end())) {
        String word = hint.word().isEmpty() ? record.kind().category().word() : hint.word();
        Span span = hits.span(value, value.start(), value.end(), word, trimmed(value));
        Field field = inPair(frame, hint, record);
        if (field != hint) {
          record.list();
        }
        record.add(field, span);
      } else if (!record.kind().belongs(hint)) {
        record.note(hint);
      }
    }
  }

  /// Of two coordinates in a list one is the latitude.
  private static Field inPair(Frame frame, Field hint, RecordFields record) {
    if (hint != Field.COORDINATES || frame.object) {
      return hint;
    }
    return record.isEmpty() ? Field.LATITUDE : Field.LONGITUDE;
  }

  /// An object with enough fields is a record. One with fewer is perhaps part of one: its fields
  /// count for the object around it.
  private void record(Frame frame, RecordFields record) {
    if (record.isEmpty()) {
      return;
    }
    if (frame.object && record.isWhole()) {
      record.report(hits, Score.KEY);
      return;
    }
    Frame above = top();
    boolean partOfField = record.kind().belongs(frame.hint);
    boolean partOfObject =
        above.object && record.signs() > 0 && above.position == Position.ELSEWHERE;
    if (depth > 0 && (partOfField || partOfObject)) {
      above.record(record.kind()).addAll(record);
    }
  }

  // Places.

  private String place() {
    StringBuilder place = new StringBuilder();
    for (int d = 1; d <= depth; d++) {
      Frame frame = frames.get(d);
      if (!frame.object) {
        place.append("[]");
      } else if (!frame.name.isEmpty()) {
        place.append(place.isEmpty() ? "" : ".").append(frame.name);
      }
      if (frame.insideString) {
        return place.append(">json".repeat(inside)).toString();
      }
    }
    return place.toString();
  }
}
