package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Tells whether the words around a word for Wi-Fi say that it gets another name: `renamed the wifi
/// to X`, `mudei o nome do wifi para X`. Who changes a Wi-Fi otherwise changes its band, place or
/// channel more often.
final class NetworkRenames {
  private static final Words RENAMES =
      Words.of(
          "rename|umbenannt|umbenenn|renomb|renomm|rebaut|rebapt|rinomin|renome|przemianow|hernoem|"
              + "改名|名");
  private static final Words CHANGES =
      Words.of(
          "change|chang|switch|geändert|änder|mud|cambi|alter|troqu|zmieni|verander|wijzig|"
              + "modifi|改");
  private static final Words NAMES = Words.of("name|ssid|nom |nome |nombre |nazw|naam|名");
  private static final Words TO =
      Words.of("to |in |as |para |por |en |a |na |naar |nach |vers |改成|改成了|改为|改为了|改名为|" + "变成|变成了");

  private NetworkRenames() {}

  /// Where the word ends that leads to the new name, behind blanks from `at` on; or -1.
  static int end(Scan s, int at) {
    return TO.endAt(s.bytes(), Bytes.skipBlanks(s.bytes(), at, s.to()), s.to());
  }

  /// Whether what stands from `name` on is the new name of the Wi-Fi that is spoken of in [from,
  /// to): where only a change is told, it has to be no word of a language or seller.
  static boolean tell(Scan s, int from, int to, int name) {
    byte[] b = s.bytes();
    int end = NetworkNameShape.wordEnd(b, name, s.to());
    boolean last = RENAMES.endAt(b, end + 1, s.to()) > 0;
    boolean place = name >= 3 && Bytes.at(b, name - 3, name, "in ");
    boolean renamed = last || (!place && s.after(RENAMES, from));
    boolean changed = renamed || s.after(CHANGES, from) || b[name - 1] < 0;
    boolean of = s.lastBegunBefore(NAMES, from) >= 0 || NAMES.standIn(b, from, to);
    boolean opens = name < s.to() && (b[name] < 0 || !(b[name] >= 'a' && b[name] <= 'z'));
    return (renamed && (opens || !of))
        || (changed && of && opens && !place)
        || (changed && !place && NetworkNameShape.isStrange(b, name, end));
  }
}
