package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Parses IPv4 and IPv6 addresses where they start and keeps the last one parsed.
///
/// IPv4 strictly as four decimal parts without leading zeros. IPv6 as RFC 4291 section 2.2 writes
/// it: eight groups, or fewer around one `::`, the last two perhaps as IPv4. A key may also bring
/// IPv4 as one number, as databases keep it.
public final class IpAddresses implements Family {
  private final byte[] address = new byte[16];
  private final int[] hextets = new int[8];
  private final Releases releases = new Releases();
  private boolean isV4;
  private int groups;

  @Override
  public void declare(Triggers triggers) {
    triggers.dotted(this::dotted);
    triggers.at(':', this::colon);
    triggers.keyed(Field.IP, (scan, key, at, link) -> packed(scan));
  }

  private int dotted(Scan s, int at) {
    int end = v4(s.bytes(), at, s.to());
    // Of "%207.4.8.4" the first two digits spell a space.
    if (end < 0 || (at > s.from() && s.bytes()[at - 1] == '%')) {
      return -1;
    }
    if (!(s.allowsNobody() && belongsToNobody())) {
      // What forwards for a network is also a program that has versions: `gateway 2.14.0.7`.
      boolean keyed = s.key(at) == Field.IP && !Versions.isReleased(s, at, end, address, releases);
      boolean against =
          !keyed
              && (s.hint() == Field.VERSION
                  || s.key(at) == Field.VERSION
                  || Versions.isOne(s, at, end, address, releases));
      int points = 70 + (keyed ? Score.FOR_KEY : 0) - (against ? Score.AGAINST : 0);
      report(s, at, end, points, Score.SHAPE | (keyed ? Score.KEY : 0));
    }
    return end;
  }

  private int colon(Scan s, int i) {
    int start = s.hexStart(i, 4);
    boolean pair = i + 1 < s.to() && s.bytes()[i + 1] == ':';
    if ((start == i && !pair) || !s.mayStartAddress(start)) {
      return -1;
    }
    int end = v6(s.bytes(), start, s.to());
    if (end < 0 || (s.allowsNobody() && belongsToNobody())) {
      return end;
    }
    boolean prefix = hasHostPrefix();
    boolean keyed = s.key(start) == Field.IP;
    int points = 40 + (writtenOut() ? 20 : 0) + (prefix ? 20 : 0) + (keyed ? Score.FOR_KEY : 0);
    int evidence = Score.SHAPE | (prefix ? Score.PREFIX : 0) | (keyed ? Score.KEY : 0);
    return report(s, start, end, points, evidence) ? end : -1;
  }

  private int packed(Scan s) {
    byte[] b = s.bytes();
    int end = s.from();
    while (end < s.to() && Bytes.digit(b[end])) {
      end++;
    }
    int length = end - s.from();
    if (!s.isLiteral() || length < 8 || length > 10) {
      return -1;
    }
    long packed = Long.parseLong(new String(b, s.from(), length, StandardCharsets.US_ASCII));
    for (int part = 0; part < 4; part++) {
      address[part] = (byte) (packed >> (24 - 8 * part));
    }
    isV4 = true;
    if (packed >> 32 == 0 && !(s.allowsNobody() && belongsToNobody())) {
      report(s, s.from(), s.to(), Score.FOR_KEY + 20, Score.KEY);
    }
    return end;
  }

  private boolean report(Scan s, int start, int end, int points, int evidence) {
    return s.report(Category.IP_ADDRESS, start, end, points, evidence, canonical());
  }

  /// Offset after the IPv4 address of a host at `at`, or -1.
  int host(byte[] b, int at, int to, boolean allowsNobody) {
    int end = v4(b, at, to);
    return end > 0 && allowsNobody && belongsToNobody() ? -1 : end;
  }

  /// Offset after the IPv4 address at `at`, or -1.
  private int v4(byte[] b, int at, int to) {
    int end = parseV4(b, at, to, address, 0);
    isV4 = true;
    if (end < 0 || !endsHere(b, end, to)) {
      return -1;
    }
    // A fifth part makes it a version or an object identifier.
    return end + 1 < to && b[end] == '.' && Bytes.digit(b[end + 1]) ? -1 : end;
  }

  /// Offset after the IPv6 address at `at`, without a zone, or -1.
  private int v6(byte[] b, int at, int to) {
    int count = 0;
    int gap = -1;
    boolean port = false;
    int i = at;
    if (i + 1 < to && b[i] == ':' && b[i + 1] == ':') {
      gap = 0;
      i += 2;
    }
    while (count < 8) {
      int start = i;
      int value = 0;
      while (i < to && i - start < 5 && Bytes.hex(b[i]) >= 0) {
        value = value << 4 | Bytes.hex(b[i++]);
      }
      if (i == start) {
        break;
      }
      if (i - start > 4) {
        port = gap >= 0 && count > gap && isPort(b, start, to);
        i = start - 1;
        break;
      }
      int tail = count <= 6 && i < to && b[i] == '.' ? parseV4(b, start, to, address, 0) : -1;
      if (tail > 0) {
        hextets[count++] = (address[0] & 0xFF) << 8 | (address[1] & 0xFF);
        hextets[count++] = (address[2] & 0xFF) << 8 | (address[3] & 0xFF);
        i = tail;
        break;
      }
      hextets[count++] = value;
      if (i + 1 < to && b[i] == ':' && b[i + 1] == ':') {
        if (gap >= 0) {
          return -1;
        }
        gap = count;
        i += 2;
      } else if (i + 1 < to && b[i] == ':' && Bytes.hex(b[i + 1]) >= 0) {
        i++;
      } else {
        break;
      }
    }
    boolean whole = gap >= 0 ? count < 8 : count == 8;
    boolean ends = port || (endsHere(b, i, to) && !goesOn(b, i, to));
    if (!whole || i <= at + 1 || !ends) {
      return -1;
    }
    groups = count;
    isV4 = false;
    spread(count, gap);
    return i;
  }

  /// Whether the five digits at `at` are a port, as listings of connections put it behind an
  /// address without brackets.
  private static boolean isPort(byte[] b, int at, int to) {
    int port = 0;
    int i = at;
    while (i < to && i - at < 6 && Bytes.digit(b[i])) {
      port = port * 10 + b[i++] - '0';
    }
    return i - at == 5 && port <= 0xFFFF && endsHere(b, i, to) && !(i < to && b[i] == ':');
  }

  private void spread(int count, int gap) {
    int moved = gap < 0 ? 0 : 8 - count;
    for (int k = 0; k < 8; k++) {
      int from = gap < 0 || k < gap ? k : k < gap + moved ? -1 : k - moved;
      int value = from < 0 ? 0 : hextets[from];
      address[2 * k] = (byte) (value >> 8);
      address[2 * k + 1] = (byte) value;
    }
  }

  private static boolean goesOn(byte[] b, int i, int to) {
    return i + 1 < to && b[i] == ':' && (Bytes.hex(b[i + 1]) >= 0 || b[i + 1] == ':');
  }

  private static boolean endsHere(byte[] b, int i, int to) {
    return i >= to || !(Bytes.alphanumeric(b[i]) || b[i] == '_');
  }

  private static int parseV4(byte[] b, int at, int to, byte[] address, int offset) {
    int i = at;
    for (int part = 0; part < 4; part++) {
      if (part > 0) {
        if (i >= to || b[i] != '.') {
          return -1;
        }
        i++;
      }
      int start = i;
      int value = 0;
      while (i < to && i - start < 4 && Bytes.digit(b[i])) {
        value = value * 10 + b[i++] - '0';
      }
      if (i == start || value > 255 || i - start > 3 || (b[start] == '0' && i - start > 1)) {
        return -1;
      }
      address[offset + part] = (byte) value;
    }
    return i;
  }

  /// Whether the last IPv6 address starts as addresses that hosts have start: global unicast,
  /// unique local, link local, or IPv4 mapped.
  private boolean hasHostPrefix() {
    int first = address[0] & 0xFF;
    return first >> 5 == 1
        || (first & 0xFE) == 0xFC
        || (first == 0xFE && (address[1] & 0xC0) == 0x80)
        || mapped();
  }

  /// Whether all eight groups of the last IPv6 address were written out, and not as a ratio of
  /// small numbers is.
  private boolean writtenOut() {
    boolean large = false;
    for (int k = 0; k < 8; k++) {
      large |= hextets[k] > 0x99;
    }
    return groups == 8 && large;
  }

  private boolean mapped() {
    for (int k = 0; k < 10; k++) {
      if (address[k] != 0) {
        return false;
      }
    }
    return address[10] == -1 && address[11] == -1;
  }

  /// Whether the last address belongs to no one host: this network and loopback (RFC 1122),
  /// documentation (RFC 5737, RFC 3849, RFC 9637), multicast, broadcast, netmasks, and the names of
  /// whole blocks such as `fe80::`.
  private boolean belongsToNobody() {
    if (isV4) {
      return v4BelongsToNobody(0);
    }
    if (mapped()) {
      return v4BelongsToNobody(12);
    }
    int first = (address[0] & 0xFF) << 8 | (address[1] & 0xFF);
    int second = (address[2] & 0xFF) << 8 | (address[3] & 0xFF);
    if (first == 0 && zeros(2, 15)) {
      return (address[15] & 0xFF) <= 1;
    }
    boolean block = first == 0xFE80 || first == 0xFC00 || first == 0xFD00 || first == 0x2000;
    return (block && zeros(2, 16))
        || (first == 0x2001 && second == 0xDB8)
        || (first == 0x3FFF && second < 0x1000)
        || first >> 8 == 0xFF;
  }

  private boolean zeros(int from, int to) {
    for (int k = from; k < to; k++) {
      if (address[k] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean v4BelongsToNobody(int at) {
    int a = address[at] & 0xFF;
    int b = address[at + 1] & 0xFF;
    int c = address[at + 2] & 0xFF;
    return a == 0
        || a == 127
        || a >= 224
        || (a == 192 && b == 0 && c == 2)
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113);
  }

  /// The one spelling of the last address: dotted for IPv4, mapped or not, else 32 hex digits.
  private Text canonical() {
    if (isV4 || mapped()) {
      int at = isV4 ? 0 : 12;
      return Text.of(
          (address[at] & 0xFF)
              + "."
              + (address[at + 1] & 0xFF)
              + "."
              + (address[at + 2] & 0xFF)
              + "."
              + (address[at + 3] & 0xFF));
    }
    return Text.of(HexFormat.of().formatHex(address).getBytes(StandardCharsets.US_ASCII));
  }
}
