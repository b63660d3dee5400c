package dev.demarc.gateway.log;

/// One durable record: its place in the log, its public leaf and the private sidecar that was made
/// durable with it. The arrays are not copied; whoever gets them must not change them.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; a copy would double the log
public record StoredRecord(long index, byte[] leaf, byte[] sidecar) {}
