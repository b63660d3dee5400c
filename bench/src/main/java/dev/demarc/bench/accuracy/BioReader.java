package dev.demarc.bench.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Words one on a line with a tag in the last column, as CoNLL has them: `B-X` begins a value,
/// `I-X` goes on, `O` is none; an empty line ends a text. Words are joined with a blank.
final class BioReader {
  private final Names names;
  private final StringBuilder text = new StringBuilder();
  private final List<Gold> gold = new ArrayList<>();
  private String name = "";
  private int start;
  private int length;

  BioReader(Names names) {
    this.names = names;
  }

  List<Case> read(String file, BufferedReader in) throws IOException {
    List<Case> cases = new ArrayList<>();
    int number = 0;
    int first = 1;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("-DOCSTART-")) {
        endText(file + ", line " + first, cases);
        first = number + 1;
      } else {
        word(file + ", line " + number, line.split("[ \t]+", -1));
      }
    }
    endText(file + ", line " + first, cases);
    return cases;
  }

  private void word(String place, String[] columns) throws BadSet {
    String tag = columns[columns.length - 1];
    boolean tagged = tag.equals("O") || tag.startsWith("B-") || tag.startsWith("I-");
    if (columns.length < 2 || !tagged) {
      throw new BadSet(place + ": expected a word and, last, a tag: O, B-NAME or I-NAME");
    }
    String kind = tag.equals("O") ? "" : tag.substring(2);
    if (tag.startsWith("B-") || !kind.equals(name)) {
      endValue();
    }
    if (!text.isEmpty()) {
      text.append(' ');
      length++;
    }
    if (name.isEmpty() && !kind.isEmpty()) {
      name = kind;
      start = length;
    }
    text.append(columns[0]);
    length += columns[0].codePointCount(0, columns[0].length());
  }

  private void endValue() {
    if (!name.isEmpty()) {
      gold.add(SetReader.gold(names, start, length, name));
    }
    name = "";
  }

  private void endText(String id, List<Case> cases) {
    endValue();
    if (!text.isEmpty()) {
      cases.add(new Case(id, "", "", "", text.toString(), gold, false));
    }
    text.setLength(0);
    gold.clear();
    length = 0;
  }
}
