package dev.demarc.gateway.log;

import dev.demarc.gateway.log.SweptHistory.Fault;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What a sweep has done and found.
final class SweepTally {
  /// What may never happen.
  enum Harm {
    /// A record that was acknowledged is not in the log, or its receipt proves nothing.
    LOSS,
    /// The log is not one tree, or not the one that was published.
    FORK,
    /// A log that only a fault left as it is cannot be opened or does not go on.
    REFUSAL,
    /// It neither ends nor fails.
    HANG
  }

  /// A history that came to harm.
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final Harm harm;

    Broken(Harm harm, String how) {
      super(harm + ": " + how);
      this.harm = harm;
    }

    Broken(Harm harm, Throwable cause) {
      super(harm + ": " + cause.toString().strip().replaceAll("\\s+", " "), cause);
      this.harm = harm;
    }
  }

  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Map<Harm, Integer> harms = new EnumMap<>(Harm.class);
  private int histories;
  private int inOpening;
  private long acknowledged;
  private long checkpoints;
  private int refused;
  private int dropped;

  int faults(Fault kind) {
    return faults.getOrDefault(kind, 0);
  }

  int faults() {
    return faults.values().stream().mapToInt(Integer::intValue).sum();
  }

  int harms() {
    return harms.values().stream().mapToInt(Integer::intValue).sum();
  }

  int harms(Harm harm) {
    return harms.getOrDefault(harm, 0);
  }

  void fault(Fault kind, boolean whileOpening) {
    faults.merge(kind, 1, Integer::sum);
    inOpening += whileOpening ? 1 : 0;
  }

  void history(long answered, long published) {
    histories++;
    acknowledged += answered;
    checkpoints += published;
  }

  void refused() {
    refused++;
  }

  void dropped() {
    dropped++;
  }

  void broken(Broken how) {
    harms.merge(how.harm, 1, Integer::sum);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d kill points, %,d errors and %,d power losses (%,d of them within an opening) in %,d"
            + " histories with %,d acknowledged records and %,d published checkpoints; damaged logs"
            + " refused and left unchanged: %,d; torn last frames dropped: %,d; lost"
            + " acknowledgements: %d, forks: %d, wrong refusals: %d, hangs: %d",
        faults(Fault.KILL),
        faults(Fault.ERROR),
        faults(Fault.POWER_LOSS),
        inOpening,
        histories,
        acknowledged,
        checkpoints,
        refused,
        dropped,
        harms(Harm.LOSS),
        harms(Harm.FORK),
        harms(Harm.REFUSAL),
        harms(Harm.HANG));
  }
}
