package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Cells of the leak matrix through the gateway, plain and streamed, in both markets, to a provider
/// that writes down what it got: what the packs say of each category is what happens to it, and
/// what was planted is neither there nor in anything that the gateway keeps or says. Each family
/// goes in two carriers, at length (`-Dprove.count`) in every carrier, at all positions in turn.
/// Every third cell of a carrier is from the user, whom the simulator quotes.
class LeakGatewayTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SEED = Long.getLong("prove.seed", 20_261_123L);
  private static final boolean AT_LENGTH = Integer.getInteger("prove.count") != null;
  private static final LeakPlace USER =
      LeakPlace.ALL.stream().filter(p -> p.name().equals("user")).findFirst().orElseThrow();

  /// What the operator adds, as in [LeakMatrixTest].
  private static final String OWN =
      "{patterns: [{name: staff, pattern: 'EMP-[0-9]{6}'}], keys: {operator.defined:"
          + " [kostenstelle]}}";

  /// Its values are words of the language, which the packs' own texts have too.
  private static final String WORDS = "health.hint";

  /// A value of fewer bytes would be found by chance among keys and hashes.
  private static final int LEAST_HUNTED = 8;

  @TempDir private Path directory;

  private final LeakTally tally = new LeakTally("leak matrix through the gateway");
  private final Map<LeakCarrier, Integer> cells = new EnumMap<>(LeakCarrier.class);

  /// Carriers out of which nothing came back yet; out of numbers nothing can.
  private final Set<LeakCarrier> neverRestored =
      EnumSet.complementOf(EnumSet.of(LeakCarrier.JSON_NUMBERS));

  private final Set<String> hunted = new TreeSet<>();
  private int positions;

  @Test
  void nothing_planted_reaches_a_provider_or_stays_with_the_gateway() throws Exception {
    String said;
    try (SimulatedProvider us = SimulatedProvider.start(directory, "us");
        SimulatedProvider cn = SimulatedProvider.start(directory, "cn");
        InProcessGateway gateway = gateway(us, cn)) {
      for (LeakCell cell : cells()) {
        through(gateway, "US", us, cell);
        through(gateway, "CN", cn, cell);
      }
      said = gateway.metrics() + gateway.diagnostics();
    }
    // The gateway is closed: every record is in the directory, and nothing there is renamed.
    assertAll(
        () -> staysNowhere(said),
        tally::mustBeZero,
        tally::mustBeWhole,
        () -> assertThat(neverRestored).isEmpty());
  }

  /// Every family in all carriers that can hold it, or in two that differ from family to family.
  private List<LeakCell> cells() {
    LeakCarrier[] carriers = LeakCarrier.values();
    List<LeakCell> all = new ArrayList<>();
    for (int family = 0; family < LeakFamily.ALL.size(); family++) {
      int made = 0;
      for (int i = 0; i < carriers.length && (AT_LENGTH || made < 2); i++) {
        LeakCarrier carrier = carriers[(2 * family + i) % carriers.length];
        Random random = new Random(SEED + all.size());
        LeakCell cell = LeakCell.of(USER, carrier, LeakFamily.ALL.get(family), random);
        if (carrier.holds(cell.planted())) {
          all.add(cell.at(place(carrier)));
          made++;
        }
      }
    }
    return all;
  }

  /// The user for every third cell of a carrier, another for each carrier; else the next position.
  private LeakPlace place(LeakCarrier carrier) {
    int cell = cells.merge(carrier, cells.size(), (known, _) -> known + 1);
    return cell % 3 == 0 ? USER : LeakPlace.ALL.get(positions++ * 7 % LeakPlace.ALL.size());
  }

  private InProcessGateway gateway(SimulatedProvider us, SimulatedProvider cn) throws Exception {
    ConfigFile config = new ConfigFile().classify(OWN);
    config.endpoint(ConfigFile.US_ROUTE, us.endpoint());
    config.endpoint(ConfigFile.CN_ROUTE, cn.endpoint());
    return new InProcessGateway(directory, config);
  }

  private void through(
      InProcessGateway gateway, String market, SimulatedProvider provider, LeakCell planted)
      throws IOException {
    hunt(planted);
    for (boolean streamed : new boolean[] {false, true}) {
      LeakCell cell = planted.streamed(streamed);
      tally.cell(cell);
      HttpResponse<byte[]> response = gateway.post(market, cell.body());
      String body = new String(response.body(), StandardCharsets.UTF_8);
      // House rule 2: a strict market refuses what cannot be looked into.
      int expected = cell.place().isOpaque() && market.equals("CN") ? 403 : 200;
      tally.holds(response.statusCode() == expected, "not answered " + expected, cell, body);
      List<CapturedRequest> sent = provider.take();
      tally.holds(sent.size() == (expected == 200 ? 1 : 0), "sent or not", cell, "");
      if (expected == 403) {
        tally.holds(cell.leak(body).isEmpty(), "the refusal says it", cell, body);
      } else if (sent.size() == 1) {
        Answer answer = new Answer(response.statusCode(), response.headers(), body);
        judge(cell, LeakExpected.of(cell.planted().family().category(), market), sent, answer);
      }
    }
  }

  /// Notes the values that must stay nowhere, whatever becomes of the request.
  private void hunt(LeakCell cell) {
    if (!cell.planted().family().category().equals(WORDS)) {
      cell.planted().fields().stream()
          .flatMap(field -> field.hunted().stream())
          .filter(value -> value.getBytes(StandardCharsets.UTF_8).length >= LEAST_HUNTED)
          .forEach(hunted::add);
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
    Optional<List<String>> standIns = tally.standIns(cell, renamed(cell.marked(), out), out);
    if (standIns.isPresent() && !cell.place().isIdentity()) {
      for (int i = 0; i < standIns.get().size(); i++) {
        String standIn = standIns.get().get(i);
        tally.holds(cell.isNumber(i) || expected.shows(standIn), "not " + expected, cell, standIn);
      }
      if (cell.place().equals(USER)) {
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
      if (!cell.isNumber(i) && !standIns.get(i).startsWith("REDACTED_")) {
        boolean back = text.contains(cell.originals().get(i));
        tally.holds(back, "not restored", cell, text);
        neverRestored.remove(cell.carrier());
      }
    }
    if (standIns.stream().allMatch(standIn -> standIn.startsWith("REDACTED_"))) {
      tally.holds(cell.leak(text).isEmpty(), "came back although redacted", cell, text);
    }
  }

  /// Data directory with log, keys and objects, what was said, and the metrics.
  private void staysNowhere(String said) throws IOException {
    Haystack kept =
        Haystack.of(
            Haystack.files(directory.resolve("data")), said.getBytes(StandardCharsets.UTF_8));
    assertThat(kept.has(ConfigFile.CN_ROUTE)).isTrue();
    if (AT_LENGTH) {
      System.out.println(
          "%d planted values looked for in %d bytes of log, data, diagnostics and metrics"
              .formatted(hunted.size(), kept.size()));
    }
    assertThat(hunted).isNotEmpty();
    assertThat(hunted.stream().filter(value -> Disguises.of(value).isIn(kept))).isEmpty();
  }
}
