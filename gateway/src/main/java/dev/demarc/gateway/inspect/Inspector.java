package dev.demarc.gateway.inspect;

import dev.demarc.classify.text.Text;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.Objects;

/// The classify step. A body above [#LARGE_BYTES] is inspected on a worker pool, so that it does
/// not hold up the event loop.
public final class Inspector {
  static final int LARGE_BYTES = 32 * 1024;

  private final Inspection inspection;
  private final WorkerExecutor workers;

  public Inspector(Inspection inspection, WorkerExecutor workers) {
    this.inspection = inspection;
    this.workers = workers;
  }

  /// Fails with [Refused] where the body cannot be read or asks for a model that is not permitted.
  public Future<Question> question(Terms terms, Text body) {
    if (body.length() <= LARGE_BYTES) {
      return Future.succeededFuture(inspection.question(terms, body));
    }
    return workers
        .executeBlocking(() -> inspection.question(terms, body), false)
        .map(question -> Objects.requireNonNull(question));
  }
}
