package dev.demarc.classify.family.identity;

import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.text.Bytes;

/// What holds for issued numbers of identity documents: checksums together with dates, regions and
/// ranges that were given out.
final class IdChecks {
  /// Provinces of GB/T 2260 by their two digits.
  private static final long[] PROVINCES = provinces();

  private static final String CREDIT_KINDS = "1257893469ANY";
  private static final String CARD_LETTERS = "CFGHJKLMNPRTVWXYZ";

  private IdChecks() {}

  private static long[] provinces() {
    long[] set = new long[2];
    int[][] ranges = {
      {11, 15}, {21, 23}, {31, 37}, {41, 46}, {50, 54}, {61, 65}, {71, 71}, {81, 83}
    };
    for (int[] range : ranges) {
      for (int code = range[0]; code <= range[1]; code++) {
        set[code >> 6] |= 1L << code;
      }
    }
    return set;
  }

  private static int two(byte[] s, int at) {
    return (s[at] - '0') * 10 + s[at + 1] - '0';
  }

  private static boolean province(byte[] s, int at) {
    if (!Bytes.digit(s[at]) || !Bytes.digit(s[at + 1])) {
      return false;
    }
    int code = two(s, at);
    return (PROVINCES[code >> 6] >>> code & 1) != 0;
  }

  // China and its special regions.

  static boolean residentBorn(byte[] s) {
    int year = two(s, 6) * 100 + two(s, 8);
    return province(s, 0) && year >= 1890 && year <= 2039 && CheckDigits.date(s, 6, 4);
  }

  static boolean resident(byte[] s) {
    boolean last = Bytes.digit(s[17]) || s[17] == 'X';
    return last && residentBorn(s) && CheckDigits.chineseResident(s, 0);
  }

  static boolean residentOld(byte[] s) {
    return province(s, 0) && CheckDigits.date(s, 6, 2);
  }

  static boolean creditCode(byte[] s) {
    boolean kind = CREDIT_KINDS.indexOf(s[0]) >= 0;
    for (int k = 2; k < 8; k++) {
      kind &= Bytes.digit(s[k]);
    }
    return kind && (province(s, 2) || two(s, 2) == 10) && CheckDigits.chineseCreditCode(s, 0);
  }

  static boolean hongKong8(byte[] s) {
    return checkOrA(s, 7) && CheckDigits.hongKong(s, 0, 8);
  }

  static boolean hongKong9(byte[] s) {
    return checkOrA(s, 8) && CheckDigits.hongKong(s, 0, 9);
  }

  private static boolean checkOrA(byte[] s, int at) {
    return Bytes.digit(s[at]) || s[at] == 'A';
  }

  static boolean macao(byte[] s) {
    return s[0] == '1' || s[0] == '5' || s[0] == '7';
  }

  static boolean taiwanCitizen(byte[] s) {
    return (s[1] == '1' || s[1] == '2') && CheckDigits.taiwan(s, 0);
  }

  /// Of citizens, and of foreigners since 2021.
  static boolean taiwan(byte[] s) {
    boolean kind = s[1] == '1' || s[1] == '2' || s[1] == '8' || s[1] == '9';
    return kind && CheckDigits.taiwan(s, 0);
  }

  static boolean permit(byte[] s) {
    return s[0] == 'H' || s[0] == 'M';
  }

  static boolean passportOfLetters(byte[] s) {
    return digits(s, 9) >= 4;
  }

  /// The letters that Germany writes in its passports leave out those that look like another; under
  /// a key fewer digits are enough.
  static boolean passportOfFewDigits(byte[] s) {
    return digits(s, 9) >= 2;
  }

  private static int digits(byte[] s, int length) {
    int digits = 0;
    for (int k = 0; k < length; k++) {
      digits += Bytes.digit(s[k]) ? 1 : 0;
    }
    return digits;
  }

  /// Numbers that have no check and no range.
  static boolean issued(byte[] s) {
    return s.length > 0;
  }

  static boolean noDate(byte[] s) {
    boolean century = (s[0] == '1' && s[1] == '9') || (s[0] == '2' && s[1] == '0');
    return !century || !CheckDigits.date(s, 0, 4);
  }

  // The Americas.

  /// Areas 000, 666 and 900 to 999, group 00 and serial 0000 are never issued (20 CFR 422.103; SSA
  /// POMS RM 10201.035).
  static boolean ssn(byte[] s) {
    int area = (s[0] - '0') * 100 + two(s, 1);
    return area != 0
        && area != 666
        && area < 900
        && two(s, 3) != 0
        && two(s, 5) * 100 + two(s, 7) != 0;
  }

  /// 9 and then a group of 50 to 65, 70 to 88, 90 to 92 or 94 to 99. The Social Security
  /// Administration set 987-65-4320 to 987-65-4329 aside for advertisements.
  static boolean itin(byte[] s) {
    int group = two(s, 3);
    boolean advertised = group == 65 && s[0] == '9' && two(s, 1) == 87 && two(s, 5) == 43;
    return s[0] == '9'
        && !advertised
        && ((group >= 50 && group <= 65)
            || (group >= 70 && group <= 99 && group != 89 && group != 93));
  }

  /// Numbers that were printed in advertisements and stand in examples since, and those of one
  /// digit.
  static boolean ssnOfNobody(NumberChain n) {
    long number = n.value(0, 9);
    return number == 78051120L
        || number == 219099999L
        || number == 123456789L
        || number == 123456780L
        || number % 111111111L == 0;
  }

  static boolean cpf(byte[] s) {
    return CheckDigits.cpf(s, 0);
  }

  /// Whether all are the same digit: what stands for a number, not one.
  static boolean allSame(byte[] s, int length) {
    for (int k = 1; k < length; k++) {
      if (s[k] != s[0]) {
        return false;
      }
    }
    return true;
  }

  // Poland.

  /// PESEL: the century stands in the month.
  static boolean peselBorn(byte[] s) {
    int century = (s[2] - '0') / 2;
    byte month = s[2];
    s[2] = (byte) ('0' + (s[2] - '0') % 2);
    boolean date = CheckDigits.date(s, 0, 2);
    s[2] = month;
    return date && (century == 0 || (century == 1 && two(s, 0) < 40));
  }

  static boolean pesel(byte[] s) {
    return peselBorn(s) && CheckDigits.pesel(s, 0);
  }

  static boolean peselNoPhone(byte[] s) {
    return !mobile(s) && pesel(s);
  }

  /// Whether eleven digits begin as a Chinese mobile number does.
  private static boolean mobile(byte[] s) {
    return s[0] == '1' && s[1] >= '3';
  }

  static boolean nip(byte[] s) {
    return s[0] != '0' && CheckDigits.nip(s, 0);
  }

  static boolean polishVat(byte[] s) {
    if (s[0] != 'P' || s[1] != 'L') {
      return false;
    }
    return s[2] != '0' && CheckDigits.nip(s, 2);
  }

  static boolean regon9(byte[] s) {
    return sum(s, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == s[8] - '0';
  }

  static boolean regon14(byte[] s) {
    return regon9(s) && sum(s, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == s[13] - '0';
  }

  private static int sum(byte[] s, int... weights) {
    int sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += (s[k] - '0') * weights[k];
    }
    return sum;
  }

  static boolean polishCard(byte[] s) {
    return CheckDigits.polishCard(s, 0);
  }

  // Germany.

  /// Of the first ten digits one stands there twice or three times, and all others once at most
  /// (section 139b AO; IdNrV).
  static boolean germanTax(byte[] s) {
    int pairs = 0;
    int triples = 0;
    for (byte digit = '0'; digit <= '9'; digit++) {
      int times = 0;
      for (int k = 0; k < 10; k++) {
        times += s[k] == digit ? 1 : 0;
      }
      pairs += times == 2 ? 1 : 0;
      triples += times == 3 ? 1 : times > 3 ? 9 : 0;
    }
    return s[0] != '0' && pairs + triples == 1 && CheckDigits.mod11And10(s, 0, 11);
  }

  static boolean germanTaxNoPhone(byte[] s) {
    return !mobile(s) && germanTax(s);
  }

  static boolean germanCard(byte[] s) {
    return germanSerial(s) && CheckDigits.machineReadable(s, 0, 10);
  }

  static boolean germanSerial(byte[] s) {
    int digits = 0;
    for (int k = 0; k < 9; k++) {
      if (Bytes.digit(s[k])) {
        digits++;
      } else if (CARD_LETTERS.indexOf(s[k]) < 0) {
        return false;
      }
    }
    return digits >= 3;
  }

  /// Social insurance number: area, date of birth, initial, serial, check.
  static boolean germanPension(byte[] s) {
    int day = two(s, 2);
    int month = two(s, 4);
    boolean born = day >= 1 && day <= 31 && month >= 1 && month <= 12;
    return born && two(s, 0) >= 2 && CheckDigits.germanPension(s, 0);
  }

  // France, Spain, Italy, the Netherlands.

  static boolean nir(byte[] s) {
    boolean corsica = s[5] == '2' && (s[6] == 'A' || s[6] == 'B');
    return (Bytes.digit(s[6]) || corsica) && nirBorn(s) && CheckDigits.frenchNir(s, 0);
  }

  static boolean nirBorn(byte[] s) {
    int month = two(s, 3);
    boolean known = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    return (s[0] == '1' || s[0] == '2') && known;
  }

  static boolean frenchTax(byte[] s) {
    return s[0] <= '3';
  }

  static boolean dni(byte[] s) {
    return !allSame(s, 8) && CheckDigits.spanish(s, 0, 9);
  }

  static boolean nie(byte[] s) {
    return s[0] >= 'X' && s[0] <= 'Z' && CheckDigits.spanish(s, 0, 9);
  }

  static boolean italian(byte[] s) {
    boolean month = "ABCDEHLMPRST".indexOf(s[8]) >= 0;
    for (int k = 6; k < 15; k++) {
      boolean place = k == 8 || k == 11;
      month &= place || Bytes.digit(s[k]) || "LMNPQRSTUV".indexOf(s[k]) >= 0;
    }
    return month && CheckDigits.italian(s, 0);
  }

  static boolean dutch(byte[] s) {
    return CheckDigits.dutch(s, 0);
  }

  // Great Britain.

  /// National Insurance number: letters and pairs of letters that are not used (HMRC NIM39110).
  static boolean nino(byte[] s) {
    boolean letters = "DFIQUV".indexOf(s[0]) < 0 && "DFIQUVO".indexOf(s[1]) < 0;
    boolean pair =
        switch (s[0] << 8 | s[1]) {
          case 'B' << 8 | 'G',
              'G' << 8 | 'B',
              'K' << 8 | 'N',
              'N' << 8 | 'K',
              'N' << 8 | 'T',
              'T' << 8 | 'N',
              'Z' << 8 | 'Z' ->
              false;
          default -> true;
        };
    return letters && pair && s[8] <= 'D';
  }

  static boolean nhs(byte[] s) {
    return CheckDigits.nhs(s, 0);
  }

  // Asia.

  static boolean aadhaar(byte[] s) {
    return s[0] >= '2' && CheckDigits.verhoeff(s, 0, 12);
  }

  /// The fourth letter says whose it is: P a person.
  static boolean pan(byte[] s) {
    return "PCHFATBLJGE".indexOf(s[3]) >= 0;
  }

  static boolean koreanBorn(byte[] s) {
    return CheckDigits.date(s, 0, 2) && s[6] >= '1' && s[6] <= '8';
  }

  static boolean korean(byte[] s) {
    return koreanBorn(s) && CheckDigits.korean(s, 0);
  }

  static boolean japanese(byte[] s) {
    return CheckDigits.japanese(s, 0);
  }
}
