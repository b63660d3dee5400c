package dev.demarc.gateway.log;

import java.util.List;

/// A frame that is durable and not integrated yet: where it is, and what was known of it before it
/// was written.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked
record Landed(
    Place place,
    int length,
    byte[] hash,
    long firstIndex,
    List<byte[]> leafHashes,
    long landedAtNanos) {
  long end() {
    return firstIndex + leafHashes.size();
  }
}
