package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Names of Wi-Fi networks behind Chinese verbs that join or rename one: 连 Yunqi-Guest 就行，密码…,
/// 想改回原来的“向阳花开”, 列表里只有云上301.
public final class NetworkNamesInChinese implements Family {
  private static final int FAR = 120;
  private static final int BETWEEN = 24;
  private static final int LEAST_ALIKE = 6;

  /// Bytes of a Chinese character.
  private static final int WIDE = 3;

  private static final Words WIFI =
      Words.of("wifi|wi-fi|wlan|ssid|无线|热点|访客网|网络|信号|路由|手机列表|列表里|连不上|上网|搜到|密码");

  /// What speaks of Wi-Fi and not of a network of any kind, nor of going online.
  private static final Words NAMES =
      Words.of("wifi|wi-fi|wlan|ssid|无线|访客网|路由|手机列表|列表里|连不上|搜到|手机热点|个人热点|开热点|热点名|网络名称|手机连");

  private static final Words OTHERS =
      Words.of("密码|口令|加密|模式|信道|频段|频道|蓝牙|vpn|服务器|数据库|主机|ip|地址|端口|姓名|昵称|标题|书名|栏目|文章|题目|片名|歌名|小说");

  /// What makes 连 the end of a city's name.
  private static final Words CITY = Words.of("大");

  /// What follows where 连 says "even".
  private static final Words EVEN = Words.of("都|也|一句|一声|两个字|二字|三个字|四个字|几个字|这");

  private static final Words SKIPPED = Words.of("原来的|以前的|之前的|原先的|原来|以前|之前|了|成|到|上|为|叫| ");

  private static final Words ENDINGS = Words.of("的是|的|着|了");

  /// What leads to a name that somebody sees in a list.
  private static final Words SEEN = Words.of("列表里只有|列表里有|只搜到|搜到的是|只看到|只能看到|只能搜到|搜得到");

  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(this::joined, "连");
    triggers.words(this::renamed, "改回", "换回", "改成", "改为", "恢复成", "恢复为");
  }

  /// 连“云上·大理 401”, 连 Yunqi-Guest.
  private void joined(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int verb = ENDINGS.endAt(b, to, s.to());
    int i = Bytes.skipBlanks(b, verb > 0 ? verb : to, s.to());
    boolean quoted = extent.quotedAt(b, i, s.to());
    if (!quoted && (i >= s.to() || !Bytes.alphanumeric(b[i]))) {
      return;
    }
    int start = quoted ? extent.start() : i;
    int end = quoted ? extent.end() : NetworkNameShape.wordEnd(b, i, s.to());
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), end + FAR);
    Words evidence = quoted ? NAMES : WIFI;
    boolean told = evidence.standIn(b, near, to) || evidence.standIn(b, end, far);
    boolean others = OTHERS.standIn(b, Math.max(s.from(), from - BETWEEN), from);
    boolean marked = quoted ? !isOtherWord(s, from, end) : NetworkNameShape.isMarked(b, start, end);
    if (told && marked && !others && NetworkNamesInProse.report(s, start, end) && quoted) {
      alike(s, start, end, far);
    }
  }

  /// Whether the character at `from` is of a city's name or says "even" of what is quoted up to
  /// `end`.
  private static boolean isOtherWord(Scan s, int from, int end) {
    byte[] b = s.bytes();
    boolean city = CITY.startOfLast(b, s.from(), from) >= 0;
    int quote = end < s.to() && b[end] < 0 ? WIDE : 1;
    int past = Bytes.skipBlanks(b, Math.min(s.to(), end + quote), s.to());
    return city || EVEN.endAt(b, past, s.to()) > 0;
  }

  /// 改回原来的“向阳花开”, where the name of a network is spoken of before and nothing else since.
  private void renamed(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int i = to;
    for (int skipped = to; skipped > 0 && i - to < BETWEEN; ) {
      skipped = SKIPPED.endAt(b, i, s.to());
      i = skipped > 0 ? skipped : i;
    }
    if (!extent.quotedAt(b, i, s.to())) {
      return;
    }
    int near = Math.max(s.from(), from - FAR);
    int wifi = NAMES.lastIn(b, near, from);
    if (wifi >= 0 && OTHERS.lastIn(b, wifi, from) < 0) {
      NetworkNamesInProse.report(s, extent.start(), extent.end());
    }
  }

  /// What begins as the name at [start, end) does and is seen in a list not far behind it: networks
  /// of one house are named alike.
  private static void alike(Scan s, int start, int end, int to) {
    byte[] b = s.bytes();
    int seen = SEEN.endOfFirst(b, end, to);
    int same = 0;
    while (seen > 0
        && seen + same < to
        && start + same < end
        && b[seen + same] == b[start + same]) {
      same++;
    }
    if (same >= LEAST_ALIKE) {
      NetworkNamesInProse.report(s, seen, NetworkNameShape.nameEnd(b, seen, to));
    }
  }
}
