package dev.demarc.gateway.exchange;

import java.util.Map;
import java.util.function.Consumer;

/// A provider's answer while it arrives. Nothing flows before [#start].
public interface UpstreamAnswer {
  int status();

  /// Whether the body is a stream of server-sent events.
  boolean events();

  /// Whether the body is compressed although none was asked for: nothing can be restored in it.
  boolean encoded();

  /// The headers that a client may see: content type, timing, rate limits. Cookies and the rest
  /// stay.
  Map<String, String> headers();

  /// Lets the body flow: `bytes` for each piece, then exactly one of `end` and `broken`.
  void start(Consumer<byte[]> bytes, Runnable end, Runnable broken);

  void pause();

  void resume();

  /// Stops the provider: the connection is closed.
  void cancel();
}
