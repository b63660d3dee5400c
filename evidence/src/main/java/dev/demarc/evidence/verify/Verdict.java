package dev.demarc.evidence.verify;

/// What the verifier concludes.
public enum Verdict {
  /// Everything that was given fits the key.
  VERIFIED(0, "VERIFIED"),
  /// Something contradicts what the key signed.
  REFUTED(1, "REFUTED"),
  /// What was given does not allow either conclusion.
  CANNOT_TELL(2, "CANNOT TELL");

  private final int exitCode;
  private final String words;

  Verdict(int exitCode, String words) {
    this.exitCode = exitCode;
    this.words = words;
  }

  /// The exit code of the verifier's process.
  public int exitCode() {
    return exitCode;
  }

  @Override
  public String toString() {
    return words;
  }
}
