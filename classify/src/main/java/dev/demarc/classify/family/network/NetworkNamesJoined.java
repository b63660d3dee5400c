package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks that a verb or the word SSID has before it: `keeps joining X`, 自动连到X,
/// `broadcasts X`. Only a word that no language has, where the line speaks of Wi-Fi.
public final class NetworkNamesJoined implements Family {
  private static final int FAR = 64;
  private static final int WORDS = 6;

  /// What a text about Wi-Fi says.
  static final Words WIFI =
      Words.of(
          "wifi|wi-fi|wlan|wireless|ssid|hotspot|router|access point|rogue ap|2.4 g|5 ghz|dbm|same"
              + " channel|wpa|bezprzewod|inalámbric|sans fil|drahtlos|无线|热点|路由|信号");

  private static final Words SKIPPED =
      Words.of(
          "to |from |through |via |on |off |plus |z |the |my |our |a |as |with |mit |dem |der |au"
              + " |à |le |la |al |il |el |z |ze |do |się |réseau |red |rete |network |netzwerk"
              + " |netz |siecią |sieci |name |was |is |of |sie |sich |automatisch |immer |wieder"
              + " |always |automatycznie |ciągle |zawsze |了|到|上|不上|名为|叫");

  private static final int REACH = 48;

  /// What one does with networks of Wi-Fi only.
  private static final Words FORGOT =
      Words.of("forgot network|forgot the network|forget network|forget the network");

  /// What joins networks, and whose it is.
  private static final Words DEVICES =
      Words.of(
          "phone|laptop|tablet|kindle|printer|ipad|macbook|i'm|i am|handy|drucker|fernseher|"
              + "telefon|drukark|komputer|téléphone|portable|imprimante|ordinateur|móvil|portátil|"
              + "impresora|cellulare|router|手机|电脑|笔记本|平板");

  private static final Words SPEEDS =
      Words.of("mbit|mbps|mb/s|no internet|same channel|signal|walks past");
  private static final Words SERVERS =
      Words.of(
          "vpn|server|database|cluster|host|ssh|rdp|port|api|docker|vlan|usb|bluetooth|domain|team|printer-|call|meeting|channel"
              + " #|slack|teams|zoom|bank|account|board|project|sprint|jira");

  private final Extent extent = new Extent();
  private static final Words OF =
      Words.of(" of | for | in | des | der | von | de | del | du | di | routera ");
  private static final Words COPULA =
      Words.of(" is | was | lautet | ist | heißt | est | es | è | to ");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(
        this::joined,
        "connect to",
        "connects to",
        "connected to",
        "connecting to",
        "reconnect",
        "join",
        "joins",
        "joined",
        "re-joined",
        "rejoined",
        "joining",
        "roamed",
        "broadcast",
        "broadcasts",
        "broadcasting",
        "verbunden mit",
        "verbinde",
        "verbindet",
        "connecté",
        "connecter",
        "conecta",
        "conectar",
        "conectado",
        "connesso",
        "połącz",
        "łączy",
        "连接",
        "连到",
        "连上",
        "连不上",
        "加入",
        "切换到",
        "搜到",
        "搜不到");
    triggers.words(
        this::joined,
        "disconnected from",
        "disconnects from",
        "disconnect from",
        "dropping off",
        "drops off",
        "dropped off",
        "drop off",
        "kicked off",
        "switched from",
        "switched to",
        "switch to",
        "tethered");
    triggers.words(this::joined, "getrennt von", "déconnecté de", "desconecta de", "断开");
    triggers.words(this::seen, "see", "sees", "find", "finds", "lost", "loses", "remembers");
    triggers.words(this::seen, "am on", "is on", "are on", "all on", "nicht ins");
    triggers.words(this::seen, "sehe", "sieht", "findet", "verliert", "voit", "perd");
    triggers.words(this::seen, "veo", "ve", "pierde", "vede", "perde", "widzi", "widzę", "gubi");
    triggers.words(this::seen, "nadaje", "emite", "sendet", "看到", "看不到", "找不到");
    triggers.words(NetworkNamesJoined::ssid, "ssid", "essid");
  }

  private void joined(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    while (Bytes.letter(b[to - 1]) && i < s.to() && Bytes.letter(b[i])) {
      i++;
    }
    i = Bytes.skipBlanks(b, i, s.to());
    for (int k = 0; k < WORDS; k++) {
      int skipped = SKIPPED.endAt(b, i, s.to());
      i = skipped > 0 ? skipped : i;
    }
    int end = NetworkNameShape.wordEnd(b, i, s.to());
    boolean word = end > i && b[i] >= 0 && (end == s.to() || b[end] != '=');
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), end + FAR);
    if (word && NetworkNameShape.isMarked(b, i, end)) {
      boolean strange = NetworkNameShape.isStrange(b, i, end);
      boolean told = strange && WIFI.standIn(b, near, far);
      boolean shaped =
          Bytes.capital(b[i]) && hasSmall(b, i, end) && Bytes.find(b, i, end, '-') < end;
      told |= shaped && WIFI.standIn(b, near, far) && Nearby.lastWord(SERVERS, b, near, far) < 0;
      told |=
          (strange || Bytes.capital(b[i])) && isSpelled(b, i, end) && isOfDevice(b, near, i, far);
      if (told) {
        NetworkNamesInProse.report(s, i, end);
      }
    } else if (word && NetworkNameShape.isOfRole(b, i, end)) {
      boolean wifi = WIFI.standIn(b, near, from) || FORGOT.standIn(b, near, from);
      if (wifi && Nearby.lastWord(SERVERS, b, near, i) < 0) {
        NetworkNamesInProse.report(s, i, end);
      }
    } else if (extent.quotedAt(b, i, s.to()) && extent.end() - extent.start() >= 3) {
      boolean apart =
          WIFI.standIn(b, near, i)
              || WIFI.standIn(b, extent.end(), Math.min(s.to(), extent.end() + FAR));
      boolean others = NetworkNamesInProse.speaksOfOthers(b, near, i);
      if (apart && !others && Nearby.lastWord(SERVERS, b, near, i) < 0) {
        NetworkNamesInProse.report(s, extent.start(), extent.end());
      }
    }
  }

  /// Whether something that has Wi-Fi joins it, or how fast it is stands beside it, and nothing
  /// speaks of other machines.
  private static boolean isOfDevice(byte[] b, int from, int at, int to) {
    boolean device = Nearby.lastBegun(DEVICES, b, from, at) >= 0 || SPEEDS.standIn(b, at, to);
    return device && Nearby.lastWord(SERVERS, b, from, to) < 0;
  }

  private static boolean hasSmall(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] >= 'a' && b[i] <= 'z') {
        return true;
      }
    }
    return false;
  }

  /// Whether it is no encoding of something: short, or with a sign inside.
  private static boolean isSpelled(byte[] b, int from, int to) {
    boolean sign = Bytes.find(b, from, to, '_') < to || Bytes.find(b, from, to, '-') < to;
    return sign || to - from < 16;
  }

  /// What somebody's device sees or loses.
  private void seen(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean whole = to < s.to() && (b[to] == ' ' || b[to - 1] < 0);
    int near = Math.max(s.from(), from - FAR);
    if (whole && Nearby.lastBegun(DEVICES, b, near, from) >= 0) {
      joined(s, from, to);
    }
  }

  /// `the SSID X`.
  private static void ssid(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    if (i >= s.to() || b[i] != ' ') {
      return;
    }
    if (OF.endAt(b, i, s.to()) > 0) {
      of(s, i);
      return;
    }
    i = Bytes.skipBlanks(b, i, s.to());
    int end = NetworkNameShape.wordEnd(b, i, s.to());
    if (i == to + 1 && end > i && NetworkNameShape.isMarked(b, i, end)) {
      NetworkNamesInProse.report(s, i, end);
    }
  }

  /// `the SSID of the upstairs router is X`.
  private static void of(Scan s, int at) {
    byte[] b = s.bytes();
    int limit = Math.min(s.to(), at + REACH);
    int i = at;
    while (i < limit && (b[i] == ' ' || b[i] == '-' || b[i] < 0 || Bytes.alphanumeric(b[i]))) {
      if (b[i] == ' ' && COPULA.endAt(b, i, s.to()) > 0) {
        int start = COPULA.endAt(b, i, s.to());
        int end = NetworkNameShape.nameEnd(b, start, s.to());
        if (end > start && isNamed(b, start, end)) {
          NetworkNamesInProse.report(s, start, end);
        }
        return;
      }
      i++;
    }
  }

  /// Whether it is no word of a language: it has a capital inside, a digit or an underscore.
  private static boolean isNamed(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean capital = i > from && b[i] >= 'A' && b[i] <= 'Z' && b[i - 1] != ' ';
      if (capital || Bytes.digit(b[i]) || b[i] == '_') {
        return true;
      }
    }
    return false;
  }
}
