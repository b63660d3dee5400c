package dev.demarc.classify;

import dev.demarc.classify.NumberChain.Edge;

/// Tells versions, sections of documents and object identifiers from IPv4 addresses, since all are
/// written as four numbers with dots.
///
/// What touches the number decides, and a word directly before it. A word farther off decides only
/// where all four numbers are as small as those of versions, and not in the block 10.0.0.0/8 that
/// networks number their hosts from (RFC 1918).
final class Versions {
  private static final int LARGEST_PART = 63;
  private static final int LARGEST_OF_MOST = 20;
  private static final Words DIRECTLY =
      new Words(
          "version",
          "versions",
          "ver.",
          "§",
          "section",
          "sections",
          "sec.",
          "clause",
          "chapter",
          "paragraph",
          "para.",
          "appendix",
          "annex",
          "subsection",
          "article",
          "table",
          "figure",
          "item",
          "rule",
          "oid",
          "release",
          "build",
          "driver",
          "firmware",
          "jdbc",
          "sdk",
          "windows",
          "android",
          "macos",
          "版本",
          "固件",
          "第",
          "章节",
          "升级到",
          "升级至",
          "更新到",
          "更新至");
  private static final Words OF_VERSIONS =
      new Words(
          "version",
          "versions",
          "section",
          "sections",
          "clause",
          "rfc",
          "oid",
          "release",
          "releases",
          "released",
          "upgrade",
          "upgraded",
          "downgrade",
          "bump",
          "bumped",
          "firmware",
          "driver",
          "patch",
          "jdbc",
          "sdk",
          "library",
          "changelog",
          "update to",
          "updated to",
          "版本",
          "固件",
          "升级",
          "更新");
  private static final Words OF_HOSTS =
      new Words(
          "ip", "ips", "host", "hosts", "addr", "address", "server", "servers", "client", "ping",
          "ssh", "port", "subnet", "route", "gateway", "dns", "proxy", "listen", "listening",
          "connect", "connected", "http", "https", "network", "inet", "vpn", "login", "peer",
          "remote", "src", "dst", "request", "requests", "地址", "服务器", "登录", "来自", "访问", "主机");
  private static final Words PARTS_OF_TEXTS = new Words("节", "章", "条", "款", "版");

  private Versions() {}

  /// Whether the four `parts` at [start, end) number something else than a host.
  static boolean isOne(Scan s, int start, int end, byte[] parts) {
    return isGlued(s, start, end)
        || PARTS_OF_TEXTS.endAt(s.bytes(), end, s.to()) > 0
        || isArc(parts)
        || follows(s, start)
        || (isTiny(parts) && !isOfHost(s, start, end))
        || (isSmall(parts) && parts[0] != 10 && (isSpokenOf(s, start) || isHeading(s, start, end)));
  }

  /// `app-1.2.3.4`, `Chrome/120.0.0.0`, `1.2.3.4-rc1`, `1.2.3.4-1ubuntu2`. `host/10.1.2.3:8020` is
  /// an address.
  private static boolean isGlued(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean glued =
        NumberChain.edgeBefore(b, s.from(), start) != Edge.FREE && !endsRange(b, s.from(), start);
    boolean afterName = start - 1 > s.from() && b[start - 1] == '/' && Bytes.letter(b[start - 2]);
    boolean port = end < s.to() && b[end] == ':';
    return glued || (afterName && !port) || hasSuffix(b, end, s.to());
  }

  /// `10.0.0.1-10.0.0.9` is a range of addresses.
  private static boolean endsRange(byte[] b, int from, int start) {
    int dots = 0;
    int i = start - 1;
    while (i > from && b[start - 1] == '-' && (Bytes.digit(b[i - 1]) || b[i - 1] == '.')) {
      i--;
      dots += b[i] == '.' ? 1 : 0;
    }
    return dots == 3 && (i == from || !Bytes.alphanumeric(b[i - 1]));
  }

  private static boolean hasSuffix(byte[] b, int end, int to) {
    int i = end + 1;
    if (i >= to || (b[end] != '-' && b[end] != '+')) {
      return false;
    }
    while (i < to && Bytes.digit(b[i])) {
      i++;
    }
    return i < to && Bytes.letter(b[i]);
  }

  /// Arcs of object identifiers: of the Internet (RFC 1155), of X.520's attributes and of X.509's
  /// extensions.
  private static boolean isArc(byte[] parts) {
    boolean internet = parts[0] == 1 && parts[1] == 3 && parts[2] == 6 && parts[3] == 1;
    return internet || (parts[0] == 2 && parts[1] == 5 && (parts[2] == 4 || parts[2] == 29));
  }

  /// Whether all four numbers are as small as those of most versions and of few hosts; hosts with
  /// such addresses are well-known ones that repeat a number.
  private static boolean isTiny(byte[] parts) {
    boolean tiny = parts[0] != 10 && parts[0] != parts[1] && parts[2] != parts[3];
    for (int k = 0; k < 4; k++) {
      tiny &= (parts[k] & 0xFF) <= LARGEST_OF_MOST;
    }
    return tiny;
  }

  /// Whether a port, a prefix length, a scheme or a word says that it is a host's.
  private static boolean isOfHost(Scan s, int start, int end) {
    byte[] b = s.bytes();
    boolean more = end + 1 < s.to() && (b[end] == ':' || b[end] == '/') && Bytes.digit(b[end + 1]);
    boolean scheme = start - 2 >= s.from() && b[start - 1] == '/' && b[start - 2] == '/';
    boolean from = start - 5 >= s.from() && Bytes.at(b, start - 5, s.to(), "from ");
    int line = Nearby.lineStart(b, s.from(), start);
    return more || scheme || from || OF_HOSTS.lastWhole(b, line, start) >= 0;
  }

  /// Whether a word that says so stands directly before the number.
  private static boolean follows(Scan s, int start) {
    byte[] b = s.bytes();
    int end = start;
    while (end > s.from() && (b[end - 1] == ' ' || b[end - 1] == '=' || b[end - 1] == ':')) {
      end--;
    }
    int word = DIRECTLY.startOfLast(b, s.from(), end);
    return word >= 0 && (word == s.from() || b[word] < 0 || !Bytes.alphanumeric(b[word - 1]));
  }

  private static boolean isSpokenOf(Scan s, int start) {
    byte[] b = s.bytes();
    int line = Nearby.lineStart(b, s.from(), start);
    int version = OF_VERSIONS.lastWhole(b, line, start);
    return version >= 0 && version > OF_HOSTS.lastWhole(b, line, start);
  }

  /// Whether it begins its line, and a word with a capital follows.
  private static boolean isHeading(Scan s, int start, int end) {
    byte[] b = s.bytes();
    int i = start;
    while (i > s.from() && (b[i - 1] == ' ' || b[i - 1] == '#')) {
      i--;
    }
    boolean first = i == s.from() || b[i - 1] == '\n';
    int word = Bytes.skipBlanks(b, end, s.to());
    return first
        && word > end
        && word + 1 < s.to()
        && b[word] >= 'A'
        && b[word] <= 'Z'
        && b[word + 1] >= 'a';
  }

  private static boolean isSmall(byte[] parts) {
    for (int k = 0; k < 4; k++) {
      if ((parts[k] & 0xFF) > LARGEST_PART) {
        return false;
      }
    }
    return true;
  }
}
