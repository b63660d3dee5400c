package dev.demarc.classify;

import dev.demarc.classify.text.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The member names of every open object, to notice one that occurs twice. Small objects are
/// compared name by name; a large one gets a set, so that a body of many names cannot make the walk
/// slow.
final class MemberNames {
  private static final int FEW = 16;
  private byte[][] source = new byte[64][];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int[] hash = new int[64];
  private int size;
  private final List<@Nullable Set<String>> sets = new ArrayList<>();

  /// Opens an object; [#close(int)] takes the result.
  int open() {
    sets.add(null);
    return size;
  }

  /// Forgets all objects.
  void clear() {
    size = 0;
    sets.clear();
  }

  void close(int before) {
    size = before;
    sets.removeLast();
  }

  /// Adds a name to the innermost object, which began at `before`; false if it has that name
  /// already.
  boolean add(View name, int before, boolean reused) {
    Set<String> set = sets.getLast();
    if (set == null && size - before >= FEW) {
      set = new HashSet<>();
      for (int i = before; i < size; i++) {
        set.add(new String(source[i], from[i], to[i] - from[i], StandardCharsets.UTF_8));
      }
      sets.set(sets.size() - 1, set);
    }
    if (set != null) {
      return set.add(new String(name.bytes(), name.start(), name.length(), StandardCharsets.UTF_8));
    }
    return addFew(name, before, reused);
  }

  private boolean addFew(View name, int before, boolean reused) {
    int h = 0;
    for (int i = name.start(); i < name.end(); i++) {
      h = h * 31 + name.bytes()[i];
    }
    for (int i = before; i < size; i++) {
      if (hash[i] == h
          && Arrays.equals(source[i], from[i], to[i], name.bytes(), name.start(), name.end())) {
        return false;
      }
    }
    if (size == hash.length) {
      grow();
    }
    // A decoded name stands in a buffer that the next string overwrites.
    source[size] =
        reused ? Arrays.copyOfRange(name.bytes(), name.start(), name.end()) : name.bytes();
    from[size] = reused ? 0 : name.start();
    to[size] = reused ? name.length() : name.end();
    hash[size++] = h;
    return true;
  }

  private void grow() {
    source = Arrays.copyOf(source, size * 2);
    from = Arrays.copyOf(from, size * 2);
    to = Arrays.copyOf(to, size * 2);
    hash = Arrays.copyOf(hash, size * 2);
  }
}
