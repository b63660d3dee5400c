package dev.demarc.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// SHA-256, in hex, of each set of texts a policy was built from, and the texts themselves: a
/// record names the hash, the text is stored once, and a replay builds the same policy from it.
///
/// @param texts the text of each hash
public record Hashes(
    String packs, String catalogue, String parties, String operator, Map<String, String> texts) {
  static Hashes of(Sources sources, String operator) {
    Map<String, String> texts = new LinkedHashMap<>();
    String packs = put(texts, Sources.bundle(sources.packs()));
    String catalogue = put(texts, Sources.bundle(sources.catalogue()));
    String parties = put(texts, Sources.bundle(sources.parties()));
    return new Hashes(packs, catalogue, parties, put(texts, operator), Map.copyOf(texts));
  }

  private static String put(Map<String, String> texts, String text) {
    String hash = sha256(text);
    texts.put(hash, text);
    return hash;
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
