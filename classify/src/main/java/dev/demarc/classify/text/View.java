package dev.demarc.classify.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stretch of text as its reader sees it, with the way back to the bytes of the body.
///
/// Views stand on one another: unescaping a string, reading JSON inside that string, folding
/// full-width digits each add one. [#raw(int)] walks down. Offsets of a view that was rewritten go
/// through a map: entry `i` is where the unit that made byte `i` begins below, and the entry after
/// the last byte is where the last unit ends. A view is set anew for each string and read at once;
/// whoever keeps something copies it.
public final class View {
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int signs;
  private int @Nullable [] map;
  private @Nullable View below;
  private boolean respelled;

  /// Shows a stretch of the bytes that `below` shows (of the body where there is none).
  public void slice(byte[] source, int from, int to, @Nullable View under) {
    set(source, from, to, null, under);
  }

  /// Shows rewritten bytes of a stretch of `under`.
  public void rewritten(byte[] buffer, int from, int to, int[] offsets, @Nullable View under) {
    set(buffer, from, to, offsets, under);
  }

  private void set(
      byte[] source, int from, int to, int @Nullable [] offsets, @Nullable View under) {
    bytes = source;
    start = from;
    end = to;
    map = offsets;
    below = under;
    signs = -1;
    respelled = false;
  }

  /// Says what kinds of bytes stand here ([Signs]). Unless said, all of them may.
  public void sign(int kinds) {
    signs = kinds;
  }

  /// Says that this view spells the same text another way, so that the original spelling of a value
  /// stands in the view below.
  public void markRespelled() {
    respelled = true;
  }

  /// Whether the bytes stand in a buffer that the next text will overwrite.
  public boolean isRewritten() {
    return map != null;
  }

  public int signs() {
    return signs;
  }

  /// Whether one of these kinds of bytes may stand here.
  public boolean has(int sign) {
    return (signs & sign) != 0;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public int length() {
    return end - start;
  }

  /// Offset in the body of what stands at `i` here; `i` may be the end.
  public int raw(int i) {
    int down = map == null ? i : map[i];
    return below == null ? down : below.raw(down);
  }

  /// Offset in the body of the end of what ends at `i` here. A unit of which a part belongs to it
  /// belongs to it whole: an escape that makes three bytes, or all of a code.
  public int rawEnd(int i) {
    int down = downEnd(i);
    return below == null ? down : below.rawEnd(down);
  }

  /// Writes for each byte of [from, to) where in the body its unit begins and where that ends, from
  /// entry `at` on: what [#raw(int)] and [#rawEnd(int)] say of each, in one step for each view.
  public void raw(int from, int to, int[] starts, int[] ends, int at) {
    for (int i = from; i < to; i++) {
      starts[at + i - from] = i;
      ends[at + i - from] = i + 1;
    }
    for (View view = this; view != null; view = view.below) {
      int[] offsets = view.map;
      if (offsets != null) {
        for (int k = at; k < at + to - from; k++) {
          starts[k] = offsets[starts[k]];
          ends[k] = view.downEnd(ends[k]);
        }
      }
    }
  }

  private int downEnd(int i) {
    if (map == null) {
      return i;
    }
    int k = i;
    while (k > start && k < end && map[k] == map[k - 1]) {
      k++;
    }
    return map[k];
  }

  /// The value at [from, to) as it was originally spelled.
  public Text original(int from, int to) {
    if (respelled && below != null) {
      return map == null ? below.original(from, to) : below.original(map[from], downEnd(to));
    }
    return Text.of(Arrays.copyOfRange(bytes, from, to));
  }

  /// Offset in the view below of what stands at `i` here.
  int down(int i) {
    return map == null ? i : map[i];
  }

  /// Offset in `target`, which this view or one below it is, of what stands at `i` here.
  public int downTo(View target, int i) {
    return this == target || below == null ? i : below.downTo(target, down(i));
  }
}
