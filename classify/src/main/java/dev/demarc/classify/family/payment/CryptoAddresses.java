package dev.demarc.classify.family.payment;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.CodeAfterKey;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.scan.KeyedValue;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Score;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Finds addresses of crypto-asset wallets: base58check with a version byte that stands for an
/// address, bech32 and bech32m of known chains, `0x` and 40 hexadecimal digits (EIP-55 where their
/// case is mixed), and what has no checksum by its key.
public final class CryptoAddresses implements Family {
  private static final int SHORTEST = 25;
  private static final int LONGEST = 110;
  private static final int ETHER = 42;

  /// Human-readable parts of bech32 addresses.
  private static final String[] BECH32 = {"bc1", "ltc1", "addr1", "cosmos1", "tb1"};

  private static final Words CODE_BEFORE =
      new Words(
          "contract",
          "constant",
          "immutable",
          "function",
          "deployed",
          "hash",
          "commit",
          "sha",
          "txhash",
          "blockhash",
          "calldata",
          "delegatecall",
          "bytecode",
          "storage",
          "registry",
          "factory",
          "proxy",
          "digest",
          "合约",
          "哈希");
  private static final Words CODE_AFTER =
      new Words(".sol", "contract", "at line", "=> ", "<= ", "hash", "合约");

  private final WalletChecks checks = new WalletChecks();

  @Override
  public void declare(Triggers triggers) {
    triggers.codes(SHORTEST, LONGEST, this::code);
    new CodeAfterKey(Category.CRYPTO_ADDRESS, Field.WALLET, LONGEST, CryptoAddresses::keyed)
        .declare(
            triggers,
            "wallet",
            "walletaddress",
            "address",
            "钱包",
            "地址",
            "monero",
            "solana",
            "xmr",
            "sol");
  }

  private void code(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean part = from > s.from() && b[from - 1] == '_';
    boolean checked =
        switch (b[from]) {
          case '0' -> ether(s, from, to);
          case '1', '3', 'T', 'L', 'M', 'D', 'X', 'A', '9', 't' -> checks.base58(b, from, to);
          default -> false;
        };
    if (!part && (checked || bech32(b, from, to))) {
      int evidence = Score.CHECKSUM | Score.PREFIX;
      s.reportAsSpelled(Category.CRYPTO_ADDRESS, from, to, 95, evidence);
    }
  }

  private boolean bech32(byte[] b, int from, int to) {
    for (String chain : BECH32) {
      if (Bytes.at(b, from, to, chain)) {
        return checks.bech32(b, from, from + chain.length() - 1, to);
      }
    }
    return false;
  }

  private boolean ether(Scan s, int from, int to) {
    byte[] b = s.bytes();
    if (to - from != ETHER || (b[from + 1] | 0x20) != 'x') {
      return false;
    }
    int lower = 0;
    int upper = 0;
    int zeros = 0;
    for (int i = from + 2; i < to; i++) {
      if (Bytes.hex(b[i]) < 0) {
        return false;
      }
      lower += b[i] >= 'a' ? 1 : 0;
      upper += b[i] >= 'A' && b[i] <= 'F' ? 1 : 0;
      zeros += b[i] == '0' ? 1 : 0;
    }
    // Contracts of the protocol itself and addresses to burn have next to nothing but zeros.
    boolean mixed = lower > 0 && upper > 0;
    boolean told = s.key(from) == Field.WALLET;
    boolean believed = mixed ? checks.ether(b, from + 2) : !isOfCode(s, from, to);
    return zeros < 30 && (told || believed);
  }

  /// Whether the line speaks of a contract's source, a trace or a hash: what has no check there is
  /// where code stands, and nobody's wallet.
  private static boolean isOfCode(Scan s, int from, int to) {
    return s.lastWordBefore(CODE_BEFORE, from) >= 0 || s.beforeWord(CODE_AFTER, to);
  }

  private static int keyed(byte[] b, int from, int to, boolean prose) {
    int length = to - from;
    int hex = 0;
    int digits = 0;
    for (int i = from; i < to; i++) {
      hex += Bytes.hex(b[i]) >= 0 ? 1 : 0;
      digits += Bytes.digit(b[i]) ? 1 : 0;
      if (!Bytes.alphanumeric(b[i])) {
        return 0;
      }
    }
    boolean hash = hex == length && length != ETHER - 2;
    return length >= SHORTEST && digits > 0 && digits < length && !hash ? KeyedValue.ENOUGH : 0;
  }
}
