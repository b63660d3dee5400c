package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks somewhere in a sentence that speaks of Wi-Fi: a word that no language
/// has, where a name is used: `devices on IoT-Garage`, `select GuestNet-4F from the list`.
public final class NetworkNamesNearby implements Family {
  private static final int FAR = 64;
  private static final int LONGEST_CODE = 20;
  private static final int MOST_WORDS = 12;
  private static final Words LEADS =
      Words.of(
          "on |on the |to |to the |off |onto |via |using |use |uses |used |can't find |cannot find"
              + " |lists |shows |select |choose |pick |picks up |pick up |forget |tap |mit |im |ins"
              + " |auf |vom |zu |z |ze |do |na |sieć |sieci |only |called |named |heißt |remembers"
              + " |knows |into |red |连|连到|连上|连接|用|是|叫|搜到|家里的");

  /// What is said of networks and of hardly anything else.
  private static final Words CHOOSING =
      Words.of(
          "can't find |cannot find |lists |shows |select |choose |pick |picks up |pick up |forget"
              + " |tap |called |named |heißt |remembers |连|连到|连上|连接|叫|搜到");

  private static final Words OFF =
      Words.of(
          "drops off |dropped off |drop off |kicked off |reconnect to |reconnects to |keeps joining"
              + " |fell off |hops from |hop from |roams from |jumps from |switches from |kicks me"
              + " off |won't join |can't join ");
  private static final Words OTHERS =
      Words.of(
          "vpn|server|database|cluster|ssh|rdp|api|docker|vlan|domain|driver|chipset|firmware "
              + "version|model|adapter|card|usb|jira|ticket|github|repo|branch|commit|release|"
              + "upgrade|zoom|teams|meeting|room|team|版本|型号|驱动");
  private static final String[] PRODUCTS = {
    "macbook",
    "raspberry",
    "tp-link",
    "d-link",
    "lte",
    "nr-",
    "win-",
    "aes",
    "eap",
    "peap",
    "qca",
    "mt7",
    "bcm",
    "ax-",
    "ac-",
    "tl-",
    "rt-",
    "wrt",
    "re-",
    "u6-",
    "uap",
    "ap-",
    "sm-",
    "gt-",
    "galaxy",
    "pixel",
    "surface",
    "thinkpad",
    "usb",
    "pci",
    "rev-",
    "cat-",
    "fritz!box",
    "speedport",
    "psk",
    "tkip",
    "ccmp",
    "sae",
    "wep",
    "dfs",
    "mu-",
    "mimo",
    "http",
    "tcp",
    "udp",
    "e-mail",
    "t-mobile",
    "at&t",
    "archer",
    "nighthawk",
    "deco",
    "gs1",
    "ps5",
    "ps4",
    "x-",
    "auto-",
    "set-",
    "opt-",
    "sign-",
    "plug-",
    "pre-",
    "non-",
    "multi-",
    "log4",
    "sha-",
    "utf-",
    "error",
    "kb5",
    "wps",
    "dsl",
    "adsl",
    "vdsl"
  };

  @Override
  public void declare(Triggers triggers) {
    triggers.words(
        NetworkNamesNearby::around, "wifi", "wi-fi", "wlan", "wireless", "hotspot", "无线");
  }

  private static void around(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean part =
        from > s.from() && (Bytes.alphanumeric(b[from - 1]) || "_-.\"".indexOf(b[from - 1]) >= 0);
    boolean goesOn =
        to < s.to() && ((Bytes.letter(b[to]) && b[to] != 's') || "_-\":=".indexOf(b[to]) >= 0);
    goesOn |= to + 1 < s.to() && b[to] == '.' && Bytes.alphanumeric(b[to + 1]);
    if (part || goesOn) {
      return;
    }
    int least = Math.max(s.from(), from - FAR);
    int most = Math.min(s.to(), to + FAR);
    int line = from;
    while (line > least && b[line - 1] != '\n') {
      line--;
    }
    int past = Bytes.find(b, to, most, '\n');
    if (Nearby.lastBegun(OTHERS, b, line, past) < 0) {
      words(s, line, past);
    }
  }

  private static void words(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = from;
    for (int words = 0; i < to && words < 2 * MOST_WORDS; words++) {
      while (i < to && !starts(b, s.from(), i)) {
        i++;
      }
      int end = NetworkNameShape.wordEnd(b, i, s.to());
      boolean name = end > i && isUsed(b, s.from(), i, end) && isOwn(b, i, end);
      if (name && (end == s.to() || "/\\@=(:".indexOf(b[end]) < 0)) {
        NetworkNamesInProse.report(s, i, end);
      } else if (end > i && i < to && OFF.startOfLast(b, s.from(), i) >= 0) {
        phrase(s, i);
      }
      i = Math.max(i + 1, end);
    }
  }

  private static boolean starts(byte[] b, int from, int at) {
    return Bytes.alphanumeric(b[at]) && (at == from || b[at - 1] == ' ' || b[at - 1] < 0);
  }

  /// Whether a name is used there. Words of letters and hyphens alone are names of people and
  /// places as well, so they need a word that is said of networks.
  private static boolean isUsed(byte[] b, int from, int at, int end) {
    boolean letters = Bytes.find(b, at, end, '_') == end && !Bytes.hasDigit(b, at, end);
    int lead = (letters ? CHOOSING : LEADS).startOfLast(b, from, at);
    return lead >= 0 && (lead == from || b[lead] < 0 || !Bytes.alphanumeric(b[lead - 1]));
  }

  /// Whether it is nobody's but its owner's: marked, with three letters in a row, and neither a
  /// product or standard nor an encoding.
  private static boolean isOwn(byte[] b, int from, int to) {
    if (!NetworkNameShape.isMarked(b, from, to)) {
      return false;
    }
    for (String product : PRODUCTS) {
      if (Bytes.at(b, from, to, product)) {
        return false;
      }
    }
    int run = 0;
    int longest = 0;
    boolean sign = false;
    boolean small = false;
    for (int i = from; i < to; i++) {
      run = Bytes.letter(b[i]) ? run + 1 : 0;
      longest = Math.max(longest, run);
      sign |= b[i] == '-' || b[i] == '_';
      small |= b[i] == '_' || (b[i] >= 'a' && b[i] <= 'z');
    }
    return longest > 3 && sign && small && to - from <= LONGEST_CODE;
  }

  /// `drops off The Burrow`.
  private static void phrase(Scan s, int at) {
    byte[] b = s.bytes();
    int end = NetworkNameShape.nameEnd(b, at, s.to());
    boolean capital = b[at] >= 'A' && b[at] <= 'Z';
    boolean words = Bytes.find(b, at, end, ' ') < end;
    boolean named = words || NetworkNameShape.isMarked(b, at, end);
    if (capital && named && NetworkNamesOfWords.isOneName(b, at, end)) {
      NetworkNamesInProse.report(s, at, end);
    }
  }
}
