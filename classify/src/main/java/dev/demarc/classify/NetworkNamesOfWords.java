package dev.demarc.classify;

/// Names of Wi-Fi networks that are words of a language, where what stands around leaves nothing
/// else for them to be: `lost the Harbour View Wi-Fi`, `the Wi-Fi network Grandma's House`, `the
/// 2.4 GHz network (Maple Street 14)`, `an SSID called ops-internal`.
final class NetworkNamesOfWords implements Family {
  private static final int FAR = 64;
  private static final int LONGEST = 32;
  private static final int MOST_WORDS = 4;
  private static final Words WIFI =
      Words.of(
          "wifi|wi-fi|wlan|wireless|ssid|hotspot|router|access point|2.4 ghz|5 ghz|dbm|same "
              + "channel|wpa|bezprzewod|inalámbric|sans fil|drahtlos|无线|热点|路由|信号");
  private static final Words ARTICLES =
      Words.of("the |our |my |their |his |her |your |dem |das |im |meinem |unserem |naszej ");
  private static final Words VERBS =
      Words.of(
          "connect to |connects to |connected to |connecting to |reconnect to |join |joins |joined "
              + "|joining |on |onto |lost |lose |loses |losing |see |sees |seeing |find |finds "
              + "|forget |via |using |from |off |use |verbunden |mit ");
  private static final Words LEADING = Words.of("The |Our |My |Their |the |our |my |their ");
  private static final Words GOES_ON =
      Words.of(
          " is | was | keeps | drops | dropped | went | goes | has | does | doesn't | won't "
              + "| stopped | works ");
  private static final Words OTHER_THINGS =
      Words.of(
          " setting| adapter| card| module| chip| driver| standard| alliance| certif| protocol|"
              + " technolog| feature| extender| router| antenna| radio| 4| 5| 6| 7| direct| calling|"
              + " protected| icon| menu| page| tab| button| manager| controller| analyzer| calls|"
              + " toggle| option| sensor| camera| speaker| bulb| plug| printer| kit| system| spec");
  private static final Words NAMED =
      Words.of("called |named |labelled |labeled |namens |o nazwie |llamado |nommé |chiamato ");
  private static final WordSet NO_NAMES =
      WordSet.of(
          "intel qualcomm broadcom mediatek realtek cisco aruba ubiquiti unifi meraki ruckus juniper"
              + " netgear asus linksys eero apple samsung google microsoft windows linux android"
              + " macos ios iphone ipad bluetooth ethernet public free guest enterprise personal"
              + " corporate wpa2 wpa3 wpa wep ieee lan wan vpn iot usb pci ghz mhz 2.4 5ghz 2.4ghz"
              + " vlan ip dhcp dns radius any each both new old local wireless wifi wi-fi network the"
              + " a an in on at if when and or home office school campus hotel airport company"
              + " monday tuesday wednesday thursday friday saturday sunday i settings system"
              + " preferences");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::wifi, "wifi", "wi-fi", "wlan");
    triggers.words(this::network, "network", "netz", "réseau", "sieć", "sieci", "siecią");
    triggers.words(NetworkNamesOfWords::ssid, "ssid", "ssids", "essid");
  }

  private void wifi(Scan s, int from, int to) {
    if (isWhole(s, from, to) && !bracketed(s, to)) {
      before(s, from, to, true);
    }
  }

  private void network(Scan s, int from, int to) {
    if (!isWhole(s, from, to) || speaksOfOthers(s, from, to)) {
      return;
    }
    byte[] b = s.bytes();
    if (!bracketed(s, to) && !joined(s, from, to) && !alone(s, to) && speaksOfWifi(s, from, to)) {
      before(s, from, to, false);
    }
    int name = Bytes.at(b, to, s.to(), " name: ") ? to + 7 : -1;
    int end = name < 0 ? name : NetworkNamesInProse.nameEnd(b, name, s.to());
    if (end > name && isCapital(b[name]) && speaksOfWifi(s, end, end)) {
      report(s, name, end);
    }
  }

  private static boolean isWhole(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean begins = from == s.from() || b[from - 1] == ' ' || b[from - 1] == '\n';
    return begins && (to == s.to() || (!Bytes.alphanumeric(b[to]) && b[to] >= 0 && b[to] != '-'));
  }

  /// Whether the text speaks of Wi-Fi beside the stretch.
  private static boolean speaksOfWifi(Scan s, int from, int to) {
    byte[] b = s.bytes();
    return WIFI.standIn(b, Math.max(s.from(), from - FAR), from)
        || WIFI.standIn(b, to, Math.min(s.to(), to + FAR));
  }

  private static boolean speaksOfOthers(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int near = Math.max(s.from(), from - FAR);
    return NetworkNamesInProse.speaksOfOthers(b, near, Math.min(s.to(), to + FAR));
  }

  /// `the network (Maple Street 14)`.
  private static boolean bracketed(Scan s, int to) {
    byte[] b = s.bytes();
    int from = to + 2;
    if (from >= s.to() || b[to] != ' ' || b[to + 1] != '(') {
      return false;
    }
    int limit = Math.min(s.to(), from + LONGEST + 1);
    int end = Bytes.find(b, from, limit, ')');
    boolean several = NetworkNamesInProse.nameEnd(b, from, end) == end && hasDigit(b, from, end);
    boolean words = several && isCapital(b[from]) && Bytes.find(b, from, end, ' ') < end;
    boolean named = words || NetworkNamesInProse.isMarked(b, from, end);
    return end < limit && named && isOneName(b, from, end) && speaksOfWifi(s, to, to)
        && report(s, from, end);
  }

  /// `connect to the Wi-Fi network Grandma's House`.
  private static boolean joined(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to + 1;
    if (i >= s.to() || b[to] != ' ' || !isCapital(b[i]) || isCapital(b[from])) {
      return false;
    }
    int end = NetworkNamesInProse.nameEnd(b, i, s.to());
    boolean words = Bytes.find(b, i, end, ' ') < end && isOneName(b, i, end);
    return words
        && s.lastBegunBefore(VERBS, from) >= 0
        && speaksOfWifi(s, to, to)
        && report(s, i, end);
  }

  /// `the neighbours' network PrettyFlyForAWiFi`: three capitals inside, or the word Wi-Fi itself.
  private static boolean alone(Scan s, int to) {
    byte[] b = s.bytes();
    int i = to + 1;
    int end = i < s.to() && b[to] == ' ' ? NetworkNamesInProse.wordEnd(b, i, s.to()) : i;
    int humps = 0;
    for (int k = i + 1; k < end; k++) {
      humps += isCapital(b[k]) && b[k - 1] >= 'a' ? 1 : 0;
    }
    boolean tells = end - i >= 7 && Bytes.at(b, end - 4, end, "wifi") && b[i] != '-';
    return (tells || (humps >= 2 && speaksOfWifi(s, to, end))) && report(s, i, end);
  }

  /// `lost the Harbour View Wi-Fi`, `The Harbour View Wi-Fi keeps dropping`.
  private static void before(Scan s, int from, int to, boolean wifi) {
    byte[] b = s.bytes();
    boolean first = from - 1 <= s.from() || b[from - 1] != ' ';
    if (first || OTHER_THINGS.endAt(b, to, s.to()) > 0) {
      return;
    }
    int end = from - 1;
    int start = phraseStart(b, s.from(), end);
    int leading = start < end ? LEADING.endAt(b, start, end) : -1;
    boolean begins = leading > 0;
    start = begins ? leading : start;
    boolean several = start < end && Bytes.find(b, start, end, ' ') < end;
    int article = ARTICLES.startOfLast(b, s.from(), start);
    int verb = VERBS.startOfLast(b, s.from(), article >= 0 ? article : start);
    boolean verbal = verb == s.from() || (verb > s.from() && !Bytes.letter(b[verb - 1]));
    boolean told = verbal && (several || (wifi && article >= 0));
    told |= several && (begins || article >= 0) && GOES_ON.endAt(b, to, s.to()) > 0;
    if (told && end - start >= 4 && isOneName(b, start, end)) {
      report(s, start, end);
    }
  }

  /// Where the words begin that have a capital or digit first, up to four before `end`.
  private static int phraseStart(byte[] b, int from, int end) {
    int start = end;
    for (int words = 0; words < MOST_WORDS; words++) {
      int i = start == end ? end : start - 1;
      int last = i;
      while (i > from && last - i < LONGEST && isOfWord(b[i - 1])) {
        i--;
      }
      boolean goesOn = i < last && (isCapital(b[i]) || Bytes.digit(b[i]));
      boolean free = i == from || b[i - 1] == ' ' || b[i - 1] == '\n';
      if (!goesOn || !free) {
        break;
      }
      start = i;
      if (i == from || b[i - 1] != ' ') {
        break;
      }
    }
    return start;
  }

  private static boolean isOfWord(byte c) {
    return c < 0 || Bytes.alphanumeric(c) || "_-'&".indexOf(c) >= 0;
  }

  /// Whether none of its words is one of a maker, a standard or a kind of network.
  private static boolean isOneName(byte[] b, int from, int to) {
    for (int i = from; i < to; ) {
      int end = Bytes.find(b, i, to, ' ');
      if (NO_NAMES.has(b, i, end)) {
        return false;
      }
      i = end + 1;
    }
    return true;
  }

  /// `an SSID called ops-internal`, `the SSIDs corp-wifi and corp-legacy`.
  private static void ssid(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to >= s.to() || b[to] != ' ') {
      return;
    }
    int called = NAMED.endAt(b, to + 1, s.to());
    int start = called > 0 ? called : to + 1;
    int end = NetworkNamesInProse.wordEnd(b, start, s.to());
    boolean sign = Bytes.find(b, start, end, '-') < end || Bytes.find(b, start, end, '_') < end;
    boolean plural = b[to - 1] == 's';
    if (called > 0 && isCapital(b[start])) {
      end = NetworkNamesInProse.nameEnd(b, start, s.to());
      report(s, start, end);
    } else if (sign && end - start >= 5 && (called > 0 || plural)) {
      report(s, start, end);
    }
  }

  private static boolean isCapital(byte c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean hasDigit(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Bytes.digit(b[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean report(Scan s, int from, int to) {
    return NetworkNamesInProse.report(s, from, to);
  }
}
