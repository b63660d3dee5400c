package dev.demarc.gateway.meter;

/// What a meter holds on a day.
///
/// @param persons distinct persons in the window, with those in flight
/// @param established those of them whose protection is declared or verified
/// @param open persons that count only because a crash left an attempt open: the count may be over
///   by as many, and is never under
public record Count(long persons, long established, long open) {}
