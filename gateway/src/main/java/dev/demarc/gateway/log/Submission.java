package dev.demarc.gateway.log;

import dev.demarc.gateway.log.TransparencyLog.Appended;

/// One record on its way into the log. The leaf is hashed when it is submitted, so that what
/// happens to its bytes afterwards shows.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked
record Submission(
    byte[] leaf, byte[] sidecar, byte[] leafHash, Appended callback, long sinceNanos) {
  int frameBytes() {
    return Frame.recordBytes(leaf.length, sidecar.length);
  }
}
