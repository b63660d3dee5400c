package dev.demarc.cli.classify;

import java.util.List;

/// One way to print findings, one after the other: nothing is gathered.
interface Report {
  /// Before the first finding.
  default void begin() {}

  void found(Found found);

  /// After the last.
  ///
  /// @param unread what could not be read, in words
  default void end(Totals totals, List<String> unread) {}
}
