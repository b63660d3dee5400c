package dev.demarc.simulator;

import java.util.Locale;

/// What became of the answer to one captured request.
///
/// @param n number of the request
/// @param afterMillis since the request was complete, or since its first byte where it never was
/// @param sentBytes how much of the answer the system had taken by then
public record ConnectionEvent(int n, Kind kind, long afterMillis, long sentBytes) {

  /// How it ended, or that it began.
  public enum Kind {
    /// First bytes of a request came that was not complete with them.
    RECEIVING,
    /// The whole answer was written.
    ANSWERED,
    /// The peer closed the connection before the answer was whole, or before the request was.
    CLOSED_BY_CLIENT,
    /// The simulator closed it, because it was told to.
    CLOSED_BY_SIMULATOR;

    /// As written in the file.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
