package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks that are words of a language, where what stands around leaves nothing
/// else for them to be: `lost the Harbour View Wi-Fi`, `the Wi-Fi network Grandma's House`, `the
/// 2.4 GHz network (Maple Street 14)`, `an SSID called ops-internal`.
public final class NetworkNamesOfWords implements Family {
  private static final int FAR = 64;
  private static final int LONGEST = 32;
  private static final int MOST_WORDS = 4;
  private static final Words ARTICLES =
      Words.of("the |our |my |their |his |her |your |dem |das |im |meinem |unserem |naszej ");
  private static final Words VERBS =
      Words.of(
          "connect to |connects to |connected to |connecting to |reconnect to |join |joins |joined"
              + " |joining |on |onto |lost |lose |loses |losing |see |sees |seeing |find |finds"
              + " |forget |via |using |from |off |use |belongs to |password for |passwort für"
              + " |verbunden |mit ");
  private static final Words JOINING =
      Words.of(
          "connect to |connects to |connected to |connecting to |reconnect to |join |joins |joined"
              + " |joining |lost |lose |loses |losing |forget |off |verbunden |mit ");
  private static final Words LEADING = Words.of("the |our |my |their ");
  private static final Words GOES_ON =
      Words.of(
          " still | says | asks | is | was | keeps | drops | dropped | went | goes | has | does |"
              + " doesn't | won't | stopped | works ");
  private static final Words DEVICES =
      Words.of(
          "telewizor|telefon|laptop|drukark|tablet|smartphone|handy|drucker|fernseher|hasło|passwor"
              + "|pixel|iphone");
  private static final Words WHERE =
      Words.of(
          " on | in | at | of | upstairs | downstairs | im | bei | zu hause| de | del | du | di |"
              + " da | do | thuis| van | w | à la maison| chez | a casa");
  private static final Words CALLED =
      Words.of(
          " is called | is named | named | called | heißt | nazywa się | se llama | s'appelle | si"
              + " chiama | chama-se | se chama | heet ");
  private static final Words JOINS = Words.of(" and | but | because | that | when | if ");
  private static final Words OTHER_THINGS =
      Words.of(
          " setting| adapter| card| module| chip| driver| standard| alliance| certif| protocol|"
              + " technolog| feature| extender| router| antenna| radio| 4| 5| 6| 7| direct|"
              + " calling| protected| icon| menu| page| tab| button| manager| controller| analyzer|"
              + " calls| toggle| option| sensor| camera| speaker| bulb| plug| printer| kit| system|"
              + " spec| workshop| rollout| mode| training| course| team| project| upgrade| survey|"
              + " coverage| password| standard");
  private static final Words NAMED =
      Words.of(
          "called |named |labelled |labeled |namens |o nazwie |llamado |nommé |chiamato |lautet |is"
              + " now |was changed to |was renamed to |changed to |is set to |was set to |set to"
              + " |renamed to |used to be ");
  private static final Words NAME_OF = Words.of("name|nazwa|nombre|nom|nome");
  private static final Words COPULAS =
      Words.of(" is | ist | lautet | heißt | to | es | est | è | is now | ist jetzt ");
  private static final Words RENAMES = Words.of("renam|umbenan|chang|zmieni");
  private static final Words PASSWORDS =
      Words.of("password|passwort|hasło|contraseña|mot de passe|pass:|key:|密码");
  private static final WordSet NO_NAMES =
      WordSet.of(
          "intel qualcomm broadcom mediatek realtek cisco aruba ubiquiti unifi meraki ruckus"
              + " juniper netgear asus linksys eero apple samsung google microsoft windows linux"
              + " android macos ios iphone ipad bluetooth ethernet public free guest enterprise"
              + " personal corporate wpa2 wpa3 wpa wep ieee lan wan vpn iot usb pci ghz mhz 2.4"
              + " 5ghz 2.4ghz vlan ip dhcp dns radius any each both new old local wireless wifi"
              + " wi-fi network the a an in on at if when and or home office school campus hotel"
              + " airport company monday tuesday wednesday thursday friday saturday sunday i"
              + " settings system internet protocol preferences smart thermostat tv camera doorbell"
              + " printer laptop phone tablet speaker zero trust signal strength data mobile"
              + " cellular channel building floor room advanced mesh premium"
              + " group policy");

  private final Extent extent = new Extent();

  // Whether the word that is read is one for networks of any kind.
  private boolean network;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::wifi, "wifi", "wi-fi", "wlan", "hotspot");
    triggers.words(this::network, "network", "netz", "réseau", "sieć", "sieci", "siecią");
    triggers.words(this::ssid, "ssid", "ssids", "essid");
  }

  private void wifi(Scan s, int from, int to) {
    network = false;
    byte[] b = s.bytes();
    int end = to < s.to() && b[to] == 's' ? to + 1 : to;
    if (isWhole(s, from, end) && !bracketed(s, end) && !named(s, from, end)) {
      before(s, from, end, true);
    }
  }

  /// `the name of our WLAN is Kanzlei-Huber`, `the Wi-Fi in the attic is called Loft`.
  private boolean named(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int copula = COPULAS.endAt(b, to, s.to());
    int start = copula > 0 && s.lastBegunBefore(NAME_OF, from) >= 0 ? copula : -1;
    if (start < 0 && WHERE.endAt(b, to, s.to()) > 0) {
      int limit = Math.min(s.to(), to + FAR);
      int i = to;
      while (i < limit && CALLED.endAt(b, i, limit) < 0 && ".,;:\n".indexOf(b[i]) < 0) {
        i++;
      }
      start = i < limit ? CALLED.endAt(b, i, limit) : -1;
    }
    int end = start < 0 ? start : NetworkNameShape.nameEnd(b, start, s.to());
    return end > start && end - start >= 4 && Bytes.capital(b[start]) && report(s, start, end);
  }

  private void network(Scan s, int from, int to) {
    network = true;
    if (isWhole(s, from, to)) {
      one(s, from, to);
    } else if (s.bytes()[Math.min(to, s.to() - 1)] == 's' && isWhole(s, from, to + 1)) {
      quoted(s, to + 1);
    }
  }

  private void one(Scan s, int from, int to) {
    if (!bracketed(s, to) && !joined(s, from, to) && !alone(s, to)) {
      before(s, from, to, false);
    }
    named(s, from, to);
    labelled(s, to);
    marked(s, from, to);
  }

  /// `Network name: Clinic-Reception, WPA3`, `Network: Fjord Cottage / Password: …`.
  private void labelled(Scan s, int to) {
    byte[] b = s.bytes();
    boolean bare = Bytes.at(b, to, s.to(), ": ");
    int name = Bytes.at(b, to, s.to(), " name: ") ? to + 7 : bare ? to + 2 : -1;
    int end = name < 0 ? name : NetworkNameShape.nameEnd(b, name, s.to());
    int far = Math.min(s.to(), end + FAR / 2);
    boolean told =
        end > name
            && Bytes.capital(b[name])
            && (PASSWORDS.standIn(b, end, far) || (!bare && speaksOfWifi(s, end, end)));
    if (told) {
      report(s, name, end);
    }
  }

  /// `the library network, CityLib-Public, asks`, `heißt das Netz BKS-Intern`, `renamed my network
  /// to NotYourWiFi`.
  private void marked(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean renamed = Bytes.at(b, to, s.to(), " to ") && isRenamed(s, from);
    boolean comma = Bytes.at(b, to, s.to(), ", ");
    int start = to + (renamed ? 4 : comma ? 2 : 1);
    int end = start < s.to() ? NetworkNameShape.wordEnd(b, start, s.to()) : start;
    boolean set = !comma || (end < s.to() && b[end] == ',');
    boolean apart = start < s.to() && (renamed || comma || b[to] == ' ');
    boolean strange = NetworkNameShape.isStrange(b, start, end);
    int far = Math.min(s.to(), end + FAR);
    boolean seen = strange && DEVICES.standIn(b, Math.max(s.from(), from - FAR), far);
    boolean named = NetworkNameShape.isMarked(b, start, end) && speaksOfWifi(s, from, end);
    named |= seen;
    named |= renamed && humps(b, start, end) >= 2;
    if (apart && set && named && isOneName(b, start, end)) {
      report(s, start, end);
    }
  }

  private static boolean isWhole(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean begins = from == s.from() || b[from - 1] == ' ' || b[from - 1] == '\n';
    return begins && (to == s.to() || (!Bytes.alphanumeric(b[to]) && b[to] >= 0 && b[to] != '-'));
  }

  /// `two networks, "Bluebell" and "Bluebell-5G"`.
  private void quoted(Scan s, int to) {
    byte[] b = s.bytes();
    boolean listed = Bytes.at(b, to, s.to(), ", ") || Bytes.at(b, to, s.to(), ": ");
    boolean here = extent.quotedAt(b, listed ? to + 2 : to + 1, s.to());
    boolean apart = listed || (to < s.to() && b[to] == ' ');
    if (apart && here && speaksOfWifi(s, to, to)) {
      report(s, extent.start(), extent.end());
    }
  }

  /// Whether the text speaks of Wi-Fi beside the stretch.
  private static boolean speaksOfWifi(Scan s, int from, int to) {
    byte[] b = s.bytes();
    return NetworkNamesJoined.WIFI.standIn(b, Math.max(s.from(), from - FAR), from)
        || NetworkNamesJoined.WIFI.standIn(b, to, Math.min(s.to(), to + FAR));
  }

  private static boolean speaksOfOthers(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int near = Math.max(s.from(), from - FAR);
    return NetworkNamesInProse.speaksOfOthers(b, near, Math.min(s.to(), to + FAR));
  }

  /// `the network (Maple Street 14)`.
  private boolean bracketed(Scan s, int to) {
    byte[] b = s.bytes();
    int from = to + 2;
    if (from >= s.to() || b[to] != ' ' || b[to + 1] != '(') {
      return false;
    }
    int limit = Math.min(s.to(), from + LONGEST + 1);
    int end = Bytes.find(b, from, limit, ')');
    boolean several = NetworkNameShape.nameEnd(b, from, end) == end && Bytes.hasDigit(b, from, end);
    boolean words = several && Bytes.capital(b[from]) && Bytes.find(b, from, end, ' ') < end;
    boolean named = words || NetworkNameShape.isMarked(b, from, end);
    return end < limit
        && named
        && isOneName(b, from, end)
        && speaksOfWifi(s, to, to)
        && report(s, from, end);
  }

  /// `connect to the Wi-Fi network Grandma's House`.
  private boolean joined(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to + 1;
    if (i >= s.to() || b[to] != ' ' || !Bytes.capital(b[i]) || Bytes.capital(b[from])) {
      return false;
    }
    int end = NetworkNameShape.nameEnd(b, i, s.to());
    boolean words = Bytes.find(b, i, end, ' ') < end && isOneName(b, i, end);
    return words
        && s.lastBegunBefore(JOINING, from) >= 0
        && speaksOfWifi(s, to, to)
        && report(s, i, end);
  }

  /// `the neighbours' network PrettyFlyForAWiFi`: three capitals inside, or the word Wi-Fi itself.
  private boolean alone(Scan s, int to) {
    byte[] b = s.bytes();
    int i = to + 1;
    int end = i < s.to() && b[to] == ' ' ? NetworkNameShape.wordEnd(b, i, s.to()) : i;
    boolean tells = end - i >= 7 && Bytes.at(b, end - 4, end, "wifi") && b[i] != '-';
    boolean several = humps(b, i, end) >= 2 && speaksOfWifi(s, to, end);
    return (tells || several) && report(s, i, end);
  }

  /// How many capitals stand behind small letters.
  private static int humps(byte[] b, int from, int to) {
    int humps = 0;
    for (int k = from + 1; k < to; k++) {
      humps += Bytes.capital(b[k]) && b[k - 1] >= 'a' ? 1 : 0;
    }
    return humps;
  }

  /// `lost the Harbour View Wi-Fi`, `The Harbour View Wi-Fi keeps dropping`.
  private void before(Scan s, int from, int to, boolean wifi) {
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
    boolean alone = wifi && article >= 0 && isAlone(b, s.from(), article, start, end);
    boolean told = verbal && (several || alone);
    boolean joined = article >= 0 || JOINS.startOfLast(b, s.from(), start) >= 0;
    told |= several && (begins || joined) && GOES_ON.endAt(b, to, s.to()) > 0;
    boolean named = told && end - start >= 4 && isOneName(b, start, end);
    if (named && (wifi || speaksOfWifi(s, from, to))) {
      report(s, start, end);
    }
  }

  /// Whether one word is a name: a marked one, or what somebody joins or loses.
  private static boolean isAlone(byte[] b, int from, int article, int start, int end) {
    boolean letter = false;
    for (int i = start; i < end; i++) {
      letter |= Bytes.letter(b[i]) || b[i] < 0;
    }
    boolean joins = JOINING.startOfLast(b, from, article) >= 0;
    return letter && (joins || NetworkNameShape.isMarked(b, start, end));
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
      boolean goesOn = i < last && (Bytes.capital(b[i]) || Bytes.digit(b[i]));
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
  static boolean isOneName(byte[] b, int from, int to) {
    for (int i = from; i < to; ) {
      int end = Bytes.find(b, i, to, ' ');
      if (NO_NAMES.has(b, i, end)) {
        return false;
      }
      i = end + 1;
    }
    return true;
  }

  private void ssid(Scan s, int from, int to) {
    network = false;
    int start = divided(s, from, to);
    if (start < 0) {
      called(s, from, to);
    } else if (start < s.to()) {
      int end = NetworkNameShape.wordEnd(s.bytes(), start, s.to());
      if (Bytes.capital(s.bytes()[start]) && NetworkNameShape.isMarked(s.bytes(), start, end)) {
        report(s, start, end);
      }
    }
  }

  /// Where a name begins in `the old SSID, Wilson-Home`, `SSID: Barn-5G and Yard-5G`, `changed the
  /// SSID from Store12-POS`; or -1.
  private static int divided(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (Bytes.at(b, to, s.to(), ", ") || Bytes.at(b, to, s.to(), ": ")) {
      return to + 2;
    }
    boolean changed = Bytes.at(b, to, s.to(), " from ") && isRenamed(s, from);
    return changed ? to + 6 : -1;
  }

  private static boolean isRenamed(Scan s, int word) {
    return s.lastBegunBefore(RENAMES, word) >= 0;
  }

  /// `an SSID called ops-internal`, `renamed the SSID to Maple 5`, `the SSIDs corp-wifi-2 and
  /// corp-wifi-5`.
  private void called(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to >= s.to() || b[to] != ' ') {
      return;
    }
    boolean renamed = Bytes.at(b, to, s.to(), " to ") && isRenamed(s, from);
    int told = renamed ? to + 4 : NAMED.endAt(b, to + 1, s.to());
    int start = told > 0 ? told : to + 1;
    if (start >= s.to()) {
      return;
    }
    if (told > 0 && Bytes.capital(b[start])) {
      int end = NetworkNameShape.nameEnd(b, start, s.to());
      if (isOneName(b, start, end)) {
        report(s, start, end);
      }
      return;
    }
    int end = NetworkNameShape.wordEnd(b, start, s.to());
    boolean sign = Bytes.find(b, start, end, '-') < end || Bytes.find(b, start, end, '_') < end;
    boolean several = b[to - 1] == 's' && NetworkNameShape.isMarked(b, start, end);
    if (sign && end - start >= 5 && (told > 0 || several)) {
      report(s, start, end);
    }
  }

  private boolean report(Scan s, int from, int to) {
    return !(network && speaksOfOthers(s, from, to)) && NetworkNamesInProse.report(s, from, to);
  }
}
