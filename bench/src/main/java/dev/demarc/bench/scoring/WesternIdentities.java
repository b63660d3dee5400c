package dev.demarc.bench.scoring;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/// Numbers of persons in the United States, Europe, India, Brazil, Korea and Japan.
final class WesternIdentities {
  private static final String GERMAN = "CFGHJKLMNPRTVWXYZ0123456789";
  private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";
  private static final int[] ITALIAN_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private WesternIdentities() {}

  static void into(Map<String, Kind> kinds) {
    kinds.put("ssn", new Kind("identity.us-ssn", c -> dashed(socialSecurity(c))));
    kinds.put("ssnbare", new Kind("identity.us-ssn", WesternIdentities::socialSecurity));
    kinds.put("itin", new Kind("identity.us-itin", WesternIdentities::taxpayer));
    kinds.put("pesel", new Kind("identity.pl", WesternIdentities::pesel));
    kinds.put("nip", new Kind("identity.pl", WesternIdentities::nip));
    kinds.put("nipdash", new Kind("identity.pl", WesternIdentities::nipDashed));
    kinds.put("dowod", new Kind("identity.pl", c -> dowod(c, "")));
    kinds.put("dowodsp", new Kind("identity.pl", c -> dowod(c, " ")));
    kinds.put("steuer", new Kind("identity.de", WesternIdentities::steuerId));
    kinds.put("steuersp", new Kind("identity.de", WesternIdentities::steuerIdSpaced));
    kinds.put("ausweis", new Kind("identity.de", WesternIdentities::ausweis));
    kinds.put("nir", new Kind("identity.fr", c -> nir(c).replace(" ", "")));
    kinds.put("nirsp", new Kind("identity.fr", WesternIdentities::nir));
    kinds.put("dni", new Kind("identity.es", WesternIdentities::dni));
    kinds.put("nie", new Kind("identity.es", WesternIdentities::nie));
    kinds.put("codice", new Kind("identity.it", WesternIdentities::codiceFiscale));
    kinds.put("nino", new Kind("identity.gb", c -> nino(c).replace(" ", "")));
    kinds.put("ninosp", new Kind("identity.gb", WesternIdentities::nino));
    kinds.put("nhs", new Kind("identity.gb", WesternIdentities::nhs));
    kinds.put("bsn", new Kind("identity.nl", WesternIdentities::bsn));
    kinds.put("aadhaar", new Kind("identity.in", WesternIdentities::aadhaar));
    kinds.put("aadhaarsp", new Kind("identity.in", c -> PaymentValues.grouped(aadhaar(c), " ")));
    kinds.put("pan", new Kind("identity.in", WesternIdentities::pan));
    kinds.put("cpf", new Kind("identity.br", WesternIdentities::cpf));
    kinds.put("cpfbare", new Kind("identity.br", c -> cpf(c).replaceAll("\\D", "")));
    kinds.put("rrn", new Kind("identity.kr", WesternIdentities::rrn));
    kinds.put("mynumber", new Kind("identity.jp", WesternIdentities::myNumber));
    kinds.put("mynumbersp", new Kind("identity.jp", c -> PaymentValues.grouped(myNumber(c), " ")));
    kinds.put("passport", new Kind("identity.passport", WesternIdentities::passport));
  }

  private static String socialSecurity(Chance chance) {
    int area = chance.between(1, 899);
    return String.format(Locale.ROOT, "%03d", area == 666 || area == 78 || area == 219 ? 531 : area)
        + chance.number(1, 99, 2)
        + chance.number(1, 9999, 4);
  }

  private static String dashed(String digits) {
    return digits.replaceAll("(...)(..)(....)", "$1-$2-$3");
  }

  private static String taxpayer(Chance chance) {
    return String.format(
        Locale.ROOT,
        "9%02d-%d-%s",
        chance.between(0, 99),
        chance.between(70, 88),
        chance.digits(4));
  }

  private static String pesel(Chance chance) {
    int year = chance.between(1945, 2006);
    int month = chance.between(1, 12) + (year >= 2000 ? 20 : 0);
    String digits =
        String.format(Locale.ROOT, "%02d%02d%s", year % 100, month, chance.number(1, 28, 2))
            + chance.digits(4);
    return digits + (10 - IssuedDigits.weighted(digits, 1, 3, 7, 9) % 10) % 10;
  }

  private static String nip(Chance chance) {
    String digits = chance.pick("521", "676", "779", "895", "584", "113") + chance.digits(6);
    int check = IssuedDigits.weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11;
    return check == 10 ? nip(chance) : digits + check;
  }

  private static String nipDashed(Chance chance) {
    return nip(chance).replaceAll("(...)(...)(..)(..)", "$1-$2-$3-$4");
  }

  private static String dowod(Chance chance, String separator) {
    String letters = chance.pick("A", "C", "D") + chance.chars(Chance.UPPER, 2);
    String digits = chance.digits(5);
    int sum = IssuedDigits.weighted(letters, 7, 3, 1) + IssuedDigits.weighted(digits, 7, 3, 1);
    return letters + separator + sum % 10 + digits;
  }

  /// Eleven digits; among the first ten exactly one digit stands twice.
  private static String steuerId(Chance chance) {
    String digits = chance.between(1, 9) + chance.digits(9);
    if (digits.chars().distinct().count() != 9) {
      return steuerId(chance);
    }
    return digits + IssuedDigits.mod11and10(digits);
  }

  private static String steuerIdSpaced(Chance chance) {
    return steuerId(chance).replaceAll("(..)(...)(...)(...)", "$1 $2 $3 $4");
  }

  private static String ausweis(Chance chance) {
    String serial = chance.chars("LMNPRTVWXY", 1) + chance.chars(GERMAN, 8);
    return serial.chars().filter(Character::isDigit).count() < 3
        ? ausweis(chance)
        : serial + IssuedDigits.weighted(serial, 7, 3, 1) % 10;
  }

  private static String nir(Chance chance) {
    String department = chance.pick("75", "69", "13", "33", "59", "44", "2A");
    String place = chance.number(1, 399, 3);
    String order = chance.number(1, 899, 3);
    String sex = chance.pick("1", "2");
    String born = chance.number(45, 99, 2) + " " + chance.number(1, 12, 2);
    String digits = (sex + born + department + place + order).replace(" ", "").replace("2A", "19");
    int key = 97 - new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue();
    return String.join(
        " ", sex, born, department, place, order, String.format(Locale.ROOT, "%02d", key));
  }

  private static String dni(Chance chance) {
    int number = chance.between(10000000, 79999999);
    return number + letter(number);
  }

  private static String nie(Chance chance) {
    int first = chance.between(0, 2);
    int number = chance.between(1000000, 9999999);
    return "XYZ".charAt(first) + Integer.toString(number) + letter(first * 10000000 + number);
  }

  private static String letter(int number) {
    return "TRWAGMYFPDXBNJZSQVHLCKE".substring(number % 23, number % 23 + 1);
  }

  private static String codiceFiscale(Chance chance) {
    String consonants = "BCDFGLMNPRSTV";
    int day = chance.between(1, 28) + (chance.in(50) ? 40 : 0);
    String body =
        chance.chars(consonants, 6)
            + chance.number(45, 99, 2)
            + chance.chars(ITALIAN_MONTHS, 1)
            + String.format(Locale.ROOT, "%02d", day)
            + chance.pick("H501", "F205", "L219", "D612", "A944");
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      int value = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
    }
    return body + (char) ('A' + sum % 26);
  }

  private static String nino(Chance chance) {
    return chance.pick("AB", "CE", "JG", "NR", "PW", "SL", "YX", "HK")
        + " "
        + chance.digits(2)
        + " "
        + chance.digits(2)
        + " "
        + chance.digits(2)
        + " "
        + chance.chars("ABCD", 1);
  }

  private static String nhs(Chance chance) {
    String digits = chance.pick("4", "6", "7") + chance.digits(8);
    int check = 11 - IssuedDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check == 10
        ? nhs(chance)
        : (digits + check % 11).replaceAll("(...)(...)(....)", "$1 $2 $3");
  }

  private static String bsn(Chance chance) {
    String digits = chance.between(1, 3) + chance.digits(7);
    int check = IssuedDigits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check == 10 ? bsn(chance) : digits + check;
  }

  private static String aadhaar(Chance chance) {
    String digits = chance.between(2, 9) + chance.digits(10);
    return digits + IssuedDigits.verhoeff(digits);
  }

  private static String pan(Chance chance) {
    return chance.chars(Chance.UPPER, 3)
        + "P"
        + chance.chars(Chance.UPPER, 1)
        + chance.digits(4)
        + chance.chars(Chance.UPPER, 1);
  }

  private static String cpf(Chance chance) {
    String digits = chance.digits(9);
    digits += eleven(IssuedDigits.weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2));
    digits += eleven(IssuedDigits.weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2));
    return digits.replaceAll("(...)(...)(...)(..)", "$1.$2.$3-$4");
  }

  private static int eleven(int sum) {
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  private static String rrn(Chance chance) {
    int year = chance.between(1950, 2005);
    String digits =
        String.format(
                Locale.ROOT,
                "%02d%s%s",
                year % 100,
                chance.number(1, 12, 2),
                chance.number(1, 28, 2))
            + (year < 2000 ? chance.between(1, 2) : chance.between(3, 4))
            + chance.digits(5);
    int check = (11 - IssuedDigits.weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
    return digits.substring(0, 6) + "-" + digits.substring(6) + check;
  }

  private static String myNumber(Chance chance) {
    String digits = chance.digits(11);
    return digits + eleven(IssuedDigits.weighted(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2));
  }

  private static String passport(Chance chance) {
    return switch (chance.between(0, 3)) {
      case 0 -> chance.between(3, 6) + chance.digits(8);
      case 1 -> chance.digits(2) + chance.chars(Chance.UPPER, 2) + chance.digits(5);
      case 2 -> chance.chars("CFGHJK", 1) + chance.digits(2) + chance.chars(GERMAN, 6);
      default -> "E" + chance.chars(Chance.UPPER, 1) + chance.digits(7);
    };
  }
}
