package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.e2e.Mutant.Fate;
import dev.demarc.cli.e2e.SocketShapes.End;
import dev.demarc.cli.e2e.SocketShapes.Shape;
import dev.demarc.simulator.CapturedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients that attack: changed requests and hostile sockets. A request that still is one gets its
/// answer, every other a 4xx in the shape of the protocol or a closed connection, soon; what was
/// refused, or hidden in another request, reaches no provider; afterwards the gateway holds no more
/// than before.
///
/// `./demarc prove mutants COUNT` makes as many mutants; `-Dprove.seed=N` makes the same ones
/// again. How soon is asserted only there (`prove.within` milliseconds, 1000): a loaded machine is
/// no defect.
class MutantJarTest {
  private static final int COUNT = Integer.getInteger("prove.count", 100);
  private static final long SEED = Long.getLong("prove.seed", 20_261_123L);
  private static final boolean AT_LENGTH = System.getProperty("prove.count") != null;
  private static final long WITHIN = Long.getLong("prove.within", AT_LENGTH ? 1000 : 30_000);

  /// A connection may idle this long, and a body take this long.
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final JsonMapper JSON = new JsonMapper();

  // A busy machine syncs late, which is not what is asked here.
  @RegisterExtension
  static final Site SITE =
      Site.twoMarkets((config, site) ->
          config
              .log("sync_deadline", "20s")
              .limit("idle", PATIENCE.toMillis() + "ms")
              .limit("body_time", PATIENCE.toMillis() + "ms")
              .limit("head", "16KiB")
              .limit("body", "64KiB"));

  @Test
  void a_mutant_gets_its_answer_or_a_4xx_and_what_was_refused_does_not_leave() {
    Mutants mutants = new Mutants(SEED);
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    long slowest = 0;
    Idle idle = Idle.now();
    for (int i = 0; i < COUNT; i++) {
      Mutant mutant = mutants.next();
      int before = SITE.us().received().size();
      long begun = System.nanoTime();
      String answer;
      try (HostileSocket socket = connect()) {
        answer = socket.send(mutant.bytes()).readToEnd();
      }
      long millis = (System.nanoTime() - begun) / 1_000_000;
      slowest = Math.max(slowest, millis);
      String what = "mutant " + i + " of seed " + SEED + ", " + mutant + ": " + answer;
      assertThat(millis).as(what).isLessThan(WITHIN);
      judge(mutant, answer, SITE.us().received().size() - before, what);
      counts.merge(mutant.fate(), 1, Integer::sum);
    }
    idle.requireAgain();
    say("mutants: " + COUNT + " of seed " + SEED + ", " + counts + ", slowest " + slowest + " ms");
  }

  private static void judge(Mutant mutant, String answer, int received, String what) {
    assertThat(answer).as(what).matches("(?s)HTTP/1\\.1 [24].*");
    int status = Integer.parseInt(answer.substring(9, 12));
    switch (mutant.fate()) {
      case ANSWERED -> assertThat(status).as(what).isEqualTo(200);
      case PASSED_ON -> assertThat(status).as(what).isIn(200, 400);
      case REFUSED -> assertThat(status).as(what).isBetween(400, 499);
    }
    assertThat(received).as(what).isEqualTo(mutant.fate() == Fate.REFUSED ? 0 : 1);
    if (status >= 400 && !mutant.headOnly()) {
      requireErrorShape(answer, what);
    }
  }

  private static void requireErrorShape(String answer, String what) {
    String[] parts = answer.split("\r\n\r\n", 2);
    JsonNode body = JSON.readTree(parts[1]);
    if (parts[0].contains("application/problem+json")) {
      assertThat(body.path("title").asString("")).as(what).isNotEmpty();
    } else {
      assertThat(body.path("error").path("message").asString("")).as(what).isNotEmpty();
      assertThat(body.path("error").path("type").asString("")).as(what).isNotEmpty();
    }
  }

  @Test
  void a_hostile_socket_gets_an_answer_a_4xx_or_is_closed_and_nothing_hides_in_it()
      throws InterruptedException, ExecutionException {
    Idle idle = Idle.now();
    List<Shape> shapes = SocketShapes.all();
    assertThat(shapes).extracting(Shape::name).doesNotHaveDuplicates();
    List<Future<String>> faults = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(16)) {
      shapes.forEach(shape -> faults.add(all.submit(() -> fault(shape))));
    }
    List<String> found = new ArrayList<>();
    for (Future<String> fault : faults) {
      if (!fault.get().isEmpty()) {
        found.add(fault.get());
      }
    }
    assertThat(found).isEmpty();
    List<String> left =
        SITE.us().received().stream()
            .map(request -> new String(request.payload(), StandardCharsets.UTF_8))
            .toList();
    assertThat(left).noneMatch(body -> body.contains("smuggled"));
    for (Shape shape : shapes) {
      if (shape.end() == End.REFUSED) {
        assertThat(left).noneMatch(body -> body.contains(RawRequest.inText(shape.mark())));
      }
    }
    idle.requireAgain();
    say("socket shapes: " + shapes.size());
  }

  /// What is wrong with how this connection went; empty where nothing is.
  private static String fault(Shape shape) {
    try (HostileSocket socket = connect()) {
      long begun = System.nanoTime();
      shape.script().accept(socket);
      socket.readToEnd();
      long millis = (System.nanoTime() - begun) / 1_000_000;
      List<Integer> statuses = socket.statuses();
      String seen =
          shape.name() + ": " + statuses + " after " + millis + " ms\n" + head(socket.text());
      long answered = statuses.stream().filter(status -> status == 200).count();
      boolean library = shape.end() == End.LIBRARY && statuses.equals(List.of(501));
      boolean fine =
          (library
                  || statuses.stream()
                      .allMatch(status -> status == 200 || (status >= 400 && status < 500)))
              && switch (shape.end()) {
                case LIBRARY -> answered == 0;
                case ANSWERED -> answered == shape.answers() && statuses.size() == shape.answers();
                case REFUSED -> answered == 0;
                case EITHER -> answered <= shape.answers();
              };
      // What is whole is answered at once; what never becomes whole is cut off by the limits.
      return fine && millis < WITHIN + 2 * PATIENCE.toMillis() ? "" : seen;
    }
  }

  private static String head(String text) {
    return text.lines().limit(12).reduce("", (a, b) -> a + "  " + b + "\n");
  }

  /// What the gateway holds while nobody calls.
  private record Idle(OpenFiles files, long open) {
    static Idle now() {
      // The first request opens what stays open.
      assertThat(SITE.ask(Chat.saying("warm-up")).status()).isEqualTo(200);
      OpenFiles files =
          new OpenFiles(SITE.gateway().pid(), Set.of(SITE.us().port(), SITE.cn().port()));
      Patience.until("counters at 0", Idle::countersAreAtRest);
      return new Idle(files, OpenFiles.canBeCounted() ? files.count() : 0);
    }

    void requireAgain() {
      Patience.until("counters at 0", Idle::countersAreAtRest);
      if (OpenFiles.canBeCounted()) {
        // The connection on which metrics are asked for is one of them.
        Patience.until("descriptors at " + open, () -> files.count() <= open + 1);
      }
      Answer answer = SITE.ask(Chat.saying("after all that"));
      assertThat(answer.text()).contains("after all that");
      CapturedRequest last = SITE.us().await("after all that");
      assertThat(SimulatedProvider.attempt(last)).isNotEmpty();
    }

    private static boolean countersAreAtRest() {
      try (HostileSocket socket = connect()) {
        String get = "GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        String metrics = socket.send(get.getBytes(StandardCharsets.US_ASCII)).readToEnd();
        return metrics.contains("\ndemarc_requests_in_flight 0.0\n")
            && metrics.contains("\ndemarc_bytes_in_flight 0.0\n");
      }
    }
  }

  private static HostileSocket connect() {
    URI gateway = SITE.gateway().address();
    return new HostileSocket(gateway);
  }

  private static void say(String line) {
    if (AT_LENGTH) {
      System.out.println(line);
    }
  }
}
