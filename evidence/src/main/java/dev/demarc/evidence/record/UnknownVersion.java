package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;

/// A leaf of a major version that this code does not know: nothing can be said about what it means,
/// so a verifier cannot tell, which is neither true nor false.
public final class UnknownVersion extends Malformed {
  private static final long serialVersionUID = 1L;

  UnknownVersion(long version) {
    super(
        "the entry has version "
            + version
            + ", this verifier knows version "
            + Entry.VERSION
            + "; use a newer verifier");
  }
}
