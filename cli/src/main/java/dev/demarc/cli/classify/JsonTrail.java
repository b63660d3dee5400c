package dev.demarc.cli.classify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The JSON path it has come to, such as `$.messages[2].content`. It follows brackets, strings and
/// names only, so that what is no JSON does no harm.
final class JsonTrail implements Trail {
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*");
  private static final int LONGEST_NAME = 4096;
  private static final int LONGEST_SHOWN = 80;
  private static final String HIDDEN = "*";

  /// One open object or array.
  private static final class Level {
    private final boolean object;
    private long index;
    private byte[] name = {};
    private boolean hidden;
    private boolean wantsName;

    Level(boolean object) {
      this.object = object;
      this.wantsName = object;
    }
  }

  private final boolean lines;
  private final List<Level> levels = new ArrayList<>();
  private final ByteArrayOutputStream name = new ByteArrayOutputStream();
  private boolean inString;
  private boolean inName;
  private boolean escaped;
  private boolean hidden;
  private boolean over;
  private long passed;
  private long fault = -1;

  private JsonTrail(boolean lines) {
    this.lines = lines;
  }

  /// A trail through one JSON text.
  static JsonTrail ofOne() {
    return new JsonTrail(false);
  }

  /// A trail through JSON texts, one on each line.
  static JsonTrail ofLines() {
    return new JsonTrail(true);
  }

  @Override
  public void pass(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (inString) {
        inString(bytes[i]);
      } else {
        outside(bytes[i]);
      }
      passed++;
    }
  }

  @Override
  public void passCut() {
    outside((byte) ',');
    passed++;
  }

  private void inString(byte c) {
    if (lines && c == '\n') {
      begin();
    } else if (escaped) {
      escaped = false;
      keep(c);
    } else if (c == '"') {
      endString();
    } else {
      escaped = c == '\\';
      keep(c);
    }
  }

  private void keep(byte c) {
    if (inName && name.size() < LONGEST_NAME) {
      name.write(c);
    }
  }

  private void endString() {
    inString = false;
    if (inName) {
      Level level = levels.getLast();
      level.name = name.size() < LONGEST_NAME ? name.toByteArray() : new byte[] {'_'};
      level.hidden = hidden;
      inName = false;
    }
  }

  private void outside(byte c) {
    switch (c) {
      case '"' -> {
        inString = true;
        inName = !levels.isEmpty() && levels.getLast().wantsName;
        hidden = false;
        name.reset();
        note(levels.isEmpty() && over);
      }
      case ':' -> top(false);
      case ',' -> {
        top(true);
        note(levels.isEmpty());
      }
      case '{', '[' -> {
        note(levels.isEmpty() && over);
        levels.add(new Level(c == '{'));
      }
      case '}', ']' -> {
        note(levels.isEmpty() || levels.getLast().object != (c == '}'));
        close();
      }
      case ' ', '\t', '\r' -> {}
      case '\n' -> {
        if (lines) {
          begin();
        }
      }
      default -> note(levels.isEmpty() && over);
    }
  }

  private void close() {
    if (!levels.isEmpty()) {
      levels.removeLast();
    }
    over = levels.isEmpty();
  }

  private void top(boolean next) {
    if (levels.isEmpty()) {
      return;
    }
    Level level = levels.getLast();
    level.index += next ? 1 : 0;
    level.wantsName = next && level.object;
  }

  private void note(boolean wrong) {
    if (wrong && fault < 0) {
      fault = passed;
    }
  }

  private void begin() {
    levels.clear();
    inString = false;
    inName = false;
    escaped = false;
    over = false;
  }

  /// How many objects and arrays are open.
  int depth() {
    return levels.size();
  }

  /// Whether it stands in a string.
  boolean isInString() {
    return inString;
  }

  /// Bytes before the first that cannot stand there, if everything has been passed; -1 where the
  /// brackets of one JSON text open and close as they should.
  long fault() {
    return fault >= 0 || (levels.isEmpty() && !inString) ? fault : passed;
  }

  /// What has to stand before what follows the last comma, for it to mean the same.
  byte[] lead() {
    ByteArrayOutputStream lead = new ByteArrayOutputStream();
    for (int k = 0; k < levels.size(); k++) {
      Level level = levels.get(k);
      lead.write(level.object ? '{' : '[');
      if (level.object && k < levels.size() - 1) {
        lead.write('"');
        lead.writeBytes(level.name);
        lead.write('"');
        lead.write(':');
      }
    }
    return lead.toByteArray();
  }

  /// What closes everything that is open.
  byte[] tail() {
    byte[] tail = new byte[levels.size()];
    for (int k = 0; k < tail.length; k++) {
      tail[k] = (byte) (levels.get(tail.length - 1 - k).object ? '}' : ']');
    }
    return tail;
  }

  @Override
  public String name(boolean inKey) {
    if (levels.isEmpty()) {
      return over || lines ? "" : "$";
    }
    hidden |= inKey && inName;
    StringBuilder path = new StringBuilder("$");
    for (int k = 0; k < levels.size(); k++) {
      Level level = levels.get(k);
      boolean beingNamed = inName && k == levels.size() - 1;
      if (!level.object) {
        path.append('[').append(level.index).append(']');
      } else if (beingNamed) {
        path.append('.').append(HIDDEN);
      } else {
        path.append(step(level));
      }
    }
    return path.toString();
  }

  private static String step(Level level) {
    if (level.hidden) {
      return "." + HIDDEN;
    }
    String name = new String(level.name, StandardCharsets.UTF_8);
    if (name.length() > LONGEST_SHOWN) {
      name = name.substring(0, name.offsetByCodePoints(0, 40)) + "…";
    }
    return PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name + "']";
  }
}
