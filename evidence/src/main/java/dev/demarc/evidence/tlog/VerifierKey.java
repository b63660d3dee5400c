package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/// The key that a log's notes are checked with, in the text form of C2SP signed-note: name, key id
/// and public key, joined by `+`. Ed25519 only (type 0x01).
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode go by the encoded form
public record VerifierKey(String name, int keyId, byte type, byte[] publicKey) {
  /// Type byte of Ed25519 signatures over the note's text.
  public static final byte ED25519 = 0x01;

  private static final int ED25519_LENGTH = 32;

  /// DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410 §4) up to the raw key, which the JDK
  /// wants.
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  /// What a note's signature lines say about this key.
  public enum Signed {
    /// A line names this key and its signature is good.
    GOOD,
    /// A line names this key and its signature is not over this text.
    BAD,
    /// No line names this key.
    ABSENT
  }

  public VerifierKey {
    if (!KeyName.valid(name) || type != ED25519 || publicKey.length != ED25519_LENGTH) {
      throw new IllegalArgumentException("not an Ed25519 key with a valid name");
    }
    if (keyId != keyId(name, type, publicKey)) {
      throw new IllegalArgumentException("the key id is not the one of this name and key");
    }
  }

  /// The key with this raw 32-byte public key.
  public static VerifierKey ed25519(String name, byte[] raw) {
    return new VerifierKey(name, keyId(name, ED25519, raw), ED25519, raw);
  }

  /// The text form: `name+id+base64(type || key)`.
  public String encode() {
    byte[] typed = ByteBuffer.allocate(1 + publicKey.length).put(type).put(publicKey).array();
    return name
        + "+"
        + HexFormat.of().toHexDigits(keyId)
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  public static VerifierKey parse(String text) throws Malformed {
    // The base64 may hold '+' itself, so only the first two divide.
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !KeyName.valid(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) {
      throw new Malformed("a verifier key is name+8 hex digits+base64");
    }
    byte[] typed = Strict.base64(parts[2]);
    if (typed.length != 1 + ED25519_LENGTH || typed[0] != ED25519) {
      throw new Malformed("the verifier key is not an Ed25519 key (type 0x01, 32 bytes)");
    }
    byte[] raw = new byte[ED25519_LENGTH];
    System.arraycopy(typed, 1, raw, 0, raw.length);
    if (Integer.parseUnsignedInt(parts[1], 16) != keyId(parts[0], ED25519, raw)) {
      throw new Malformed("the verifier key's id does not belong to its name and key");
    }
    return ed25519(parts[0], raw);
  }

  /// A signature line for `signature`, made elsewhere with the private key over a note's text.
  public NoteSignature line(byte[] signature) {
    return new NoteSignature(name, keyId, signature);
  }

  /// Whether this key signed the note.
  public boolean verifies(SignedNote note) {
    return check(note) == Signed.GOOD;
  }

  /// What the note says about this key. Lines of other keys do not matter; of several lines of this
  /// key each must be good.
  public Signed check(SignedNote note) {
    Signed signed = Signed.ABSENT;
    for (NoteSignature line : note.signatures()) {
      if (line.name().equals(name) && line.keyId() == keyId) {
        if (!verify(note.signedBytes(), line.signature())) {
          return Signed.BAD;
        }
        signed = Signed.GOOD;
      }
    }
    return signed;
  }

  /// Whether `signature` is this key's over `message`.
  public boolean verify(byte[] message, byte[] signature) {
    byte[] spki = new byte[ED25519_SPKI.length + publicKey.length];
    System.arraycopy(ED25519_SPKI, 0, spki, 0, ED25519_SPKI.length);
    System.arraycopy(publicKey, 0, spki, ED25519_SPKI.length, publicKey.length);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A key that is no curve point or a signature of a wrong shape: nothing it could have signed.
      return false;
    }
  }

  private static int keyId(String name, byte type, byte[] key) {
    byte[] prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] input =
        ByteBuffer.allocate(prefix.length + 1 + key.length).put(prefix).put(type).put(key).array();
    return ByteBuffer.wrap(Merkle.sha256(input)).getInt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && encode().equals(that.encode());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, keyId);
  }

  @Override
  public String toString() {
    return encode();
  }
}
