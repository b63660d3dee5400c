package dev.demarc.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Texts of one size to measure the classifier on, the same for the same seed: of five, two are
/// English chat as JSON, one is a log, one English prose, one Chinese; values are planted in every
/// second text, or in none.
final class ClassifyCorpus {
  private static final String[] ENGLISH =
      ("the of and to a in that it is was for on are as with his they at be this from have or by one"
              + " had not but what all were when we there can an your which their said if do will each"
              + " about how up out them then she many some so these would other into has more her two"
              + " like him see time could no make than first been its who now people my made over did"
              + " down only way find use may water long little very after words called just where most"
              + " know get through back much before go good new write our used me man too any day same"
              + " right look think also around another came come work three word must because does part"
              + " report summary customer please review contract delivery schedule meeting project"
              + " account question response information understand consider quarter revenue planning")
          .split(" ");
  private static final String CHINESE =
      "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";
  private final Random random;

  ClassifyCorpus(long seed) {
    random = new Random(seed);
  }

  /// Texts of `size` bytes, as near as whole words and lines allow.
  List<byte[]> texts(int count, int size, boolean planted) {
    List<byte[]> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int most = i % 5 == 4 ? size / 3 : size;
      while (text.length() < most) {
        line(text, i % 5);
        if (planted && i % 2 == 0 && random.nextInt(6) == 0) {
          text.append(value()).append(' ');
        }
      }
      texts.add(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return texts;
  }

  /// The texts as chat bodies of one message each.
  static List<byte[]> bodies(List<byte[]> texts) {
    return texts.stream().map(ClassifyCorpus::body).toList();
  }

  private static byte[] body(byte[] text) {
    String escaped =
        new String(text, StandardCharsets.UTF_8)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n");
    return ("{\"model\":\"assistant\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
            + escaped
            + "\"}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void line(StringBuilder text, int kind) {
    switch (kind) {
      case 0, 1 -> chat(text);
      case 2 -> log(text);
      case 3 -> text.append(sentence(8 + random.nextInt(14))).append(' ');
      default -> chinese(text);
    }
  }

  private void chat(StringBuilder text) {
    text.append("{\"role\": \"")
        .append(random.nextBoolean() ? "user" : "assistant")
        .append("\", \"content\": \"")
        .append(sentence(10 + random.nextInt(30)))
        .append("\", \"tokens\": ")
        .append(random.nextInt(900))
        .append(", \"temperature\": 0.")
        .append(random.nextInt(10))
        .append("}\n");
  }

  private void log(StringBuilder text) {
    text.append(
        String.format(
            Locale.ROOT,
            "2026-%02d-%02dT%02d:%02d:%02d.%03dZ INFO  [worker-%d] com.acme.%s.Handler - %s took=%dms"
                + " size=%d trace=%08x%08x%n",
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            random.nextInt(1000),
            random.nextInt(16),
            word(),
            sentence(4 + random.nextInt(6)),
            random.nextInt(500),
            random.nextInt(100_000),
            random.nextInt(),
            random.nextInt()));
  }

  private void chinese(StringBuilder text) {
    for (int k = 6 + random.nextInt(20); k > 0; k--) {
      text.append(CHINESE.charAt(random.nextInt(CHINESE.length())));
    }
    text.append(random.nextInt(4) == 0 ? "。\n" : "，");
    if (random.nextInt(8) == 0) {
      text.append(random.nextInt(2026));
    }
  }

  private String sentence(int words) {
    StringBuilder sentence = new StringBuilder(word());
    for (int i = 1; i < words; i++) {
      sentence.append(random.nextInt(12) == 0 ? ", " : " ").append(word());
      if (random.nextInt(40) == 0) {
        sentence.append(' ').append(random.nextInt(2000));
      }
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private String word() {
    return ENGLISH[random.nextInt(ENGLISH.length)];
  }

  private String value() {
    return switch (random.nextInt(4)) {
      case 0 -> "81." + random.nextInt(256) + "." + random.nextInt(256) + ".17";
      case 1 -> "user" + random.nextInt(1000) + "@mail.org";
      case 2 -> "card 4929127381726356";
      default -> "3c:22:fb:0a:b4:" + (10 + random.nextInt(90));
    };
  }
}
