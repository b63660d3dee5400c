package dev.demarc.classify.text;

/// Spells text as plainly as scanners need it: full-width forms and digits of all scripts in ASCII,
/// odd spaces, dashes and dots as the plain ones, invisible characters dropped.
public final class Folding {
  private static final int KEEP = -1;
  private static final int DROP = -2;

  private final View folded = new View();
  private byte[] out = new byte[0];
  private int[] map = new int[0];

  /// The text itself if nothing needs folding, else a view of its folded spelling, good until the
  /// next call.
  public View fold(View text) {
    if (!text.has(Signs.NON_ASCII)) {
      return text;
    }
    int first = firstToFold(text.bytes(), text.start(), text.end());
    return first < 0 ? text : folded(text);
  }

  /// Whether a text would be spelled otherwise, so that nothing that is read ever holds it.
  public static boolean changes(String text) {
    return text.codePoints().anyMatch(c -> c >= 0x80 && plain(c) != KEEP);
  }

  private static int firstToFold(byte[] b, int from, int to) {
    int i = from;
    while (i < to) {
      int lead = b[i] & 0xFF;
      if (lead < 0x80) {
        i++;
        continue;
      }
      if (plain(Utf8.codePoint(b, i)) != KEEP) {
        return i;
      }
      i += Utf8.length(lead);
    }
    return -1;
  }

  private View folded(View text) {
    byte[] b = text.bytes();
    if (out.length < text.length()) {
      out = new byte[text.length()];
      map = new int[text.length() + 1];
    }
    int size = 0;
    int signs = 0;
    for (int i = text.start(); i < text.end(); ) {
      int length = b[i] >= 0 ? 1 : Utf8.length(b[i] & 0xFF);
      int plain = b[i] >= 0 ? b[i] : plain(Utf8.codePoint(b, i));
      if (plain >= 0) {
        map[size] = i;
        signs |= Signs.of((byte) plain);
        out[size++] = (byte) plain;
      } else if (plain == KEEP) {
        signs |= Signs.NON_ASCII;
        for (int k = 0; k < length; k++) {
          map[size] = i;
          out[size++] = b[i + k];
        }
      }
      i += length;
    }
    map[size] = text.end();
    folded.rewritten(out, 0, size, map, text);
    folded.markRespelled();
    folded.sign(signs);
    return folded;
  }

  /// The ASCII character that stands for this one, or KEEP, or DROP.
  private static int plain(int c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    if (c < 0x2000) {
      return belowPunctuation(c);
    }
    if (c < 0x2070) {
      return punctuation(c);
    }
    return switch (c) {
      case 0x2212, 0xFE58, 0xFE63 -> '-';
      case 0x3000 -> ' ';
      case 0x30FB -> '.';
      case 0xFEFF -> DROP;
      default -> {
        boolean variation = c >= 0xFE00 && c <= 0xFE0F;
        boolean tag = c >= 0xE0000 && c <= 0xE007F;
        yield variation || tag ? DROP : digit(c);
      }
    };
  }

  private static int belowPunctuation(int c) {
    return switch (c) {
      case 0xA0 -> ' ';
      case 0xB7 -> '.';
      case 0xAD, 0x34F, 0x61C, 0x180E -> DROP;
      default -> c < 0x660 ? KEEP : digit(c);
    };
  }

  private static int punctuation(int c) {
    if (c <= 0x200A || c == 0x202F || c == 0x205F) {
      return ' ';
    }
    if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) {
      return DROP;
    }
    if (c >= 0x2010 && c <= 0x2015) {
      return '-';
    }
    return c == 0x2022 || c == 0x2024 || c == 0x2027 ? '.' : KEEP;
  }

  private static int digit(int c) {
    // Ideographs are most of what is not ASCII; none of them is a decimal digit.
    if (c >= 0x3040 && c < 0xA000) {
      return KEEP;
    }
    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
    return digit < 0 ? KEEP : '0' + digit;
  }
}
