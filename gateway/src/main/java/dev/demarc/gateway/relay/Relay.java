package dev.demarc.gateway.relay;

import dev.demarc.gateway.exchange.Ended;
import dev.demarc.gateway.exchange.Exchange;
import dev.demarc.gateway.exchange.Line;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.UpstreamAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Consumer;

/// The restore step: carries one attempt's answer to the client, with pseudonyms turned back.
public final class Relay {
  private final Vertx vertx;
  private final RelayLimits limits;
  private final Held held;
  private final Consumer<Throwable> bugs;

  /// @param held what all relays hold of whole answers
  /// @param bugs told of failures that should not happen
  public Relay(Vertx vertx, RelayLimits limits, Held held, Consumer<Throwable> bugs) {
    this.vertx = vertx;
    this.limits = limits;
    this.held = held;
    this.bugs = bugs;
  }

  /// Sends `outgoing` on `line` and carries the answer back. The future does not fail: what went
  /// wrong is in [Ended].
  public Future<Ended> carry(Exchange exchange, Line line, Outgoing outgoing) {
    Carriage carriage = new Carriage(vertx, limits, held, bugs, exchange, line, outgoing);
    carriage.begin();
    Future.succeededFuture()
        .compose(begun -> line.send(outgoing.body(), outgoing.streamed()))
        .onSuccess(carriage::answered)
        .onFailure(failure -> carriage.unanswered());
    return carriage.ended();
  }

  /// Whether an answer of this status is the client's to see, rather than the gateway's to mend by
  /// another route. 401 and 403 speak about the gateway's own credentials.
  static boolean isFinal(UpstreamAnswer answer) {
    int status = answer.status();
    boolean ours = status == 401 || status == 403 || status == 407;
    boolean passing = status == 408 || status == 429;
    return status >= 200 && !(status >= 300 && status < 400) && status < 500 && !ours && !passing;
  }
}
