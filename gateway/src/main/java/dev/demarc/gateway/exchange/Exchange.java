package dev.demarc.gateway.exchange;

import dev.demarc.classify.text.Text;
import io.vertx.core.Future;

/// One request of a client and the answer to it, as the steps see them. The HTTP server stands
/// behind it and can change without them.
public interface Exchange {
  /// The gateway's id of this request: 26 characters of Crockford base 32, random.
  String requestId();

  Head head();

  /// The whole body, within the limits; asked for once.
  Future<Text> body();

  Answer answer();

  /// Whether the client's connection is gone.
  boolean clientLeft();

  /// Runs `action` once when the client's connection goes before the answer is complete; at once
  /// where it is gone already. A later call replaces the action.
  void onClientLeft(Runnable action);
}
