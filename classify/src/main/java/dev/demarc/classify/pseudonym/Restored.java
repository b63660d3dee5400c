package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Text;

/// An answer with its values put back, and what happened to the pseudonyms in it.
///
/// @param readable whether the body is JSON that can be read in one way only; otherwise it is
///   returned as it came
/// @param restored pseudonyms that were replaced by their values
/// @param unknown what looks like a pseudonym and is not, or no more, or is broken: left as it is
/// @param withheld live pseudonyms left as they are because they stand in a URL
public record Restored(Text body, boolean readable, int restored, int unknown, int withheld) {}
