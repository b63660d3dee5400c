package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Identifiers of devices: what is found, and what looks like one and is not.
class DevicesTest {
  private static final List<String> CARRIERS =
      List.of(
          "%k: %s",
          "%k %s",
          "%k=%s&x=1",
          "%k是%s，谢谢",
          "the %k is %s.",
          "{\"%k\":\"%s\"}",
          "{\"a\":\"{\\\"%k\\\":\\\"%s\\\"}\"}",
          "name,%k\nAnna,%s",
          "| name | %k |\n|---|---|\n| Anna | %s |",
          "INFO attach %k=%s ok",
          "<%k>%s</%k>");

  @ParameterizedTest
  @CsvSource({
    "imei, 353328113262453, device.imei",
    "IMEI, 35-332811-326245-3, device.imei",
    "IMEISV, 3533281132624502, device.imei",
    "imsi, 460001234567890, device.imsi",
    "ICCID, 89860073290484495007, device.iccid",
    "iccid, 898600MFSSYYG1234567, device.iccid",
    "MEID, A1000012345678, device.meid",
    "meid, 268435456001234567, device.meid",
    "serial_number, C02XG0ABJGH5, device.serial",
    "SN, 5CD1234XYZ, device.serial",
    "序列号, PF-2ABC3D, device.serial",
    "序列号, PXLQACBR4T, device.serial",
    "serialNumber, 123456789012, device.serial",
    "IDFA, 6D92078A-8246-4BA4-AE5B-76104861E7DC, device.ad-id",
    "oaid, 9b3f5c7a1d2e4f60, device.ad-id",
    "广告标识符, abcdefab-cdef-4abc-8def-abcdefabcdef, device.ad-id",
    "android_id, 9774d56d682e549c, device.android-id",
    "mac, 3c22fb0ab47e, device.mac",
    "MAC, 3c22-fb0a-b47e, device.mac",
    "BSSID, 3C22FB0AB47E, wifi.bssid",
  })
  void a_value_under_its_key_is_found_in_every_carrier(String key, String value, String category) {
    List<String> frames = CARRIERS.stream().map(frame -> frame.replace("%k", key)).toList();
    Chat.assertAlone(category, value, frames);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*#06# shows 353328113262453 | device.imei 353328113262453",
        "my handset 35-332811-326245-3 | device.imei 35-332811-326245-3",
        "phone 35 332811 326245 3 | device.imei 35 332811 326245 3",
        "手机串号353328113262453谢谢 | device.imei 353328113262453",
        "IMEI/MEID: 353328113262453 | device.imei 353328113262453",
        "SIM 89860073290484495007 activated | device.iccid 89860073290484495007",
        "8986 0073 2904 8449 5007 | device.iccid 8986 0073 2904 8449 5007",
        "subscriber id (IMSI) 460001234567890 | device.imsi 460001234567890",
        "Serial Number (system): C02XG0ABJGH5 | device.serial C02XG0ABJGH5",
        "getString(ANDROID_ID) gave back 9774d56d682e549c today | device.android-id"
            + " 9774d56d682e549c",
        "Die Android-ID des Tablets ist 9774d56d682e549c. | device.android-id 9774d56d682e549c",
        "L'Android ID de la tablette : 9774d56d682e549c | device.android-id 9774d56d682e549c",
        "手机的安卓ID是9774d56d682e549c | device.android-id 9774d56d682e549c",
        "the MEID below the battery reads A1000012345678 | device.meid A1000012345678",
        "请查询MEID998245C7CCC5D7的状态 | device.meid 998245C7CCC5D7",
        "The serial number under the lid is C02XG0ABJGH5. | device.serial C02XG0ABJGH5",
        "Die Seriennummer auf der Rückseite lautet SN18583JKMU2 | device.serial SN18583JKMU2",
        "Le numéro de série de l'appareil est C02PZGHLXKKN. | device.serial C02PZGHLXKKN",
        "Numer seryjny tego laptopa to PF22654FYQF0 | device.serial PF22654FYQF0",
        "El identificador de publicidad del móvil es 7fc119b5-6fac-44f1-b31d-1ad2d0511f61 |"
            + " device.ad-id 7fc119b5-6fac-44f1-b31d-1ad2d0511f61",
        "L'IMEI du téléphone : 353328113262453 | device.imei 353328113262453",
        "IMSI des Handys: 460001234567890 | device.imsi 460001234567890",
        "subscriber 460001234567890 (IMSI) is roaming | device.imsi 460001234567890",
      })
  void a_value_is_found_by_its_shape_or_a_word(String text, String found) {
    assertThat(Chat.found(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "353328113262454",
        "row 353328113262453",
        "order 353328113262453",
        "IMEI: 123",
        "460001234567890",
        "IMSI: 999001234567890",
        "89860073290484495008",
        "A1000012345678",
        "C02XG0ABJGH5",
        "serial 2026112301",
        "Serial Number: 04:e2:1b:3a:55:66:77:88",
        "serial: /dev/ttyUSB0",
        "serial8250: ttyS0",
        "serialVersionUID = 4929127381726356L",
        "part number 5CD1234XYZ",
        "sn: viPoke16",
        "request 6D92078A-8246-4BA4-AE5B-76104861E7DC failed",
        "IDFA: 00000000-0000-0000-0000-000000000000",
        "android_id: null",
        "Android 14 build 9774d56d682e549c",
        "commit 3c22fb0ab47e",
        "key 3c22-fb0a-b47e",
        "[038B.0020.0004]",
        "12:34:56",
      })
  void what_has_neither_key_nor_check_is_left_alone(String text) {
    assertThat(Found.in(text))
        .extracting(found -> found.category().id())
        .noneMatch(id -> id.startsWith("device.") || id.startsWith("wifi."));
  }

  @Test
  void a_key_of_another_kind_decides_between_numbers_that_share_a_check() {
    assertThat(Chat.found("{\"imei\":6011347193847521}")).isEmpty();
    assertThat(Chat.found("{\"card\":353328113262453}"))
        .containsExactly("payment.card 353328113262453");
    assertThat(Chat.found("{\"imsi\":310150123456789}"))
        .containsExactly("device.imsi 310150123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Android build a7f5c20a69786d25 failed to start",
        "The android_id column is null, trace a7f5c20a69786d25 shows why",
        "android_id is not logged any more; commit a7f5c20a69786d25 removes it",
        "The serial port is COM3 and the baud rate is 115200",
        "serial execution on node i-0abc1234def567890 took long",
        "advertising campaign 7fc119b5-6fac-44f1-b31d-1ad2d0511f61 started"
      })
  void a_sentence_about_something_else_comes_to_no_device(String text) {
    assertThat(Chat.found(text)).as(text).isEmpty();
  }

  @Test
  void the_list_of_attached_devices_gives_their_serial_numbers() {
    String list =
        """
        $ adb devices
        List of devices attached
        R58M12ABCDE\tdevice
        20XACC90702BB\toffline

        ok
        """;
    assertThat(Found.of(Category.DEVICE_SERIAL, list))
        .containsExactly("R58M12ABCDE", "20XACC90702BB");
    assertThat(Found.of(Category.DEVICE_SERIAL, list + "then " + list.replace("R58", "R59")))
        .containsExactly("R58M12ABCDE", "20XACC90702BB", "R59M12ABCDE", "20XACC90702BB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "I registered XQ77120934 as the serial number in May # XQ77120934",
        "Agent: What is the serial number?\\nCustomer: XQ77120934 # XQ77120934",
        "Wie lautet die Seriennummer?\\nXQ77120934 # XQ77120934",
        "numer seryjny laptopa – XQ77120934 # XQ77120934",
        "ID_SERIAL_SHORT=XQ77120934 # XQ77120934",
      })
  void a_serial_number_is_an_answer_or_is_called_one(String text, String serial) {
    assertThat(Found.of(Category.DEVICE_SERIAL, Found.lines(text))).containsExactly(serial);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the serial number?\nOrder 77120093 was cancelled.",
        "Was ist eine Seriennummer?\nSie steht auf der Seite.",
        "Serial number: required. Model number: optional.",
        "The serial number is optional and order 77120093 is open",
      })
  void what_follows_a_question_is_not_always_its_answer(String text) {
    assertThat(Found.of(Category.DEVICE_SERIAL, text)).isEmpty();
  }

  @Test
  void serial_numbers_of_a_list_are_found() {
    assertThat(
            Found.of(Category.DEVICE_SERIAL, "The serial numbers are XQ77120934 and XQ77120935."))
        .containsExactly("XQ77120934", "XQ77120935");
    String many = "serial numbers are XQ77120934" + " and XQ77120935".repeat(20_000);
    assertThat(Found.of(Category.DEVICE_SERIAL, many)).hasSizeLessThan(20);
  }

  @Test
  void a_modem_answers_with_its_numbers() {
    assertThat(Found.of(Category.IMEI, "AT+CGSN\r\n353–328–113–262–453\r\nOK"))
        .containsExactly("353–328–113–262–453");
    assertThat(Found.of(Category.IMSI, "AT+CIMI\n460001234567890\nOK"))
        .containsExactly("460001234567890");
    assertThat(Found.of(Category.IMSI, "AT+CGMR\n460001234567890\nOK")).isEmpty();
  }

  @Test
  void columns_of_numbers_spelled_in_chinese_are_read() {
    assertThat(Found.of(Category.IMEI, "手机串号;品牌\n三五三三二八一一三二六二四五三;华为\n"))
        .containsExactly("三五三三二八一一三二六二四五三");
    assertThat(Found.in("章节;页\n三五三三二八一一三二六二四五三;华为\n")).isEmpty();
  }
}
