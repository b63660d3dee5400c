package dev.demarc.policy;

import java.util.Comparator;

/// Which count: one meter of one pack, for one exporter and one recipient. The recipient is a legal
/// entity, so that two endpoints of one company share a count (28 CFR 202.205: "the same U.S.
/// person and the same foreign person or covered person").
///
/// @param meter pack and meter, as `us-dsp/financial`
public record MeterKey(String meter, String exporter, String recipient)
    implements Comparable<MeterKey> {
  private static final Comparator<MeterKey> ORDER =
      Comparator.comparing(MeterKey::meter)
          .thenComparing(MeterKey::exporter)
          .thenComparing(MeterKey::recipient);

  @Override
  public int compareTo(MeterKey other) {
    return ORDER.compare(this, other);
  }
}
