package dev.demarc.classify.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A set of words from a resource, looked up by their bytes without a String. ASCII letters of any
/// case are the same.
public final class WordSet {
  private final byte[] @Nullable [] slots;

  private WordSet(List<String> words) {
    slots = new byte[Integer.highestOneBit(Math.max(8, words.size()) * 4)][];
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      slots[slot(bytes, 0, bytes.length)] = bytes;
    }
  }

  /// The words of a resource beside this class, blanks between them.
  public static WordSet read(Class<?> beside, String resource) {
    return new WordSet(
        lines(beside, resource).stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .toList());
  }

  public static WordSet of(String words) {
    return new WordSet(List.of(words.split(" ")));
  }

  /// The lines of a resource beside this class that say something.
  public static List<String> lines(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      byte[] text = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(byte[] b, int from, int to) {
    return to > from && slots[slot(b, from, to)] != null;
  }

  private int slot(byte[] b, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + Bytes.lower(b[i]);
    }
    int slot = (hash ^ hash >>> 15) & slots.length - 1;
    while (true) {
      byte[] word = slots[slot];
      if (word == null || same(word, b, from, to)) {
        return slot;
      }
      slot = slot + 1 & slots.length - 1;
    }
  }

  private static boolean same(byte[] word, byte[] b, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int k = 0; k < word.length; k++) {
      if (Bytes.lower(word[k]) != Bytes.lower(b[from + k])) {
        return false;
      }
    }
    return true;
  }
}
