package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Sha256;

/// The hashes of the Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1 is the same tree), over SHA-256.
public final class Merkle {
  /// Length of every hash, in bytes.
  public static final int HASH_LENGTH = 32;

  // RFC 6962 §2.1: different first bytes keep a leaf from being read as a node.
  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private Merkle() {}

  /// Hash of an entry: `SHA-256(0x00 || entry)`.
  public static byte[] leafHash(byte[] entry) {
    byte[] prefixed = new byte[1 + entry.length];
    prefixed[0] = LEAF;
    System.arraycopy(entry, 0, prefixed, 1, entry.length);
    return sha256(prefixed);
  }

  /// Hash of an inner node: `SHA-256(0x01 || left || right)`.
  public static byte[] nodeHash(byte[] left, byte[] right) {
    byte[] prefixed = new byte[1 + 2 * HASH_LENGTH];
    prefixed[0] = NODE;
    System.arraycopy(left, 0, prefixed, 1, HASH_LENGTH);
    System.arraycopy(right, 0, prefixed, 1 + HASH_LENGTH, HASH_LENGTH);
    return sha256(prefixed);
  }

  /// Root of the empty tree: the SHA-256 of no bytes.
  public static byte[] emptyRoot() {
    return sha256(new byte[0]);
  }

  static byte[] sha256(byte[] bytes) {
    return Sha256.fresh().digest(bytes);
  }

  /// Fails for a hash of another length, which would otherwise be hashed into a wrong root.
  static byte[] requireHash(byte[] hash) {
    if (hash.length != HASH_LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
    }
    return hash;
  }
}
