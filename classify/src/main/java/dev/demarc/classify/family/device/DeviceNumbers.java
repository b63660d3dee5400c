package dev.demarc.classify.family.device;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.number.CallingCodes;
import dev.demarc.classify.number.CardIssuers;
import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.number.NumberChain.Edge;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.NumberWords;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds numbers of phones and their cards: IMEI by Luhn and its allocation prefix, ICCID by Luhn
/// and 89 with a country code, IMSI by its key and country code.
public final class DeviceNumbers implements Family {
  private static final int IMEI = 15;
  private static final int IMEISV = 16;
  private static final Words IMEI_WORDS = new Words("imei", "串号", "串號");
  private static final Words IMSI_WORDS = new Words("imsi");
  private static final Words ICCID_WORDS = new Words("iccid", "sim", "esim", "simcard", "simkart");

  /// First two digits of a type allocation code: the bodies that allocate them (GSMA TS.06).
  private static final long BODIES_OF_OLD = bits(10, 30, 33, 44, 45, 49, 50, 51, 52, 53, 54);

  @Override
  public void declare(Triggers triggers) {
    triggers.numbers(14, 16, DeviceNumbers::imei);
    triggers.numbers(14, 15, DeviceNumbers::imsi);
    triggers.numbers(18, 20, DeviceNumbers::iccid);
    triggers.numbers(18, 18, DeviceNumbers::meid);
  }

  private static long bits(int... places) {
    long bits = 0;
    for (int place : places) {
      bits |= 1L << place;
    }
    return bits;
  }

  private static boolean glued(Scan s, NumberChain n, Field own) {
    return n.before() == Edge.WORD && s.name(n.start()) != own;
  }

  /// What the key says; one of telephones only says whose the number is that was named before it:
  /// "the IMEI of the phone".
  private static Field key(Scan s, NumberChain n, Field own, Words words) {
    Field key = s.key(n.start());
    return key == Field.PHONE && s.lastWordBefore(words, n.start()) >= 0 ? own : key;
  }

  private static void imei(Scan s, NumberChain n) {
    int two = n.digit(0) * 10 + n.digit(1);
    boolean today = two == 35 || two == 86 || two == 1 || two == 99;
    boolean body = today || two == 91 || two == 98 || (two < 64 && (BODIES_OF_OLD >> two & 1) != 0);
    boolean luhn = n.count() == IMEI && CheckDigits.luhn(n.digits(), 0, IMEI);
    if (!body && !luhn) {
      return;
    }
    Field key = key(s, n, Field.IMEI, IMEI_WORDS);
    int grouping = imeiGrouping(n);
    if (s.allowsNobody() && luhn && CardIssuers.isForTests(n)) {
      s.reportNobody(n.start(), n.end(), 60);
    } else if (key == Field.IMEI && !glued(s, n, key)) {
      int points = Score.FOR_KEY + (luhn ? 40 : 10) + (body ? 20 : 0);
      s.report(Category.IMEI, n.start(), n.end(), points, evidence(luhn, grouping) | Score.KEY);
    } else if (n.isFree() && (luhn || n.count() == IMEISV) && mayBeImei(key, grouping)) {
      boolean counts =
          NumberWords.countsBefore(s, n.start()) || NumberWords.mayCountBefore(s, n.start());
      int against = counts ? Score.AGAINST : 0;
      boolean told =
          s.after(IMEI_WORDS, n.start()) || s.before(IMEI_WORDS, n.end()) || asked(s, n, "cgsn");
      int context = told ? Score.FOR_CONTEXT : 0;
      int points = (luhn ? 40 : 0) + (today ? 20 : body ? 10 : 0) + grouping + context - against;
      int evidence = evidence(luhn, grouping) | (told ? Score.CONTEXT : 0);
      s.report(Category.IMEI, n.start(), n.end(), points, evidence);
    }
  }

  /// Whether the key leaves it possible: one of telephones too if the groups are those of an IMEI.
  private static boolean mayBeImei(Field key, int grouping) {
    return !key.namesNumber() || key == Field.MEID || (key == Field.PHONE && grouping > 0);
  }

  private static int evidence(boolean luhn, int grouping) {
    return Score.PREFIX | (luhn ? Score.CHECKSUM : 0) | (grouping > 0 ? Score.GROUPING : 0);
  }

  private static int imeiGrouping(NumberChain n) {
    long shape = n.shape();
    boolean known =
        shape == 0x2661 || shape == 0x6261 || shape == 0x861 || shape == 0x2662 || shape == 0x6262;
    return n.groups() == 1 ? 0 : known ? 15 : -20;
  }

  /// Whether the line before the number is the command that a modem answers with it: `AT+CGSN`,
  /// `AT+CIMI` (3GPP TS 27.007).
  private static boolean asked(Scan s, NumberChain n, String command) {
    byte[] b = s.bytes();
    int end = n.start();
    while (end > s.from() && n.start() - end < 8 && (b[end - 1] == '\n' || b[end - 1] == '\r')) {
      end--;
    }
    int start = end - command.length();
    return end < n.start() && start >= s.from() && Bytes.at(b, start, end, command);
  }

  private static void imsi(Scan s, NumberChain n) {
    int country = (int) n.value(0, 3);
    boolean issued =
        (country >= 202 && country <= 297)
            || (country >= 302 && country <= 376)
            || (country >= 400 && country <= 470)
            || (country >= 502 && country <= 555)
            || (country >= 602 && country <= 659)
            || (country >= 702 && country <= 750)
            || country == 901;
    if (!issued) {
      return;
    }
    Field key = key(s, n, Field.IMSI, IMSI_WORDS);
    if (key == Field.IMSI && !glued(s, n, key)) {
      s.report(Category.IMSI, n.start(), n.end(), 110, Score.KEY | Score.PREFIX);
    } else if (n.isFree()
        && (!key.namesNumber() || key == Field.CARD)
        && (s.after(IMSI_WORDS, n.start())
            || s.before(IMSI_WORDS, n.end())
            || asked(s, n, "cimi"))) {
      s.report(Category.IMSI, n.start(), n.end(), 65, Score.CONTEXT | Score.PREFIX);
    }
  }

  private static void iccid(Scan s, NumberChain n) {
    if (n.digit(0) != 8 || n.digit(1) != 9 || !CallingCodes.begins(n, 2)) {
      return;
    }
    boolean luhn = CheckDigits.luhn(n.digits(), 0, n.count());
    Field key = key(s, n, Field.ICCID, ICCID_WORDS);
    if (key == Field.ICCID && !glued(s, n, key)) {
      int evidence = Score.KEY | Score.PREFIX | (luhn ? Score.CHECKSUM : 0);
      s.report(Category.ICCID, n.start(), n.end(), luhn ? 110 : 70, evidence);
    } else if (n.isFree()
        && n.count() > 18
        && !key.namesNumber()
        && !(n.groups() > 2 && Nearby.isAmongHex(s, n))) {
      boolean told = s.lastWordBefore(ICCID_WORDS, n.start()) >= 0;
      int points = (luhn ? 60 : 35) + (told ? Score.FOR_CONTEXT : 0) - (uneven(n) ? 15 : 0);
      int evidence = (luhn ? Score.CHECKSUM : 0) | Score.PREFIX | (told ? Score.CONTEXT : 0);
      s.report(Category.ICCID, n.start(), n.end(), points, evidence);
    }
  }

  private static boolean uneven(NumberChain n) {
    boolean even = n.groups() == 1 || n.separator() >= 0;
    for (int k = 1; k < n.groups() - 1; k++) {
      even &= n.length(k) == n.length(0);
    }
    return !even;
  }

  private static void meid(Scan s, NumberChain n) {
    if (n.groups() > 1 && s.key(n.start()) == Field.MEID) {
      s.report(Category.MEID, n.start(), n.end(), 70, Score.KEY | Score.SHAPE);
    }
  }
}
