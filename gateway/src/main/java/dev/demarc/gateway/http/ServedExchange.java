package dev.demarc.gateway.http;

import dev.demarc.classify.text.Text;
import dev.demarc.gateway.exchange.ClientLeft;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/// A Vert.x request and response as an [Exchange].
final class ServedExchange implements Exchange {
  /// How long the rest of a refused body may take before the connection closes.
  private static final long DRAIN_MILLIS = 1000;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final ServedHead head;
  private final ServedAnswer answer;
  private final String requestId;
  private final HttpLimits limits;
  private final Load load;
  private final Promise<Text> body = Promise.promise();

  private long held;
  private boolean left;
  private Runnable whenLeft = () -> {};

  ServedExchange(
      Vertx vertx,
      HttpServerRequest request,
      Optional<String> pathMarket,
      String requestId,
      HttpLimits limits,
      Load load) {
    this.vertx = vertx;
    this.request = request;
    this.head = new ServedHead(request, pathMarket);
    this.answer = new ServedAnswer(request.response(), requestId);
    this.requestId = requestId;
    this.limits = limits;
    this.load = load;
    request.response().closeHandler(nothing -> leave());
    request.response().exceptionHandler(failure -> leave());
    request.exceptionHandler(failure -> leave());
  }

  @Override
  public String requestId() {
    return requestId;
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public ServedAnswer answer() {
    return answer;
  }

  @Override
  public boolean clientLeft() {
    return left;
  }

  @Override
  public void onClientLeft(Runnable action) {
    whenLeft = action;
    if (left) {
      action.run();
    }
  }

  @Override
  public Future<Text> body() {
    ArrivingBody arriving;
    try {
      requirePlain();
      claim(declaredLength());
      arriving = new ArrivingBody((int) declaredLength());
    } catch (Refused refused) {
      return Future.failedFuture(refused);
    }
    long timer =
        vertx.setTimer(
            limits.bodyTime().toMillis(),
            fired -> body.tryFail(new Refused(new Refusal.TooSlow(limits.bodyTime()))));
    request.handler(piece -> arrive(arriving, piece));
    request.endHandler(nothing -> body.tryComplete(arriving.whole()));
    request.resume();
    return body.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private void requirePlain() {
    String encoding = request.getHeader("content-encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Refused(new Refusal.EncodedBody());
    }
  }

  private long declaredLength() {
    String length = request.getHeader("content-length");
    // The HTTP codec has refused lengths that are no number, or several that differ.
    return length == null ? 0 : Long.parseLong(length);
  }

  private void arrive(ArrivingBody arriving, Buffer piece) {
    if (body.future().isComplete()) {
      return;
    }
    try {
      claim((long) arriving.length() + piece.length());
      arriving.add(piece);
    } catch (Refused refused) {
      body.tryFail(refused);
    }
  }

  private void claim(long total) {
    if (total > limits.bodyBytes()) {
      throw new Refused(new Refusal.TooLarge(limits.bodyBytes()));
    }
    if (total > held) {
      load.hold(total - held);
      held = total;
    }
  }

  private void leave() {
    if (!left && !answer.complete()) {
      left = true;
      body.tryFail(new ClientLeft());
      whenLeft.run();
    }
  }

  /// Sends a whole answer of the edge itself. Where a body is still to come the connection closes
  /// soon after, so that the rest is never taken for a next request.
  void finish(int status, Map<String, String> headers, byte[] content) {
    boolean bodyToCome = !request.isEnded() && hasBody();
    if (!request.isEnded()) {
      request.handler(piece -> {});
      request.resume();
    }
    answer.whole(status, headers, content);
    if (bodyToCome) {
      vertx.setTimer(
          DRAIN_MILLIS,
          fired -> {
            if (!request.isEnded()) {
              request.connection().close();
            }
          });
    }
  }

  private boolean hasBody() {
    return declaredLength() > 0 || request.getHeader("transfer-encoding") != null;
  }

  /// Gives back what the limits count.
  void close() {
    load.free(held);
    held = 0;
  }
}
