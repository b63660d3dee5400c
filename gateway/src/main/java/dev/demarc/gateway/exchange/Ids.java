package dev.demarc.gateway.exchange;

import java.security.SecureRandom;

/// Random ids of requests and attempts: 130 bits in 26 characters of Crockford base 32, which
/// survive headers, URLs and ears.
public final class Ids {
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 26;

  private final SecureRandom random;

  public Ids(SecureRandom random) {
    this.random = random;
  }

  public String fresh() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    char[] id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      id[i] = ALPHABET[bytes[i] & 31];
    }
    return new String(id);
  }
}
