package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.LeakDigits.CAPITALS;
import static dev.demarc.cli.e2e.LeakDigits.DIGITS;
import static dev.demarc.cli.e2e.LeakDigits.between;
import static dev.demarc.cli.e2e.LeakDigits.some;
import static dev.demarc.cli.e2e.LeakFamily.one;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// Numbers that states give their people, in the shapes in which they are written.
final class LeakDocuments {
  private LeakDocuments() {}

  static final List<LeakFamily> ALL =
      List.of(
          one(
              "identity.cn-resident plain",
              "id_card",
              "My ID card is %s, thanks.",
              "我的身份证号是%s，谢谢。",
              LeakDocuments::resident),
          one(
              "identity.cn-resident key",
              "身份证号",
              "My resident ID number is %s, thanks.",
              "身份证%s谢谢",
              LeakDocuments::resident),
          one(
              "identity.cn-credit-code plain",
              "credit_code",
              "The company is %s, thanks.",
              "统一社会信用代码：%s，谢谢。",
              r -> LeakDigits.creditCode("91310115" + some(r, "23456789ABCDEFGH", 8) + "X")),
          document(
              "identity.passport chinese",
              "passport_no",
              "passport number",
              "护照号",
              r -> "E" + between(r, 10_000_000, 99_999_999)),
          document(
              "identity.passport german",
              "passport_number",
              "passport number",
              "护照号码",
              r -> "C01X" + between(r, 10, 99) + "T" + between(r, 10, 99)),
          document(
              "identity.hk brackets", "hkid", "Hong Kong ID", "香港身份证", r -> hongKong(r, "(%s)")),
          document("identity.hk plain", "hkid", "HKID", "香港身份证号码", r -> hongKong(r, "%s")),
          document(
              "identity.mo brackets",
              "macau_id",
              "Macau ID",
              "澳门身份证",
              r -> "5%d(%d)".formatted(between(r, 100_000, 999_999), between(r, 0, 9))),
          document(
              "identity.tw plain",
              "taiwan_id",
              "Taiwan ID",
              "身分證字號",
              r -> LeakDigits.taiwan("ABFHY".charAt(r.nextInt(5)), "1" + some(r, DIGITS, 7))),
          document("identity.us-ssn dashes", "ssn", "SSN", "社会安全号码", r -> ssn(r, "-")),
          document(
              "identity.us-ssn plain",
              "social_security_number",
              "social security number",
              "社会安全号",
              r -> ssn(r, "")),
          document(
              "identity.us-itin dashes",
              "itin",
              "ITIN",
              "ITIN",
              r ->
                  "9%02d-%d-%04d"
                      .formatted(between(r, 0, 99), between(r, 70, 88), between(r, 1, 9999))),
          document(
              "identity.pl pesel",
              "pesel",
              "PESEL",
              "numer PESEL",
              r -> LeakDigits.pesel(born(r) + some(r, DIGITS, 4))),
          document("identity.pl nip", "nip", "NIP", "numer NIP", LeakDocuments::nip),
          document(
              "identity.de tax",
              "steuer_id",
              "Steuer-ID",
              "Steueridentifikationsnummer",
              r -> LeakDigits.germanTax(germanTen(r))),
          document(
              "identity.fr nir",
              "nir",
              "NIR",
              "numéro de sécurité sociale",
              r -> LeakDigits.nir(2_80_02_75_000_000L + between(r, 100_000, 999_999))),
          document(
              "identity.es dni",
              "dni",
              "DNI",
              "número de DNI",
              r -> LeakDigits.dni(between(r, 10_000_000, 99_999_999))),
          document(
              "identity.it codice",
              "codice_fiscale",
              "codice fiscale",
              "codice fiscale",
              r ->
                  LeakDigits.codiceFiscale(
                      "%s%02dD%02dB%03d"
                          .formatted(
                              some(r, "BCDFGLMNPRSTVZ", 6),
                              between(r, 40, 99),
                              between(r, 10, 28),
                              between(r, 100, 999)))),
          document(
              "identity.gb nino",
              "nino",
              "NINO",
              "National Insurance number",
              r ->
                  "JG %d %d %d B"
                      .formatted(between(r, 10, 99), between(r, 10, 99), between(r, 10, 99))),
          document(
              "identity.gb nhs",
              "nhs_number",
              "NHS number",
              "NHS number",
              r ->
                  LeakDigits.nhs(between(r, 400_000_000, 489_999_999))
                      .replaceAll("(...)(...)(....)", "$1 $2 $3")),
          document(
              "identity.nl bsn",
              "bsn",
              "BSN",
              "burgerservicenummer",
              r -> LeakDigits.bsn(between(r, 10_000_000, 29_999_999))),
          document(
              "identity.in aadhaar",
              "aadhaar",
              "Aadhaar",
              "Aadhaar number",
              r -> LeakDigits.verhoeff("3" + some(r, DIGITS, 10)).replaceAll("(....)(?=.)", "$1 ")),
          document(
              "identity.in pan",
              "pan_number",
              "PAN number",
              "PAN card",
              r ->
                  some(r, CAPITALS, 3)
                      + "P"
                      + some(r, CAPITALS, 1)
                      + between(r, 1000, 9999)
                      + some(r, CAPITALS, 1)),
          document(
              "identity.br cpf",
              "cpf",
              "CPF",
              "número do CPF",
              r ->
                  LeakDigits.cpf("0" + some(r, DIGITS, 7) + between(r, 1, 9))
                      .replaceAll("(...)(...)(...)(..)", "$1.$2.$3-$4")),
          document(
              "identity.kr dashes",
              "rrn",
              "RRN",
              "주민등록번호",
              r ->
                  LeakDigits.korean(born(r) + "1" + some(r, DIGITS, 5))
                      .replaceAll("^(......)", "$1-")),
          document(
              "identity.jp groups",
              "my_number",
              "My Number",
              "マイナンバー",
              r ->
                  LeakDigits.japanese("2" + some(r, DIGITS, 10)).replaceAll("(....)(?=.)", "$1 ")));

  private static LeakFamily document(
      String name, String key, String called, String abroad, Function<Random, String> value) {
    return one(name, key, "My " + called + " is %s, thanks.", abroad + ": %s, ok.", value);
  }

  /// Year, month and day of birth with two digits each.
  private static String born(Random random) {
    return "%02d0%d1%d"
        .formatted(between(random, 60, 99), between(random, 1, 9), between(random, 0, 9));
  }

  private static String resident(Random random) {
    return LeakDigits.resident(
        "420111%d0%d1%d%s"
            .formatted(
                between(random, 1960, 1999),
                between(random, 1, 9),
                between(random, 0, 9),
                some(random, DIGITS, 3)));
  }

  private static String hongKong(Random random, String check) {
    char letter = "ACGKR".charAt(random.nextInt(5));
    String six = Integer.toString(between(random, 100_000, 999_999));
    return letter + six + check.formatted(LeakDigits.hongKong(letter, six));
  }

  private static String ssn(Random random, String between) {
    return "%d%s%d%s%d"
        .formatted(
            between(random, 500, 649),
            between,
            between(random, 10, 99),
            between,
            between(random, 1000, 9999));
  }

  private static String nip(Random random) {
    return LeakDigits.nip(between(random, 525_000_000, 949_999_999))
        .replaceAll("(...)(...)(..)(..)", "$1-$2-$3-$4");
  }

  /// Ten digits of which one stands twice and the others once, as the tax office gives them out.
  private static String germanTen(Random random) {
    List<Character> digits = new ArrayList<>();
    for (char c = '1'; c <= '9'; c++) {
      digits.add(c);
    }
    Collections.shuffle(digits, random);
    StringBuilder ten = new StringBuilder();
    digits.forEach(ten::append);
    return ten.append(ten.charAt(3)).toString();
  }
}
