package dev.demarc.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256. A copy of a digest that stands ready costs less than asking the platform's providers
/// for one, which would be most of the price of hashing a short text.
public final class Sha256 {
  private static final MessageDigest UNUSED = ofProvider();

  private Sha256() {}

  /// A digest that has seen nothing yet.
  public static MessageDigest fresh() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      return ofProvider();
    }
  }

  private static MessageDigest ofProvider() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
