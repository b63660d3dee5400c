package dev.demarc.classify.text;

/// One replacement of bytes: [start, end) of the original by `replacement`, which nobody changes
/// afterwards. An empty range inserts.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per splice would be waste
public record Splice(int start, int end, byte[] replacement) {
  public Splice {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("splice [" + start + ", " + end + ")");
    }
  }
}
