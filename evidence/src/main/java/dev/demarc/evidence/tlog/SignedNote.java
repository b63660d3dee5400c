package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text and the signatures over it, in the form of C2SP signed-note v1.0.0: the text, an empty
/// line, signature lines. Parsing says nothing about whether a signature is good; [VerifierKey]
/// does.
public record SignedNote(String text, List<NoteSignature> signatures) {
  /// More than the 16 that every reader must accept, few enough to bound the work.
  private static final int MAX_SIGNATURES = 64;

  public SignedNote {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a line feed");
    }
    signatures = List.copyOf(signatures);
  }

  /// The bytes that the signatures are over.
  public byte[] signedBytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The note as it is published.
  public String encode() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }

  public static SignedNote parse(byte[] note) throws Malformed {
    return parse(Strict.utf8(note));
  }

  public static SignedNote parse(String note) throws Malformed {
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new Malformed("a note has a control character other than the line feed");
    }
    if (!Strict.isUnicode(note)) {
      throw new Malformed("a note is not valid Unicode");
    }
    // The text may hold empty lines itself: the last one is the border.
    int border = note.lastIndexOf("\n\n");
    if (border < 0 || !note.endsWith("\n") || border + 2 == note.length()) {
      throw new Malformed("a note is a text, an empty line and signature lines");
    }
    String[] lines = note.substring(border + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MAX_SIGNATURES) {
      throw new Malformed("a note has more than " + MAX_SIGNATURES + " signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, border + 1), signatures);
  }
}
