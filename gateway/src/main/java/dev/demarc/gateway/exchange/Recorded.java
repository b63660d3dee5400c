package dev.demarc.gateway.exchange;

/// A durable entry: where it stands in the log and the receipt for it.
///
/// @param receipt the value of the `Demarc-Receipt` header
public record Recorded(long index, String receipt) {}
