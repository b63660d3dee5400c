package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Extent.Take;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Who and what uses a network, and how: names that log in to it (RFC 2865 User-Name, RFC 3748
/// identity), names of the devices that lease its addresses, and signal, times and volumes of a
/// Wi-Fi connection.
public final class NetworkUse implements Family {
  private static final int LONGEST = 64;
  private static final int FAR = 400;
  private static final int LONGEST_USE = 32;
  private static final Words LOGIN =
      Words.of(
          "essid|bssid|radius|freeradius|eap|peap|802.1x|dot1x|nas-ip|nas-port|nas_ip|called-station|"
              + "calling-station|auth-type|key_mgmt|wpa|wlan|ssid|acct-|captive|无线|上网认证");
  private static final Words LEASE =
      Words.of(
          "dhcp|lease|hwaddr|hardware ethernet|mac:|mac=|mac\"|mac |mac,|mac;|mac_|macaddr|mac\t|"
              + "mac地|ssid|bssid|essid|wlan|wifi|租约|无线");
  private static final Words WIFI =
      Words.of(
          "ssid|wlan|wifi|wi-fi|bss |sta |connected time|rx bytes|上网|wireless|station"
              + " |802.11|airport|hostapd|station dump|receive rate (mbps)|transmit rate"
              + " (mbps)|无线|热点|rssi");
  private static final Words OTHER_RADIO =
      Words.of("bluetooth|ble|beacon|lte|rsrp|cell|cellular|gsm|lora|zigbee|蓝牙");
  private static final Words DEVICES =
      Words.of(
          "iphone|ipad|macbook|imac|galaxy|pixel|huawei|honor|redmi|xiaomi|oneplus|"
              + "oppo|vivo|desktop-|laptop-|android-|-pc|-mbp|-phone|-laptop|thinkpad|"
              + "surface|kindle|watch|mate|s-air|mi-|的");
  private static final Words MODELS =
      Words.of(
          "iphone|ipad|macbook|imac|galaxy|pixel|huawei|honor|redmi|xiaomi|oneplus|oppo|vivo|desktop-|"
              + "laptop-|android-|thinkpad|surface|kindle|apple-watch|applewatch");
  private static final Words SIGN_IN =
      Words.of("eap|peap|eapol|radius|freeradius|802.1x|dot1x|supplicant|access-re|nas |无线认证");
  private static final Words PROTOCOLS =
      Words.of("802|dot1x|eap|peap|tls|wpa|mschap|wlan|ap-|nas-");
  private static final WordSet NO_NAME =
      WordSet.of(
          "localhost anonymous none null unknown string true false example hostname name user"
              + " username required optional host device n/a * - ? any");
  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.keyed(Field.NETWORK_LOGIN, this::login);
    triggers.keyed(Field.LOGIN, this::login);
    triggers.keyed(Field.DEVICE_NAME, this::device);
    triggers.keyed(Field.HOST, this::device);
    triggers.keyed(Field.PERSON, this::named);
    triggers.keyed(Field.WIFI_USAGE, this::usage);
    triggers.keyed(Field.WIFI, this::usage);
    triggers.words(NetworkUse::signal, "dbm");
    triggers.words(NetworkUse::measured, "rssi ", "signal ", "señal ", "sygnał ", "信号", "信号强度");
    triggers.words(
        NetworkUse::identity,
        "identity",
        "identität",
        "identidad",
        "identité",
        "identità",
        "tożsamoś",
        "user-name",
        "username",
        "login",
        "supplicant",
        "peer",
        "身份",
        "用户名",
        "账号");
    triggers.words(NetworkUse::lease, "dhcpack", "dhcprequest", "dhcpdiscover", "dhcpoffer");
    triggers.words(
        NetworkUse::loggedIn,
        "login ok: [",
        "login incorrect",
        "eap identity '",
        "started identity='");
    triggers.at(':', NetworkUse::leaseFile);
  }

  // Names.

  private int login(Scan s, Field key, int at, Link link) {
    if (!find(s, at, link, Take.WORD)) {
      return -1;
    }
    byte[] b = s.bytes();
    if (linesAreEscaped(b, s.from(), at)) {
      extent.endBefore(b, "\\n");
    }
    boolean of = key == Field.NETWORK_LOGIN || s.nearBegun(LOGIN, extent.start(), FAR);
    return of && isName(b) && link != Link.SENTENCE
        ? reported(s, Category.NETWORK_IDENTITY, KeyedValue.ENOUGH)
        : -1;
  }

  /// Whether the label before `at` follows a line break that is spelled `\n`: then a backslash in
  /// the value is one too, and joins no domain and name.
  private static boolean linesAreEscaped(byte[] b, int from, int at) {
    int i = at - 1;
    while (i >= from
        && at - i < LONGEST
        && (Bytes.alphanumeric(b[i]) || " _-:=".indexOf(b[i]) >= 0)) {
      i--;
    }
    return i >= from && b[i] == '\\' && b[i + 1] == 'n';
  }

  private int device(Scan s, Field key, int at, Link link) {
    if (link == Link.SENTENCE || !find(s, at, link, key == Field.HOST ? Take.WORD : Take.TEXT)) {
      return -1;
    }
    byte[] b = s.bytes();
    int from = extent.start();
    int to = extent.end();
    boolean server = Bytes.find(b, from, to, '.') < to || Bytes.find(b, from, to, ':') < to;
    boolean of =
        key == Field.DEVICE_NAME
            || (!server && (DEVICES.standIn(b, from, to) || s.nearBegun(LEASE, from, FAR)));
    return of && isName(b) ? reported(s, Category.DEVICE_NAME, KeyedValue.ENOUGH) : -1;
  }

  /// A client that is no person: `"client_name": "iPhone-de-Lucie"`.
  private int named(Scan s, Field key, int at, Link link) {
    if (link == Link.SENTENCE || !find(s, at, link, Take.WORD)) {
      return -1;
    }
    byte[] b = s.bytes();
    int from = extent.start();
    int to = extent.end();
    boolean signs = Bytes.find(b, from, to, '-') < to || Bytes.find(b, from, to, '_') < to;
    boolean device = signs && Bytes.find(b, from, to, ' ') == to && MODELS.endAt(b, from, to) > 0;
    return device && isName(b) ? reported(s, Category.DEVICE_NAME, KeyedValue.ENOUGH) : -1;
  }

  private boolean isName(byte[] b) {
    int from = extent.start();
    int to = extent.end();
    boolean filled =
        b[from] != '$' && b[from] != '<' && b[from] != '{' && b[from] != '%' && b[from] != '*';
    return filled && to - from >= 2 && to - from <= LONGEST && !NO_NAME.has(b, from, to);
  }

  private boolean find(Scan s, int at, Link link, Take take) {
    byte[] b = s.bytes();
    return switch (link) {
      case WHOLE -> extent.whole(b, at, s.to());
      case LABEL -> extent.after(b, s.from(), at, s.to(), take, LONGEST);
      case QUOTE -> extent.quotedAt(b, at, s.to());
      case SENTENCE -> extent.word(b, at, s.to(), LONGEST);
    };
  }

  private int reported(Scan s, Category category, int points) {
    boolean taken = s.reportAsSpelled(category, extent.start(), extent.end(), points, Score.KEY);
    return taken ? extent.end() : -1;
  }

  private static boolean near(Scan s, Words words, int at) {
    return s.near(words, at, FAR);
  }

  private static boolean isOtherRadio(Scan s, int at) {
    return s.nearWhole(OTHER_RADIO, at, FAR);
  }

  // Logs.

  /// `DHCPACK on 192.0.2.7 to 3c:… (name) via …`, `DHCPACK(wlan0) 192.0.2.7 3c:… name`.
  private static void lease(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = Bytes.find(b, to, Math.min(s.to(), to + 160), '\n');
    int mac = macEnd(b, to, end);
    if (mac < 0 || mac + 2 >= end || b[mac] != ' ') {
      return;
    }
    boolean bracketed = b[mac + 1] == '(';
    name(s, bracketed ? mac + 2 : mac + 1, end);
  }

  private static void name(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = from;
    while (end < to && (b[end] < 0 || (b[end] > ' ' && "()[];,*".indexOf(b[end]) < 0))) {
      end++;
    }
    boolean via =
        Bytes.at(b, from, to, "via ")
            || Bytes.at(b, from, to, "from ")
            || Bytes.at(b, from, to, "for ");
    if (end - from >= 2 && !via && !NO_NAME.has(b, from, end)) {
      s.reportAsSpelled(
          Category.DEVICE_NAME, from, end, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Offset after the first address of six octets in [from, to), or -1.
  private static int macEnd(byte[] b, int from, int to) {
    for (int i = from; i + 17 <= to; i++) {
      if (b[i + 2] == ':' && b[i + 14] == ':' && b[i + 5] == ':' && Bytes.hex(b[i]) >= 0) {
        return i + 17;
      }
    }
    return -1;
  }

  /// A line of a file of leases: time, address of hardware, address, name.
  private static int leaseFile(Scan s, int at) {
    byte[] b = s.bytes();
    int start = at - 2;
    int time = start - 11;
    boolean line =
        time >= s.from() && b[start - 1] == ' ' && (time == s.from() || b[time - 1] == '\n');
    if (!line || start + 18 >= s.to() || b[start + 14] != ':' || b[start + 17] != ' ') {
      return -1;
    }
    for (int i = time; i < start - 1; i++) {
      if (!Bytes.digit(b[i])) {
        return -1;
      }
    }
    int address = Bytes.find(b, start + 18, s.to(), ' ');
    if (address < s.to() && Bytes.digit(b[start + 18])) {
      name(s, address + 1, s.to());
      int most = Math.min(s.to(), address + 1 + LONGEST);
      int end = Bytes.find(b, address + 1, most, ' ');
      int past = Math.min(end, Bytes.find(b, address + 1, most, '\n'));
      s.reportAsSpelled(
          Category.NETWORK_LEASE, time, past, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
    }
    return -1;
  }

  /// `Login OK: [name/…] (from client …)`, `EAP Identity 'name'`.
  private static void loggedIn(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = b[to - 1] == '[' || b[to - 1] == '\'' ? to : afterBracket(b, to, s.to());
    if (start < 0) {
      return;
    }
    int end = start;
    int most = Math.min(s.to(), start + LONGEST + 1);
    while (end < most && b[end] != '/' && b[end] != ']' && b[end] != '\'' && b[end] != '\n') {
      end++;
    }
    boolean closed = end < most && b[end] != '\n' && end - start >= 2;
    if (closed && !NO_NAME.has(b, start, end)) {
      s.reportAsSpelled(
          Category.NETWORK_IDENTITY, start, end, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Offset after the bracket that opens not far after `at`, or -1.
  private static int afterBracket(byte[] b, int at, int to) {
    int most = Math.min(to, at + 80);
    int bracket = Bytes.find(b, at, most, '[');
    return bracket < most ? bracket + 1 : -1;
  }

  /// A login of a network in a sentence: `the EAP identity DOMAIN\name timed out`. A name alone is
  /// one only where letters and digits mix, or a domain or realm stands with it.
  private static void identity(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int most = Bytes.find(b, to, Math.min(s.to(), to + 2 * FAR), '\n');
    int past = Nearby.lineEnd(b, to, s.to());
    int least = Math.max(s.from(), from - FAR / 4);
    if (SIGN_IN.lastWhole(b, least, most) < 0) {
      return;
    }
    int i = to;
    while (i < past && b[i] != '=' && !(b[i] == '.' && i + 1 < most && b[i + 1] == ' ')) {
      int end = i;
      while (end < most && isOfLogin(b[end])) {
        end++;
      }
      int value = Bytes.trimEnd(b, i, end);
      if (linesAreEscaped(b, s.from(), i)) {
        value = Math.min(value, Bytes.find(b, i, value, '\\'));
      }
      while (value > i && (b[value - 1] == '.' || b[value - 1] == '-')) {
        value--;
      }
      if (isLogin(b, i, value, s.to())) {
        s.reportAsSpelled(
            Category.NETWORK_IDENTITY, i, value, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
        return;
      }
      i = end + 1;
    }
  }

  private static boolean isOfLogin(byte c) {
    return Bytes.alphanumeric(c) || "._-\\/@$".indexOf(c) >= 0;
  }

  private static boolean isLogin(byte[] b, int from, int to, int limit) {
    int letters = 0;
    int digits = 0;
    int realm = 0;
    for (int i = from; i < to; i++) {
      letters += Bytes.letter(b[i]) && i > from ? 1 : 0;
      digits += Bytes.digit(b[i]) ? 1 : 0;
      realm += b[i] == '\\' || b[i] == '@' ? 1 : 0;
    }
    boolean machine = Bytes.at(b, from, to, "host/");
    boolean inside = realm == 1 && b[to - 1] != '@' && b[from] != '\\' && b[from] != '@';
    boolean mixed = letters >= 3 && digits >= 2 && Bytes.letter(b[from]) && to - from >= 6;
    boolean plain = mixed && Bytes.find(b, from, to, '/') == to && !PROTOCOLS.standIn(b, from, to);
    boolean port = to < limit && b[to] == ':';
    return to - from <= LONGEST && to - from >= 4 && (machine || inside || (plain && !port));
  }

  // Use.

  /// `RSSI -74`, where the text speaks of Wi-Fi.
  private static void measured(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = Bytes.skipBlanks(b, to, s.to());
    int end = start + 1;
    while (end < s.to() && Bytes.digit(b[end])) {
      end++;
    }
    boolean level = start < s.to() && b[start] == '-' && end - start >= 3 && end - start <= 4;
    boolean glued = Bytes.at(b, end, s.to(), "dbm");
    boolean unit = !glued && Bytes.at(b, Bytes.skipBlanks(b, end, s.to()), s.to(), "dbm");
    end = glued ? end + 3 : end;
    if (level && !unit && near(s, WIFI, from) && !isOtherRadio(s, from)) {
      s.reportAsSpelled(
          Category.WIFI_USAGE, start, end, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
    }
  }

  private int usage(Scan s, Field key, int at, Link link) {
    if (link == Link.SENTENCE || !find(s, at, link, Take.TEXT)) {
      return -1;
    }
    byte[] b = s.bytes();
    int from = extent.start();
    int to = extent.end();
    boolean negative = b[from] == '-' && from + 1 < to && Bytes.digit(b[from + 1]);
    boolean measured = key == Field.WIFI ? negative : negative || Bytes.digit(b[from]);
    if (!measured || isNone(b, from, to) || to - from > LONGEST_USE || areSeveral(b, from, to)) {
      return -1;
    }
    boolean told = key == Field.WIFI || s.nearWifi(from) || near(s, WIFI, from);
    if (!told || isOtherRadio(s, from)) {
      return -1;
    }
    return reported(s, Category.WIFI_USAGE, KeyedValue.ENOUGH);
  }

  /// Whether it is what Android says without a connection: a speed of -1, or a signal of -127.
  private static boolean isNone(byte[] b, int from, int to) {
    int end = from + 1;
    while (end < to && Bytes.digit(b[end])) {
      end++;
    }
    return (Bytes.at(b, from, end, "-1") && end == from + 2) || Bytes.at(b, from, end, "-127");
  }

  /// Whether a blank and a slash divide what stands there.
  private static boolean areSeveral(byte[] b, int from, int to) {
    int slash = Bytes.find(b, from, to, '/');
    return slash > from && slash < to && b[slash - 1] == ' ';
  }

  /// `-51 dBm`, where the text speaks of Wi-Fi.
  private static void signal(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int end = from;
    while (end > s.from() && b[end - 1] == ' ') {
      end--;
    }
    int start = end;
    while (start > s.from() && (Bytes.digit(b[start - 1]) || b[start - 1] == '.')) {
      start--;
    }
    boolean negative = start < end && start > s.from() && b[start - 1] == '-';
    if (negative && near(s, WIFI, start) && !isOtherRadio(s, start)) {
      s.reportAsSpelled(
          Category.WIFI_USAGE, start - 1, to, KeyedValue.ENOUGH, Score.SHAPE | Score.CONTEXT);
    }
  }
}
