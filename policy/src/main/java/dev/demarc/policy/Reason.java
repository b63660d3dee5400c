package dev.demarc.policy;

import java.time.LocalDate;

/// One sentence of a decision with the rule it comes from.
///
/// @param asOf the day on which the cited text was read
/// @param says what happened and why
/// @param remedy what would change it; may be empty
public record Reason(
    String rule,
    String pack,
    Basis basis,
    String citation,
    LocalDate asOf,
    Effect effect,
    String says,
    String remedy) {}
