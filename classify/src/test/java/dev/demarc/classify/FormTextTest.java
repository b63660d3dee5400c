package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Query strings and forms, with what they spell with `%` and `+`.
class FormTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=We+saw+it+from+81.2.69.142+twice&page=2 | network.ip 81.2.69.142",
        "https://h.example.org/n?text=Ping+81.2.69.142%2C+please | network.ip 81.2.69.142",
        "GET /s?a=1&q=ask+81.2.69.142+now HTTP/1.1 | network.ip 81.2.69.142",
        "body=station+3c%3A22%3Afb%3A0a%3Ab4%3A7e+left&x=1 | device.mac"
            + " 3c%3A22%3Afb%3A0a%3Ab4%3A7e",
        "%E6%9D%A5%E6%BA%90IP=81.2.69.142&a=1 | network.ip 81.2.69.142",
        "?ssid=Oma%27s+%22old%22+5G&x=1 | wifi.ssid Oma%27s+%22old%22+5G",
        "POST /v2?x=1&ssid=Upstairs+Left+5G&y=2 | wifi.ssid Upstairs+Left+5G",
        "ref=%7B%22ssid%22%3A%22Upstairs%22%7D&b=1 | wifi.ssid Upstairs",
        "to=wei.zhang+bank@mailbox.org | contact.email wei.zhang+bank@mailbox.org",
        "text=write+to+ann%40mailbox.org.&b=1 | contact.email ann%40mailbox.org",
        "q=code+NjM6IDgxLjIuNjkuMTQy+seen&p=1 | network.ip NjM6IDgxLjIuNjkuMTQy",
        "body=BSS+c3RhdGlvbiAzYzoyMjpmYjowYTpiNDo3ZQ%3D%3D&x=1 | device.mac"
            + " c3RhdGlvbiAzYzoyMjpmYjowYTpiNDo3ZQ%3D%3D",
        "msg=%5Cu0038%5Cu0031.2.69.142+left&x=1 | network.ip %5Cu0038%5Cu0031.2.69.142",
      })
  void a_value_in_a_form_is_found_as_it_is_spelled_there(String text, String found) {
    assertThat(Chat.found(text)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?%E7%89%88%E6%9C%AC=19.44.180.61&a=1",
        "q=version+19.44.180.61+is+out&a=1",
        "body=%3Cversion%3E19.44.180.61%3C%2Fversion%3E&b=1",
      })
  void what_a_form_says_against_a_value_counts(String text) {
    assertThat(Chat.found(text)).isEmpty();
  }

  @Test
  void pairs_of_a_form_are_a_record() {
    String form = "date=2026-03-02&amount=812%2C40&currency=EUR&payee=Kiosk+am+Eck";

    assertThat(Found.of(Category.PAYMENT_TRANSACTION, form))
        .containsExactly("2026-03-02 | 812%2C40 | EUR | Kiosk+am+Eck");
  }

  @Test
  void a_plus_in_base64_stays_one() {
    String secret = "q8Zr+Vb0tYkLmN3pXw/7sHdEfGaJcUi9XoT5vRxB2n4";

    assertThat(Found.of(Category.CREDENTIAL_SECRET, "a=1&client_secret=" + secret + "&x=%20"))
        .containsExactly(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speaker_embedding=%s status=200 took=12",
        "Report\\nspeaker_embedding: %s\\nEnd",
      })
  void signs_between_mixed_letters_and_digits_are_of_base64(String text) {
    for (String code :
        List.of(
            "SGWAZyhO3BUrKi5ZRB2T+Oy4EaxtVQc+STp8YZi/s+6xB44g",
            "eVCljy2WiWZwh+WHvC0TX/yHY/fX4NnU7+7yq1lKLz8lrQDB")) {
      assertThat(Found.of(Category.BIOMETRIC_HINT, text.replace("%s", code))).containsExactly(code);
    }
  }

  @Test
  void a_long_run_of_escapes_holds_nothing() {
    assertThat(Found.in("a+b".repeat(200_000))).isEmpty();
    assertThat(Found.in("%41".repeat(200_000))).isEmpty();
    assertThat(Found.in("a=" + "b+%41".repeat(200_000))).isEmpty();
  }
}
