package dev.demarc.gateway.log;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The key that signs a log's checkpoints, and with it the log's origin, which is its name.
///
/// Its text form is the one that Go's `note` package reads: `PRIVATE+KEY+name+id+base64(type ||
/// seed)`. Bouncy Castle signs and checks, since the JDK's Ed25519 takes six to twenty times as
/// long: every batch waits for its signature, and what shares a core with the integrator for its
/// check.
final class LogKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int SEED_LENGTH = Ed25519PrivateKeyParameters.KEY_SIZE;

  private final Ed25519PrivateKeyParameters seed;
  private final VerifierKey verifierKey;

  private LogKey(String origin, byte[] seed) {
    this.seed = new Ed25519PrivateKeyParameters(seed, 0);
    this.verifierKey = VerifierKey.ed25519(origin, this.seed.generatePublicKey().getEncoded());
  }

  static LogKey generate(String origin, SecureRandom random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return new LogKey(origin, seed);
  }

  static LogKey parse(String text) throws Malformed {
    String[] parts = text.strip().split("\\+", 5);
    if (!text.startsWith(PREFIX) || parts.length != 5) {
      throw new Malformed("a log key is " + PREFIX + "name+8 hex digits+base64");
    }
    byte[] typed = decode(parts[4]);
    if (typed.length != 1 + SEED_LENGTH || typed[0] != VerifierKey.ED25519) {
      throw new Malformed("the log key is not an Ed25519 seed (type 0x01, 32 bytes)");
    }
    LogKey key;
    try {
      key = new LogKey(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
    } catch (IllegalArgumentException e) {
      throw new Malformed("the log key has no valid name");
    }
    if (!parts[3].equals(key.id())) {
      throw new Malformed("the log key's id does not belong to its name and seed");
    }
    return key;
  }

  private static byte[] decode(String base64) throws Malformed {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Malformed("the log key's last part is not base64");
    }
  }

  /// The text form, which is the secret itself.
  String encode() {
    byte[] typed =
        ByteBuffer.allocate(1 + SEED_LENGTH)
            .put(VerifierKey.ED25519)
            .put(seed.getEncoded())
            .array();
    return PREFIX
        + verifierKey.name()
        + "+"
        + id()
        + "+"
        + Base64.getEncoder().encodeToString(typed)
        + "\n";
  }

  private String id() {
    return HexFormat.of().toHexDigits(verifierKey.keyId());
  }

  String origin() {
    return verifierKey.name();
  }

  VerifierKey verifierKey() {
    return verifierKey;
  }

  /// Ed25519 over the text.
  byte[] sign(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    seed.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  /// Whether this is the key's signature over the text.
  boolean verifies(String text, byte[] signature) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] point = verifierKey.publicKey();
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, point, 0, message, 0, message.length);
  }

  /// The text as a note with this key's signature.
  SignedNote note(String text, byte[] signature) {
    return new SignedNote(text, List.of(verifierKey.line(signature)));
  }
}
