package dev.demarc.classify.text;

import java.util.List;

/// Applies splices to bytes; what no splice covers stays as it was, byte for byte.
public final class Splices {
  private Splices() {}

  /// The original with every splice applied. They must be sorted, disjoint and inside the original.
  public static Text apply(Text original, List<Splice> sorted) {
    byte[] from = original.bytes();
    byte[] to = new byte[lengthAfter(from.length, sorted)];
    int read = 0;
    int written = 0;
    for (Splice splice : sorted) {
      int kept = splice.start() - read;
      System.arraycopy(from, read, to, written, kept);
      written += kept;
      System.arraycopy(splice.replacement(), 0, to, written, splice.replacement().length);
      written += splice.replacement().length;
      read = splice.end();
    }
    System.arraycopy(from, read, to, written, from.length - read);
    return Text.of(to);
  }

  private static int lengthAfter(int length, List<Splice> sorted) {
    int result = length;
    int read = 0;
    for (Splice splice : sorted) {
      if (splice.start() < read || splice.end() > length) {
        throw new IllegalArgumentException(
            "splice ["
                + splice.start()
                + ", "
                + splice.end()
                + ") after "
                + read
                + " of "
                + length);
      }
      result = Math.addExact(result, splice.replacement().length - (splice.end() - splice.start()));
      read = splice.end();
    }
    return result;
  }
}
