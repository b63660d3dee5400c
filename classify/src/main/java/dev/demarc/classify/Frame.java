package dev.demarc.classify;

import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.RecordFields;
import dev.demarc.classify.scan.RecordKind;
import java.util.Arrays;

/// What the walk remembers of one open object or array.
final class Frame {
  boolean object;
  Position position = Position.ELSEWHERE;

  /// What it is of a conversation, wherever that stands: a body, a log of requests, one message. It
  /// only says which texts go on in one another.
  Position talk = Position.ELSEWHERE;

  /// What the key above this container says about what is in it.
  Field hint = Field.NONE;

  /// What the current member's own name says.
  Field field = Field.NONE;

  /// The current member's name as it may be shown.
  String name = "";

  /// The same, also inside a text, where no name is shown.
  String talkName = "";

  /// Whether this is the outermost container of JSON inside a string.
  boolean insideString;

  boolean wifi;
  int findingsBefore;
  int namesBefore;
  int start;

  /// For a content part: its type, whether a member brings opaque content, and where its values
  /// are.
  PartType partType = PartType.UNKNOWN;

  boolean opaque;
  int numbers;

  /// What was seen in here of a record of each kind.
  final RecordFields[] records = RecordFields.ofEachKind();

  private int[] leaves = new int[0];
  private int leafCount;

  /// What a content part says it is.
  enum PartType {
    UNKNOWN,
    TEXT
  }

  void open(boolean isObject, Position at, Field says, int rawStart) {
    object = isObject;
    position = at;
    hint = says;
    start = rawStart;
    field = Field.NONE;
    name = "";
    talkName = "";
    insideString = false;
    wifi = false;
    partType = PartType.UNKNOWN;
    opaque = false;
    numbers = 0;
    leafCount = 0;
    for (RecordFields record : records) {
      record.clear();
    }
  }

  /// What was seen of a record of this kind.
  RecordFields record(RecordKind kind) {
    return RecordFields.of(records, kind);
  }

  /// Remembers a value in an opaque part or a list of numbers that may be text.
  void leaf(int from, int to) {
    if (leafCount == leaves.length) {
      leaves = Arrays.copyOf(leaves, Math.max(16, leafCount * 2));
    }
    leaves[leafCount++] = from;
    leaves[leafCount++] = to;
  }

  int leafCount() {
    return leafCount / 2;
  }

  int leafStart(int i) {
    return leaves[2 * i];
  }

  int leafEnd(int i) {
    return leaves[2 * i + 1];
  }

  /// What a member or element that is opened next is of a conversation.
  Position childTalk() {
    if (!object) {
      return talk == Position.CONTENT ? Position.PART : Position.MESSAGE;
    }
    return saysContent() ? Position.CONTENT : Position.ELSEWHERE;
  }

  /// Whether the current member is what a message, or a part of one, says.
  boolean saysContent() {
    return talkName.equals("content") && (talk == Position.MESSAGE || talk == Position.PART);
  }

  Position childPosition() {
    return object ? position.member(name) : position.element();
  }

  /// What keys say about the next value.
  Field childHint() {
    return object ? hint.under(field) : hint;
  }
}
