package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;

/// Names of networks and addresses of access points where a notation of its own holds them: the
/// terse listing of `nmcli`, the text of a Wi-Fi code to scan, and RADIUS Called-Station-Id (RFC
/// 3580 section 3.20).
public final class NetworkNotations implements Family {
  private static final int POINTS = 90;
  private static final int ESCAPED = 22;
  private static final int LONGEST = 64;
  private static final int HEAD = 160;

  /// A password of 63 characters (IEEE 802.11i), each of which may be escaped.
  private static final int MOST_ESCAPED = 128;

  private static final int MOST_FIELDS = 6;
  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(NetworkNotations::terse, "\\:");
    triggers.words(NetworkNotations::code, "wifi:s:", "wifi:t:", "wifi:h:", "wifi:p:");
    triggers.words(this::profile, "<wlanprofile", "<ssid>");
    triggers.words(this::activated, "starting connection '", "auto-activating connection '");
    triggers.words(this::brought, "nmcli c up", "nmcli con up", "nmcli connection up");
    triggers.words(NetworkNotations::printed, "iwgetid -r", "iwgetid --raw");
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
    if (isEscape(b, s.from(), start - 2)) {
      return;
    }
    s.report(Category.WIFI_BSSID, start, end, POINTS, Score.SHAPE | Score.CONTEXT);
    int name = start - 1;
    int least = Math.max(s.from(), name - MOST_ESCAPED);
    while (name > least
        && b[name - 1] != '\n'
        && (b[name - 1] != ':' || isEscape(b, least, name - 2))) {
      name--;
    }
    boolean flag =
        start - 1 - name <= 1
            || Bytes.at(b, name, start, "yes:")
            || Bytes.at(b, name, start, "no:");
    if (!flag) {
      name(s, name, start - 1);
    } else if (end < s.to() && b[end] == ':') {
      name(s, end + 1, fieldEnd(b, end + 1, s.to(), ':'));
    }
  }

  /// Whether a backslash stands at `at`, which may be before the text.
  private static boolean isEscape(byte[] b, int from, int at) {
    return at >= from && b[at] == '\\';
  }

  /// Where the sign or line end stands that ends what begins at `from`, or where it is too long for
  /// any name or password. What a backslash escapes ends nothing.
  private static int fieldEnd(byte[] b, int from, int to, char sign) {
    int most = Math.min(to, from + MOST_ESCAPED);
    int i = from;
    while (i < most && b[i] != sign && b[i] != '\n') {
      i += b[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, most);
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
    if (to > from && to - from <= LONGEST && !KeyedValue.saysNothing(s.bytes(), from, to)) {
      s.reportAsSpelled(Category.WIFI_SSID, from, to, POINTS, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// `WIFI:S:name;T:WPA;P:password;;`
  private static void code(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to - 2;
    int most = Math.min(s.to(), to + MOST_FIELDS * MOST_ESCAPED);
    while (at + 2 < most && b[at + 1] == ':') {
      int end = fieldEnd(b, at + 2, s.to(), ';');
      if (end - at - 2 == MOST_ESCAPED) {
        return;
      }
      if (b[at] == 'S') {
        name(s, at + 2, end);
      } else if (b[at] == 'P' && !SecretShape.isStandIn(b, at + 2, end)) {
        s.reportAsSpelled(Category.CREDENTIAL_SECRET, at + 2, end, POINTS, Score.SHAPE);
      }
      at = end + 1;
    }
  }

  /// The element of the name directly inside of a profile of Windows or of its SSID.
  private void profile(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int most = Math.min(s.to(), to + HEAD);
    int opened = b[to - 1] == '>' ? to : Bytes.find(b, to, most, '>') + 1;
    int i = opened;
    while (i < most && b[i] <= ' ' && b[i] >= 0) {
      i++;
    }
    if (i > most || !Bytes.at(b, i, s.to(), "<name>")) {
      return;
    }
    int start = i + 6;
    int end = Bytes.find(b, start, Math.min(s.to(), start + LONGEST), '<');
    if (Bytes.at(b, end, s.to(), "</name>")) {
      name(s, start, end);
    }
  }

  /// What a computer's own program says of a connection that it starts with its radio.
  private void activated(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int line = Nearby.lineStart(b, s.from(), from, HEAD);
    boolean radio = false;
    for (int i = line; i < from && !radio; i++) {
      radio = Bytes.at(b, i, from, "(wl") || Bytes.at(b, i, from, "(wifi");
    }
    if (radio && extent.quotedAt(b, to - 1, s.to())) {
      name(s, extent.start(), extent.end());
    }
  }

  /// The connection that a command brings up, which is called as its network is.
  private void brought(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int id = Bytes.at(b, to, s.to(), " id ") ? to + 4 : to + 1;
    if (id < s.to() && b[to] == ' ' && extent.quotedAt(b, id, s.to())) {
      boolean wired = Bytes.at(b, extent.start(), s.to(), "wired");
      name(s, extent.start(), wired ? extent.start() : extent.end());
    }
  }

  /// What the command prints alone on the line below its prompt.
  private static void printed(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = Bytes.at(b, to, s.to(), "aw") ? to + 2 : to;
    boolean prompt = from - 2 >= s.from() && b[from - 1] == ' ' && "$#%>".indexOf(b[from - 2]) >= 0;
    int line = end + 1;
    if (!prompt || line >= s.to() || b[end] != '\n' || "$#%>".indexOf(b[line]) >= 0) {
      return;
    }
    name(s, line, Bytes.find(b, line, Math.min(s.to(), line + LONGEST + 1), '\n'));
  }

  /// An address and the network's name after a colon.
  private void called(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int at = to;
    while (at < s.to() && at - to < 8 && Bytes.hex(b[at]) < 0) {
      at++;
    }
    int name = at + 18;
    boolean address =
        name < s.to() && at > s.from() && b[at + 2] == b[at + 14] && !Bytes.alphanumeric(b[at + 2]);
    if (address && b[name - 1] == ':') {
      boolean quoted = b[at - 1] == '"';
      int most = Math.min(s.to(), name + LONGEST + 1);
      int end = Bytes.find(b, name, most, quoted ? '"' : '\n');
      boolean there = quoted || extent.word(b, name, s.to(), LONGEST);
      name(s, name, quoted || !there ? end : Math.min(end, extent.end()));
    }
  }
}
