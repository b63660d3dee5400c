package dev.demarc.classify.family.payment;

import dev.demarc.classify.text.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Checksums of wallet addresses: base58check (two rounds of SHA-256), bech32 and bech32m (BIP 173
/// and 350), and the case of Ethereum's (EIP-55, Keccak-256).
final class WalletChecks {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final int DECODED = 25;

  /// Version bytes of addresses: Bitcoin, Litecoin, Dogecoin, Dash, Tron.
  private static final byte[] VERSIONS = {0, 5, 0x10, 0x16, 0x1e, 0x30, 0x32, 0x41, 0x4c};

  private final byte[] decoded = new byte[DECODED + 1];
  private final MessageDigest sha256;

  WalletChecks() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether [from, to) is base58check of a version byte and 20 bytes, or of two version bytes as
  /// in Zcash.
  boolean base58(byte[] b, int from, int to) {
    if (to - from < 25 || to - from > 35) {
      return false;
    }
    Arrays.fill(decoded, (byte) 0);
    for (int i = from; i < to; i++) {
      int carry = BASE58.indexOf(b[i]);
      if (carry < 0) {
        return false;
      }
      for (int k = DECODED; k >= 0; k--) {
        carry += 58 * (decoded[k] & 0xFF);
        decoded[k] = (byte) carry;
        carry >>= 8;
      }
      if (carry != 0) {
        return false;
      }
    }
    boolean two = decoded[0] == 0x1c && (decoded[1] & 0xFF) >= 0xb8;
    boolean one = decoded[0] == 0 && Arrays.binarySearch(VERSIONS, decoded[1]) >= 0;
    return (one || two) && isChecked(two ? 0 : 1);
  }

  private boolean isChecked(int from) {
    sha256.update(decoded, from, DECODED + 1 - 4 - from);
    byte[] twice = sha256.digest(sha256.digest());
    return Arrays.equals(twice, 0, 4, decoded, DECODED - 3, DECODED + 1);
  }

  /// Whether [from, to), whose separator stands at `one`, passes bech32 or bech32m.
  boolean bech32(byte[] b, int from, int one, int to) {
    int check = 1;
    boolean lower = false;
    boolean upper = false;
    for (int i = from; i < one; i++) {
      check = step(check, Bytes.lower(b[i]) >> 5);
    }
    check = step(check, 0);
    for (int i = from; i < to; i++) {
      int value = i < one ? b[i] & 31 : i == one ? 0 : BECH32.indexOf(Bytes.lower(b[i]));
      if (value < 0) {
        return false;
      }
      lower |= b[i] >= 'a';
      upper |= b[i] >= 'A' && b[i] <= 'Z';
      check = i == one ? check : step(check, value);
    }
    return !(lower && upper) && (check == 1 || check == BECH32M);
  }

  private static int step(int check, int value) {
    int top = check >>> 25;
    int next = (check & 0x1ffffff) << 5 ^ value;
    for (int k = 0; k < 5; k++) {
      next ^= (top >>> k & 1) == 0 ? 0 : GENERATOR[k];
    }
    return next;
  }

  /// Whether the 40 hexadecimal digits at `from` have the case that EIP-55 gives them.
  boolean ether(byte[] b, int from) {
    long[] state = new long[25];
    for (int k = 0; k < 40; k++) {
      absorb(state, k, Bytes.lower(b[from + k]));
    }
    absorb(state, 40, 1);
    absorb(state, 135, 0x80);
    Keccak.permute(state);
    for (int k = 0; k < 40; k++) {
      int octet = (int) (state[k / 16] >>> (k / 2 % 8 * 8));
      int nibble = (k % 2 == 0 ? octet >>> 4 : octet) & 15;
      byte c = b[from + k];
      boolean upper = c >= 'A' && c <= 'Z';
      if (Bytes.letter(c) && upper != nibble >= 8) {
        return false;
      }
    }
    return true;
  }

  private static void absorb(long[] state, int at, int octet) {
    state[at / 8] ^= (long) octet << (at % 8 * 8);
  }
}
