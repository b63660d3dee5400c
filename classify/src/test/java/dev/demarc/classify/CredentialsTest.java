package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What credentials are found, and what stands where one will be. No key stands in this file
/// ([SpelledKeys]).
class CredentialsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIA{U16}",
        "ASIA{U16}",
        "ghp_{W36}",
        "gho_{W36}",
        "ghs_{W36}",
        "github_pat_{W22}_{W59}",
        "glpat-{W20}",
        "xoxb-{N12}-{N12}-{W24}",
        "https://hooks.slack.com/services/T{U8}/B{U8}/{W24}",
        "sk_live_{W24}",
        "rk_live_{W40}",
        "sk_test_{W24}",
        "sk-{W48}",
        "sk-{H32}",
        "sk-proj-{W60}-{W40}",
        "sk-ant-api03-{W90}AA",
        "AIza{W35}",
        "ya29.{W60}",
        "npm_{W36}",
        "pypi-AgEIcHlwaS5vcmc{W90}",
        "SK{H32}",
        "SG.{W22}.{W43}",
        "key-{H32}",
        "{N9}:AA{W33}",
        "https://discord.com/api/webhooks/{N18}/{W68}",
        "hf_{W34}",
        "dop_v1_{H64}",
        "dapi{H32}",
        "dckr_pat_{W27}",
        "shpat_{H32}",
        "sq0atp-{W22}",
        "LTAI5t{W18}",
        "AKID{W32}",
        "secret_{W43}",
        "lin_api_{W40}",
        "glsa_{W32}_{H8}",
        "hvs.{W90}",
        "AGE-SECRET-KEY-1{U58}",
        "gsk_{W52}",
        "sbp_{H40}",
        "re_{W8}_{W24}",
      })
  void a_key_in_its_issuers_format_is_found_wherever_it_stands(String format) {
    String key = SpelledKeys.of(format);
    for (String text :
        List.of(
            "my key is %s.",
            "用的key：%s。",
            "{\"apiKey\":\"%s\"}",
            "{\"log\":\"{\\\"k\\\":\\\"%s\\\"}\"}",
            "export FOO_TOKEN=%s",
            "id,api_key\n1,%s\n",
            "| name | key |\n|---|---|\n| prod | %s |",
            "https://api.acme.io/v1?key=%s&x=1")) {
      assertThat(Found.of(Category.CREDENTIAL_KEY, text.replace("%s", key)))
          .as(text)
          .containsExactly(key);
    }
  }

  @Test
  void the_check_of_a_key_is_evidence_and_its_absence_is_not() {
    String letters = SpelledKeys.of("{W30}");
    String key = "ghp_" + letters + SpelledKeys.check(letters);
    String unchecked = "ghp_" + SpelledKeys.check(letters) + letters;
    assertThat(Found.in(key)).extracting(Found::score).containsExactly(100);
    assertThat(Found.in(unchecked)).extracting(Found::score).containsExactly(95);
  }

  @Test
  void a_signed_assertion_is_one_whose_header_names_an_algorithm() {
    String header = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    String payload = base64("{\"sub\":\"1\"}");
    String signed = header + "." + payload + "." + SpelledKeys.of("{W86}");
    assertThat(Found.of(Category.CREDENTIAL_KEY, "Authorization: Bearer " + signed))
        .containsExactly(signed);
    assertThat(Found.of(Category.CREDENTIAL_KEY, "see " + signed + ".")).containsExactly(signed);
    assertThat(Found.of(Category.CREDENTIAL_KEY, "jwt_prod-" + signed)).containsExactly(signed);
    String other = base64("{\"text\":\"hello\"}") + "." + payload + "." + SpelledKeys.of("{W86}");
    assertThat(Found.of(Category.CREDENTIAL_KEY, "see " + other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM re_index_customer_orders_table_v2",
        "def test_re_compile_pattern_of_names_3(): pass",
        "re_Index_Customer_Orders_Table_V2",
      })
  void a_name_in_a_program_is_no_key(String text) {
    assertThat(Found.of(Category.CREDENTIAL_KEY, text)).isEmpty();
  }

  @Test
  void a_key_ends_before_the_dashes_or_points_behind_it() {
    String key = SpelledKeys.of("glpat-{W20}");
    assertThat(Found.of(Category.CREDENTIAL_KEY, key + "-----")).containsExactly(key);
    assertThat(Found.of(Category.CREDENTIAL_KEY, key + "...")).containsExactly(key);
    assertThat(Found.of(Category.CREDENTIAL_KEY, key.repeat(40))).isEmpty();
  }

  @Test
  void a_private_key_without_its_end_does_not_reach_into_the_next() {
    String first = SpelledKeys.BEGIN + "\n" + SpelledKeys.of("{W64}");
    String second = first + "\n" + SpelledKeys.END;
    assertThat(Found.of(Category.CREDENTIAL_KEY, first + "\n" + second))
        .containsExactly(first, second);
  }

  @Test
  void each_header_of_cookies_on_a_line_is_read() {
    String one = SpelledKeys.of("{W24}");
    String other = SpelledKeys.of("{W26}");
    assertThat(
            Found.of(
                Category.CREDENTIAL_SECRET,
                "Cookie: a=1; b=" + one + "; x=2 Set-Cookie: cookie:c=" + other + "; lang=en"))
        .containsExactly(one, other);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"})
  void a_private_key_is_found_with_its_whole_block(String name) {
    String block =
        "-----BEGIN "
            + name
            + "-----\n"
            + SpelledKeys.of("{W64}\n{W64}\n{W20}")
            + "\n-----END "
            + name
            + "-----";
    assertThat(Found.of(Category.CREDENTIAL_KEY, "use\n" + block + "\nplease"))
        .containsExactly(block);
    String escaped = block.replace("\n", "\\n");
    assertThat(Found.of(Category.CREDENTIAL_KEY, "KEY=\"" + escaped + "\"")).contains(escaped);
    String publicKey = block.replace("PRIVATE", "PUBLIC");
    assertThat(Found.of(Category.CREDENTIAL_KEY, publicKey)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: %s",
        "password=%s",
        "{\"passwd\":\"%s\"}",
        "DB_PASSWORD=%s\nDB_HOST=x",
        "my password is %s",
        "密码：%s",
        "密码是%s",
        "登录密码为%s，请尽快修改",
        "The root password is \"%s\", keep it",
        "name,password\nbob,%s\n",
        "| user | 密码 |\n|---|---|\n| bob | %s |",
        "Server=db;Password=%s;Encrypt=true",
        "<password>%s</password>",
        "mima: %s",
      })
  void a_password_is_found_under_its_key(String text) {
    for (String password :
        List.of("hunter2!", "P@ssw0rd2024", "k9#mQ2$vL", "9f8e7d6c5b", "Tr7uXXxXc-q9Z")) {
      assertThat(Found.of(Category.CREDENTIAL_SECRET, text.replace("%s", password)))
          .as(text + " " + password)
          .containsExactly(password);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2!", "k9#mQ2$vL", "9f8e7d6c5b", "Tr7uXXxXc-q9Z", "P%40ssw0rd2024"})
  void a_password_is_found_in_the_address_of_a_database(String password) {
    String address = "postgres://app:" + password + "@db.internal:5432/main";
    assertThat(Found.of(Category.CREDENTIAL_SECRET, address)).containsExactly(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key=%s",
        "apiKey: %s",
        "{\"access_token\":\"%s\"}",
        "X-API-Key: %s",
        "config[\"client_secret\"] = \"%s\"",
        "?token=%s&a=b",
        "Authorization: Bearer %s",
        "访问令牌：%s",
        "tool --token %s run",
      })
  void a_random_value_under_the_key_of_a_credential_is_one(String text) {
    String value = SpelledKeys.of("{H40}");
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text.replace("%s", value)))
        .containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource({"aws_secret_access_key = , 40, ''", "AccountKey=, 86, =="})
  void a_key_of_its_issuers_length_is_told_from_other_secrets(String key, int length, String pad) {
    String value = SpelledKeys.of("{W" + length + "}") + pad;
    assertThat(Found.of(Category.CREDENTIAL_KEY, key + value)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: ********",
        "password: <your-password>",
        "password=${DB_PASSWORD}",
        "password = os.environ[\"DB_PASSWORD\"]",
        "password: process.env.PASSWORD",
        "api_key = \"YOUR_API_KEY\"",
        "apiKey: xxxxxxxxxxxxxxxxxxxx",
        "api_key: k9-XXXX-77",
        "token = get_token()",
        "password = fetch_pw2(user)",
        "password: string;",
        "{\"password\":{\"type\":\"string\",\"minLength\":8}}",
        "{\"errors\":{\"password\":\"must contain 8 characters\"}}",
        "The password is required.",
        "Password must be at least 8 characters",
        "密码是必填项",
        "密码是6位数字",
        "密码错误，请重试",
        "max_tokens: 4096",
        "{\"next_page_token\":\"CAUQAA8f7d6s5a4f3d2s1a0\"}",
        "integrity: sha512-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c==",
        "etag: \"33a64df551425fcc55e4d42a148795d9f25f89d4\"",
        "commit: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-your-api-key-here",
        "postgres://user:password@localhost/db",
        "mysql://root:<password>@host",
        "Authorization: Bearer <token>",
        "basic authentication is fine",
        "token: 550e8400-e29b-41d4-a716-446655440000",
        "if (token === expected_token_value_12)",
        "the task-force skipped risk-assessment-2024-results",
        "docker run -u 1000:1000 image",
        "Reset your password: https://acme.com/reset",
        "curl -u $USER:$PASS https://x",
      })
  void what_stands_for_a_secret_is_none(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
    assertThat(Found.of(Category.CREDENTIAL_KEY, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UIFC2oui%U9yiHuzM | Das Passwort lautet UIFC2oui%U9yiHuzM.",
        "dxkbFfqhk_17 | Hasło do panelu: dxkbFfqhk_17",
        "Tr0ub4dor&3 | Password for the staging portal: Tr0ub4dor&3",
        "Verano2024!x | La contraseña del wifi es Verano2024!x",
        "Soleil!2024x | Mot de passe du compte : Soleil!2024x",
        "34db2ada9c705b4a0232607a5aeddc98 | \"\"encryptionKey\"\":"
            + " \"\"34db2ada9c705b4a0232607a5aeddc98\"\"",
        "k3j9x0q8z7w6v5u4t3s2r1p0 | Cookie: theme=dark; sessionid=k3j9x0q8z7w6v5u4t3s2r1p0;"
            + " lang=en",
        "s3Kq9x0Q8z7W6v5U4t3S2r1P0 | Set-Cookie: sid=s3Kq9x0Q8z7W6v5U4t3S2r1P0; HttpOnly; Path=/",
        "eGhT7kQ2mZ9pLx4VbN8rW1cY | curl -H 'Cookie: session=eGhT7kQ2mZ9pLx4VbN8rW1cY'"
            + " https://x.io",
        "k3j9x0q8z7w6v5u4t3s2r1p0 | GET /?sessionid=k3j9x0q8z7w6v5u4t3s2r1p0 HTTP/1.1",
      })
  void a_secret_is_found_behind_a_sentence_or_in_a_cookie(String secret, String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).containsExactly(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cookie: _ga=GA1.2.1234567890.1600000000; lang=en-US",
        "session=active; sid=12",
        "session=03d444a0-92a4-47d0-ba9f-ccb96524ef1a page=/pricing",
        "Password for all users: must be 12 characters",
        "The password for the demo: see the wiki page"
      })
  void what_is_no_secret_of_a_session_or_sentence_is_left_alone(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I set the admin password to Hx7!kq2Lm yesterday.",
        "the psk for the lab AP is Hx7!kq2Lm",
        "the passphrase for the backup is Hx7!kq2Lm",
        "new pw Hx7!kq2Lm",
        "Zmieniłam hasło na Hx7!kq2Lm",
      })
  void a_password_is_found_behind_what_it_is_for(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).containsExactly("Hx7!kq2Lm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We set the password to never expire.",
        "The passphrase for SSH is optional.",
        "new pw reset flow is live",
        "Hasło na ekranie blokady można wyłączyć.",
        "PSK and 802.1X are both supported.",
      })
  void what_is_said_of_passwords_is_none(String text) {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, text)).isEmpty();
  }

  @Test
  void a_one_time_code_may_repeat_a_digit() {
    assertThat(Found.of(Category.CREDENTIAL_SECRET, "otp_code=882222 status=200"))
        .containsExactly("882222");
    assertThat(Found.of(Category.CREDENTIAL_SECRET, "otp_code=222222 status=200")).isEmpty();
  }

  @Test
  void a_line_of_a_log_under_a_key_is_no_key_of_a_network() {
    String line = "2026-03-04T10:11:12.345Z INFO ssid=Maple-77 status=200";
    assertThat(
            Found.of(Category.CREDENTIAL_SECRET, "{\"prompt_cache_key\":\"" + line + "\",\"n\":1}"))
        .isEmpty();
  }
}
