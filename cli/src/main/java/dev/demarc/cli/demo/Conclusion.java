package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// What the demo has to show, against what it did show.
///
/// @param untouched the verifier's exit code over the log as it is
/// @param altered its exit code over the copy with one byte flipped
/// @param leaked names of planted values that the provider in mainland China received
/// @param controlReceived whether the value that may leave arrived there, so that silence means
///     something
/// @param unrestored pseudonyms that a phone got instead of its own values
record Conclusion(
    int untouched,
    int altered,
    List<String> leaked,
    boolean controlReceived,
    List<String> unrestored) {
  Conclusion {
    leaked = List.copyOf(leaked);
    unrestored = List.copyOf(unrestored);
  }

  /// What did not come out as it must, in sentences; empty where all did.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (untouched != Verifier.VERIFIED) {
      problems.add("The verifier did not verify the log: exit code " + untouched + ".");
    }
    if (altered != Verifier.REFUTED) {
      problems.add("The verifier did not refute the altered log: exit code " + altered + ".");
    }
    if (!leaked.isEmpty()) {
      problems.add("The provider in mainland China received " + String.join(", ", leaked) + ".");
    }
    if (!controlReceived) {
      problems.add(
          "The control value did not reach the provider in mainland China: that nothing else was"
              + " found there means nothing.");
    }
    if (!unrestored.isEmpty()) {
      problems.add("A phone got pseudonyms back: " + String.join(", ", unrestored) + ".");
    }
    return problems;
  }

  int exitCode() {
    return problems().isEmpty() ? 0 : 1;
  }
}
