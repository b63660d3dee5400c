package dev.demarc.gateway.exchange;

import dev.demarc.classify.text.Text;
import io.vertx.core.Future;

/// A connection to a provider, held for one attempt. Nothing has been sent on it before [#send].
public interface Line {
  /// Sends the request and waits for the head of the answer.
  Future<UpstreamAnswer> send(Text body, boolean streamed);

  /// Gives the connection up; if anything had been sent, the provider sees it closed.
  void cancel();
}
