package dev.demarc.gateway.exchange;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 under one secret of the gateway, over parts that cannot run into one another.
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac unused;

  /// @param secret at least 32 random bytes
  public KeyedHash(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("a key for keyed hashes has at least 32 bytes");
    }
    this.unused = keyed(new SecretKeySpec(secret, ALGORITHM));
    copied(); // Where that cannot be, the start is to fail, and not the first request.
  }

  private static Mac keyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /// 32 bytes that depend on every part and on where each ends.
  public byte[] of(String... parts) {
    Mac mac = copied();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      mac.update(
          new byte[] {
            (byte) (bytes.length >>> 24),
            (byte) (bytes.length >>> 16),
            (byte) (bytes.length >>> 8),
            (byte) bytes.length
          });
      mac.update(bytes);
    }
    return mac.doFinal();
  }

  /// A copy, since keying one anew costs more than hashing a short text.
  private Mac copied() {
    try {
      return (Mac) unused.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's " + ALGORITHM + " can be copied", e);
    }
  }
}
