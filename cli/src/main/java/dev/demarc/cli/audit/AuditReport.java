package dev.demarc.cli.audit;

import dev.demarc.gateway.meter.Count;
import dev.demarc.policy.MeterKey;
import java.util.SortedMap;

/// Prints an audit, entry by entry, then what it adds up to.
public interface AuditReport {
  /// One more entry.
  void entry(Audited audited);

  /// All entries are through.
  void end(SortedMap<MeterKey, Count> meters);
}
