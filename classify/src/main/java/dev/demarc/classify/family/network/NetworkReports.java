package dev.demarc.classify.family.network;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Lines that report on a connection: the network's name, then its signal, times and volumes, with
/// commas between them: `network Foxglove5, signal -72 dBm, associated 3 h 12 min, 1.8 GB down`.
public final class NetworkReports implements Family {
  private static final int LINE = 96;
  private static final int MOST_ITEMS = 6;
  private static final int ITEM = 40;
  private static final Words NETWORKS =
      Words.of("network |netz |netzwerk |réseau |red |rete |rede |sieć |sieci |netwerk |网络");
  private static final Words UNITS =
      Words.of("min|h |s |sek|sec|ms|gb|mb|kb|gib|mib|go|mo|mbit|mbps|packets|bytes|%|分|小时|秒");
  private static final Words OTHERS =
      Words.of("lte|4g|5g nr|rsrp|gsm|umts|lora|zigbee|bluetooth|mobile");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(NetworkReports::signal, "dbm");
  }

  private static void signal(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int level = levelStart(b, s.from(), from);
    if (level < 0) {
      return;
    }
    int least = Nearby.lineStart(b, s.from(), level, LINE);
    int noun = Nearby.lastBegun(NETWORKS, b, least, level);
    int start = noun < 0 ? -1 : NETWORKS.endAt(b, noun, level);
    int end = start < 0 ? -1 : NetworkNameShape.nameEnd(b, start, level);
    boolean comma = end > start && end < level && b[end] == ',';
    boolean named = comma && NetworkNamesAnnounced.mayBegin(b, start);
    if (!named || OTHERS.lastWhole(b, least, level) >= 0) {
      return;
    }
    int items = itemsEnd(b, to, s.to());
    if (items > to
        && NetworkNamesOfWords.isOneName(b, start, end)
        && NetworkNamesInProse.report(s, start, end)) {
      s.reportAsSpelled(Category.WIFI_USAGE, level, items, 80, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Where the negative number before the unit at `at` begins, or -1.
  private static int levelStart(byte[] b, int from, int at) {
    int end = at;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    int start = end;
    while (start > from && end - start < 4 && Bytes.digit(b[start - 1])) {
      start--;
    }
    return start < end && start > from && b[start - 1] == '-' ? start - 1 : -1;
  }

  /// Where the last of the items that follow ends, each of which has a time or a volume.
  private static int itemsEnd(byte[] b, int at, int to) {
    int end = at;
    for (int k = 0; k < MOST_ITEMS && Bytes.at(b, end, to, ", "); k++) {
      int item = itemEnd(b, end + 2, Math.min(to, end + 2 + ITEM));
      if (!measures(b, end + 2, item)) {
        break;
      }
      end = item;
    }
    return end;
  }

  private static int itemEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != '\n' && b[i] != ';') {
      boolean stop = (b[i] == ',' || b[i] == '.') && (i + 1 == to || b[i + 1] <= ' ');
      if (stop) {
        return i;
      }
      i++;
    }
    return i;
  }

  /// Whether a digit and then a unit or a time of day stand in the item.
  private static boolean measures(byte[] b, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      boolean digit = Bytes.digit(b[i]) && !Bytes.digit(b[i + 1]);
      boolean time = digit && b[i + 1] == ':';
      int unit = digit ? UNITS.endAt(b, Bytes.skipBlanks(b, i + 1, to), to) : -1;
      if (time || unit > 0) {
        return true;
      }
    }
    return false;
  }
}
