package dev.demarc.bench.scoring;

import java.util.function.Function;

/// How the values of one slot are made.
///
/// @param category what the value is, or empty for a look-alike that is nothing
record Kind(String category, Function<Chance, String> make) {}
