package dev.demarc.gateway;

import dev.demarc.gateway.http.HttpEdge;
import dev.demarc.gateway.route.Upstream;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One event loop with a server, a pipeline and an upstream pool of its own. An exchange stays on its
/// lane from the first byte to the last.
final class Lane extends AbstractVerticle {
  private final Function<Vertx, Parts> build;
  private final String host;
  private final AtomicInteger port;
  private @Nullable Parts parts;

  /// @param port shared by all lanes: 0 until the first has taken a free one
  Lane(Function<Vertx, Parts> build, String host, AtomicInteger port) {
    this.build = build;
    this.host = host;
    this.port = port;
  }

  /// What runs on one lane.
  record Parts(HttpEdge edge, Upstream upstream) {}

  @Override
  public void start(Promise<Void> started) {
    Parts built = build.apply(vertx);
    parts = built;
    built
        .edge()
        .listen(host, port.get())
        .onSuccess(port::set)
        .<Void>mapEmpty()
        .onComplete(started);
  }

  @Override
  public void stop(Promise<Void> stopped) {
    Parts built = parts;
    if (built == null) {
      stopped.complete();
    } else {
      built.edge().close().compose(closed -> built.upstream().close()).onComplete(stopped);
    }
  }
}
