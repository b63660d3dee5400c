package dev.demarc.gateway.log;

import dev.demarc.gateway.log.TransparencyLog.Appended;

/// One record on its way into the log. The leaf is hashed when it is submitted, so that what
/// happens to its bytes afterwards shows.
///
/// @param awaited whether something waits for it; if not, it may share the sync of the next one
@SuppressWarnings("ArrayRecordComponent") // equality is never asked
record Submission(
    byte[] leaf,
    byte[] sidecar,
    byte[] leafHash,
    Appended callback,
    boolean awaited,
    long sinceNanos) {
  int frameBytes() {
    return Frame.recordBytes(leaf.length, sidecar.length);
  }
}
