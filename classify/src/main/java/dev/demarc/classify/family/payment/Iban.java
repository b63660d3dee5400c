package dev.demarc.classify.family.payment;

import dev.demarc.classify.number.CheckDigits;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.text.Bytes;

/// Reads international bank account numbers (ISO 13616): the length of each country, whether its
/// account has digits only, and the check digits.
final class Iban {
  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int LONGEST_SEPARATOR = 3;

  /// Country, length, and `n` where nothing but digits follows (SWIFT IBAN Registry).
  private static final String COUNTRIES =
      "AD24 AE23n AL28 AT20n AZ28 BA20n BE16n BG22 BH22 BI27n BR29 BY28 CH21 CR22n CY28 CZ24n DE22n"
          + " DJ27n DK18n DO28 DZ26n EE20n EG29n ES24n FI18n FK18 FO18n FR27 GB22 GE22 GI23 GL18n"
          + " GR27 GT28 HN28 HR21n HU28n IE22 IL23n IQ23 IR26n IS26n IT27 JO30 KW30 KZ20 LB28 LC32"
          + " LI21 LT20n LU20 LV21 LY25n MA28n MC27 MD24 ME22n MK19 MN20n MR27n MT31 MU30 MZ25n"
          + " NI28 NL18 NO15n OM23 PK24 PL28n PS29 PT25n QA29 RO24 RS22n RU33 SA24 SC31 SD18n SE24n"
          + " SI19n SK24n SM27 SN28 SO23n ST25n SV28 TL23n TN24n TR26 UA29 VA22n VG24 XK20n YE30"
          + " AO25n BF28 BJ28 CF27n CG27n CI28 CM27n CV25n GA27n GQ27n GW25 KM27n MG27n ML28 NE28"
          + " TD27n TG28";

  private static final byte[] LENGTHS = lengths();

  private final byte[] packed = new byte[LONGEST];
  private int length;
  private int end;
  private boolean grouped;
  private boolean spelled;

  private static byte[] lengths() {
    byte[] lengths = new byte[26 * 26];
    for (String country : COUNTRIES.split(" ", -1)) {
      int place = (country.charAt(0) - 'A') * 26 + country.charAt(1) - 'A';
      int chars = Integer.parseInt(country.substring(2, 4));
      lengths[place] = (byte) (country.length() > 4 ? -chars : chars);
    }
    return lengths;
  }

  /// Number of characters of an IBAN that begins at `at`, negative where they are digits only from
  /// the third on; 0 if none can begin there.
  static int lengthAt(byte[] b, int at, int to) {
    if (at + SHORTEST > to || !Bytes.letter(b[at]) || !Bytes.letter(b[at + 1])) {
      return 0;
    }
    return LENGTHS[(Bytes.lower(b[at]) - 'a') * 26 + Bytes.lower(b[at + 1]) - 'a'];
  }

  /// Whether an IBAN whose check digits fit begins at `at`, in groups or not.
  boolean read(byte[] b, int at, int to) {
    int said = lengthAt(b, at, to);
    int wanted = Math.abs(said);
    if (said == 0 || !take(b, at, to, wanted, said < 0)) {
      return false;
    }
    return CheckDigits.iban(packed, 0, length);
  }

  /// Whether one begins at `at` that is spelled character by character.
  boolean readSpelled(byte[] b, int at, int to) {
    boolean letters = at + 3 < to && Bytes.letter(b[at]) && Bytes.letter(b[at + 2]);
    if (!letters || !separates(b[at + 1]) || b[at + 3] != b[at + 1]) {
      return false;
    }
    int said = LENGTHS[(Bytes.lower(b[at]) - 'a') * 26 + Bytes.lower(b[at + 2]) - 'a'];
    spelled = true;
    boolean taken = said != 0 && take(b, at, to, Math.abs(said), said < 0);
    spelled = false;
    return taken && CheckDigits.iban(packed, 0, length);
  }

  /// Where one begins whose digits begin at `digits` and whose country stands before them, divided
  /// from them; or -1.
  int readAround(byte[] b, int from, int digits, int to) {
    int end = digits;
    while (end > from && digits - end < LONGEST_SEPARATOR && separates(b[end - 1])) {
      end--;
    }
    boolean divided = end < digits && end - 2 >= from && Bytes.letter(b[end - 1]);
    if (!divided) {
      return -1;
    }
    boolean apart = separates(b[end - 2]) && end - 3 >= from;
    int at = apart ? end - 3 : end - 2;
    boolean starts = at == from || !Bytes.alphanumeric(b[at - 1]);
    return starts && (apart ? readSpelled(b, at, to) : read(b, at, to)) ? at : -1;
  }

  /// Offset after the one that was read.
  int end() {
    return end;
  }

  /// Whether the one that was read is written in groups.
  boolean isGrouped() {
    return grouped;
  }

  private boolean take(byte[] b, int at, int to, int wanted, boolean digitsOnly) {
    length = 0;
    grouped = false;
    int i = at;
    while (length < wanted) {
      int next = i;
      boolean may = length > 1 || (length == 1 && spelled);
      while (next < to && next - i < LONGEST_SEPARATOR && may && separates(b[next])) {
        next++;
      }
      if (next >= to || !Bytes.alphanumeric(b[next])) {
        return false;
      }
      boolean digit = Bytes.digit(b[next]);
      if (!digit && (length == 2 || length == 3 || (digitsOnly && length > 3))) {
        return false;
      }
      grouped |= next > i;
      packed[length++] = (byte) (b[next] >= 'a' ? b[next] - 32 : b[next]);
      i = next + 1;
    }
    end = i;
    return i == to || !(Bytes.alphanumeric(b[i]) || b[i] == '_');
  }

  private static boolean separates(byte c) {
    return c == ' ' || c == '-' || c == '.' || c == '+' || c == '/' || c == '_';
  }

  /// Whether an IBAN stands around [start, end).
  static boolean covers(Scan s, int start, int end) {
    byte[] b = s.bytes();
    Iban iban = new Iban();
    for (int i = start - 2; i >= s.from() && start - i < 2 * LONGEST; i--) {
      if (b[i] < 0 || !(Bytes.alphanumeric(b[i]) || separates(b[i]))) {
        return false;
      }
      boolean starts = i == s.from() || !Bytes.alphanumeric(b[i - 1]);
      if (starts && iban.read(b, i, s.to()) && iban.end() >= end) {
        return true;
      }
    }
    return false;
  }
}
