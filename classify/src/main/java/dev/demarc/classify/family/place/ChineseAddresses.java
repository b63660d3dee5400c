package dev.demarc.classify.family.place;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Utf8;
import dev.demarc.classify.text.Words;

/// Finds Chinese postal addresses: a chain of province, city, district, road and house, read back
/// from the house number or room (号, 室, 栋) to where the chain begins, and on over what follows.
public final class ChineseAddresses implements Family {
  private static final int WIDTH = 3;
  private static final int LONGEST = 120;
  private static final Words LEVELS = new Words("省", "自治区", "市", "区", "县", "镇", "乡", "村", "旗", "州");
  private static final Words JAPANESE = new Words("都", "道", "府", "県");
  private static final Words WARDS = new Words("市", "区", "町", "村", "郡", "丁目", "番地");
  private static final Words ROADS =
      new Words(
          "路", "街", "道", "巷", "弄", "胡同", "里", "村", "小区", "花园", "苑", "公寓", "大厦", "广场", "家园", "新村",
          "大院", "社区", "城", "府", "园", "屯", "组");
  private static final Words HOUSES =
      new Words("号楼", "号院", "号", "栋", "幢", "座", "单元", "层", "楼", "室", "房", "户", "弄", "组", "队");
  private static final Words STOPS =
      new Words(
          "地址", "住址", "住在", "位于", "寄到", "送到", "寄往", "居住", "家住", "现住", "户籍", "在", "到", "至", "是", "往",
          "为", "于", "从", "住", "放", "寄", "送", "给", "我", "你", "他", "她", "了", "的", "搬", "请", "去", "和",
          "把");

  /// Names of places that have the characters of [#STOPS] in them.
  private static final Words KEPT =
      new Words(
          "和平", "和田", "和县", "解放", "开放", "于都", "于洪", "从化", "从江", "为民", "永和", "共和", "中和", "人和", "太和",
          "和谐", "和顺");

  private static final Words HOUSE_MARKS = new Words("号", "室", "栋", "幢");

  private static final Words NUMERALS =
      new Words("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百");

  private static final Words DATES = new Words("年", "月");

  @Override
  public void declare(Triggers triggers) {
    triggers.words(ChineseAddresses::house, "号", "室", "栋", "幢");
  }

  /// Whether the value names levels of a place, or a road or building.
  static boolean isPlace(byte[] b, int from, int to) {
    int levels = count(LEVELS, b, from, to);
    int roads = count(ROADS, b, from, to);
    return levels >= 2
        || (JAPANESE.standIn(b, from, to) && count(WARDS, b, from, to) > 0)
        || (levels >= 1 && roads >= 1)
        || (roads >= 1 && count(HOUSES, b, from, to) > 0);
  }

  private static int count(Words words, byte[] b, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int end = words.endAt(b, i, to);
      if (end > 0) {
        count++;
        i = end - 1;
      }
    }
    return count;
  }

  private static void house(Scan s, int at, int after) {
    byte[] b = s.bytes();
    if (at == s.from() || !isNumber(b, s.from(), at)) {
      return;
    }
    int start = chainStart(b, s.from(), at);
    if (start < 0 || precedes(b, start, at)) {
      return;
    }
    int levels = count(LEVELS, b, start, at);
    int roads = count(ROADS, b, start, at);
    int end = chainEnd(b, after, s.to());
    boolean detailed = count(HOUSES, b, at, end) > 1;
    int points = 25 + Math.min(levels, 3) * 15 + (roads > 0 ? 20 : 0) + (detailed ? 5 : 0);
    if (roads + levels > 0 && !isDate(b, start, at)) {
      s.report(Category.POSTAL_ADDRESS, start, end, points, Score.SHAPE | Score.CONTEXT);
    }
  }

  /// Whether a house was reported from an earlier number of this chain already.
  private static boolean precedes(byte[] b, int start, int at) {
    for (int i = start + 1; i < at; i++) {
      if (Bytes.alphanumeric(b[i - 1]) && HOUSE_MARKS.endAt(b, i, at) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(byte[] b, int from, int at) {
    return Bytes.alphanumeric(b[at - 1])
        || (at - WIDTH >= from && NUMERALS.endAt(b, at - WIDTH, at) == at);
  }

  private static boolean isDate(byte[] b, int from, int to) {
    return count(DATES, b, from, to) > 0;
  }

  /// Where the chain of ideographs, letters and digits before `at` begins.
  private static int chainStart(byte[] b, int from, int at) {
    int least = Math.max(from, at - LONGEST);
    int i = at;
    while (i > least) {
      if (Bytes.alphanumeric(b[i - 1]) || b[i - 1] == '-') {
        i--;
        continue;
      }
      if ((b[i - 1] & 0xC0) != 0x80) {
        break;
      }
      int first = Utf8.before(b, i, from);
      int lead = b[first] & 0xFF;
      if (lead < 0xE4 || lead > 0xE9 || (stopsAt(b, from, i) && !isKept(b, from, first, at))) {
        break;
      }
      i = first;
    }
    while (i < at && (Bytes.alphanumeric(b[i]) || b[i] == '-')) {
      i++;
    }
    return at - i >= 2 * WIDTH ? i : -1;
  }

  private static boolean stopsAt(byte[] b, int from, int at) {
    return STOPS.startOfLast(b, Math.max(from, at - 2 * WIDTH), at) >= 0;
  }

  /// Whether the character at `at` belongs to the name of a place.
  private static boolean isKept(byte[] b, int from, int at, int to) {
    return KEPT.endAt(b, at, to) > 0 || (at - WIDTH >= from && KEPT.endAt(b, at - WIDTH, to) > 0);
  }

  /// Reads on over further numbers and names of buildings, floors and rooms.
  private static int chainEnd(byte[] b, int at, int to) {
    int end = at;
    int i = at;
    int limit = Math.min(to, at + 72);
    while (i < limit) {
      int house = HOUSES.endAt(b, i, to);
      if (house > 0 && Bytes.alphanumeric(b[i - 1])) {
        end = house;
        i = house;
      } else if (ROADS.endAt(b, i, to) > 0) {
        i = ROADS.endAt(b, i, to);
        end = i;
      } else if (Bytes.alphanumeric(b[i]) || b[i] == '-') {
        i++;
        boolean last =
            i == to || !(Bytes.alphanumeric(b[i]) || b[i] == '-' || (b[i] & 0xFF) >= 0xE4);
        end = last && Bytes.digit(b[i - 1]) && digits(b, i) <= 5 ? i : end;
      } else if ((b[i] & 0xFF) >= 0xE4 && (b[i] & 0xFF) <= 0xE9 && STOPS.endAt(b, i, to) < 0) {
        i += WIDTH;
      } else {
        break;
      }
    }
    return end;
  }

  private static int digits(byte[] b, int end) {
    int i = end;
    while (i > 0 && Bytes.digit(b[i - 1])) {
      i--;
    }
    return end - i;
  }
}
