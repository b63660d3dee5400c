package dev.demarc.cli.demo;

import java.util.List;

/// What the demo has to show, against what it did show.
///
/// @param untouched the verifier's exit code over the log as it is
/// @param altered its exit code over the copy with one byte flipped
/// @param planted how many values must not reach the provider in mainland China
/// @param leaked those of them that did
/// @param control how many texts have to arrive there: without them, finding nothing would mean
///   nothing
/// @param missing those of them that did not
/// @param unrestored pseudonyms that a phone got instead of its own values
record Conclusion(
    int untouched,
    int altered,
    int planted,
    List<String> leaked,
    int control,
    List<String> missing,
    List<String> unrestored) {
  private static final int NAMED = 6;

  Conclusion {
    leaked = List.copyOf(leaked);
    missing = List.copyOf(missing);
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
                : "The provider in mainland China received "
                    + named(leaked, "planted value")
                    + "."),
        Claim.of(
            control > 0 && missing.isEmpty(),
            "The %d control texts, which are nobody's, did reach it: the search finds what is there."
                .formatted(control),
            control == 0
                ? "No control text was looked for."
                : "Text that is nobody's did not arrive there: "
                    + String.join(", ", missing)
                    + "."),
        Claim.of(
            unrestored.isEmpty(),
            "Wherever a pseudonym left, the phone got its own value back.",
            "A phone got back " + named(unrestored, "pseudonym") + "."),
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

  /// How many, and the first few by name.
  private static String named(List<String> all, String noun) {
    List<String> first = all.subList(0, Math.min(NAMED, all.size()));
    return Lines.count(all.size(), noun)
        + ": "
        + String.join(", ", first)
        + (all.size() > NAMED ? ", ..." : "");
  }

  /// Whether the demo showed all that it has to.
  boolean holds() {
    return claims().stream().allMatch(Claim::holds);
  }

  int exitCode() {
    return holds() ? 0 : 1;
  }
}
