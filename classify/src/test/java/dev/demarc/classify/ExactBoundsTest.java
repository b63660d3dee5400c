package dev.demarc.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.read.Families;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.scan.OperatorRules;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that begin or end where a family looks around: in an array of their exact length there is
/// nothing before and after them, so that who reads on throws.
class ExactBoundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"wifi\":\"\\/networks\"}",
        "{\"signal\":\"\\/x\"}",
        "{\"wifi\":\"/a\u2013b\"}",
        "{\"x\":\":lab:9C\\\\:3D\\\\:F2\\\\:11\\\\:22\\\\:33\"}",
        "{\"x\":\"1+1 Bearer \"}",
        "{\"x\":\"1+1 Authorization: Token \"}"
      })
  void a_body_is_read_by_a_walk_that_has_no_larger_buffer_yet(String body) throws Unreadable {
    assertThat(new Classifier(ClassifierSettings.defaults()).classify(Text.of(body))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1732548971234567\n8.8.8.8",
        "Authorization: Bearer ",
        "authorization: apikey ",
        "WIFI:S:lab;",
        "WIFI:P:abc\\",
        "Called-Station-Id 3C-22-FB-01-02-03:",
        "login ok: [",
        "Login incorrect",
        "adb devices",
        SpelledKeys.BEGIN,
        "1.2Q~",
        "eyJ",
        "cookie:a=",
        "to 1.2.3.4",
        "from 1.2.3.4",
        "://hooks.slack.com/services/",
        "hooks.slack.com/services/T00000000/" + "B00000000/k3J9xQ2mPz7Rt5Vw",
        "serial number\n",
        "\u3002",
        "号a号a",
        " <li@acme.co>",
        "Subject: x\nFrom: Anna Smith",
        "Ninon : tu viens ?\nHugo : oui",
        "350 Fifth Avenue, Suite",
        "350 Fifth Avenue, Apt",
        "wifi Netgear0123456789012345678901234567890123456789",
        "wifi FRITZ!Box 0123456789012345678901234567890123456789",
      })
  void a_text_ends_with_its_array(String text) throws Unreadable {
    Classifier fresh = new Classifier(ClassifierSettings.defaults());
    byte[] exact = text.getBytes(UTF_8);
    assertThat(fresh.classifyText(Text.of(exact))).isNotNull();
    for (int end = 1; end < text.length(); end++) {
      fresh.classifyText(Text.of(text.substring(0, end)));
    }
  }

  /// What families look for behind a word: each beginning of it ends a text.
  private static final List<String> TAILS =
      List.of(
          " to Ab-1 and ",
          " called \"a\" or ",
          " is now ",
          " from A1-b, ",
          ": a1b2; ",
          ", x_1/",
          " (A 1) ",
          " name: Ab, WPA",
          "=\"a\"",
          "号码是 a1",
          "?\nA1B2C3\n",
          " “é” und é-1",
          " \\: {",
          "\t-61dbm ");

  @ParameterizedTest
  @ValueSource(strings = {"", "a ", "renamed the ", "wi-fi x1 "})
  void a_text_may_end_anywhere_behind_a_word_that_a_family_is_called_for(String before)
      throws Unreadable {
    Classifier classifier = new Classifier(ClassifierSettings.defaults());
    List<String> words = new Families(OperatorRules.NONE).triggers().words();
    for (String word : words) {
      for (String tail : TAILS) {
        for (int end = 0; end <= tail.length(); end++) {
          classifier.classifyText(Text.of(before + word + tail.substring(0, end)));
        }
      }
    }
  }

  @Test
  void a_terse_listing_may_have_an_empty_first_column() {
    assertThat(Found.of(Category.WIFI_BSSID, ":lab:9C\\:3D\\:F2\\:11\\:22\\:33:6"))
        .containsExactly("9C\\:3D\\:F2\\:11\\:22\\:33");
    assertThat(Found.of(Category.WIFI_SSID, ":lab:9C\\:3D\\:F2\\:11\\:22\\:33:6"))
        .isEqualTo(List.of("lab"));
  }
}
