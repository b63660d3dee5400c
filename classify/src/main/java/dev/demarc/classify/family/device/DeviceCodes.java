package dev.demarc.classify.family.device;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.scan.CodeAfterKey;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.SecretShape;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds what identifies a device by its key only: serial numbers, MEID, advertising ids and
/// Android ids, and an ICCID with letters.
public final class DeviceCodes implements Family {
  private static final int LONGEST_SERIAL = 40;
  private static final Words STATES =
      new Words("device", "unauthorized", "offline", "recovery", "sideload", "fastboot");
  private static final String[] LIST = {"adb devices", "fastboot devices", "devices attached"};
  private static final Words LISTS = new Words(LIST);
  private static final int LONGEST_LINE = 256;

  @Override
  public void declare(Triggers triggers) {
    code(Category.DEVICE_SERIAL, Field.DEVICE_SERIAL, LONGEST_SERIAL, DeviceCodes::serial)
        .declare(
            triggers,
            "serial",
            "serialnumber",
            "serialno",
            "s/n",
            "sn",
            "udid",
            "serial-number",
            "serial_number",
            "service tag",
            "servicetag",
            "geräteseriennummer",
            "序列号",
            "序列號",
            "出厂编号",
            "设备编号",
            "机身号",
            "seriennummer",
            "seriennr",
            "serien-nr",
            "n° de série",
            "nº de serie",
            "n.º de serie",
            "no de série",
            "nr seryjny",
            "nr ser",
            "serienummer",
            "numéro de série",
            "numero de serie",
            "número de serie",
            "número de série",
            "numero di serie",
            "numer seryjny",
            "numeru seryjnego",
            "numerze seryjnym",
            "numerem seryjnym",
            "numero seriale",
            "matricola seriale",
            "matricola (seriale",
            "xuliehao");
    code(Category.ADVERTISING_ID, Field.AD_ID, 64, DeviceCodes::advertising)
        .declare(
            triggers,
            "idfa",
            "idfv",
            "gaid",
            "oaid",
            "vaid",
            "caid",
            "aaid",
            "adid",
            "ifa",
            "advertising",
            "advertiser",
            "advertisingid",
            "werbe-id",
            "werbeid",
            "werbekennung",
            "identifiant publicitaire",
            "id publicitaire",
            "identificador de publicidad",
            "id de publicidad",
            "identificador publicitario",
            "identyfikator reklamowy",
            "id publicitário",
            "ad id",
            "ad_id",
            "广告标识",
            "广告id",
            "广告 id");
    code(Category.ANDROID_ID, Field.ANDROID_ID, 16, DeviceCodes::android)
        .declare(
            triggers,
            "android id",
            "android_id",
            "android-id",
            "androidid",
            "android device id",
            "ssaid",
            "安卓id",
            "安卓 id",
            "安卓设备",
            "安卓标识");
    code(Category.MEID, Field.MEID, 18, DeviceCodes::meid).declare(triggers, "meid");
    code(Category.ICCID, Field.ICCID, 20, DeviceCodes::iccid).declare(triggers, "iccid", "sim");
    triggers.words(
        DeviceCodes::told,
        " is the serial",
        " is my serial",
        " is its serial",
        " (serial",
        " ist die seriennummer",
        " (seriennummer",
        " to numer seryjny",
        " est le numéro de série",
        " es el número de serie",
        " as the serial number",
        " as its serial number",
        " as serial number",
        " als seriennummer",
        " jako numer seryjny",
        "是序列号",
        "(序列号");
    triggers.words(DeviceCodes::attached, LIST);
  }

  private static CodeAfterKey code(Category as, Field key, int longest, CodeAfterKey.Check check) {
    boolean rare = key == Field.ANDROID_ID || key == Field.MEID;
    CodeAfterKey.Sentence sentence =
        rare ? CodeAfterKey.Sentence.WORDS : CodeAfterKey.Sentence.SAYING;
    return new CodeAfterKey(as, key, longest, sentence, check);
  }

  /// Takes the serial numbers of a list that adb prints: each on its line before the state. What
  /// heads the list after a command calls this again.
  private static void attached(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int line = lineAfter(b, to, s.to());
    while (line > 0 && line < s.to()) {
      int end = line;
      while (end < s.to() && (Bytes.alphanumeric(b[end]) || b[end] == '-' || b[end] == '.')) {
        end++;
      }
      int state = Bytes.skipBlanks(b, end, s.to());
      if (end - line < 6 || state == end || STATES.endAt(b, state, s.to()) < 0) {
        return;
      }
      if (serial(b, line, end, true) > 0) {
        s.reportAsSpelled(Category.DEVICE_SERIAL, line, end, 75, Score.SHAPE | Score.CONTEXT);
      }
      line = lineAfter(b, line, s.to());
    }
  }

  /// Where the next line after `at` begins; or -1 where another list is announced before it, or it
  /// is too far.
  private static int lineAfter(byte[] b, int at, int to) {
    int most = Math.min(to, at + LONGEST_LINE);
    int end = Bytes.find(b, at, most, '\n');
    return end < most && !LISTS.standIn(b, at, end) ? end + 1 : -1;
  }

  /// Takes the code directly before the words that call it a serial number.
  private static void told(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int start = from;
    int least = Math.max(s.from(), from - LONGEST_SERIAL);
    while (start > least && (Bytes.alphanumeric(b[start - 1]) || b[start - 1] == '-')) {
      start--;
    }
    boolean whole = start == s.from() || "_@./\\".indexOf(b[start - 1]) < 0;
    boolean letters = !allDigits(b, start, from);
    if (start < from && whole && letters && serial(b, start, from, true) > 0) {
      s.reportAsSpelled(Category.DEVICE_SERIAL, start, from, 70, Score.SHAPE | Score.CONTEXT);
    }
  }

  // Each says how much speaks for a value.

  private static int serial(byte[] b, int from, int to, boolean prose) {
    int digits = 0;
    int lower = 0;
    int upper = 0;
    for (int i = from; i < to; i++) {
      digits += Bytes.digit(b[i]) ? 1 : 0;
      lower += b[i] >= 'a' && b[i] <= 'z' ? 1 : 0;
      upper += b[i] >= 'A' && b[i] <= 'Z' ? 1 : 0;
    }
    int length = digits + lower + upper;
    boolean hash = length >= 32 && upper == 0 && length != 40;
    boolean name = lower > 0 && upper > 0 && 3 * digits < length;
    boolean capitals = digits == 1 && lower == 0 && upper >= 7;
    if (length < 6 || (digits < 2 && !capitals) || hash || name || isDate(b, from, to)) {
      return 0;
    }
    boolean likely = upper > 0 || digits >= 8 || length > 10;
    return !prose ? KeyedValue.ENOUGH : likely ? 70 : 0;
  }

  /// Whether a date stands there, which zones and builds use as serial numbers: 2026112301 or
  /// 2026-11-23.
  private static boolean isDate(byte[] b, int from, int to) {
    int length = to - from;
    boolean century = b[from] == '2' && b[from + 1] == '0';
    boolean dashes = length == 10 && b[from + 4] == '-' && b[from + 7] == '-';
    if (!century || (length != 8 && length != 10) || !(dashes || allDigits(b, from, to))) {
      return false;
    }
    int month = dashes ? from + 5 : from + 4;
    return CheckDigits.date(new byte[] {b[month], b[month + 1], b[to - 2], b[to - 1]}, 0, 0)
        || (length == 10 && CheckDigits.date(b, from, 4));
  }

  private static boolean allDigits(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Bytes.digit(b[i])) {
        return false;
      }
    }
    return true;
  }

  private static int advertising(byte[] b, int from, int to, boolean prose) {
    int length = to - from;
    boolean shaped =
        SecretShape.isUuid(b, from, to)
            || (isHex(b, from, to) && (length == 16 || length == 32 || length == 64));
    return shaped && !isNothing(b, from, to) ? KeyedValue.ENOUGH : 0;
  }

  private static int android(byte[] b, int from, int to, boolean prose) {
    boolean shaped = to - from == 16 && isHex(b, from, to) && !isNothing(b, from, to);
    return shaped ? KeyedValue.ENOUGH : 0;
  }

  private static int meid(byte[] b, int from, int to, boolean prose) {
    int length = to - from;
    boolean hex = length == 14 && isHex(b, from, to);
    boolean decimal = length == 18 && allDigits(b, from, to);
    return (hex || decimal) && !isNothing(b, from, to) ? KeyedValue.ENOUGH : 0;
  }

  /// An ICCID some of whose characters are letters, as carriers in China write them. One of digits
  /// is a number.
  private static int iccid(byte[] b, int from, int to, boolean prose) {
    boolean begins = to - from >= 19 && b[from] == '8' && b[from + 1] == '9';
    int letters = 0;
    for (int i = from; i < to; i++) {
      letters += Bytes.letter(b[i]) ? 1 : 0;
    }
    return begins && letters > 0 && letters <= 8 ? KeyedValue.ENOUGH : 0;
  }

  private static boolean isHex(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Bytes.hex(b[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is zeros only, as a device gives whose owner does not want to be followed.
  private static boolean isNothing(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] != '0' && b[i] != '-') {
        return false;
      }
    }
    return true;
  }
}
