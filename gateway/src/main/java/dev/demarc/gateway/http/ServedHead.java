package dev.demarc.gateway.http;

import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/// A Vert.x request's head as a [Head].
record ServedHead(HttpServerRequest request, Optional<String> pathMarket) implements Head {
  @Override
  public Optional<String> header(String name) {
    List<String> values = request.headers().getAll(name);
    if (values.size() > 1) {
      throw new Refused(new Refusal.BadHeader(name, "sent only once"));
    }
    return values.stream().findFirst();
  }
}
