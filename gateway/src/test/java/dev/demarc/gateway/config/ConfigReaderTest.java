package dev.demarc.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.config.Config.Limits;
import dev.demarc.gateway.config.Config.Listen;
import dev.demarc.policy.Channel;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import dev.demarc.policy.yaml.BadYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static final String HASH = "0".repeat(63) + "1";
  private static final String LEAST =
      """
      callers:
        - id: phones
          api_key_sha256: [%s]
          exporter: acme-us
          markets: [US]
          channel: public
      operator: {routes: {US: [openai-us]}}
      """
          .formatted(HASH);

  private static Config read(String text) throws BadYaml {
    return ConfigReader.read(Path.of("/somewhere/gateway.yaml"), text);
  }

  @Test
  void what_is_left_out_takes_the_defaults() throws BadYaml {
    Config config = read(LEAST);

    assertThat(config.listen()).isEqualTo(new Listen("127.0.0.1", 8787));
    assertThat(config.data()).isEqualTo(Path.of("/somewhere/demarc-data"));
    assertThat(config.log()).isEqualTo(Config.Log.defaults(false));
    assertThat(config.limits()).isEqualTo(Limits.defaults());
    assertThat(config.parties()).isEmpty();
    assertThat(config.apiKeys()).isEmpty();
    var caller = config.callers().getFirst().caller();
    assertThat(caller.protection()).isEqualTo(Protection.unknown());
    assertThat(caller.mayDeclareProtection()).isFalse();
    assertThat(caller.defaultMarket()).isEmpty();
  }

  @Test
  void the_defaults_are_what_the_documents_say() {
    Config.Log log = Config.Log.defaults(false);
    assertThat(log.create()).isFalse();
    assertThat(log.serve()).isFalse();
    assertThat(log.syncDeadline()).isEqualTo(Duration.ofSeconds(2));
    assertThat(log.publishEvery()).isEqualTo(Duration.ofSeconds(1));
    assertThat(log.publishWithin()).isEqualTo(Duration.ofSeconds(60));
    assertThat(log.segmentBytes()).isEqualTo(64L << 20);
    Limits limits = Limits.defaults();
    assertThat(limits.http().bodyBytes()).isEqualTo(16 << 20);
    assertThat(limits.http().headBytes()).isEqualTo(32 * 1024);
    assertThat(limits.http().requestsInFlight()).isEqualTo(4096);
    assertThat(limits.http().bytesInFlight()).isEqualTo(256L << 20);
    assertThat(limits.upstream().connect()).isEqualTo(Duration.ofSeconds(5));
    assertThat(limits.relay().headSilence()).isEqualTo(Duration.ofSeconds(15));
    assertThat(limits.relay().silence()).isEqualTo(Duration.ofMinutes(2));
    assertThat(limits.relay().answerTime()).isEqualTo(Duration.ofHours(1));
    assertThat(limits.relay().wholeBytesInFlight()).isEqualTo(512L << 20);
  }

  @Test
  void every_key_is_read() throws BadYaml {
    Config config =
        read(
            """
            listen: "[::1]:9000"
            data: elsewhere
            log:
              origin: log.acme.invalid/1
              create: true
              serve: true
              sync_deadline: 250ms
              publish_every: 2s
              publish_within: 1h
              segment: 4MiB
            parties: [companies.yaml]
            callers:
              - id: phones
                api_key_sha256: [%s]
                exporter: acme-us
                markets: [US, CN]
                default_market: CN
                channel: internal
                protection: {laws: [US], basis: verified}
                may_declare_protection: true
            operator: {routes: {US: [openai-us]}}
            api_keys:
              openai-us: {variable: OPENAI_API_KEY}
              qwen-cn: {file: secrets/qwen}
            limits:
              body: 1MiB
              head: 8KiB
              body_time: 5s
              idle: 10s
              requests_in_flight: 7
              bytes_in_flight: 2MiB
              upstream_connections: 3
              connect: 1s
              head_silence: 2s
              heartbeat: 3s
              first_byte: 4s
              silence: 6s
              slow_reader: 8s
              answer_time: 9m
              answer: 5MiB
              answer_bytes_in_flight: 6MiB
              event: 64KiB
            """
                .formatted(HASH));

    assertThat(config.listen()).isEqualTo(new Listen("::1", 9000));
    assertThat(config.data()).isEqualTo(Path.of("/somewhere/elsewhere"));
    assertThat(config.log().origin()).contains("log.acme.invalid/1");
    assertThat(config.log().create()).isTrue();
    assertThat(config.log().serve()).isTrue();
    assertThat(config.log().syncDeadline()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.log().publishEvery()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.log().publishWithin()).isEqualTo(Duration.ofHours(1));
    assertThat(config.log().segmentBytes()).isEqualTo(4L << 20);
    assertThat(config.parties()).containsExactly(Path.of("/somewhere/companies.yaml"));
    var caller = config.callers().getFirst().caller();
    assertThat(caller.markets()).containsExactly("US", "CN");
    assertThat(caller.defaultMarket()).contains("CN");
    assertThat(caller.channel()).isEqualTo(Channel.INTERNAL);
    assertThat(caller.protection().basis()).isEqualTo(ProtectionBasis.VERIFIED);
    assertThat(caller.protection().laws()).containsExactly("US");
    assertThat(caller.mayDeclareProtection()).isTrue();
    assertThat(config.callers().getFirst().keyHashes()).containsExactly(HASH);
    assertThat(config.apiKeys())
        .containsEntry("openai-us", new Secret.Variable("OPENAI_API_KEY"))
        .containsEntry("qwen-cn", new Secret.SecretFile(Path.of("/somewhere/secrets/qwen")));
    Limits limits = config.limits();
    assertThat(limits.http().bodyBytes()).isEqualTo(1 << 20);
    assertThat(limits.http().headBytes()).isEqualTo(8 * 1024);
    assertThat(limits.http().bodyTime()).isEqualTo(Duration.ofSeconds(5));
    assertThat(limits.http().idle()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limits.http().requestsInFlight()).isEqualTo(7);
    assertThat(limits.http().bytesInFlight()).isEqualTo(2L << 20);
    assertThat(limits.upstream().connections()).isEqualTo(3);
    assertThat(limits.upstream().connect()).isEqualTo(Duration.ofSeconds(1));
    assertThat(limits.relay().headSilence()).isEqualTo(Duration.ofSeconds(2));
    assertThat(limits.relay().heartbeat()).isEqualTo(Duration.ofSeconds(3));
    assertThat(limits.relay().firstByte()).isEqualTo(Duration.ofSeconds(4));
    assertThat(limits.relay().silence()).isEqualTo(Duration.ofSeconds(6));
    assertThat(limits.relay().slowReader()).isEqualTo(Duration.ofSeconds(8));
    assertThat(limits.relay().answerTime()).isEqualTo(Duration.ofMinutes(9));
    assertThat(limits.relay().wholeBytes()).isEqualTo(5 << 20);
    assertThat(limits.relay().wholeBytesInFlight()).isEqualTo(6L << 20);
    assertThat(limits.relay().eventBytes()).isEqualTo(64 * 1024);
  }

  @Test
  void an_unknown_key_stops_with_file_line_and_the_nearest_known_one() {
    assertThatThrownBy(() -> read(LEAST + "limitz: {body: 1MiB}\n"))
        .isInstanceOf(BadYaml.class)
        .hasMessageContaining("/somewhere/gateway.yaml:8:")
        .hasMessageContaining("limitz")
        .hasMessageContaining("limits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log: {sync_deadline: 2}       | is not a time such as 250ms",
        "log: {sync_deadline: 0s}      | is not a time above zero",
        "log: {segment: 4MB}           | is not a size such as 512B",
        "limits: {requests_in_flight: 0} | is not a count of at least 1",
        "limits: {body: 2GiB}          | is not a size of at least 1B and less than 2GiB",
        "limits: {answer: 9GiB}        | is not a size of at least 1B and less than 2GiB",
        "limits: {event: 0B}           | is not a size of at least 1B and less than 2GiB",
        "limits: {head: 0KiB}          | is not a size of at least 1B and less than 2GiB",
        "limits: {bytes_in_flight: 1B} | has to hold at least one `body` (16777216 bytes)",
        "limits: {body: 1GiB}          | `bytes_in_flight` (268435456 bytes) has to hold",
        "listen: localhost             | is not HOST:PORT",
        "api_keys: {openai-us: {variable: A, file: b}} | one of `variable` and `file`",
      })
  void a_value_that_cannot_be_used_is_named_with_the_fix(String line, String problem) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(BadYaml.class)
        .hasMessageContaining("gateway.yaml:8:")
        .hasMessageContaining(problem);
  }

  @Test
  void a_config_without_callers_stops() {
    assertThatThrownBy(() -> read("operator: {routes: {}}\n")).hasMessageContaining("no caller");
  }

  @Test
  void an_api_key_in_place_of_its_hash_stops() {
    assertThatThrownBy(() -> read(LEAST.replace(HASH, "sk-live-1234")))
        .hasMessageContaining("SHA-256")
        .hasMessageContaining("./demarc key new");
  }

  @Test
  void a_default_market_outside_the_markets_stops() {
    assertThatThrownBy(() -> read(LEAST.replace("channel:", "default_market: CN\n    channel:")))
        .hasMessageContaining("not one of the markets");
  }

  @Test
  void one_key_for_two_callers_stops() {
    String second = LEAST.substring(LEAST.indexOf("  - id"), LEAST.indexOf("operator"));
    assertThatThrownBy(
            () -> read(LEAST.replace("operator:", second.replace("phones", "tvs") + "operator:")))
        .hasMessageContaining("one API key belongs to one caller");
  }

  @Test
  void a_secret_is_read_from_where_it_stands_and_a_missing_one_is_named() throws Exception {
    assertThat(Secret.value(new Secret.Variable("A"), Map.of("A", " k \n"))).isEqualTo("k");
    assertThatThrownBy(() -> Secret.value(new Secret.Variable("A"), Map.of()))
        .hasMessageContaining("environment variable A");
    Path file = Files.createTempFile("secret", "");
    Files.writeString(file, "k2\n");
    assertThat(Secret.value(new Secret.SecretFile(file), Map.of())).isEqualTo("k2");
    Files.writeString(file, " \n");
    assertThatThrownBy(() -> Secret.value(new Secret.SecretFile(file), Map.of()))
        .hasMessageContaining("is empty");
    Files.delete(file);
    assertThatThrownBy(() -> Secret.value(new Secret.SecretFile(file), Map.of()))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void the_example_config_is_readable() throws Exception {
    Path example =
        Path.of(System.getProperty("demarc.root", ".."), "examples", "config", "gateway.yaml");
    Config config = ConfigReader.read(example, Files.readString(example));
    Config.Log defaults = Config.Log.defaults(false);
    assertThat(config.callers()).hasSize(1);
    assertThat(List.of("US", "CN")).isEqualTo(config.callers().getFirst().caller().markets());
    assertThat(config.limits()).as("the limits it calls defaults").isEqualTo(Limits.defaults());
    assertThat(config.log())
        .isEqualTo(
            new Config.Log(
                Optional.empty(),
                true,
                true,
                defaults.syncDeadline(),
                defaults.publishEvery(),
                defaults.publishWithin(),
                defaults.segmentBytes()));
  }
}
