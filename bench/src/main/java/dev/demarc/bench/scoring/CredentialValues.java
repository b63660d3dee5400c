package dev.demarc.bench.scoring;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;

/// Keys in the formats of the companies that issue them, and passwords. All are random; none was
/// ever issued.
final class CredentialValues {
  private static final String URL_SAFE = Chance.BASE62 + "-_";
  private static final String BASE32 = Chance.UPPER + "234567";

  private CredentialValues() {}

  static void into(Map<String, Kind> kinds) {
    key(kinds, "aws", chance -> chance.pick("AKIA", "AKIA", "ASIA") + chance.chars(BASE32, 16));
    key(kinds, "ghp", CredentialValues::github);
    key(
        kinds,
        "ghpat",
        c -> "github_pat_" + c.chars(Chance.BASE62, 22) + "_" + c.chars(Chance.BASE62, 59));
    key(
        kinds,
        "slack",
        c ->
            c.pick("xoxb-", "xoxp-")
                + c.digits(12)
                + "-"
                + c.digits(13)
                + "-"
                + c.chars(Chance.BASE62, 24));
    key(
        kinds,
        "stripe",
        c -> c.pick("sk_live_", "rk_live_") + c.chars(Chance.BASE62, c.in(50) ? 24 : 99));
    key(kinds, "google", chance -> "AIzaSy" + chance.chars(URL_SAFE, 33));
    key(kinds, "openai", CredentialValues::openAi);
    key(kinds, "anthropic", c -> "sk-ant-api03-" + c.chars(URL_SAFE, 93) + "AA");
    key(kinds, "gitlab", chance -> "glpat-" + chance.chars(URL_SAFE, 20));
    key(kinds, "npm", c -> withCrc("npm_", c.chars(Chance.BASE62, 30)));
    key(kinds, "pypi", c -> "pypi-AgEIcHlwaS5vcmc" + c.chars(URL_SAFE, c.between(140, 160)));
    key(kinds, "sendgrid", c -> "SG." + c.chars(URL_SAFE, 22) + "." + c.chars(URL_SAFE, 43));
    key(kinds, "twilio", chance -> "SK" + chance.hex(32));
    key(kinds, "telegram", c -> c.between(5, 7) + c.digits(9) + ":AA" + c.chars(URL_SAFE, 33));
    key(kinds, "jwt", CredentialValues::jwt);
    key(kinds, "pem", CredentialValues::pem);
    kinds.put("awssecret", new Kind("credential.secret", c -> c.chars(Chance.BASE62 + "/+", 40)));
    kinds.put("password", new Kind("credential.secret", CredentialValues::password));
    kinds.put("apikey", new Kind("credential.secret", c -> c.chars(Chance.BASE62, 32)));
    kinds.put("hexkey", new Kind("credential.secret", c -> c.hex(c.in(50) ? 32 : 40)));
  }

  private static void key(Map<String, Kind> kinds, String name, Function<Chance, String> make) {
    kinds.put(name, new Kind("credential.key", make));
  }

  /// Thirty random characters and their CRC-32 in base 62, as GitHub documents its formats.
  private static String github(Chance chance) {
    return withCrc(chance.pick("ghp_", "ghp_", "gho_", "ghs_"), chance.chars(Chance.BASE62, 30));
  }

  private static String withCrc(String prefix, String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    var check = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      check.append(Chance.BASE62.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return prefix + body + check.reverse();
  }

  private static String openAi(Chance chance) {
    return chance.in(40)
        ? "sk-" + chance.chars(Chance.BASE62, 20) + "T3BlbkFJ" + chance.chars(Chance.BASE62, 20)
        : "sk-proj-" + chance.chars(URL_SAFE, 74) + "T3BlbkFJ" + chance.chars(URL_SAFE, 74);
  }

  private static String jwt(Chance chance) {
    String header = "{\"alg\":\"" + chance.pick("HS256", "RS256", "ES256") + "\",\"typ\":\"JWT\"}";
    String claims =
        "{\"sub\":\""
            + chance.digits(7)
            + "\",\"iat\":17"
            + chance.digits(8)
            + ",\"scope\":\"read\"}";
    return url(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + url(claims.getBytes(StandardCharsets.UTF_8))
        + "."
        + url(chance.bytes(32));
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String pem(Chance chance) {
    String kind =
        chance.pick("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY");
    String body = Base64.getEncoder().encodeToString(chance.bytes(240));
    return "-----BEGIN "
        + kind
        + "-----\n"
        + body.replaceAll("(.{64})", "$1\n")
        + "\n-----END "
        + kind
        + "-----";
  }

  private static String password(Chance chance) {
    String special = "!#$%*+-_?";
    return switch (chance.between(0, 2)) {
      case 0 -> chance.chars(Chance.BASE62, 9) + chance.chars(special, 1) + chance.digits(2);
      case 1 ->
          chance.pick("Zeppelin", "Wiewiorka", "Marzipan", "Tornado")
              + chance.chars(special, 1)
              + chance.digits(4)
              + chance.chars(Chance.LOWER, 3);
      default ->
          chance.chars(Chance.BASE62, 8)
              + chance.chars(special, 1)
              + chance.chars(Chance.BASE62, 8);
    };
  }
}
