package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks beside one that was found: `Upstairs_5G and Cellar_2G`, `“Maple” or
/// “Oak”`.
final class NetworkNamesListed {
  private static final int MOST = 6;
  private static final Words AND =
      Words.of(
          " and | or | und | oder | i | oraz | lub | albo | et | ou | y | o | e | and on | instead"
              + " of | rather than | zamiast | zamiast z | statt | anstatt | en lugar de | au lieu"
              + " de |、|和|或|以及|与|还有");
  private static final Words LOOSE =
      Words.of(", |, a | but |, but | aber | ale | / |/| to | na | nach | not | over ");

  private NetworkNamesListed() {}

  /// Reports what is listed from `at` on, where a name ended.
  static void after(Scan s, int at, int points) {
    Extent extent = new Extent();
    int end = at;
    for (int k = 0; k < MOST && end > 0; k++) {
      end = next(s, end, points, extent);
    }
  }

  private static int next(Scan s, int at, int points, Extent extent) {
    byte[] b = s.bytes();
    int i = at + closing(b, at, s.to());
    int and = AND.endAt(b, i, s.to());
    int start = and > 0 ? and : LOOSE.endAt(b, i, s.to());
    if (start < 0) {
      return -1;
    }
    boolean quoted = i > at && extent.quotedAt(b, start, s.to());
    int end = quoted ? extent.end() : NetworkNameShape.wordEnd(b, start, s.to());
    start = quoted ? extent.start() : start;
    boolean named =
        quoted
            ? and > 0
            : NetworkNameShape.isStrange(b, start, end)
                || (and > 0 && NetworkNameShape.isMarked(b, start, end));
    return named && NetworkNamesInProse.isName(b, start, end) && report(s, start, end, points)
        ? end
        : -1;
  }

  private static boolean report(Scan s, int from, int to, int points) {
    return s.reportAsSpelled(Category.WIFI_SSID, from, to, points, Score.CONTEXT | Score.SHAPE);
  }

  /// How many bytes the quote has that closes at `at`.
  private static int closing(byte[] b, int at, int to) {
    if (at >= to) {
      return 0;
    }
    if (b[at] == '"' || b[at] == '\'' || b[at] == '`') {
      return 1;
    }
    boolean wide = at + 2 < to && (b[at] == (byte) 0xE2 || b[at] == (byte) 0xE3);
    return wide && b[at + 1] == (byte) 0x80 && b[at + 2] >= (byte) 0x8B && b[at + 2] < (byte) 0xA0
        ? 3
        : 0;
  }
}
