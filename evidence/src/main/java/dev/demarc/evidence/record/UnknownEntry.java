package dev.demarc.evidence.record;

/// An entry of a type that this version does not know, kept whole.
public record UnknownEntry(long timeMillis, String type, Json.Obj json) implements Entry {}
