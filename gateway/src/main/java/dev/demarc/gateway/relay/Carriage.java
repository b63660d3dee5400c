package dev.demarc.gateway.relay;

import dev.demarc.classify.pseudonym.Restored;
import dev.demarc.classify.pseudonym.StreamBroken;
import dev.demarc.classify.pseudonym.StreamRestorer;
import dev.demarc.classify.text.Text;
import dev.demarc.gateway.exchange.Answer;
import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Ended.Kind;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.UpstreamAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer on its way. It ends exactly once, whichever of provider, client and clock comes
/// first; everything runs on the exchange's event loop.
///
/// Of a stream, events go on as they complete, at the client's pace; while nothing comes, a comment
/// keeps the hops between alive. An answer that stops early ends with an error event and a closed
/// connection, since several clients take a tidy end for a complete answer.
final class Carriage {
  /// How long a provider may keep its connection open after `[DONE]`.
  private static final long LINGER_MILLIS = 1000;

  private static final byte[] HEARTBEAT =
      ": waiting for the provider\n\n".getBytes(StandardCharsets.UTF_8);

  private final Vertx vertx;
  private final RelayLimits limits;
  private final Held held;
  private final Consumer<Throwable> bugs;
  private final Exchange exchange;
  private final Answer answer;
  private final Line line;
  private final Outgoing outgoing;
  private final StreamRestorer restorer;
  private final Pieces whole = new Pieces();
  private int taken;
  private final Promise<Ended> ended = Promise.promise();

  private @Nullable UpstreamAnswer upstream;
  private OptionalInt status = OptionalInt.empty();
  private long received;
  private long begunMillis;
  private long lastReceivedMillis;
  private long lastWrittenMillis;
  private boolean over;
  private boolean reachedClient;
  private boolean paused;
  private int restored;
  private int unknown;
  private int withheld;
  private long clock = -1;

  Carriage(
      Vertx vertx,
      RelayLimits limits,
      Held held,
      Consumer<Throwable> bugs,
      Exchange exchange,
      Line line,
      Outgoing outgoing) {
    this.bugs = bugs;
    this.vertx = vertx;
    this.limits = limits;
    this.held = held;
    this.exchange = exchange;
    this.answer = exchange.answer();
    this.line = line;
    this.outgoing = outgoing;
    this.restorer = outgoing.pseudonyms().restorer().stream(limits.eventBytes());
  }

  Future<Ended> ended() {
    return ended.future();
  }

  void begin() {
    long now = now();
    begunMillis = now;
    lastReceivedMillis = now;
    lastWrittenMillis = now;
    long tick =
        Math.max(10, Math.min(limits.heartbeat().toMillis(), limits.headSilence().toMillis()) / 4);
    exchange.onClientLeft(this::clientLeft);
    clock = vertx.setPeriodic(Math.min(tick, 1000), timer -> tick());
  }

  void answered(UpstreamAnswer arrived) {
    if (over) {
      arrived.cancel();
      return;
    }
    upstream = arrived;
    if (arrived.status() < 100 || arrived.status() > 599) {
      // RFC 9110 section 15: no status, so nothing that an outcome or a client could be told.
      failed(Kind.UPSTREAM_ERROR, "the provider answered with a status that HTTP does not have");
      cancelUpstream();
      return;
    }
    status = OptionalInt.of(arrived.status());
    lastReceivedMillis = now();
    if (arrived.encoded()) {
      failed(Kind.UPSTREAM_ERROR, "the provider sent a compressed answer that was not asked for");
      arrived.cancel();
    } else if (arrived.events() && arrived.status() == 200) {
      beginStream(arrived.headers());
      arrived.start(
          bytes -> guarded(() -> eventBytes(bytes)),
          () -> guarded(this::streamEnded),
          () -> guarded(this::streamBroken));
    } else {
      arrived.start(
          this::wholeBytes, () -> guarded(this::wholeEnded), () -> guarded(this::wholeBroken));
    }
  }

  void unanswered() {
    if (!over) {
      failed(Kind.UPSTREAM_ERROR, "the connection to the provider closed before it answered");
    }
  }

  /// A bug in restoring ends the attempt: what could not be restored is not passed on.
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException bug) {
      bugs.accept(bug);
      failed(Kind.UPSTREAM_ERROR, "the gateway could not read the provider's answer");
      cancelUpstream();
    }
  }

  // Streams.

  private void beginStream(Map<String, String> headers) {
    if (!answer.begun()) {
      answer.header("cache-control", "no-cache");
      answer.header("x-accel-buffering", "no");
      answer.begin(200, headers);
    }
    reachedClient = true;
  }

  private void eventBytes(byte[] bytes) {
    if (over) {
      return;
    }
    received += bytes.length;
    lastReceivedMillis = now();
    try {
      write(restorer.feed(bytes));
    } catch (StreamBroken broken) {
      breakOff(broken.reason());
      cancelUpstream();
    }
  }

  private void streamEnded() {
    if (over) {
      return;
    }
    if (restorer.terminated() || restorer.finished(outgoing.choices())) {
      write(restorer.end());
      answer.end();
      finish(Kind.ANSWERED);
    } else if (restorer.errorSeen()) {
      write(restorer.end());
      answer.abort();
      finish(Kind.UPSTREAM_ERROR);
    } else {
      breakOff("the provider's stream ended before its answer was complete");
    }
  }

  private void streamBroken() {
    if (over) {
      return;
    }
    if (restorer.terminated()) {
      streamEnded();
    } else {
      breakOff("the provider's stream broke off");
    }
  }

  private void breakOff(String problem) {
    writeError(problem);
    answer.abort();
    finish(Kind.UPSTREAM_BROKE_OFF);
  }

  /// Ends a stream that was begun: what was held back, without an unfinished event, then the error.
  private void writeError(String problem) {
    String event =
        "data: {\"error\":{\"message\":\"Demarc: "
            + problem
            + "\",\"type\":\"upstream_error\",\"param\":null,\"code\":\"upstream_failed\"}}\n\n";
    write(restorer.cut());
    write(event.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    lastWrittenMillis = now();
    UpstreamAnswer source = upstream;
    if (!answer.write(bytes) && source != null && !paused) {
      paused = true;
      source.pause();
      answer.onDrained(() -> {
        paused = false;
        lastReceivedMillis = now();
        source.resume();
      });
    }
  }

  // Whole answers.

  private void wholeBytes(byte[] bytes) {
    if (over) {
      return;
    }
    received += bytes.length;
    lastReceivedMillis = now();
    if (received > limits.wholeBytes()) {
      failed(
          Kind.UPSTREAM_ERROR, "the provider's answer is above " + limits.wholeBytes() + " bytes");
      cancelUpstream();
    } else if (!held.take(bytes.length)) {
      failed(Kind.UPSTREAM_ERROR, "the gateway holds as many bytes of answers as it may");
      cancelUpstream();
    } else {
      taken += bytes.length;
      whole.add(bytes);
    }
  }

  private void wholeEnded() {
    UpstreamAnswer source = upstream;
    if (over || source == null) {
      return;
    }
    Restored back = outgoing.pseudonyms().restorer().restoreAnswer(Text.of(whole.join()));
    restored = back.restored();
    unknown = back.unknown();
    withheld = back.withheld();
    Ended.Whole complete = new Ended.Whole(source.status(), source.headers(), back.body().bytes());
    if (answer.begun()) {
      // Heartbeats went out for a stream, and something else came instead of one.
      failed(
          Kind.UPSTREAM_ERROR,
          "the provider answered with status " + source.status() + " instead of a stream");
    } else if (!Relay.isFinal(source) || isUnreadable(source, back)) {
      over(Kind.UPSTREAM_ERROR, Optional.of(complete));
    } else {
      reachedClient = true;
      answer.whole(complete.status(), complete.headers(), complete.body());
      finish(Kind.ANSWERED);
    }
  }

  /// A success whose body is not JSON: nothing can be put back in it, and no client could read it.
  private static boolean isUnreadable(UpstreamAnswer source, Restored back) {
    return source.status() < 300 && !back.readable();
  }

  private void wholeBroken() {
    if (!over) {
      failed(Kind.UPSTREAM_BROKE_OFF, "the provider's answer broke off");
    }
  }

  // Client and clock.

  private void clientLeft() {
    if (!over) {
      finish(Kind.CLIENT_LEFT);
      cancelUpstream();
    }
  }

  private void tick() {
    long now = now();
    boolean waitingForHead = status.isEmpty();
    long patience = waitingForHead ? limits.firstByte().toMillis() : limits.silence().toMillis();
    if (now - begunMillis >= limits.answerTime().toMillis()) {
      failed(
          Kind.TIMED_OUT,
          "the provider's answer took more than " + limits.answerTime().toSeconds() + " s");
      cancelUpstream();
    } else if (paused) {
      if (now - lastWrittenMillis >= limits.slowReader().toMillis()) {
        finish(Kind.CLIENT_LEFT);
        cancelUpstream();
        answer.abort();
      }
    } else if (restorer.terminated() && now - lastReceivedMillis >= LINGER_MILLIS) {
      streamEnded();
      cancelUpstream();
    } else if (now - lastReceivedMillis >= patience) {
      failed(Kind.TIMED_OUT, "the provider stayed silent for " + patience / 1000 + " s");
      cancelUpstream();
    } else if (outgoing.streamed() && waitingForHead) {
      long pause = answer.begun() ? limits.heartbeat().toMillis() : limits.headSilence().toMillis();
      if (now - lastWrittenMillis >= pause) {
        beginStream(Map.of("content-type", "text/event-stream"));
        write(HEARTBEAT);
      }
    } else if (answer.begun()
        && now - lastWrittenMillis >= limits.heartbeat().toMillis()
        && restorer.atEventBoundary()) {
      write(HEARTBEAT);
    }
  }

  // Ends.

  private void failed(Kind kind, String problem) {
    if (over) {
      return;
    }
    if (answer.begun()) {
      writeError(problem);
      answer.abort();
    }
    finish(kind);
  }

  private void finish(Kind kind) {
    over(kind, Optional.empty());
  }

  private void over(Kind kind, Optional<Ended.Whole> passable) {
    if (over) {
      return;
    }
    over = true;
    vertx.cancelTimer(clock);
    held.free(taken);
    whole.clear();
    exchange.onClientLeft(() -> {});
    ended.complete(
        new Ended(
            kind,
            status,
            outgoing.body().length(),
            received,
            restored + restorer.restored(),
            unknown + restorer.unknown(),
            withheld + restorer.withheld(),
            reachedClient,
            passable));
  }

  /// Comes after the end has been settled, for cancelling makes the upstream report a failure.
  private void cancelUpstream() {
    UpstreamAnswer source = upstream;
    if (source != null) {
      source.cancel();
    } else {
      line.cancel();
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
