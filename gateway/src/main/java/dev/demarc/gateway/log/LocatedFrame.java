package dev.demarc.gateway.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// A frame where it stands, with its bytes.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; frames compare by their hash
record LocatedFrame(Place place, byte[] bytes, Frame frame) {
  Place end() {
    return place.plus(bytes.length);
  }

  byte[] hash() {
    return sha256(bytes);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// A frame that follows all frames before it, with the hashes of its leaves.
  record Good(LocatedFrame located, List<byte[]> leafHashes) {
    Frame frame() {
      return located.frame();
    }
  }
}
