package dev.demarc.policy.party;

import java.time.LocalDate;
import java.util.Optional;

/// One party on one edition of a government list. A fact with dates; it becomes a rule's condition
/// only where a pack says so, and none of the shipped packs does.
public record Listing(
    String list,
    String edition,
    String party,
    LocalDate from,
    Optional<LocalDate> until,
    String grounds,
    String remarks,
    Sourced sourced) {}
