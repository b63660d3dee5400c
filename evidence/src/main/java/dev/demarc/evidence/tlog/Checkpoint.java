package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.util.Base64;
import java.util.List;

/// A log's statement of its size and root, in the form of C2SP tlog-checkpoint v1.0.0: the text of
/// a [SignedNote].
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode go by the text
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
  public Checkpoint {
    if (!line(origin) || size < 0) {
      throw new IllegalArgumentException("a checkpoint has an origin and a size");
    }
    Merkle.requireHash(root);
    extensions = List.copyOf(extensions);
    if (!extensions.stream().allMatch(Checkpoint::line)) {
      throw new IllegalArgumentException("an extension is one line that is not empty");
    }
  }

  /// The text that is signed.
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n');
    text.append(Base64.getEncoder().encodeToString(root)).append('\n');
    extensions.forEach(extension -> text.append(extension).append('\n'));
    return text.toString();
  }

  public static Checkpoint parse(String text) throws Malformed {
    if (!text.endsWith("\n")) {
      throw new Malformed("a checkpoint ends in a line feed");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < 3 || !lines.stream().allMatch(Checkpoint::line)) {
      throw new Malformed("a checkpoint is an origin, a size and a root, none of them empty");
    }
    byte[] root = Strict.base64(lines.get(2));
    if (root.length != Merkle.HASH_LENGTH) {
      throw new Malformed("a checkpoint's root has 32 bytes");
    }
    return new Checkpoint(
        lines.get(0), Strict.decimal(lines.get(1)), root, lines.subList(3, lines.size()));
  }

  private static boolean line(String text) {
    return !text.isEmpty() && text.indexOf('\n') < 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }
}
