package dev.demarc.bench.scoring;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Addresses of crypto currencies with their checksums: base58check, BIP 173, BIP 350, EIP-55.
final class CoinAddresses {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] BECH32_STEPS = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private CoinAddresses() {}

  /// A version byte and 20 bytes of hash.
  static String base58(int version, byte[] hash) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(version);
    bytes.writeBytes(hash);
    byte[] check = sha256(sha256(bytes.toByteArray()));
    bytes.write(check, 0, 4);
    var written = new StringBuilder();
    var rest = new BigInteger(1, bytes.toByteArray());
    while (rest.signum() > 0) {
      BigInteger[] split = rest.divideAndRemainder(BigInteger.valueOf(58));
      written.append(BASE58.charAt(split[1].intValue()));
      rest = split[0];
    }
    return (version == 0 ? "1" : "") + written.reverse();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// A witness program under a human-readable part; version 0 is BIP 173, others BIP 350.
  static String bech32(String part, int version, byte[] program) {
    int[] values = fiveBits(version, program);
    int check = polymod(part, values) ^ (version == 0 ? 1 : 0x2bc830a3);
    var written = new StringBuilder(part).append('1');
    for (int i = 0; i < values.length - 6; i++) {
      written.append(BECH32.charAt(values[i]));
    }
    for (int i = 0; i < 6; i++) {
      written.append(BECH32.charAt((check >> (5 * (5 - i))) & 31));
    }
    return written.toString();
  }

  /// Version and program in groups of five bits, then six zeros where the checksum goes.
  private static int[] fiveBits(int version, byte[] program) {
    var values = new int[1 + (program.length * 8 + 4) / 5 + 6];
    values[0] = version;
    for (int bit = 0; bit < program.length * 8; bit++) {
      int set = (program[bit / 8] >> (7 - bit % 8)) & 1;
      values[1 + bit / 5] |= set << (4 - bit % 5);
    }
    return values;
  }

  private static int polymod(String part, int[] values) {
    int state = 1;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      state = step(state, c >> 5);
    }
    state = step(state, 0);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      state = step(state, c & 31);
    }
    for (int value : values) {
      state = step(state, value);
    }
    return state;
  }

  private static int step(int state, int value) {
    int top = state >> 25;
    int next = ((state & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < 5; i++) {
      next ^= ((top >> i) & 1) == 1 ? BECH32_STEPS[i] : 0;
    }
    return next;
  }

  /// Twenty bytes in hex whose case is the checksum of EIP-55.
  static String ethereum(byte[] address) {
    String lower = HexFormat.of().formatHex(address);
    byte[] hash = keccak256(lower.getBytes(StandardCharsets.US_ASCII));
    var written = new StringBuilder("0x");
    for (int i = 0; i < lower.length(); i++) {
      int nibble = (hash[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15;
      char c = lower.charAt(i);
      written.append(nibble > 7 ? Character.toUpperCase(c) : c);
    }
    return written.toString();
  }

  /// Keccak-256 of less than one block (136 bytes), with Keccak's own padding.
  private static byte[] keccak256(byte[] message) {
    byte[] block = Arrays.copyOf(message, 136);
    block[message.length] ^= 1;
    block[135] ^= (byte) 0x80;
    var state = new long[25];
    for (int i = 0; i < block.length; i++) {
      state[i / 8] ^= (block[i] & 255L) << (8 * (i % 8));
    }
    permute(state);
    var hash = new byte[32];
    for (int i = 0; i < hash.length; i++) {
      hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
    }
    return hash;
  }

  private static void permute(long[] state) {
    int feedback = 1;
    for (int round = 0; round < 24; round++) {
      theta(state);
      rhoAndPi(state);
      chi(state);
      for (int j = 0; j < 7; j++) {
        state[0] ^= (feedback & 1L) << ((1 << j) - 1);
        feedback = (feedback << 1) ^ ((feedback >> 7) * 0x171);
      }
    }
  }

  private static void theta(long[] state) {
    var columns = new long[5];
    for (int i = 0; i < 25; i++) {
      columns[i % 5] ^= state[i];
    }
    for (int i = 0; i < 25; i++) {
      int x = i % 5;
      state[i] ^= columns[(x + 4) % 5] ^ Long.rotateLeft(columns[(x + 1) % 5], 1);
    }
  }

  private static void rhoAndPi(long[] state) {
    int x = 1;
    int y = 0;
    long moved = state[1];
    for (int t = 0; t < 24; t++) {
      int nextY = (2 * x + 3 * y) % 5;
      x = y;
      y = nextY;
      long kept = state[x + 5 * y];
      state[x + 5 * y] = Long.rotateLeft(moved, (t + 1) * (t + 2) / 2);
      moved = kept;
    }
  }

  private static void chi(long[] state) {
    for (int y = 0; y < 25; y += 5) {
      long[] row = Arrays.copyOfRange(state, y, y + 5);
      for (int x = 0; x < 5; x++) {
        state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
      }
    }
  }
}
