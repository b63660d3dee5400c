package dev.demarc.classify.number;

/// Checksums of issued numbers. Each takes the characters [from, to) of a number without its
/// separators, digits and upper-case letters only, and says whether the checksum fits.
public final class CheckDigits {
  private static final int[][] VERHOEFF_PRODUCT = verhoeffProduct();
  private static final int[][] VERHOEFF_PERMUTATION = verhoeffPermutation();
  private static final int[] RESIDENT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
  private static final int[] CREDIT_CODE = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final int[] ODD_PLACES = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };
  private static final String TAIWAN_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  private CheckDigits() {}

  /// ISO/IEC 7812-1 annex B (Luhn), over digits in ASCII or as numbers. False where there are none.
  public static boolean luhn(byte[] s, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      int digit = s[i] & 0x0F;
      int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
      sum += twice ? doubled : digit;
      twice = !twice;
    }
    return sum % 10 == 0 && to > from;
  }

  /// Sum of each digit times its weight, which must be a multiple of `modulus`.
  static boolean weighted(byte[] s, int from, int modulus, int... weights) {
    return sum(s, from, weights) % modulus == 0;
  }

  private static int sum(byte[] s, int from, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (s[from + i] - '0') * weights[i];
    }
    return sum;
  }

  /// ISO/IEC 7064 MOD 97-10 over letters and digits, the first four moved to the end (ISO 13616).
  public static boolean iban(byte[] s, int from, int to) {
    int rest = mod97(s, from + 4, to, 0);
    return mod97(s, from, from + 4, rest) == 1;
  }

  private static int mod97(byte[] s, int from, int to, int before) {
    int rest = before;
    for (int i = from; i < to; i++) {
      int value = value36(s[i]);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  /// A digit, or a letter counted on from A = 10.
  private static int value36(byte c) {
    return c <= '9' ? c - '0' : c - 'A' + 10;
  }

  /// GB 11643-1999: 17 digits and a check of ISO 7064 MOD 11-2, where X is ten.
  public static boolean chineseResident(byte[] s, int from) {
    int sum = s[from + 17] == 'X' ? 10 : s[from + 17] - '0';
    for (int i = 0; i < 17; i++) {
      sum += (s[from + i] - '0') * RESIDENT[i];
    }
    return sum % 11 == 1;
  }

  /// GB 32100-2015: 17 characters without I, O, S, V, Z, and a check modulo 31.
  public static boolean chineseCreditCode(byte[] s, int from) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int value = CREDIT_ALPHABET.indexOf(s[from + i]);
      if (value < 0) {
        return false;
      }
      sum += value * CREDIT_CODE[i];
    }
    return CREDIT_ALPHABET.indexOf(s[from + 17]) == (31 - sum % 31) % 31;
  }

  /// Hong Kong identity card: one or two letters, six digits, a check of 0 to 9 or A.
  public static boolean hongKong(byte[] s, int from, int to) {
    boolean one = to - from == 8;
    int sum = one ? 36 * 9 : (s[from] - 'A' + 10) * 9;
    int at = one ? from : from + 1;
    sum += (s[at] - 'A' + 10) * 8;
    for (int k = 0; k < 6; k++) {
      sum += (s[at + 1 + k] - '0') * (7 - k);
    }
    int check = s[to - 1] == 'A' ? 10 : s[to - 1] - '0';
    return (sum + check) % 11 == 0;
  }

  /// National identification number of Taiwan: a letter and nine digits.
  public static boolean taiwan(byte[] s, int from) {
    int letter = TAIWAN_LETTERS.indexOf(s[from]) + 10;
    int sum = letter / 10 + letter % 10 * 9 + s[from + 9] - '0';
    for (int k = 0; k < 8; k++) {
      sum += (s[from + 1 + k] - '0') * (8 - k);
    }
    return letter >= 10 && sum % 10 == 0;
  }

  /// ISO/IEC 7064 MOD 11,10, as in the German tax identification number.
  public static boolean mod11And10(byte[] s, int from, int to) {
    int product = 10;
    for (int i = from; i < to - 1; i++) {
      int sum = (s[i] - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == s[to - 1] - '0';
  }

  /// Weights 7, 3, 1 over letters and digits, the last digit the sum modulo ten: machine-readable
  /// zones (ICAO Doc 9303) and German identity cards.
  public static boolean machineReadable(byte[] s, int from, int to) {
    int sum = 0;
    for (int i = from; i < to - 1; i++) {
      sum += value36(s[i]) * WEIGHTS_731[(i - from) % 3];
    }
    return sum % 10 == s[to - 1] - '0';
  }

  private static final int[] WEIGHTS_731 = {7, 3, 1};

  /// German social insurance number: eight digits, a letter that counts as two, two digits and a
  /// check; each product counts by its digits.
  public static boolean germanPension(byte[] s, int from) {
    int letter = s[from + 8] - 'A' + 1;
    int sum = 0;
    for (int k = 0; k < 12; k++) {
      int digit =
          k < 8
              ? s[from + k] - '0'
              : k > 9 ? s[from + k - 1] - '0' : k == 8 ? letter / 10 : letter % 10;
      int product = digit * PENSION[k];
      sum += product / 10 + product % 10;
    }
    return sum % 10 == s[from + 11] - '0';
  }

  private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};

  /// Polish identity card: three letters, a check digit, five digits.
  public static boolean polishCard(byte[] s, int from) {
    int sum = 0;
    for (int k = 0; k < 9; k++) {
      sum += k == 3 ? 0 : value36(s[from + k]) * WEIGHTS_731[(k > 3 ? k - 1 : k) % 3];
    }
    return sum % 10 == s[from + 3] - '0';
  }

  /// Polish PESEL: 11 digits.
  public static boolean pesel(byte[] s, int from) {
    return weighted(s, from, 10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1);
  }

  /// Polish tax number NIP: 10 digits; a rest of ten was never issued.
  public static boolean nip(byte[] s, int from) {
    return sum(s, from, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == s[from + 9] - '0';
  }

  /// French NIR: 13 characters and a key of two digits, 97 less the number modulo 97; the Corsican
  /// departments 2A and 2B count as 19 and 18.
  public static boolean frenchNir(byte[] s, int from) {
    long number = 0;
    for (int k = 0; k < 13; k++) {
      byte c = s[from + k];
      int digit = c == 'A' ? 9 : c == 'B' ? 8 : c - '0';
      boolean corsica = k == 5 && (s[from + 6] == 'A' || s[from + 6] == 'B');
      number = number * 10 + (corsica ? 1 : digit);
    }
    int key = (s[from + 13] - '0') * 10 + s[from + 14] - '0';
    return 97 - number % 97 == key;
  }

  /// Spanish DNI or NIE without its X, Y or Z, which counts as 0, 1 or 2: seven or eight digits and
  /// a letter.
  public static boolean spanish(byte[] s, int from, int to) {
    int number = 0;
    for (int i = from; i < to - 1; i++) {
      int digit = s[i] >= 'X' ? s[i] - 'X' : s[i] - '0';
      number = number * 10 + digit;
    }
    return DNI_LETTERS.charAt(number % 23) == s[to - 1];
  }

  /// Italian codice fiscale: 16 letters and digits, the last a check letter (D.M. 23 December
  /// 1976).
  public static boolean italian(byte[] s, int from) {
    int sum = 0;
    for (int k = 0; k < 15; k++) {
      byte c = s[from + k];
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += k % 2 == 0 ? ODD_PLACES[value] : value;
    }
    return sum % 26 == s[from + 15] - 'A';
  }

  /// British NHS number: ten digits; a check of ten was never issued.
  public static boolean nhs(byte[] s, int from) {
    int check = (11 - sum(s, from, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
    return check == s[from + 9] - '0';
  }

  /// Dutch BSN: nine digits, the eleven test.
  public static boolean dutch(byte[] s, int from) {
    int sum = sum(s, from, 9, 8, 7, 6, 5, 4, 3, 2);
    return (sum - (s[from + 8] - '0')) % 11 == 0;
  }

  /// Verhoeff, as in the Indian Aadhaar.
  public static boolean verhoeff(byte[] s, int from, int to) {
    int check = 0;
    for (int i = to - 1; i >= from; i--) {
      check = VERHOEFF_PRODUCT[check][VERHOEFF_PERMUTATION[(to - 1 - i) % 8][s[i] - '0']];
    }
    return check == 0;
  }

  /// Brazilian CPF: nine digits and two check digits.
  public static boolean cpf(byte[] s, int from) {
    return cpfDigit(s, from, 9) == s[from + 9] - '0' && cpfDigit(s, from, 10) == s[from + 10] - '0';
  }

  private static int cpfDigit(byte[] s, int from, int before) {
    int sum = 0;
    for (int k = 0; k < before; k++) {
      sum += (s[from + k] - '0') * (before + 1 - k);
    }
    return sum * 10 % 11 % 10;
  }

  /// Korean resident registration number issued before October 2020, when its last digit became
  /// random.
  public static boolean korean(byte[] s, int from) {
    int sum = sum(s, from, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
    return (11 - sum % 11) % 10 == s[from + 12] - '0';
  }

  /// Japanese individual number: eleven digits and a check (Ordinance of 2014, art. 5).
  public static boolean japanese(byte[] s, int from) {
    int rest = sum(s, from, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return (rest <= 1 ? 0 : 11 - rest) == s[from + 11] - '0';
  }

  /// ABA routing number: nine digits.
  static boolean routing(byte[] s, int from) {
    return weighted(s, from, 10, 3, 7, 1, 3, 7, 1, 3, 7, 1);
  }

  /// Whether six digits are year, month and day of a century, or eight a full date.
  public static boolean date(byte[] s, int from, int yearDigits) {
    int month = (s[from + yearDigits] - '0') * 10 + s[from + yearDigits + 1] - '0';
    int day = (s[from + yearDigits + 2] - '0') * 10 + s[from + yearDigits + 3] - '0';
    int longest = month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    return month >= 1 && month <= 12 && day >= 1 && day <= longest;
  }

  private static int[][] verhoeffProduct() {
    int[][] product = new int[10][10];
    for (int a = 0; a < 10; a++) {
      for (int b = 0; b < 10; b++) {
        int turned = a < 5 ? (a + b) % 5 : (a - b + 10) % 5;
        boolean flipped = a < 5 ? b >= 5 : b < 5;
        product[a][b] = flipped ? turned + 5 : turned;
      }
    }
    return product;
  }

  private static int[][] verhoeffPermutation() {
    int[][] powers = new int[8][10];
    int[] once = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    for (int digit = 0; digit < 10; digit++) {
      powers[0][digit] = digit;
    }
    for (int power = 1; power < 8; power++) {
      for (int digit = 0; digit < 10; digit++) {
        powers[power][digit] = once[powers[power - 1][digit]];
      }
    }
    return powers;
  }
}
