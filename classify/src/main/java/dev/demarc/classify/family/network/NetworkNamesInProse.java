package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks in sentences and in listings that print them without a key: `my wifi is
/// called X`, `connect to the "X" network`, 连接到“X”无线网, and the line above `PHY Mode:`.
public final class NetworkNamesInProse implements Family {
  private static final String CONNECT = " connect ";
  private static final int LONGEST = 32;
  private static final int FAR = 48;
  private static final int POINTS = 70;
  private static final Words NOUNS =
      Words.of(
          "network|hotspot|ssid|name|router|wifi|wi-fi|access point|-netz|-netzwerk|"
              + "-network|-name|-hotspot|netzwerk|netz|sieć|网络|网|名称|名字|名|信号|热点");
  private static final Words CALLED =
      Words.of(
          ", called |, named |,叫|is called |is named |called |named |name is |was called |was named"
              + " |will be called |ssid is |namens |heißt |mit dem namen |se llama |llamada"
              + " |s'appelle |nommé |appelé |si chiama |chiamata |o nazwie |nazywa się"
              + " |叫做|名叫|叫|名为|名称是|名称为|名字是|名是|的名称是|的名字是|的名字叫|名称叫|名字叫|取名|shows up as |showing up as"
              + " |appears as |comes up as |broadcasts as |erscheint als |taucht als |zich noemt"
              + " |heet |genaamd |se nomme |s’appelle |aparece como |apparaît comme |appare come"
              + " |chama-se |se chama |chamada |pokazuje się jako |显示为|显示成");
  private static final Words OF = new Words("的", "这个", "的那个", "那个");
  private static final Words LINKS = new Words("is ", "was ", "是", "就是", "为", ":", ": ");
  private static final Words CONNECTS =
      Words.of(
          "connected to|connect to|connecting to|joined|join|joining|连接到|连接|连上|"
              + "加入|switched to|conect|connec|colleg|verbind|verbunden|łącz|password for|"
              + "passwort|hasło|contraseña");
  private static final Words OTHER_NETWORKS =
      Words.of("docker|vlan|subnet|vpc|virtual|neural|bridge|social|cidr|kubernetes|tab|table");
  private static final Words OF_HOUSES =
      Words.of("guest|home|gäste|heim|gościnn|domow|invité|conference|hotel|office|clinic|café");
  private static final Words PASSWORDS =
      Words.of("password|passwort|hasło|contraseña|mot de passe|密码");
  private static final Words DEVICES =
      Words.of(
          " router| adapter| card| module| chip| dongle| repeater| extender| printer|"
              + " camera| modem| access point| stick| antenna");
  private static final Words ON =
      Words.of("on |on the |to |to the |via |im |am |mit dem |sur le |sur |nel |alla |al |na |op ");
  private static final Words SEEN =
      Words.of(
          "join|connect|see |sees"
              + " |password|signal|range|router|phone|laptop|tablet|firmware|disappear");
  private static final Words WIFI = new Words("wifi", "wi-fi", "wlan", "wireless", "无线", "hotspot");
  private static final Words JOINS =
      Words.of(
          "connect|join|onto| on | to |via|using|use |roam|associat|network|from |连接|"
              + "连上|连到|连了|连的|加入|接入|用|切换|名为|搜到");
  private static final Words CHINESE_JOINS =
      Words.of("连|连不上|不上|连接到|连接了|连接|连上了|连上|连到|连了|加入|接入|切换到|名为|搜到");
  private static final WordSet ORDINARY =
      WordSet.of(
          "the a an my your our their his her its this that free public home guest office open"
              + " hidden new same other local corporate company wireless secure unsecured hotel"
              + " school campus airport private internal wifi wi-fi network 5g 5ghz 2.4ghz 4g lte"
              + " 2.4 802.11 wpa2 wpa3 mesh good bad slow fast weak strong and or is via by for any"
              + " some certain another one what wps wep enterprise personal out upon for off back"
              + " not sie ihr wir es du das dass nicht jetzt also so now when if once into as up it"
              + " auf nur wlan after like because differently something nothing what whatever how"
              + " which who bei nach anders wie was überall von für comme selon différemment como"
              + " según diferente come secondo diversamente jak po inaczej zoals naar anders"
              + " required optional mandatory pflicht pflichtfeld conforme así ainsi così assim tak"
              + " igual gleich pareil uguale hetzelfde identisch la le el lo il un una une ein eine"
              + " het een 隐藏网络 无线网络 网络 热点 访客网络");
  private static final Words VERBS =
      Words.of(
          "connect to|connected to|connecting to|joined|join|joining|on|via|using|to|"
              + "network|the|my|our|use|through|from|off|onto|see|sees|lost");
  private final Extent extent = new Extent();

  // What the words said that were read last: that a name follows, a network, a thing with a model.
  private boolean said;
  private boolean noun;
  private boolean device;

  @Override
  public void declare(Triggers triggers) {
    triggers.words(
        this::around,
        "wifi",
        "wi-fi",
        "wlan",
        "hotspot",
        "wireless",
        "access point",
        "bezprzewodow",
        "inalámbric",
        "sans fil",
        "drahtlos",
        "senza fili",
        "无线网",
        "无线",
        "热点");
    triggers.words(
        this::network, "network", "netzwerk", "réseau", "sieć", "sieci", "siecią", "rete ", "网络");
    triggers.words(NetworkNamesInProse::profiled, "phy mode:");
  }

  private void around(Scan s, int from, int to) {
    byte before = from > s.from() ? s.bytes()[from - 1] : 0;
    boolean compound = before == '-' && extent.quotedAt(s.bytes(), to + 1, s.to());
    boolean part = before != 0 && "_-.".indexOf(before) >= 0 && !compound;
    if (!part && !commanded(s, to) && !after(s, from, inflected(s, to))) {
      before(s, from, false);
    }
  }

  /// Where an adjective ends that is inflected.
  private static int inflected(Scan s, int to) {
    byte[] b = s.bytes();
    boolean stem =
        Bytes.at(b, to - 4, to, "odow")
            || Bytes.at(b, to - 4, to, "tlos")
            || Bytes.at(b, to - 5, to, "mbric");
    int i = to;
    while (i < s.to() && i - to < 5 && (b[i] < 0 || Bytes.letter(b[i]))) {
      i++;
    }
    return stem ? i : to;
  }

  /// `nmcli dev wifi connect X`, `netsh wlan connect name=X`.
  private boolean commanded(Scan s, int to) {
    byte[] b = s.bytes();
    int at = to + CONNECT.length();
    if (!Bytes.at(b, to, s.to(), CONNECT)) {
      return false;
    }
    if (Bytes.at(b, at, s.to(), "name=") || Bytes.at(b, at, s.to(), "ssid=")) {
      at += 5;
    }
    boolean quoted = extent.quotedAt(b, at, s.to());
    int end = quoted ? extent.end() : NetworkNameShape.wordEnd(b, at, s.to());
    return (quoted || NetworkNameShape.isMarked(b, at, end))
        && report(s, quoted ? extent.start() : at, end);
  }

  private void network(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int called = CALLED.endAt(b, Bytes.skipBlanks(b, to, s.to()), s.to());
    int at = called > 0 ? called : to + 1;
    boolean quoted = at < s.to() && b[to] == ' ' && extent.quotedAt(b, at, s.to());
    int start = extent.start();
    int end = extent.end();
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), Math.max(end, to) + FAR);
    boolean wifi =
        quoted
            && (WIFI.standIn(b, near, far)
                || (called > 0 && isHome(s, from, end))
                || ((b[start] >= 'A' && b[start] <= 'Z')
                    && isSeen(b, near, far)
                    && !speaksOfOthers(b, near, far)));
    if ((!wifi || !report(s, start, end)) && !bareAfter(s, from, to)) {
      before(s, from, true);
    }
  }

  /// A network that is called so, or whose name looks like no word, where Wi-Fi is spoken of.
  private static boolean bareAfter(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int named = Bytes.at(b, to, s.to(), " name") ? to + 5 : to;
    int called = CALLED.endAt(b, Bytes.skipBlanks(b, named, s.to()), s.to());
    int link = LINKS.endAt(b, Bytes.skipBlanks(b, named, s.to()), s.to());
    int i = Bytes.skipBlanks(b, called > 0 ? called : link > 0 ? link : named, s.to());
    int end = NetworkNameShape.wordEnd(b, i, s.to());
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), end + FAR);
    boolean home = called > 0 && isHome(s, from, end);
    end = home ? NetworkNameShape.nameEnd(b, i, s.to()) : end;
    boolean marked =
        i > to && (NetworkNameShape.isMarked(b, i, end) || (home && b[i] >= 'A' && b[i] <= 'Z'));
    boolean open = i < s.to() && "\"'`".indexOf(b[i]) < 0;
    boolean wifi =
        marked
            && open
            && (home
                || WIFI.standIn(b, near, far)
                || (NetworkNameShape.isStrange(b, i, end) && isSeen(b, near, far)))
            && !speaksOfOthers(b, near, far);
    return wifi && report(s, i, end);
  }

  /// Whether a network that is called something is one of a house: for guests, or with a password.
  private static boolean isHome(Scan s, int from, int end) {
    byte[] b = s.bytes();
    int near = Math.max(s.from(), from - 16);
    return Nearby.lastBegun(OF_HOUSES, b, near, from) >= 0
        || Nearby.lastBegun(PASSWORDS, b, end, Math.min(s.to(), end + 32)) >= 0;
  }

  static boolean speaksOfOthers(byte[] b, int from, int to) {
    return Nearby.lastWord(OTHER_NETWORKS, b, from, to) >= 0;
  }

  private static boolean isSeen(byte[] b, int from, int to) {
    return Nearby.lastBegun(SEEN, b, from, to) >= 0;
  }

  // What follows the word.

  private boolean after(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = afterNouns(b, to, s.to());
    int renamed = NetworkRenames.end(s, i);
    if (!said && renamed > 0 && NetworkRenames.tell(s, from, i, renamed)) {
      said = true;
      i = renamed;
    }
    int link = said ? -1 : LINKS.endAt(b, Bytes.skipBlanks(b, i, s.to()), s.to());
    int value = Bytes.skipBlanks(b, link > 0 ? link : i, s.to());
    boolean closes = value == to && value < s.to() && "\"'`".indexOf(b[value]) >= 0;
    if (!closes && extent.quotedAt(b, value, s.to())) {
      return report(s, extent.start(), extent.end());
    }
    int end =
        said
            ? NetworkNameShape.nameEnd(b, value, s.to())
            : NetworkNameShape.wordEnd(b, value, s.to());
    said &= isNamed(b, value, end);
    boolean named =
        link > 0
            ? isLinked(b, link, value, end)
            : follows(b, to, value, s.to()) && isJoined(s, from, value, end);
    return (said || named) && report(s, value, end);
  }

  /// Whether a word that stands without a link is one of its own: Chinese has no blanks, so that a
  /// sentence goes on there.
  private static boolean follows(byte[] b, int to, int value, int limit) {
    return value > to && value < limit && (b[value] >= 0 || b[value - 1] == ' ');
  }

  /// Whether what is called so is no word that leads on in the sentence.
  private static boolean isNamed(byte[] b, int from, int to) {
    int first = Bytes.find(b, from, to, ' ');
    if (NetworkNameFiller.isAsked(b, from, to)) {
      return false;
    }
    return first == to || b[from] < 'a' || b[from] > 'z' || !ORDINARY.has(b, from, first);
  }

  /// Where the words end that say what is named, from `at` on, and what they say.
  private int afterNouns(byte[] b, int at, int to) {
    said = false;
    noun = false;
    device = false;
    int i = Bytes.at(b, at, to, "'s ") ? at + 2 : at;
    for (int words = 0; words < 4 && !said; words++) {
      i = b[Math.min(i, to - 1)] == ',' ? i : Bytes.skipBlanks(b, i, to);
      int called = CALLED.endAt(b, i, to);
      int named = NOUNS.endAt(b, i, to);
      said = called > 0;
      if (called < 0 && named < 0) {
        break;
      }
      boolean thing = Bytes.at(b, i, to, "router") || Bytes.at(b, i, to, "access point");
      noun |= named > 0 && !thing;
      device |= named > 0 && thing;
      i = said ? called : named;
    }
    return i;
  }

  /// Whether a word that ends at `link` says that the name follows: a colon any that is marked, a
  /// copula one that nothing else is called.
  private boolean isLinked(byte[] b, int link, int value, int end) {
    boolean labelled = b[link - 1] == ':' || b[link - 1] < 0;
    boolean underscore = !device && Bytes.find(b, value, end, '_') < end;
    return labelled
        ? NetworkNameShape.isMarked(b, value, end)
        : underscore && NetworkNameShape.isStrange(b, value, end);
  }

  /// Whether the word that follows at once is the name of what is joined.
  private boolean isJoined(Scan s, int from, int value, int end) {
    byte[] b = s.bytes();
    boolean strange =
        !device && NetworkNameShape.isStrange(b, value, end) && DEVICES.endAt(b, end, s.to()) < 0;
    boolean connects = s.after(CONNECTS, from);
    boolean told = noun || strange || connects;
    told |= CONNECTS.standIn(b, end, Math.min(s.to(), end + 12));
    if (isOn(s, from) && NetworkNameShape.isOfRole(b, value, end)) {
      return true;
    }
    return (told && NetworkNameShape.isMarked(b, value, end))
        || (noun && connects && NetworkNameShape.hasHump(b, value, end));
  }

  /// Whether somebody is on the Wi-Fi that is spoken of: `they are on wifi canal-pos`.
  private static boolean isOn(Scan s, int from) {
    int on = ON.startOfLast(s.bytes(), s.from(), from);
    return on == s.from() || (on > s.from() && s.bytes()[on - 1] == ' ');
  }

  // What stands before the word.

  private void before(Scan s, int at, boolean quotesOnly) {
    byte[] b = s.bytes();
    int end = at;
    while (end > s.from() && (b[end - 1] == ' ' || b[end - 1] == '-')) {
      end--;
    }
    int of = OF.startOfLast(b, s.from(), end);
    end = of > s.from() ? of : end;
    int mark = closing(b, s.from(), end);
    if (mark > 0) {
      int start = opening(b, Math.max(s.from(), end - FAR), end - mark, mark);
      if (start > 0 && joins(s, start - mark)) {
        report(s, start, end - mark);
      }
    } else if (end > s.from()) {
      bareBefore(s, end, quotesOnly);
    }
  }

  private boolean joins(Scan s, int start) {
    return s.lastBegunBefore(JOINS, start) >= 0;
  }

  private static int closing(byte[] b, int from, int end) {
    if (end - from < 3) {
      return 0;
    }
    byte last = b[end - 1];
    if (last == '"' || last == '\'' || last == '`') {
      return 1;
    }
    boolean curly = b[end - 3] == (byte) 0xE2 && (last == (byte) 0x9D || last == (byte) 0x99);
    boolean corner =
        b[end - 3] == (byte) 0xE3
            && (last == (byte) 0x8D || last == (byte) 0x8F || last == (byte) 0x91);
    return b[end - 2] == (byte) 0x80 && (curly || corner) ? 3 : 0;
  }

  /// Where the text begins in the quotes that close at `end`, or -1.
  private static int opening(byte[] b, int from, int end, int mark) {
    for (int i = end - 1; i >= from && b[i] != '\n'; i--) {
      boolean opens =
          mark == 1
              ? b[i] == b[end]
              : i - 2 >= from
                  && b[i - 2] == b[end]
                  && b[i - 1] == b[end + 1]
                  && b[i] == (byte) (b[end + 2] - 1);
      if (opens) {
        return i + 1;
      }
    }
    return -1;
  }

  /// A word that only a name of a network looks like, after a verb: `connected to Cafe_Guest wifi`.
  private void bareBefore(Scan s, int end, boolean joined) {
    byte[] b = s.bytes();
    int start = end;
    while (start > s.from()
        && end - start < LONGEST
        && b[start - 1] >= 0
        && NetworkNameShape.isOfName(b[start - 1])) {
      start--;
    }
    if (start > s.from() && b[start - 1] < 0) {
      int verb = CHINESE_JOINS.endOfLast(b, Math.max(s.from(), end - FAR), end);
      if (verb > 0 && verb < end && (verb == start || NetworkNameShape.isMarked(b, start, end))) {
        report(s, verb, end);
      }
      return;
    }
    int word = start;
    while (word > s.from() && b[word - 1] == ' ') {
      word--;
    }
    boolean verb = joined ? s.after(CONNECTS, word) : verbBefore(b, s.from(), word);
    if (word < start && verb && NetworkNameShape.isMarked(b, start, end)) {
      report(s, start, end);
    }
  }

  private static boolean verbBefore(byte[] b, int from, int to) {
    int word = VERBS.startOfLast(b, from, to);
    return word == from || (word > from && !Bytes.alphanumeric(b[word - 1]));
  }

  // Listings.

  /// The name stands alone on the line before, with a colon.
  private static void profiled(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int line = from;
    while (line > s.from() && b[line - 1] == ' ') {
      line--;
    }
    if (line - 2 < s.from() || b[line - 1] != '\n' || b[line - 2] != ':') {
      return;
    }
    int end = line - 2;
    int start = end;
    while (start > s.from() && b[start - 1] != '\n') {
      start--;
    }
    report(s, Bytes.skipBlanks(b, start, end), end);
  }

  static boolean report(Scan s, int from, int to) {
    boolean name =
        isName(s.bytes(), from, to)
            && s.reportAsSpelled(Category.WIFI_SSID, from, to, POINTS, Score.CONTEXT | Score.SHAPE);
    if (name) {
      NetworkNamesListed.after(s, to, POINTS);
    }
    return name;
  }

  /// Whether it may be the name of a network, and says more than that there is one.
  static boolean isName(byte[] b, int from, int to) {
    return to > from
        && to - from <= LONGEST
        && !ORDINARY.has(b, from, to)
        && !KeyedValue.saysNothing(b, from, to)
        && !NetworkNameFiller.is(b, from, to);
  }
}
