package dev.demarc.cli.audit;

import dev.demarc.gateway.DryRun;

/// What would have become of one entry.
public sealed interface Audited {
  Entry entry();

  /// It would have been decided.
  record Decided(Entry entry, DryRun.Result result) implements Audited {}

  /// It would have been refused before any route was asked: nothing would have left.
  ///
  /// @param code of the refusal, as clients see it
  /// @param says why, in words
  record Refused(Entry entry, String code, String says) implements Audited {}

  /// It was not looked at.
  record Skipped(Entry entry) implements Audited {}
}
