package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of identity documents, made up with checks that fit, and what looks like them.
class IdentityTest {
  private static List<String> identities(String text) {
    return Found.in(text).stream()
        .filter(found -> found.category().id().startsWith("identity."))
        .map(found -> found.category().id() + " " + found.value())
        .toList();
  }

  // What proves itself, or is grouped as on the document.

  @ParameterizedTest
  @CsvSource({
    "identity.cn-resident, 420111197404202333",
    "identity.cn-resident, 420111 19740420 2333",
    "identity.cn-resident, 420111-19740420-2333",
    "identity.cn-resident, 420111 1974 0420 2333",
    "identity.cn-resident, 33010619631222364X",
    "identity.cn-resident, 33010619631222364x",
    "identity.cn-resident, 330106 19631222 364X",
    "identity.cn-resident, ４２０１１１１９７４０４２０２３３３",
    "identity.cn-resident, ３３０１０６１９６３１２２２３６４Ｘ",
    "identity.cn-credit-code, 91310115QY2WEDYX87",
    "identity.hk, C845782(2)",
    "identity.hk, C845782（2）",
    "identity.hk, JP469246(5)",
    "identity.tw, Y236535058",
    "identity.us-ssn, 712-38-3167",
    "identity.us-ssn, 712 38 3167",
    "identity.us-ssn, 712–38–3167",
    "identity.us-itin, 924-95-6365",
    "identity.pl, 91010488306",
    "identity.pl, 942-873-46-70",
    "identity.pl, 942-87-34-670",
    "identity.pl, PL9428734670",
    "identity.pl, PL 942-873-46-70",
    "identity.de, 12376394502",
    "identity.de, 12 376 394 502",
    "identity.de, 44191172B830",
    "identity.de, 44 191172 B 830",
    "identity.fr, 280024371509875",
    "identity.fr, 2 80 02 43 715 098 75",
    "identity.es, 40956422T",
    "identity.es, 40956422-T",
    "identity.es, 40.956.422-T",
    "identity.es, Z0600583N",
    "identity.es, Z-0600583-N",
    "identity.it, PVGDZN06D26B172S",
    "identity.it, pvgdzn06d26b172s",
    "identity.it, PVGDZN 06D26 B172S",
    "identity.gb, JG451838B",
    "identity.gb, JG 45 18 38 B",
    "identity.gb, 408 625 3992",
    "identity.in, 3278 0361 3972",
    "identity.in, 3278-0361-3972",
    "identity.in, CFFPR7545K",
    "identity.br, 096.042.204-89",
    "identity.kr, 850510-1761053",
  })
  void a_number_is_found_by_its_check_or_grouping(String category, String value) {
    for (String text :
        List.of("%s", "it is %s.", "(%s)", "客户%s，谢谢", "a,%s,b", "[\"%s\"]", "- %s\n- x")) {
      assertThat(identities(text.replace("%s", value)))
          .as(text)
          .containsExactly(category + " " + value);
    }
  }

  // What a key, a column or a word has to name.

  @ParameterizedTest
  @CsvSource({
    "identity.cn-resident, 身份证号, 420111740420233",
    "identity.cn-resident, sfzh, 420111197404202334",
    "identity.passport, 护照号, E84526172",
    "identity.passport, 护照, EA4526172",
    "identity.passport, passport_no, 584526172",
    "identity.passport, Reisepass, C01X85T63",
    "identity.passport, paszport, ZS4526172",
    "identity.passport, pasaporte, AAB452617",
    "identity.passport, passeport, 18CV45261",
    "identity.passport, 回乡证, H84526172",
    "identity.passport, 台胞证号, 84526172",
    "identity.hk, hkid, C8457822",
    "identity.mo, 澳门身份证, 5215299(8)",
    "identity.mo, 澳门身份证, 52152998",
    "identity.tw, 居留證號, A800000014",
    "identity.us-ssn, ssn, 712383167",
    "identity.us-ssn, SSN, 7 1 2 3 8 3 1 6 7",
    "identity.us-itin, ITIN, 924956365",
    "identity.us-itin, taxpayer id, 924956365",
    "identity.pl, nip, 9428734670",
    "identity.pl, REGON, 889943010",
    "identity.pl, dowód osobisty, JCU800645",
    "identity.pl, seria i numer dowodu osobistego, JCU 800645",
    "identity.pl, PESEL, 91010488305",
    "identity.de, Personalausweisnummer, TNL479T624",
    "identity.fr, numéro fiscal, 30 69 865 747 291",
    "identity.gb, nhs_number, 4086253992",
    "identity.gb, NINO, jg451838b",
    "identity.nl, BSN, 150563425",
    "identity.in, aadhaar, 327803613972",
    "identity.br, CPF, 09604220489",
    "identity.kr, 주민등록번호, 8505101761053",
    "identity.jp, マイナンバー, 2955 5064 9381",
    "identity.jp, my_number, 295550649381",
  })
  void a_number_is_found_under_its_key(String category, String key, String value) {
    String found = category + " " + value;
    assertThat(identities(key + ": " + value)).containsExactly(found);
    assertThat(identities(key + " " + value + " ok")).containsExactly(found);
    assertThat(identities("{\"" + key + "\": \"" + value + "\"}")).containsExactly(found);
    assertThat(identities("| x | " + key + " |\n|---|---|\n| 1 | " + value + " |"))
        .containsExactly(found);
    assertThat(identities("seq," + key + "\n1," + value + "\n2," + value))
        .containsExactly(found, found);
  }

  @ParameterizedTest
  @CsvSource({
    "我的身份证是420111197404202333谢谢, identity.cn-resident 420111197404202333",
    "ID420111197404202333, identity.cn-resident 420111197404202333",
    "Her social security number was said to be 712383167, identity.us-ssn 712383167",
    "SSN#712-38-3167, identity.us-ssn 712-38-3167",
    "SSN\\n712383167, identity.us-ssn 712383167",
    "legitymujący się dowodem osobistym JCU 800645, identity.pl JCU 800645",
    "Firma Alfa sp. z o.o. NIP 9428734670, identity.pl 9428734670",
    "Meine Steuer-ID lautet 12376394502., identity.de 12376394502",
    "Mijn burgerservicenummer is 150563425, identity.nl 150563425",
    "持护照（E84526172）入境, identity.passport E84526172",
    "I hold a passport from France: 18CV45261, identity.passport 18CV45261",
    "/q?ssn=712383167&x=1, identity.us-ssn 712383167",
  })
  void a_word_nearby_names_a_number(String text, String found) {
    assertThat(identities(text.replace("\\n", "\n"))).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A check, a date, a region or a range that does not fit.
        "420111197404202334",
        "420111197413202333",
        "990111197404202333",
        "33010619631222365X",
        "91310115QY2WEDYX88",
        "C845782(3)",
        "Y236535059",
        "SSN 000-38-3167",
        "SSN 666-38-3167",
        "SSN 712-00-3167",
        "SSN 712-38-0000",
        "91010488305",
        "91133188306",
        "942-873-46-71",
        "PL9428734671",
        "NIP 9428734671",
        "dowód osobisty JCU900645",
        "12376394503",
        "280024371509876",
        "40956422A",
        "Z0600583A",
        "PVGDZN06D26B172T",
        "BG451838B",
        "JG451838E",
        "DA451838A",
        "408 625 3993",
        "BSN 150563426",
        "1278 0361 3972",
        "3278 0361 3973",
        "CFFXR7545K",
        "096.042.204-88",
        "850510-1761054",
        // Enough for a check, not without a word.
        "9428734670",
        "889943010",
        "JCU800645",
        "150563425",
        "327803613972",
        "295550649381",
        "2955 5064 9381",
        "09604220489",
        "E84526172",
        "C8457822",
        "5215299(8)",
        "712383167",
        "712.38.3167",
        "420111740420233",
        "408-625-3992",
        "TNL479T624",
        // Part of something longer.
        "712-38-3167-88",
        "1-712-38-3167",
        "0.91010488306",
        "x91010488306",
        "S91010488306",
        "3278 0361 3972 4445",
        "40956422T-01",
        "part-JG451838B",
        "jg451838b",
        "id_40956422Tx",
        // Something else by its word.
        "order 91010488306",
        "订单号：91010488306",
        "tel. 408 625 3992",
        "phone: 408 625 3992",
        "id_number: 712383167",
        "timestamp 91010488306",
        "13812345678",
        "1761388953000",
        "2026-11-23 10:22:33",
        "550e8400-e29b-41d4-a716-446655440000",
        "+48 942 873 467",
        "978-3-16-148410-0",
        "passport.js 4.1.2 of 20260301",
        "a snippet of 9428734670",
        "at midnight 889943010",
        "999-999-99-99",
        "ITIN 999-99-9999",
        "SSN 987-65-4321",
        "numer faktury 91010488306",
        "konto 91010488306",
        "catalog 712-38-3167",
      })
  void what_only_looks_like_an_identity_number_is_left_alone(String text) {
    assertThat(identities(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"078-05-1120", "219-09-9999", "123-45-6789", "111-11-1111"})
  void a_social_security_number_of_nobody_is_left_alone(String number) {
    assertThat(identities("SSN " + number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "身份证号, identity.cn-resident, 42-0111-1974-0420-2333",
    "PESEL, identity.pl, 910_104_883_06",
    "CPF, identity.br, 09 60 42 20 48 9",
    "SSN, identity.us-ssn, 71.23.83.16.7",
    "Aadhaar, identity.in, 327 803 613 972",
    "Aadhaar card no, identity.in, 3278 0361 3972",
    "NIR, identity.fr, 28002.43715.09875",
  })
  void odd_separators_do_not_hide_a_number(String key, String category, String value) {
    assertThat(identities(key + ": " + value)).containsExactly(category + " " + value);
  }

  @ParameterizedTest
  @CsvSource({
    "socialSecurityNumber, identity.fr, 280024371509875",
    "customer, identity.gb, 408 625 3992",
    "vat_id, identity.pl, 9428734670",
    "idCardNum, identity.cn-resident, 420111197404202333",
    "id_card, identity.pl, JCU800645",
    "卡号, identity.cn-resident, 420111197404202333",
  })
  void a_key_of_another_document_does_not_hide_a_number(String key, String category, String value) {
    assertThat(identities(key + ": " + value)).contains(category + " " + value);
  }

  @Test
  void a_word_for_something_else_that_is_nearer_counts() {
    assertThat(identities("NHS patient, tel. 408 625 3992")).isEmpty();
    assertThat(identities("tel. in the file, NHS 408 625 3992"))
        .containsExactly("identity.gb 408 625 3992");
  }
}
