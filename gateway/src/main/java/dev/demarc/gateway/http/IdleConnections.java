package dev.demarc.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Closes connections of one event loop on which no request has been handled for too long, those
/// whose head never ends among them. A plain idle timeout would also cut clients that wait for a
/// silent provider.
final class IdleConnections {
  private final Duration limit;
  private final Map<HttpConnection, Long> idleSinceNanos = new HashMap<>();

  IdleConnections(Vertx vertx, Duration limit) {
    this.limit = limit;
    vertx.setPeriodic(Math.max(100, limit.toMillis() / 4), timer -> sweep());
  }

  void opened(HttpConnection connection) {
    idle(connection);
    connection.closeHandler(closed -> idleSinceNanos.remove(connection));
  }

  void busy(HttpConnection connection) {
    idleSinceNanos.remove(connection);
  }

  void idle(HttpConnection connection) {
    idleSinceNanos.put(connection, System.nanoTime());
  }

  private void sweep() {
    long now = System.nanoTime();
    List<HttpConnection> over = new ArrayList<>();
    idleSinceNanos.forEach((connection, since) -> {
      if (now - since > limit.toNanos()) {
        over.add(connection);
      }
    });
    over.forEach(connection -> {
      idleSinceNanos.remove(connection);
      connection.close();
    });
  }
}
