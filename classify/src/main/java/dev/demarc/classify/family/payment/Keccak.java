package dev.demarc.classify.family.payment;

/// The permutation Keccak-f[1600] (FIPS 202, section 3.3). Ethereum hashes with the padding that
/// was proposed before the standard, which the JDK does not have.
final class Keccak {
  private static final int ROUNDS = 24;
  private static final long[] CONSTANTS = constants();

  private Keccak() {}

  /// Permutes 25 lanes, of which the one at (x, y) is number x + 5y.
  static void permute(long[] a) {
    long[] parity = new long[5];
    for (int round = 0; round < ROUNDS; round++) {
      theta(a, parity);
      rhoAndPi(a);
      chi(a, parity);
      a[0] ^= CONSTANTS[round];
    }
  }

  private static void theta(long[] a, long[] parity) {
    for (int x = 0; x < 5; x++) {
      parity[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    }
    for (int k = 0; k < 25; k++) {
      int x = k % 5;
      a[k] ^= parity[(x + 4) % 5] ^ Long.rotateLeft(parity[(x + 1) % 5], 1);
    }
  }

  private static void rhoAndPi(long[] a) {
    int x = 1;
    int y = 0;
    long moved = a[1];
    for (int t = 0; t < 24; t++) {
      int nextY = (2 * x + 3 * y) % 5;
      x = y;
      y = nextY;
      long lane = a[x + 5 * y];
      a[x + 5 * y] = Long.rotateLeft(moved, (t + 1) * (t + 2) / 2);
      moved = lane;
    }
  }

  private static void chi(long[] a, long[] row) {
    for (int y = 0; y < 25; y += 5) {
      System.arraycopy(a, y, row, 0, 5);
      for (int x = 0; x < 5; x++) {
        a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
      }
    }
  }

  /// Round constants: a bit of a shift register at each place one less than a power of two.
  private static long[] constants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int j = 0; j <= 6; j++) {
        constants[round] |= (long) (register & 1) << ((1 << j) - 1);
        register = register << 1 ^ ((register & 0x80) == 0 ? 0 : 0x171);
      }
    }
    return constants;
  }
}
