package dev.demarc.gateway;

import dev.demarc.gateway.http.HttpEdge;
import dev.demarc.gateway.route.Upstream;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One event loop with a server, a pipeline and an upstream pool of its own. An exchange stays on
/// its lane from the first byte to the last.
final class Lane extends AbstractVerticle {
  private final Function<Vertx, Parts> build;
  private final String host;
  private final int port;
  private final AtomicInteger taken;
  private @Nullable Parts parts;

  /// @param port where all lanes listen; less than 0 for a free one that they share
  /// @param taken set to the port that they got
  Lane(Function<Vertx, Parts> build, String host, int port, AtomicInteger taken) {
    this.build = build;
    this.host = host;
    this.port = port;
    this.taken = taken;
  }

  /// What runs on one lane.
  record Parts(HttpEdge edge, Upstream upstream) {}

  @Override
  public void start(Promise<Void> started) {
    Parts built = build.apply(vertx);
    parts = built;
    built.edge().listen(host, port).onSuccess(taken::set).<Void>mapEmpty().onComplete(started);
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
