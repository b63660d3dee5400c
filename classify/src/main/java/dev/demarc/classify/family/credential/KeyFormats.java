package dev.demarc.classify.family.credential;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;

/// Keys of APIs and services in the formats that their issuers gave them so that they can be found:
/// a prefix, an alphabet, a length. `key-formats.txt` lists them.
public final class KeyFormats implements Family {
  private static final int POINTS = 95;
  private static final int CHECK = 6;

  /// So many points and dashes behind a key may be the sentence's or a line of them.
  private static final int MOST_SIGNS = 64;

  private static final String BASE_62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final List<Format> FORMATS =
      WordSet.lines(KeyFormats.class, "key-formats.txt").stream().map(KeyFormats::format).toList();

  /// One format: what follows the prefix.
  ///
  /// @param also what else must hold: `crc`, `mixed`, `digit`, `pair`, or nothing
  private record Format(String prefix, IntPredicate alphabet, int least, int most, String also) {}

  private static Format format(String line) {
    String[] words = line.split(" ");
    return new Format(
        words[0],
        alphabet(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        words.length > 4 ? words[4] : "");
  }

  private static IntPredicate alphabet(String name) {
    return switch (name) {
      case "hex" -> c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      case "xdigit" -> c -> Bytes.hex((byte) c) >= 0;
      case "upper" -> c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      case "lower" -> c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      case "word" -> KeyFormats::alphanumeric;
      case "snake" -> c -> alphanumeric(c) || c == '_';
      case "dash" -> c -> alphanumeric(c) || c == '_' || c == '-';
      case "dots" -> c -> alphanumeric(c) || c == '_' || c == '-' || c == '.';
      case "base64" -> c -> alphanumeric(c) || "+/=_-%".indexOf(c) >= 0;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static boolean alphanumeric(int c) {
    return Bytes.alphanumeric((byte) c);
  }

  @Override
  public void declare(Triggers triggers) {
    for (Format format : FORMATS) {
      triggers.words((scan, from, to) -> read(scan, format, from, to), format.prefix());
    }
  }

  private static void read(Scan s, Format format, int from, int to) {
    byte[] b = s.bytes();
    if (!spelled(b, from, format.prefix())) {
      return;
    }
    int end = to;
    int most = Math.min(s.to(), to + format.most() + MOST_SIGNS);
    while (end < most && b[end] >= 0 && format.alphabet().test(b[end])) {
      end++;
    }
    int last = end;
    while (end > to && (b[end - 1] == '.' || b[end - 1] == '-')) {
      end--;
    }
    // One dash with which the line or a quotation ends is the key's own.
    end += last == end + 1 && b[end] == '-' && endsText(b, last, s.to()) ? 1 : 0;
    int length = end - to;
    if (length < format.least() || length > format.most()) {
      return;
    }
    if (goesOn(b, end, s.to()) || !holds(b, to, end, format.also())) {
      return;
    }
    if (SecretShape.isFilling(b, to, end)
        || (s.allowsNobody() && SecretShape.isSample(b, to, end))) {
      return;
    }
    boolean checked = format.also().equals("crc") && crc(b, to, end);
    int evidence = Score.PREFIX | Score.SHAPE | (checked ? Score.CHECKSUM : 0);
    s.reportAsSpelled(Category.CREDENTIAL_KEY, from, end, checked ? 100 : POINTS, evidence);
  }

  /// The automaton knows no case; prefixes have one.
  private static boolean spelled(byte[] b, int from, String prefix) {
    for (int k = 0; k < prefix.length(); k++) {
      if (b[from + k] != prefix.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsText(byte[] b, int at, int to) {
    return at == to || "\n\r\"'`".indexOf(b[at]) >= 0;
  }

  private static boolean goesOn(byte[] b, int end, int to) {
    return end < to && (Bytes.alphanumeric(b[end]) || b[end] == '_');
  }

  private static boolean holds(byte[] b, int from, int to, String also) {
    boolean digit = false;
    boolean small = false;
    boolean capital = false;
    int lines = 0;
    for (int i = from; i < to; i++) {
      digit |= Bytes.digit(b[i]);
      small |= b[i] >= 'a' && b[i] <= 'z';
      capital |= b[i] >= 'A' && b[i] <= 'Z';
      lines += b[i] == '_' ? 1 : 0;
    }
    return switch (also) {
      case "mixed" -> digit && (small || capital);
      case "digit" -> digit;
      case "pair" -> digit && small && capital && lines == 1;
      default -> true;
    };
  }

  /// Whether the last characters are the CRC32 of the others, in base 62.
  private static boolean crc(byte[] b, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(b, from, to - from - CHECK);
    long rest = crc.getValue();
    for (int k = 1; k <= CHECK; k++) {
      if (b[to - k] != BASE_62.charAt((int) (rest % 62))) {
        return false;
      }
      rest /= 62;
    }
    return true;
  }
}
