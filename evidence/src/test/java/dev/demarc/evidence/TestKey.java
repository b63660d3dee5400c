package dev.demarc.evidence;

import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

/// A fresh Ed25519 key of the JDK's that signs notes.
public final class TestKey {
  private final KeyPair pair;
  private final VerifierKey verifier;

  public TestKey(String name) {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    byte[] spki = pair.getPublic().getEncoded();
    verifier = VerifierKey.ed25519(name, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  public SignedNote sign(Checkpoint checkpoint) {
    return sign(checkpoint.text());
  }

  public SignedNote sign(String text) {
    byte[] message = new SignedNote(text, List.of()).signedBytes();
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return new SignedNote(text, List.of(verifier.line(signer.sign())));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
