package dev.demarc.cli.e2e;

import static dev.demarc.cli.e2e.LeakDigits.CAPITALS;
import static dev.demarc.cli.e2e.LeakDigits.DIGITS;
import static dev.demarc.cli.e2e.LeakDigits.WORD;
import static dev.demarc.cli.e2e.LeakDigits.mixed;
import static dev.demarc.cli.e2e.LeakDigits.some;
import static dev.demarc.cli.e2e.LeakFamily.one;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// What opens something: keys in their issuers' formats, signed assertions, passwords.
final class LeakSecrets {
  private static final String KEY = "My key is %s, does it work?";
  private static final String CHINESE_KEY = "用的key：%s。";

  private LeakSecrets() {}

  static final List<LeakFamily> ALL =
      List.of(
          one(
              "credential.key github",
              "api_key",
              KEY,
              CHINESE_KEY,
              r -> LeakDigits.gitHub("ghp_", mixed(r, 30))),
          one(
              "credential.key aws",
              "access_key_id",
              KEY,
              CHINESE_KEY,
              r -> "AKIA" + "Q3" + some(r, CAPITALS + "234567", 14)),
          one("credential.key openai", "token", KEY, CHINESE_KEY, r -> "sk-proj-" + mixed(r, 74)),
          one(
              "credential.key stripe",
              "stripe_key",
              KEY,
              CHINESE_KEY,
              r -> "sk_live_" + mixed(r, 24)),
          one("credential.key assertion", "id_token", KEY, CHINESE_KEY, LeakSecrets::assertion),
          one(
              "credential.key block",
              "private_key",
              "The key:\n%s\nis old.",
              "私钥：\n%s\n很旧。",
              LeakSecrets::block),
          one(
              "credential.secret password",
              "password",
              "My password is %s\nplease reset it.",
              "我的密码是%s\n请重置。",
              r -> "Tr7" + some(r, WORD, 6) + "-q9Z"),
          one(
              "credential.secret random",
              "client_secret",
              "client_secret: %s\nplease rotate it.",
              "密钥：%s\n请更换。",
              r -> mixed(r, 32)),
          one(
              "credential.secret pin",
              "otp_code",
              "The verification code: %s\nplease.",
              "验证码：%s\n谢谢。",
              r -> "8" + some(r, DIGITS, 5)));

  /// A signed assertion (RFC 7519) with a header and claims that decode.
  private static String assertion(Random random) {
    return url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")
        + "."
        + url("{\"sub\":\"u" + some(random, DIGITS, 9) + "\"}")
        + "."
        + mixed(random, 43);
  }

  private static String url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Random text in the form of a private key (RFC 7468); no key, and none stands in this source.
  private static String block(Random random) {
    String name = "PRIVATE " + "KEY";
    return "-----BEGIN %s-----\nMII%s\n%s==\n-----END %s-----"
        .formatted(name, some(random, WORD, 61), some(random, WORD, 62), name);
  }
}
