package dev.demarc.simulator;

import java.time.Duration;

/// One act of the simulator on a connection.
sealed interface Step {
  /// Writes these bytes, at once and by themselves.
  @SuppressWarnings("ArrayRecordComponent") // wire bytes; nobody compares them
  record Write(byte[] bytes) implements Step {}

  /// Waits.
  record Pause(Duration time) implements Step {}

  /// Does nothing more, until the peer gives up.
  record Hold() implements Step {}

  /// Goes on, and closes the connection later if it is idle then.
  record CloseIdle(Duration after) implements Step {}

  /// Closes the connection.
  record Close() implements Step {}
}
