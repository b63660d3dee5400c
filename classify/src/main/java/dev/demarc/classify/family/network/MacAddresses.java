package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Words;
import java.util.Arrays;

/// Parses MAC addresses (EUI-48, EUI-64) where they start and keeps the last one parsed.
public final class MacAddresses implements Family {
  private static final Words LEASES = new Words("dhcp");
  private static final Words INTERFACE = new Words("(on wl");
  private final byte[] digits = new byte[16];
  private int count;
  private boolean weak;

  @Override
  public void declare(Triggers triggers) {
    triggers.at(':', this::colon);
    triggers.at('-', this::dash);
    triggers.at('.', this::dot);
    triggers.keyed(Field.MAC, this::bare);
    triggers.keyed(Field.DEVICE_MAC, this::bare);
    triggers.keyed(Field.BSSID, this::bare);
    triggers.codes(12, 12, this::code);
    triggers.words(this::spaced, "mac", "bluetooth", "bssid", "蓝牙", "物理地址");
  }

  private int colon(Scan s, int i) {
    int start = s.hexStart(i, 4);
    boolean starts = start < i && s.mayStartAddress(start);
    return starts ? found(s, start, octets(s.bytes(), start, s.to(), (byte) ':')) : -1;
  }

  private int dash(Scan s, int i) {
    int start = s.hexStart(i, 4);
    int length = i - start;
    if ((length != 2 && length != 4) || !s.mayStartAddress(start) || follows(s, start, '-')) {
      return -1;
    }
    byte[] b = s.bytes();
    return found(
        s,
        start,
        length == 2 ? octets(b, start, s.to(), (byte) '-') : fours(b, start, s.to(), (byte) '-'));
  }

  private int dot(Scan s, int i) {
    int start = s.hexStart(i, 4);
    boolean starts = i - start == 4 && s.mayStartAddress(start) && !follows(s, start, '.');
    return starts ? found(s, start, fours(s.bytes(), start, s.to(), (byte) '.')) : -1;
  }

  private static boolean follows(Scan s, int start, char separator) {
    return start > s.from() && s.bytes()[start - 1] == separator;
  }

  private int bare(Scan s, Field key, int at, Link link) {
    int start = at;
    while (start < s.to() && " \t\"'".indexOf(s.bytes()[start]) >= 0) {
      start++;
    }
    found(s, start, bare(s.bytes(), start, s.to()));
    return -1;
  }

  /// Twelve hex digits after a word.
  private void code(Scan s, int from, int to) {
    if (hexRun(s.bytes(), from, to, 12) == 12 && isKey(s.key(from))) {
      found(s, from, bare(s.bytes(), from, s.to()));
    }
  }

  /// Octets with blanks between them, which nothing but a word makes an address.
  private void spaced(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    while (i < s.to() && i - to < 24 && (Bytes.hex(b[i]) < 0 || hexRun(b, i, s.to(), 3) != 2)) {
      i++;
    }
    boolean starts = i > to && i + 2 < s.to() && b[i + 2] == ' ';
    if (starts && !Bytes.alphanumeric(b[i - 1]) && isKey(s.key(i))) {
      found(s, i, octets(b, i, s.to(), (byte) ' '));
    }
  }

  private static boolean isKey(Field key) {
    return key == Field.MAC || key == Field.BSSID || key == Field.DEVICE_MAC;
  }

  private int found(Scan s, int start, int end) {
    if (end < 0 || (s.allowsNobody() && belongsToNobody())) {
      return end;
    }
    Field key = s.key(start);
    boolean keyed = isKey(key);
    if (key == Field.DEVICE_SERIAL) {
      return end;
    }
    boolean leased = s.after(LEASES, start);
    boolean near =
        key != Field.DEVICE_MAC && !leased && (s.nearWifi(start) || s.before(INTERFACE, end));
    boolean station = key == Field.BSSID || near;
    int points = (weak ? 40 : 70) + (keyed ? Score.FOR_KEY : 0) + (near ? Score.FOR_CONTEXT : 0);
    int evidence = Score.SHAPE | (keyed ? Score.KEY : 0) | (near ? Score.CONTEXT : 0);
    Category category = station ? Category.WIFI_BSSID : Category.MAC_ADDRESS;
    boolean taken = s.report(category, start, end, points, evidence, canonical());
    if (taken && (key == Field.DEVICE_MAC || leased)) {
      s.markDevice();
    }
    return taken ? end : -1;
  }

  /// Offset after the address of a device at `at`, in groups, or -1.
  int device(byte[] b, int at, int to, boolean allowsNobody) {
    int digits = at + 14 <= to ? hexRun(b, at, to, 5) : 0;
    boolean divided = digits == 2 && (b[at + 2] == ':' || b[at + 2] == '-');
    boolean dotted = digits == 4 && b[at + 4] == '.';
    int end = divided ? octets(b, at, to, b[at + 2]) : dotted ? fours(b, at, to, (byte) '.') : -1;
    return end > 0 && allowsNobody && belongsToNobody() ? -1 : end;
  }

  /// Offset after the address at `at` whose octets `separator` divides, or -1. With a colon an
  /// octet may be written with one digit, as some systems print it.
  public int octets(byte[] b, int at, int to, byte separator) {
    count = 0;
    int single = 0;
    boolean letters = false;
    boolean large = false;
    int octets = 0;
    int i = at;
    while (octets < 8) {
      int length = hexRun(b, i, to, 2);
      if (length == 0 || (length == 1 && separator != ':')) {
        break;
      }
      single += 2 - length;
      octets++;
      letters |= take(b, i, length);
      large |= b[i] > '5' && length == 2;
      i += length;
      if (i + 1 >= to || b[i] != separator || Bytes.hex(b[i + 1]) < 0 || octets == 8) {
        break;
      }
      if (separator == ' ' && !isOctet(b, i + 1, to)) {
        break;
      }
      i++;
    }
    boolean whole = octets == 6 || octets == 8;
    if (!whole || single > 2 || !endsHere(b, i, to, separator)) {
      return -1;
    }
    // Two-digit decimals between dashes may as well be a date and a time, and between colons two
    // times where none is beyond 59.
    weak = separator == ' ' || (!letters && (separator == '-' || !large));
    return i;
  }

  /// Offset after three groups of four hex digits divided by dots, or by dashes, or -1.
  private int fours(byte[] b, int at, int to, byte separator) {
    count = 0;
    boolean letters = false;
    int i = at;
    for (int group = 0; group < 3; group++) {
      if (group > 0) {
        if (i >= to || b[i] != separator) {
          return -1;
        }
        i++;
      }
      if (hexRun(b, i, to, 5) != 4) {
        return -1;
      }
      letters |= take(b, i, 2);
      letters |= take(b, i + 2, 2);
      i += 4;
    }
    // The lowest bit of the first octet is set in groups' addresses only (IEEE 802, section 8.2).
    weak = !letters || separator == '-' || (Bytes.hex(digits[1]) & 1) != 0;
    return endsHere(b, i, to, separator) ? i : -1;
  }

  /// Offset after twelve hex digits, or -1. Only a key makes these an address.
  private int bare(byte[] b, int at, int to) {
    count = 0;
    if (hexRun(b, at, to, 13) != 12) {
      return -1;
    }
    for (int k = 0; k < 12; k += 2) {
      take(b, at + k, 2);
    }
    weak = true;
    return endsHere(b, at + 12, to, (byte) ':') ? at + 12 : -1;
  }

  private static int hexRun(byte[] b, int at, int to, int most) {
    int i = at;
    while (i < to && i - at < most && Bytes.hex(b[i]) >= 0) {
      i++;
    }
    return i - at;
  }

  private boolean take(byte[] b, int at, int length) {
    byte high = length == 2 ? Bytes.lower(b[at]) : (byte) '0';
    byte low = Bytes.lower(b[at + length - 1]);
    digits[count++ & 15] = high;
    digits[count++ & 15] = low;
    return high > '9' || low > '9';
  }

  /// Whether two hex digits stand free at `at`, and not the beginning of a word.
  private static boolean isOctet(byte[] b, int at, int to) {
    return hexRun(b, at, to, 2) == 2 && (at + 2 == to || !Bytes.alphanumeric(b[at + 2]));
  }

  private static boolean endsHere(byte[] b, int i, int to, byte separator) {
    if (i >= to) {
      return true;
    }
    boolean goesOn =
        b[i] == separator
            && i + 1 < to
            && Bytes.hex(b[i + 1]) >= 0
            && (separator != ' ' || isOctet(b, i + 1, to));
    return !Bytes.alphanumeric(b[i]) && b[i] != '_' && !goesOn;
  }

  /// Whether the last address is no device's: all zeros, broadcast, multicast of IP and of bridges
  /// (RFC 7042 section 2.1), for documentation (RFC 7042 section 2.1.2), or what Android shows to
  /// whom it does not tell the address.
  private boolean belongsToNobody() {
    return starts("000000000000")
        || starts("020000000000")
        || starts("ffffffffffff")
        || starts("01005e")
        || starts("3333")
        || starts("0180c2")
        || starts("00005e0053");
  }

  private boolean starts(String prefix) {
    for (int k = 0; k < prefix.length(); k++) {
      if (digits[k] != prefix.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /// The one spelling of the last address: its hex digits in lower case.
  private Text canonical() {
    return Text.of(Arrays.copyOf(digits, count));
  }
}
