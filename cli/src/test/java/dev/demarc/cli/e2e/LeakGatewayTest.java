package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Cells of the leak matrix through the gateway, plain and streamed, in both markets, to a provider
/// that writes down what it got: what the packs say of each category is what happens to it, and
/// what was planted is neither there nor in anything that the gateway keeps or says. At length
/// (`-Dprove.count`) every family goes in every carrier, at all positions in turn.
class LeakGatewayTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = Long.getLong("prove.seed", 20_261_123L);
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;

  /// The configuration has no way to name operators' patterns and keys.
  private static final String NOT_CONFIGURED = "operator.defined";

  /// Its values are words of the language, which the packs' own texts have too.
  private static final String WORDS = "health.hint";

  /// A shorter value would be found by chance among keys and hashes.
  private static final int LEAST_HUNTED = 8;

  @TempDir private Path directory;

  private final LeakTally tally = new LeakTally("leak matrix through the gateway");
  private final Set<String> hunted = new TreeSet<>();

  @Test
  void nothing_planted_reaches_a_provider_or_stays_with_the_gateway() throws Exception {
    try (SimulatedProvider us = SimulatedProvider.start(directory, "us");
        SimulatedProvider cn = SimulatedProvider.start(directory, "cn");
        InProcessGateway gateway = gateway(us, cn)) {
      int turn = 0;
      for (LeakFamily family : LeakFamily.ALL) {
        if (!family.category().equals(NOT_CONFIGURED)) {
          for (LeakCarrier carrier : carriers(turn)) {
            through(gateway, "US", us, cell(family, carrier, turn));
            through(gateway, "CN", cn, cell(family, carrier, turn + 1));
            turn += 2;
          }
        }
      }
      assertAll(() -> staysNowhere(gateway), tally::mustBeZero);
    }
  }

  /// All of them, or two that differ from family to family.
  private static List<LeakCarrier> carriers(int turn) {
    LeakCarrier[] all = LeakCarrier.values();
    int first = turn / 4 * 2 % all.length;
    return AT_LENGTH ? List.of(all) : List.of(all[first], all[(first + 1) % all.length]);
  }

  /// A cell at the position of this turn; every fourth is from the user, whom the simulator quotes.
  private static LeakCell cell(LeakFamily family, LeakCarrier carrier, int turn) {
    LeakPlace user =
        LeakPlace.ALL.stream().filter(p -> p.name().equals("user")).findFirst().orElseThrow();
    LeakPlace place = turn / 2 % 4 == 0 ? user : LeakPlace.ALL.get(turn * 7 % LeakPlace.ALL.size());
    return LeakCell.of(place, carrier, family, new Random(SEED + turn));
  }

  private InProcessGateway gateway(SimulatedProvider us, SimulatedProvider cn) throws Exception {
    ConfigFile config = new ConfigFile();
    config.endpoint(ConfigFile.US_ROUTE, us.endpoint());
    config.endpoint(ConfigFile.CN_ROUTE, cn.endpoint());
    return new InProcessGateway(directory, config);
  }

  private void through(
      InProcessGateway gateway, String market, SimulatedProvider provider, LeakCell planted)
      throws IOException {
    if (!planted.carrier().holds(planted.planted())) {
      return;
    }
    for (boolean streamed : new boolean[] {false, true}) {
      LeakCell cell = planted.streamed(streamed);
      tally.cell();
      HttpResponse<byte[]> response = gateway.post(market, cell.body());
      String body = new String(response.body(), StandardCharsets.UTF_8);
      // House rule 2: a strict market refuses what cannot be looked into.
      int expected = cell.place().isOpaque() && market.equals("CN") ? 403 : 200;
      tally.holds(response.statusCode() == expected, "not answered " + expected, cell, body);
      List<CapturedRequest> sent = provider.take();
      tally.holds(sent.size() == (expected == 200 ? 1 : 0), "sent or not", cell, "");
      if (expected == 200 && sent.size() == 1) {
        Answer answer = new Answer(response.statusCode(), response.headers(), body);
        judge(cell, LeakExpected.of(cell.planted().family().category(), market), sent, answer);
      }
    }
  }

  private void judge(
      LeakCell cell, LeakExpected expected, List<CapturedRequest> sent, Answer answer) {
    String head = new String(sent.getFirst().head(), StandardCharsets.ISO_8859_1);
    String out = new String(sent.getFirst().payload(), StandardCharsets.UTF_8);
    if (expected == LeakExpected.PASSES) {
      boolean as = cell.place().isIdentity() || out.equals(renamed(cell.body(), out));
      tally.holds(as, "a hint did not pass as it is", cell, out);
      return;
    }
    tally.hunt(cell, head + out);
    if (!cell.planted().family().category().equals(WORDS)) {
      cell.planted().fields().forEach(field -> hunted.addAll(field.hunted()));
    }
    Optional<List<String>> standIns = tally.standIns(cell, renamed(cell.marked(), out), out);
    if (standIns.isPresent() && !cell.place().isIdentity()) {
      standIns
          .get()
          .forEach(
              standIn -> tally.holds(expected.shows(standIn), "not " + expected, cell, standIn));
      if (cell.place().name().equals("user")) {
        quoted(cell, answer.text(), standIns.get());
      }
    }
  }

  /// The body with the name that the provider has for the model.
  private static String renamed(String body, String out) {
    String model = "\"model\":\"" + JSON.readTree(out).path("model").asString() + '"';
    return body.replace("\"model\":\"assistant\"", model);
  }

  /// The simulator quotes what the user said: a pseudonym's value is back, another is not.
  private void quoted(LeakCell cell, String text, List<String> standIns) {
    for (int i = 0; i < standIns.size(); i++) {
      boolean lost = standIns.get(i).equals("0") || standIns.get(i).startsWith("REDACTED_");
      String original = cell.originals().get(i);
      tally.holds(lost || text.contains(original), "not restored", cell, text);
    }
    if (standIns.stream().allMatch(standIn -> standIn.startsWith("REDACTED_"))) {
      tally.holds(cell.leak(text).isEmpty(), "came back although redacted", cell, text);
    }
  }

  /// Data directory with log, keys and objects, what was said, and the metrics.
  private void staysNowhere(InProcessGateway gateway) throws IOException {
    Haystack kept =
        Haystack.of(
            Haystack.files(directory.resolve("data")),
            gateway.diagnostics().getBytes(StandardCharsets.UTF_8),
            gateway.metrics().getBytes(StandardCharsets.UTF_8));
    assertThat(kept.has(ConfigFile.CN_ROUTE)).isTrue();
    hunted.removeIf(value -> value.length() < LEAST_HUNTED);
    System.out.println(
        "%d planted values looked for in %d bytes of log, data, diagnostics and metrics"
            .formatted(hunted.size(), kept.size()));
    assertThat(hunted).isNotEmpty();
    assertThat(hunted.stream().filter(value -> Disguises.of(value).isIn(kept))).isEmpty();
  }
}
