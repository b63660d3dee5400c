package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.Checkout;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mixed load on the process as operators run it, with slow readers, clients that leave, and
/// providers that stall, cut and close. In the end it holds no more than before, and every request
/// has its entries. What it held, second by second, is drawn into `target/soak`.
///
/// `./demarc prove soak` runs it at length.
class SoakJarTest {
  private static final int SECONDS = Integer.getInteger("prove.count", 10);
  private static final boolean AT_LENGTH = System.getProperty("prove.count") != null;
  private static final long SEED = Long.getLong("prove.seed", 5);

  /// By how much memory may grow from the second fifth of the load to the last; the heap is there
  /// from the start. A JVM of a few seconds still compiles.
  private static final double MEMORY_GROWTH = SECONDS >= 300 ? 1.08 : 2.5;

  /// Connections come and go with the load; whether all are given back shows at rest, exactly.
  private static final double DESCRIPTOR_GROWTH = 1.25;

  private static final int SLOWEST_SECONDS = Math.clamp(SECONDS / 4, 1, 40);

  /// The log may have begun one more segment, and be preparing another.
  private static final int MORE_FILES = 2;

  private static final double HALF = 0.5;

  /// What a collection leaves is what is in use and what is in flight; the second part varies with
  /// the load, so the lowest value of a time is the one to compare.
  private static final double LOWEST = 0;

  /// How often the whole heap is collected, so that what is left is in use and no garbage.
  private static final int COLLECT_SECONDS = Math.max(2, SECONDS / 60);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ATTEMPT = Pattern.compile("(?im)^x-client-request-id: (\\w+)\r?$");

  private final List<Vitals> samples = new ArrayList<>();
  private Path place;
  private SimulatedProvider us;
  private SimulatedProvider cn;
  private GatewayProcess gateway;

  @BeforeEach
  void start() throws IOException {
    place = Files.createTempDirectory("demarc-soak-");
    us = SimulatedProvider.start(place, "us");
    cn = SimulatedProvider.start(place, "cn");
    gateway =
        GatewayProcess.start(
            place,
            config(),
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx256m",
            "-Xmn48m",
            "-XX:+AlwaysPreTouch",
            "-Xlog:gc:file=" + collections());
  }

  @AfterEach
  void end() throws IOException {
    gateway.close();
    us.close();
    cn.close();
    Site.delete(place);
  }

  private Path collections() {
    return place.resolve("gc.log");
  }

  private ConfigFile config() {
    return new ConfigFile()
        .pack("us-dsp", "{categories: {payment.card: PSEUDONYMISE}}")
        .endpoint(ConfigFile.US_ROUTE, us.endpoint())
        .endpoint(ConfigFile.CN_ROUTE, cn.endpoint())
        .log("publish_every", "1s")
        .log("segment", "64MiB")
        .limit("head_silence", "300ms")
        .limit("heartbeat", "300ms")
        .limit("first_byte", "3s")
        .limit("silence", "2s")
        .limit("slow_reader", "15s")
        .limit("idle", "1s");
  }

  @Test
  void memory_and_descriptors_stay_flat_and_every_request_has_both_entries() throws Exception {
    // The JVM keeps the socket over which it is asked, from the first time on.
    collect();
    Vitals idle = idle();
    MixedLoad load = new MixedLoad(gateway.address(), Duration.ofSeconds(SLOWEST_SECONDS));
    load.start(SEED);
    sample();
    draw();
    load.end();
    Patience.until("nothing in flight", this::nothingInFlight);
    us.close();
    cn.close();
    Vitals after = awaitSockets(idle.sockets());
    say(summary(idle, after, load));
    gateway.stop();

    assertThat(gateway.diagnostics()).doesNotContain("bug", "incident");
    assertThat(load.statuses().keySet()).noneMatch(status -> status.startsWith("bug"));
    assertThat(load.statuses()).doesNotContainKeys("500 gateway_step_failed");
    assertThat(after.sockets()).isLessThanOrEqualTo(idle.sockets());
    assertThat(after.files()).isLessThanOrEqualTo(idle.files() + MORE_FILES);
    everyRequestHasItsEntries(load);
    assertFlat("resident memory", HALF, Vitals::residentMiB, MEMORY_GROWTH);
    assertFlat("heap after GC", LOWEST, Vitals::heapMiB, MEMORY_GROWTH);
    assertFlat("descriptors", HALF, Vitals::descriptors, DESCRIPTOR_GROWTH);
  }

  /// What it holds when it has been used and nobody asks. On each event loop the resolver of names
  /// keeps a socket from its first use on.
  private Vitals idle() {
    Vitals idle = now(0);
    int sockets = idle.sockets() + Runtime.getRuntime().availableProcessors();
    for (String market : List.of("US", "CN")) {
      Chat chat = Chat.saying("[[simulator: close-idle]] warm").in(market);
      // The limits on silence are short, and a machine with other work may miss them at first.
      Patience.until("an answer", () -> gateway.ask(chat).status() == 200);
      // The provider has closed by then, so the next finds no dead connection.
      idle = awaitSockets(sockets);
    }
    return idle.withSockets(sockets);
  }

  private Vitals awaitSockets(int most) {
    try {
      Patience.until("end of all but " + most + " sockets", () -> now(0).sockets() <= most);
      return now(0);
    } catch (AssertionError open) {
      throw new AssertionError(String.join("\n", Vitals.connections(gateway)), open);
    }
  }

  private boolean nothingInFlight() {
    String metrics = gateway.get("/metrics").body();
    return metrics.contains("demarc_requests_in_flight 0.0")
        && metrics.contains("demarc_bytes_in_flight 0.0")
        && metrics.contains("demarc_answer_bytes_in_flight 0.0");
  }

  private Vitals now(long second) {
    return Vitals.of(gateway, collections(), second);
  }

  private void collect() throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process done =
        new ProcessBuilder(jcmd, Long.toString(gateway.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(done.waitFor()).as("jcmd asks for a collection").isZero();
  }

  private void sample() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (int second = 0; second <= SECONDS; second++) {
      long wait = begun + second * 1_000_000_000L - System.nanoTime();
      Thread.sleep(Duration.ofNanos(Math.max(0, wait)));
      if (second % COLLECT_SECONDS == 0) {
        collect();
      }
      samples.add(now(second));
      if (second % 30 == 0) {
        say(samples.getLast().toString());
      }
    }
  }

  private void draw() throws IOException {
    Path directory = Files.createDirectories(Checkout.root().resolve("cli/target/soak"));
    Files.writeString(directory.resolve("soak.csv"), SoakChart.csv(samples));
    Files.writeString(
        directory.resolve("soak.svg"),
        SoakChart.svg("Mixed load for " + SECONDS + " s, a heap of 256 MB", samples));
  }

  // What must hold in the end.

  private void assertFlat(String what, double part, ToDoubleFunction<Vitals> value, double growth) {
    double early = quantile(1, part, value);
    assertThat(quantile(4, part, value))
        .as("%s in the last fifth, %.1f in the second", what, early)
        .isLessThanOrEqualTo(early * growth);
  }

  /// The value that this part of one fifth of the samples, counted from 0, does not exceed.
  private double quantile(int fifth, double part, ToDoubleFunction<Vitals> value) {
    int size = samples.size();
    double[] sorted =
        samples.subList(size * fifth / 5, size * (fifth + 1) / 5).stream()
            .mapToDouble(value)
            .sorted()
            .toArray();
    return sorted[(int) (sorted.length * part)];
  }

  private void everyRequestHasItsEntries(MixedLoad load) throws IOException {
    Account account = new Account();
    PublishedLog log = gateway.log();
    log.walk(0, log.size(), account::add);
    assertThat(account.breaches()).isEmpty();
    assertThat(account.open()).as("permits without an outcome").isEmpty();
    assertThat(account.outcomes()).doesNotContainKey("open_at_crash");
    Set<String> missing = new HashSet<>(load.answered());
    missing.removeAll(account.requests());
    assertThat(missing).as("answered requests without an entry").isEmpty();
    Set<String> sent = new HashSet<>();
    attempts(us.capture(), sent);
    attempts(cn.capture(), sent);
    assertThat(sent).isNotEmpty();
    sent.removeAll(account.permits().keySet());
    assertThat(sent).as("attempts at a provider without a permit").isEmpty();
    Finished verdict = gateway.verify();
    assertThat(verdict.exit()).as(verdict.output()).isZero();
    say(
        "soak: %d entries, %d permits, each with its one outcome: %s"
            .formatted(account.entries(), account.permits().size(), account.outcomes()));
  }

  /// The attempts in a capture, read line by line: it is larger than memory.
  private static void attempts(Path capture, Set<String> into) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(capture)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode request = JSON.readTree(line);
        byte[] head = Base64.getDecoder().decode(request.path("head").asString());
        Matcher attempt = ATTEMPT.matcher(new String(head, StandardCharsets.ISO_8859_1));
        assertThat(attempt.find()).as("attempt id in the capture").isTrue();
        assertThat(into.add(attempt.group(1))).as("attempt came once").isTrue();
      }
    }
  }

  private static void say(String line) {
    if (AT_LENGTH) {
      System.out.println(line);
    }
  }

  private String summary(Vitals idle, Vitals after, MixedLoad load) {
    return String.format(
        Locale.ROOT,
        """
        soak: %d s, requests %s
        soak: answers %s
        soak: resident %.1f -> %.1f MiB, descriptors %.0f -> %.0f, threads %.0f -> %.0f (medians of \
        the second and the last fifth), heap after GC %.0f -> %.0f MiB (lowest)
        soak: at rest before %d sockets and %d files, after %d and %d\
        """,
        SECONDS,
        load.counts(),
        load.statuses(),
        quantile(1, HALF, Vitals::residentMiB),
        quantile(4, HALF, Vitals::residentMiB),
        quantile(1, HALF, Vitals::descriptors),
        quantile(4, HALF, Vitals::descriptors),
        quantile(1, HALF, Vitals::threads),
        quantile(4, HALF, Vitals::threads),
        quantile(1, LOWEST, Vitals::heapMiB),
        quantile(4, LOWEST, Vitals::heapMiB),
        idle.sockets(),
        idle.files(),
        after.sockets(),
        after.files());
  }
}
