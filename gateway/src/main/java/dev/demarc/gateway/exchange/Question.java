package dev.demarc.gateway.exchange;

import dev.demarc.classify.Classification;
import dev.demarc.classify.text.Text;
import dev.demarc.policy.Facts;

/// A request that has been read and classified: what every attempt at a route starts from.
///
/// @param model the catalogue alias that the client asked for
/// @param streamed whether the client asked for a stream
/// @param subject who the data is about, for meters and pseudonyms
public record Question(
    Terms terms,
    Text body,
    Classification classification,
    Facts facts,
    String model,
    boolean streamed,
    Subject subject) {}
