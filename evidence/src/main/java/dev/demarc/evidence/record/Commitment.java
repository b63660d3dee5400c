package dev.demarc.evidence.record;

import dev.demarc.evidence.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A salted hash that binds the log to bytes without showing them: SHA-256 of a random 32-byte salt
/// followed by the bytes. Who is given the salt and the bytes can check it; once the salt is
/// erased, nobody can, not even by guessing the bytes.
public final class Commitment {
  /// Length of a salt in bytes.
  public static final int SALT_LENGTH = 32;

  private Commitment() {}

  /// The commitment, in lower-case hex as leaves spell it.
  public static String of(byte[] salt, byte[] bytes) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    MessageDigest digest = Sha256.fresh();
    digest.update(salt);
    return HexFormat.of().formatHex(digest.digest(bytes));
  }
}
