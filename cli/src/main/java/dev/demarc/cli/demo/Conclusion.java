package dev.demarc.cli.demo;

import java.util.List;

/// What the demo has to show, against what it did show.
///
/// @param untouched the verifier's exit code over the log as it is
/// @param altered its exit code over the copy with one byte flipped
/// @param planted how many values must not reach the provider in mainland China
/// @param leaked those of them that did
/// @param controlReceived whether the value that may leave arrived there: without it, finding
///     nothing would mean nothing
/// @param unrestored pseudonyms that a phone got instead of its own values
record Conclusion(
    int untouched,
    int altered,
    int planted,
    List<String> leaked,
    boolean controlReceived,
    List<String> unrestored) {
  Conclusion {
    leaked = List.copyOf(leaked);
    unrestored = List.copyOf(unrestored);
  }

  /// One thing to be shown, and a sentence that says whether it was.
  record Claim(boolean holds, String says) {
    private static Claim of(boolean holds, String kept, String broken) {
      return new Claim(holds, holds ? kept : broken);
    }
  }

  List<Claim> claims() {
    return List.of(
        Claim.of(
            planted > 0 && leaked.isEmpty(),
            "None of the %d planted values reached the provider in mainland China, in any encoding."
                .formatted(planted),
            planted == 0
                ? "No planted value was looked for."
                : "The provider in mainland China received " + String.join(", ", leaked) + "."),
        Claim.of(
            controlReceived,
            "The control value, which may leave, did reach it: the search finds what is there.",
            "The control value did not reach the provider in mainland China, so that finding nothing"
                + " else there means nothing."),
        Claim.of(
            unrestored.isEmpty(),
            "Wherever a pseudonym left, the phone got its own value back.",
            "A phone got pseudonyms back: " + String.join(", ", unrestored) + "."),
        Claim.of(
            untouched == Verifier.VERIFIED,
            "The log is verified by a program that has nothing but the log, the key and a receipt.",
            "The verifier did not verify the log: its exit code is " + untouched + "."),
        Claim.of(
            altered == Verifier.REFUTED,
            "With one byte flipped it is refuted.",
            "With one byte flipped the verifier did not refute the log: its exit code is "
                + altered
                + "."));
  }

  /// Whether the demo showed all that it has to.
  boolean holds() {
    return claims().stream().allMatch(Claim::holds);
  }

  int exitCode() {
    return holds() ? 0 : 1;
  }
}
