package dev.demarc.simulator;

import dev.demarc.simulator.ConnectionEvent.Kind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// One TCP connection: taps the bytes, captures each request, plays its answer step by step. All on
/// the connection's event loop.
final class Connection {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final NetSocket socket;
  private final io.vertx.core.Vertx vertx;
  private final Context loop;
  private final Provider provider;
  private final Capture capture;
  private final IntSupplier numbers;
  private final RequestReader reader = new RequestReader();

  private int n;
  private long began;
  private long beganMillis;
  private long sent;
  private boolean answering;
  private boolean closed;

  Connection(
      io.vertx.core.Vertx vertx,
      NetSocket socket,
      Provider provider,
      Capture capture,
      IntSupplier numbers) {
    this.vertx = vertx;
    this.socket = socket;
    this.loop = vertx.getOrCreateContext();
    this.provider = provider;
    this.capture = capture;
    this.numbers = numbers;
    socket.handler(buffer -> guarded(() -> received(buffer.getBytes())));
    socket.closeHandler(_ -> guarded(this::closedByClient));
    // A reset is followed by the close handler, which says all there is to say.
    socket.exceptionHandler(_ -> {});
  }

  /// What goes wrong in the simulator itself ends the connection: a request that could not be
  /// captured must not look answered.
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      System.err.println("simulator: connection ended: " + e);
      closed = true;
      var _ = socket.close();
    }
  }

  private void received(byte[] bytes) {
    if (!reader.holdsBytes() && !answering) {
      begin();
    }
    reader.feed(bytes);
    if (!answering) {
      answerNext();
    }
  }

  private void begin() {
    n = 0;
    sent = 0;
    began = System.nanoTime();
    beganMillis = System.currentTimeMillis();
  }

  /// Numbers are given when a request needs one, so that requests that steer leave no gap.
  private int number() {
    if (n == 0) {
      n = numbers.getAsInt();
    }
    return n;
  }

  private void answerNext() {
    try {
      Optional<RequestReader.Raw> next = reader.next();
      if (next.isPresent()) {
        answer(next.get());
      } else {
        if (reader.awaitsContinue()) {
          var _ = socket.write(Buffer.buffer(CONTINUE));
        }
        if (n == 0) {
          number();
          event(Kind.RECEIVING);
        }
      }
    } catch (RequestReader.Malformed e) {
      captureRest();
      play(
          Script.of(
              Reply.error(400, "invalid_request_error", String.valueOf(e.getMessage())),
              Misbehaviour.NONE,
              Duration.ZERO),
          true);
    }
  }

  private void answer(RequestReader.Raw raw) {
    var request = captured(raw, true);
    if (!Provider.steers(request)) {
      request = numbered(request);
      capture.write(request);
    }
    began = System.nanoTime();
    boolean last =
        request.header("connection").filter(v -> v.equalsIgnoreCase("close")).isPresent();
    play(provider.answer(request), last);
  }

  private CapturedRequest captured(RequestReader.Raw raw, boolean complete) {
    return new CapturedRequest(
        n, beganMillis, socket.remoteAddress().toString(), raw.head(), raw.body(), complete);
  }

  private CapturedRequest numbered(CapturedRequest request) {
    return new CapturedRequest(
        number(),
        request.timeMillis(),
        request.remote(),
        request.head(),
        request.body(),
        request.complete());
  }

  // --- playing the answer --------------------------------------------------------------------

  private void play(List<Step> steps, boolean last) {
    answering = true;
    advance(steps.iterator(), last);
  }

  private void advance(Iterator<Step> steps, boolean last) {
    while (!closed) {
      if (!steps.hasNext()) {
        answered(last);
        return;
      }
      switch (steps.next()) {
        case Step.Write(byte[] bytes) -> {
          Future<Void> written = socket.write(Buffer.buffer(bytes));
          written.onSuccess(_ -> sent += bytes.length);
          loop.runOnContext(_ -> written.onSuccess(_ -> advance(steps, last)));
          return;
        }
        case Step.Pause(Duration time) -> {
          vertx.setTimer(Math.max(1, time.toMillis()), _ -> advance(steps, last));
          return;
        }
        case Step.Hold() -> {
          return;
        }
        case Step.CloseIdle(Duration after) ->
            vertx.setTimer(Math.max(1, after.toMillis()), _ -> closeIfIdle());
        case Step.Close() -> {
          closeWith(Kind.CLOSED_BY_SIMULATOR);
          return;
        }
      }
    }
  }

  private void closeIfIdle() {
    if (!closed && !answering && !reader.holdsBytes()) {
      closed = true;
      var _ = socket.close();
    }
  }

  private void answered(boolean last) {
    if (last) {
      closeWith(Kind.ANSWERED);
      return;
    }
    event(Kind.ANSWERED);
    answering = false;
    if (reader.holdsBytes()) {
      begin();
      answerNext();
    } else {
      n = 0;
    }
  }

  private void closeWith(Kind kind) {
    event(kind);
    closed = true;
    var _ = socket.close();
  }

  private void closedByClient() {
    if (closed) {
      return;
    }
    closed = true;
    if (answering) {
      event(Kind.CLOSED_BY_CLIENT);
      n = 0;
    }
    if (reader.holdsBytes()) {
      captureRest();
      event(Kind.CLOSED_BY_CLIENT);
    }
  }

  private void captureRest() {
    capture.write(numbered(captured(reader.rest(), false)));
  }

  private void event(Kind kind) {
    if (n > 0) {
      long after = Duration.ofNanos(System.nanoTime() - began).toMillis();
      capture.write(new ConnectionEvent(n, kind, after, sent));
    }
  }
}
