package dev.demarc.classify;

import java.util.Arrays;

/// Parses MAC addresses (EUI-48, EUI-64) where they start and keeps the last one parsed.
final class MacAddresses {
  private final byte[] digits = new byte[16];
  private int count;
  private boolean weak;

  /// Offset after the address at `at` whose octets `separator` divides, or -1. With a colon an
  /// octet may be written with one digit, as some systems print it.
  int octets(byte[] b, int at, int to, byte separator) {
    count = 0;
    int single = 0;
    boolean letters = false;
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
      i += length;
      if (i + 1 >= to || b[i] != separator || Bytes.hex(b[i + 1]) < 0 || octets == 8) {
        break;
      }
      i++;
    }
    boolean whole = octets == 6 || octets == 8;
    if (!whole || single > 2 || !endsHere(b, i, to, separator)) {
      return -1;
    }
    // Two-digit decimals between dashes may as well be a date and a time.
    weak = !letters && separator == '-';
    return i;
  }

  /// Offset after three groups of four hex digits divided by dots, or -1.
  int dotted(byte[] b, int at, int to) {
    count = 0;
    boolean letters = false;
    int i = at;
    for (int group = 0; group < 3; group++) {
      if (group > 0) {
        if (i >= to || b[i] != '.') {
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
    weak = !letters;
    return endsHere(b, i, to, (byte) '.') ? i : -1;
  }

  /// Offset after twelve hex digits, or -1. Only a key makes these an address.
  int bare(byte[] b, int at, int to) {
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

  private static boolean endsHere(byte[] b, int i, int to, byte separator) {
    if (i >= to) {
      return true;
    }
    boolean goesOn = b[i] == separator && i + 1 < to && Bytes.hex(b[i + 1]) >= 0;
    return !Bytes.alphanumeric(b[i]) && b[i] != '_' && !goesOn;
  }

  /// Whether the last address could as well be something else.
  boolean weak() {
    return weak;
  }

  /// Whether the last address is no device's: all zeros, broadcast, multicast of IP and of bridges
  /// (RFC 7042 section 2.1), or for documentation (RFC 7042 section 2.1.2).
  boolean belongsToNobody() {
    return starts("000000000000")
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
  Text canonical() {
    return Text.of(Arrays.copyOf(digits, count));
  }
}
