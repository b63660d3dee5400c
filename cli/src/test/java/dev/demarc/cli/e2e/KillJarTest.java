package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.VerifierKey;
import dev.demarc.evidence.verify.Verdict;
import dev.demarc.simulator.CapturedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The serving process is killed under load, again and again, at moments that a seed chooses: while
/// it serves, while it writes tiles and checkpoints, while it starts and recovers. What the
/// providers received, what the clients hold and what the meters count is then in the one log.
///
/// `./demarc prove kills` runs it at length.
class KillJarTest {
  private static final int KILLS = Integer.getInteger("prove.count", 10);
  private static final boolean AT_LENGTH = System.getProperty("prove.count") != null;
  private static final long SEED = Long.getLong("prove.seed", 4);

  private static final int CLIENTS = 16;
  private static final String CARD = "4539 1488 0343 6467";
  private static final Pattern PERSON = Pattern.compile("person-(\\d+)");
  private static final Pattern COUNTED = Pattern.compile("us-dsp/financial .*: (\\d+) persons?, ");

  private final Random random = new Random(SEED);
  private final AtomicInteger persons = new AtomicInteger();
  private final Map<Class<?>, Integer> moments = new HashMap<>();
  private final List<Probe> probes = new ArrayList<>();
  private final Set<String> lastBeforeKill = new HashSet<>();

  private Path place;
  private SimulatedProvider us;
  private SimulatedProvider cn;
  private Persistent clients;
  private @Nullable GatewayProcess running;
  private Duration lastStart = Duration.ofSeconds(1);

  /// A request of a new person that was alone in a gateway just started.
  private record Probe(String person, long index) {}

  @BeforeEach
  void providers() throws Exception {
    place = Files.createTempDirectory("demarc-kills-");
    us = SimulatedProvider.start(place, "us");
    cn = SimulatedProvider.start(place, "cn");
    clients = new Persistent(CLIENTS, SEED, this::chat);
  }

  @AfterEach
  void end() throws Exception {
    clients.close();
    if (running != null) {
      running.kill();
    }
    us.close();
    cn.close();
    Site.delete(place);
  }

  @Test
  void whatever_left_is_in_the_log_however_often_the_process_is_killed() throws Exception {
    VerifierKey key = killedBeforeItsFirstRecord();
    CheckpointTrail trail = new CheckpointTrail(log(), key);
    trail.collect();
    byte[] first = Files.readAllBytes(log().resolve("checkpoint"));
    for (int kill = 1; kill <= KILLS; kill++) {
      killAndLookAfterwards(KillMoment.next(random), trail);
      if (kill % 10 == 0) {
        say(kill + " kills, " + clients.whole() + " requests answered");
      }
    }
    GatewayProcess last = start();
    trail.collect();
    probe(last);
    assertThat(last.verifierKey()).isEqualTo(key.encode());
    last.stop();
    trail.collect();
    trail.follow();

    assertThat(clients.bugs()).isEmpty();
    assertThat(trail.breaches()).isEmpty();
    verifies(key, first);
    joins(key, trail);
  }

  /// Kills two creations of the log, then lets one come up: a log that has no record yet may be
  /// created again, so its key is the one that holds from here.
  private VerifierKey killedBeforeItsFirstRecord() throws Exception {
    killWhileStarting(random.nextDouble());
    killWhileStarting(random.nextDouble());
    GatewayProcess gateway = start();
    String key = gateway.verifierKey();
    gateway.log().await("start", entry -> true);
    gateway.kill();
    return parse(key);
  }

  private static VerifierKey parse(String key) {
    try {
      return VerifierKey.parse(key);
    } catch (Malformed e) {
      throw new AssertionError("the gateway printed no verifier key: " + key, e);
    }
  }

  private void killAndLookAfterwards(KillMoment moment, CheckpointTrail trail) throws Exception {
    moments.merge(moment.getClass(), 1, Integer::sum);
    switch (moment) {
      case KillMoment.Starting(double part) -> killWhileStarting(part);
      case KillMoment.Serving(int answers, Duration after) ->
          killUnderLoad(trail, answers, () -> Thread.sleep(after));
      case KillMoment.Publishing(int answers, int changes) ->
          killUnderLoad(trail, answers, () -> KillMoment.awaitChanges(log(), changes));
    }
    trail.collect();
    trail.follow();
  }

  private void killWhileStarting(double part) throws Exception {
    Process process = GatewayProcess.launch(place, config());
    boolean ended = process.waitFor((long) (lastStart.toMillis() * part), TimeUnit.MILLISECONDS);
    assertThat(ended).as("ended by itself while starting:\n%s", diagnostics()).isFalse();
    process.destroyForcibly().waitFor();
  }

  private void killUnderLoad(CheckpointTrail trail, int answers, Until moment) throws Exception {
    GatewayProcess gateway = start();
    trail.collect();
    probe(gateway);
    int before = clients.whole();
    clients.turnTo(gateway);
    Patience.until(answers + " answers", () -> clients.whole() - before >= answers);
    moment.pass();
    trail.collect();
    gateway.kill();
    clients.hold();
    List<Persistent.Kept> receipts = clients.receipts();
    lastBeforeKill.add(receipts.getLast().receipt());
  }

  private String diagnostics() throws IOException {
    return Files.readString(place.resolve("diagnostics.txt"));
  }

  private interface Until {
    void pass() throws Exception;
  }

  private GatewayProcess start() {
    long begun = System.nanoTime();
    GatewayProcess gateway = GatewayProcess.start(place, config());
    lastStart = Duration.ofNanos(System.nanoTime() - begun);
    running = gateway;
    return gateway;
  }

  private ConfigFile config() {
    return new ConfigFile()
        // The law refuses the first, so that each request there leaves a denial and a permit.
        .permit("CN", ConfigFile.US_ROUTE, ConfigFile.CN_ROUTE)
        // Passed on as pseudonyms, payment cards count toward the threshold.
        .pack("us-dsp", "{categories: {payment.card: PSEUDONYMISE}}")
        .endpoint(ConfigFile.US_ROUTE, us.endpoint())
        .endpoint(ConfigFile.CN_ROUTE, cn.endpoint())
        .log("publish_every", "20ms");
  }

  /// Asks once, with nobody else, so that the decision's reading shows what the recovery rebuilt.
  private void probe(GatewayProcess gateway) throws InterruptedException {
    String person = nextPerson();
    String receipt = clients.ask(gateway.address(), counted(person)).orElseThrow();
    probes.add(new Probe(person, ReceiptCheck.parse(receipt).proof().index()));
  }

  private Chat chat(Random choice) {
    return switch (choice.nextInt(8)) {
      case 0, 1 -> Chat.saying("[[simulator: pace=2 deltas=12]] some text").in("US").streamed();
      case 2, 3 -> Chat.saying("to li.na@post-haus.net").in("US");
      case 4 -> counted(nextPerson());
      case 5 -> counted(nextPerson()).streamed();
      case 6 -> Chat.saying("hi").model("no-such-model");
      default -> Chat.saying("refused").in("CN").header("demarc-subject-protection", "EU");
    };
  }

  private String nextPerson() {
    return "person-" + persons.incrementAndGet();
  }

  private static Chat counted(String person) {
    return Chat.saying("[[simulator: pace=1]] " + person + " pays with " + CARD)
        .in("CN")
        .header("demarc-subject", person);
  }

  private Path log() {
    return place.resolve("data").resolve("log");
  }

  // What must hold in the end.

  private void verifies(VerifierKey key, byte[] firstCheckpoint) throws Exception {
    Path kept = Files.write(place.resolve("first-checkpoint"), firstCheckpoint);
    Finished verdict = Finished.verify(log(), key.encode(), "--checkpoint", kept.toString());
    assertThat(verdict.exit()).as(verdict.output()).isZero();
  }

  private void joins(VerifierKey key, CheckpointTrail trail) {
    List<Persistent.Kept> kept = clients.receipts();
    List<Receipt> receipts = kept.stream().map(r -> ReceiptCheck.parse(r.receipt())).toList();
    ReceiptCheck check = new ReceiptCheck(key, receipts);
    Account account = new Account();
    Set<Long> probed = new HashSet<>();
    probes.forEach(probe -> probed.add(probe.index()));
    PublishedLog log = new PublishedLog(log());
    log.walk(
        0,
        log.size(),
        (index, leaf) -> {
          check.add(leaf);
          if (probed.contains(index)) {
            account.keep(index, leaf);
          } else {
            account.add(index, leaf);
          }
        });

    assertThat(account.breaches()).isEmpty();
    assertThat(account.open()).as("permits without an outcome").isEmpty();
    List<CapturedRequest> sent = new ArrayList<>(us.received());
    List<CapturedRequest> sentToCn = cn.received();
    sent.addAll(sentToCn);
    everythingSentWasPermitted(sent, account);
    everyReceiptIsBorneOut(kept, receipts, check, account);
    everyPersonIsCounted(sentToCn, account);
    say(summary(sent.size(), receipts.size(), trail, account));
  }

  private static void everythingSentWasPermitted(List<CapturedRequest> sent, Account account) {
    Set<String> attempts = new HashSet<>();
    for (CapturedRequest request : sent) {
      String attempt = SimulatedProvider.attempt(request);
      assertThat(attempts.add(attempt)).as("attempt %s came once", attempt).isTrue();
      Account.Permit permit = account.permits().get(attempt);
      if (permit == null) {
        throw new AssertionError("attempt " + attempt + " reached a provider without a permit");
      }
      if (request.complete()) {
        assertThat((long) request.payload().length).isEqualTo(permit.bytes());
      }
    }
  }

  private void everyReceiptIsBorneOut(
      List<Persistent.Kept> kept, List<Receipt> receipts, ReceiptCheck check, Account account) {
    for (int i = 0; i < kept.size(); i++) {
      assertThat(check.bearsOut(receipts.get(i))).as("receipt %s", kept.get(i)).isTrue();
      assertThat(account.requests()).contains(kept.get(i).request());
    }
    for (String each : lastBeforeKill) {
      var report = ReceiptCheck.verify(log(), check.key(), ReceiptCheck.parse(each));
      assertThat(report.verdict()).as(report.text()).isEqualTo(Verdict.VERIFIED);
    }
  }

  /// Meters, rebuilt at each start, never fall below the persons whose data the provider had by
  /// then.
  private void everyPersonIsCounted(List<CapturedRequest> sentToCn, Account account) {
    Map<String, Long> readings = new HashMap<>();
    probes.forEach(probe -> readings.put(probe.person(), reading(account.kept(probe.index()))));
    Set<String> there = new HashSet<>();
    for (CapturedRequest request : sentToCn) {
      Matcher person = PERSON.matcher(SimulatedProvider.text(request));
      if (person.find()) {
        there.add(person.group());
        Long reading = readings.get(person.group());
        if (reading != null) {
          assertThat(reading)
              .as("persons that the meter knew")
              .isGreaterThanOrEqualTo(there.size());
        }
      }
    }
    assertThat(there).containsAll(readings.keySet());
    Finished list = Finished.run(Build.demarc("meter", "list", place.resolve("data").toString()));
    Matcher counted = COUNTED.matcher(list.output());
    assertThat(counted.find()).as(list.output()).isTrue();
    assertThat(Long.parseLong(counted.group(1))).isGreaterThanOrEqualTo(there.size());
  }

  private static long reading(JsonNode decision) {
    for (JsonNode reading : decision.path("readings")) {
      if (reading.path("meter").asString().equals("us-dsp/financial")) {
        return reading.path("persons").asLong();
      }
    }
    throw new AssertionError("no reading of the meter in " + decision);
  }

  private static void say(String line) {
    if (AT_LENGTH) {
      System.out.println(line);
    }
  }

  private String summary(int sent, int receipts, CheckpointTrail trail, Account account) {
    return "kills: %d (%d serving, %d publishing, %d starting, seed %d): %d attempts at the"
            .formatted(
                KILLS,
                moments.getOrDefault(KillMoment.Serving.class, 0),
                moments.getOrDefault(KillMoment.Publishing.class, 0),
                moments.getOrDefault(KillMoment.Starting.class, 0),
                SEED,
                sent)
        + " providers, %d requests cut off, %d receipts, %d checkpoints, %d entries, %d starts,"
            .formatted(
                clients.cutOff(), receipts, trail.collected(), account.entries(), account.starts())
        + " %d open at crash: nothing missing, nothing twice"
            .formatted(account.outcomes().getOrDefault("open_at_crash", 0));
  }
}
