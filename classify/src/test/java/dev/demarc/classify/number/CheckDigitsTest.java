package dev.demarc.classify.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every checksum takes the numbers that its issuer publishes as examples, and none of them with
/// one digit changed.
class CheckDigitsTest {
  private interface Check {
    boolean fits(byte[] s, int from, int to);
  }

  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry("luhn", CheckDigits::luhn),
          Map.entry("iban", CheckDigits::iban),
          Map.entry("resident", (s, from, to) -> CheckDigits.chineseResident(s, from)),
          Map.entry("credit", (s, from, to) -> CheckDigits.chineseCreditCode(s, from)),
          Map.entry("hk", CheckDigits::hongKong),
          Map.entry("tw", (s, from, to) -> CheckDigits.taiwan(s, from)),
          Map.entry("mod11,10", CheckDigits::mod11And10),
          Map.entry("mrz", CheckDigits::machineReadable),
          Map.entry("pension", (s, from, to) -> CheckDigits.germanPension(s, from)),
          Map.entry("dowod", (s, from, to) -> CheckDigits.polishCard(s, from)),
          Map.entry("pesel", (s, from, to) -> CheckDigits.pesel(s, from)),
          Map.entry("nip", (s, from, to) -> CheckDigits.nip(s, from)),
          Map.entry("nir", (s, from, to) -> CheckDigits.frenchNir(s, from)),
          Map.entry("dni", CheckDigits::spanish),
          Map.entry("cf", (s, from, to) -> CheckDigits.italian(s, from)),
          Map.entry("nhs", (s, from, to) -> CheckDigits.nhs(s, from)),
          Map.entry("bsn", (s, from, to) -> CheckDigits.dutch(s, from)),
          Map.entry("verhoeff", CheckDigits::verhoeff),
          Map.entry("cpf", (s, from, to) -> CheckDigits.cpf(s, from)),
          Map.entry("rrn", (s, from, to) -> CheckDigits.korean(s, from)),
          Map.entry("mynumber", (s, from, to) -> CheckDigits.japanese(s, from)),
          Map.entry("aba", (s, from, to) -> CheckDigits.routing(s, from)));

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "luhn 79927398713",
        "iban GB82WEST12345698765432",
        "iban NO9386011117947",
        "resident 11010519491231002X",
        "resident 440524188001010014",
        "credit 91350100M000100Y43",
        "hk A1234563",
        "hk AB9876543",
        "tw A123456789",
        "mod11,10 86095742719",
        "mod11,10 47036892816",
        "mrz L898902C36",
        "pension 65170839J003",
        "dowod ABA300000",
        "pesel 44051401359",
        "nip 1234563218",
        "nir 255081416802538",
        "nir 295109912611193",
        "dni 12345678Z",
        "dni X1234567L",
        "cf RSSMRA85T10A562S",
        "nhs 9434765919",
        "bsn 111222333",
        "verhoeff 2363",
        "verhoeff 299941235682",
        "cpf 11144477735",
        "rrn 8801011234568",
        "mynumber 123456789018",
        "aba 111000025",
        "aba 021000021"
      })
  void an_issued_number_fits_and_one_with_its_last_digit_changed_does_not(
      String check, String number) {
    byte[] s = number.getBytes(StandardCharsets.US_ASCII);

    assertThat(Objects.requireNonNull(CHECKS.get(check)).fits(s, 0, s.length)).isTrue();

    byte last = s[s.length - 1];
    s[s.length - 1] =
        (byte) (last == '9' ? '8' : last >= 'A' ? (last == 'Z' ? 'Y' : last + 1) : last + 1);
    assertThat(Objects.requireNonNull(CHECKS.get(check)).fits(s, 0, s.length)).isFalse();
  }
}
