package dev.demarc.classify;

/// Names of networks and addresses of access points where a notation of its own holds them: the
/// terse listing of `nmcli`, the text of a Wi-Fi code to scan, and RADIUS Called-Station-Id (RFC
/// 3580 section 3.20).
final class NetworkNotations implements Family {
  private static final int POINTS = 90;
  private static final int ESCAPED = 22;
  private static final int LONGEST = 64;
  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(NetworkNotations::terse, "\\:");
    triggers.words(NetworkNotations::code, "wifi:s:", "wifi:t:", "wifi:h:", "wifi:p:");
    triggers.words(this::called, "called-station-id", "calledstationid", "called_station_id");
  }

  /// `name:9C\:3D\:…:…`, or the address first.
  private static void terse(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = from - 2;
    int end = start + ESCAPED;
    if (start <= s.from() || end > s.to() || b[start - 1] != ':' || !isEscaped(b, start)) {
      return;
    }
    s.report(Category.WIFI_BSSID, start, end, POINTS, Score.SHAPE | Score.CONTEXT);
    int name = start - 1;
    while (name > s.from() && b[name - 1] != '\n' && (b[name - 1] != ':' || b[name - 2] == '\\')) {
      name--;
    }
    boolean flag =
        start - 1 - name <= 1
            || Bytes.at(b, name, start, "yes:")
            || Bytes.at(b, name, start, "no:");
    if (!flag) {
      name(s, name, start - 1);
    } else if (end < s.to() && b[end] == ':') {
      int next = end + 1;
      while (next < s.to() && b[next] != ':' && b[next] != '\n') {
        next += b[next] == '\\' ? 2 : 1;
      }
      name(s, end + 1, Math.min(next, s.to()));
    }
  }

  private static boolean isEscaped(byte[] b, int at) {
    for (int k = 0; k < 6; k++) {
      int octet = at + 4 * k;
      boolean pair = Bytes.hex(b[octet]) >= 0 && Bytes.hex(b[octet + 1]) >= 0;
      if (!pair || (k < 5 && (b[octet + 2] != '\\' || b[octet + 3] != ':'))) {
        return false;
      }
    }
    return true;
  }

  private static void name(Scan s, int from, int to) {
    if (to > from && to - from <= LONGEST && !NetworkNames.saysNothing(s.bytes(), from, to)) {
      s.reportAsSpelled(Category.WIFI_SSID, from, to, POINTS, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// `WIFI:S:name;T:WPA;P:password;;`
  private static void code(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to - 2;
    while (at + 2 < s.to() && b[at + 1] == ':') {
      int end = at + 2;
      while (end < s.to() && b[end] != ';' && b[end] != '\n') {
        end += b[end] == '\\' ? 2 : 1;
      }
      end = Math.min(end, s.to());
      if (b[at] == 'S') {
        name(s, at + 2, end);
      } else if (b[at] == 'P' && !SecretShape.isStandIn(b, at + 2, end)) {
        s.reportAsSpelled(Category.CREDENTIAL_SECRET, at + 2, end, POINTS, Score.SHAPE);
      }
      at = end + 1;
    }
  }

  /// An address and the network's name after a colon.
  private void called(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to;
    while (at < s.to() && at - to < 8 && Bytes.hex(b[at]) < 0) {
      at++;
    }
    int name = at + 18;
    boolean address = name < s.to() && b[at + 2] == b[at + 14] && !Bytes.alphanumeric(b[at + 2]);
    if (address && b[name - 1] == ':') {
      boolean quoted = b[at - 1] == '"';
      int end = quoted ? Bytes.find(b, name, s.to(), '"') : Bytes.find(b, name, s.to(), '\n');
      boolean there = quoted || extent.word(b, name, s.to(), LONGEST);
      name(s, name, quoted || !there ? end : Math.min(end, extent.end()));
    }
  }
}
