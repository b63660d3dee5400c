package dev.demarc.policy;

/// What a meter shows once this request's place is taken.
///
/// @param persons distinct persons in the window, this request's included
/// @param established those of them whose protection is declared or verified
/// @param counted this request's person was in the window already
public record MeterReading(MeterKey key, long persons, long established, boolean counted) {}
