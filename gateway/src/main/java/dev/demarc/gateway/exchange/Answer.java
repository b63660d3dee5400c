package dev.demarc.gateway.exchange;

import java.util.Map;

/// The way back to the client. Its methods run on the exchange's event loop.
public interface Answer {
  /// Whether the head has been sent: from then on there is no failover.
  boolean begun();

  /// Adds a header to the head that will be sent.
  void header(String name, String value);

  /// Takes a header back that was added before.
  void withoutHeader(String name);

  /// Sends the head of an answer whose length is not known yet.
  void begin(int status, Map<String, String> headers);

  /// Sends bytes of the body; false where the client reads slower than we write: then wait for
  /// [#onDrained].
  boolean write(byte[] bytes);

  /// Runs `action` once when the client has read what was waiting.
  void onDrained(Runnable action);

  /// Ends an answer that [#begin] began.
  void end();

  /// Sends a whole answer.
  void whole(int status, Map<String, String> headers, byte[] body);

  /// Closes the connection without ending the answer, so that no client takes it for complete.
  void abort();
}
