package dev.demarc.gateway.meter;

import dev.demarc.policy.MeterKey;
import java.time.LocalDate;

/// One counted place: this person, in this meter, on this day.
///
/// @param established the person's protection was declared or verified
public record MeterRow(MeterKey key, SubjectId subject, boolean established, LocalDate date) {}
