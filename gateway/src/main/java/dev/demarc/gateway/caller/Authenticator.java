package dev.demarc.gateway.caller;

import dev.demarc.evidence.Sha256;
import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first step: an API key to its caller. Keys are stored as SHA-256 hashes, which is enough for
/// keys of 256 random bits; every stored hash is compared, in constant time, whatever matched
/// before.
public final class Authenticator {
  private static final int MAX_KEY_LENGTH = 512;

  private final List<Credential> credentials;

  public Authenticator(List<Credential> credentials) {
    this.credentials = List.copyOf(credentials);
  }

  /// The caller whose key the request carries.
  ///
  /// @throws Refused as [Refusal.NotAuthenticated] where there is none
  public Caller authenticate(Head head) {
    Optional<String> authorization = head.header("authorization");
    if (authorization.isEmpty()) {
      throw refused("no API key: send it as 'Authorization: Bearer KEY'");
    }
    String value = authorization.get();
    if (!value.regionMatches(true, 0, "Bearer ", 0, 7) || value.length() > MAX_KEY_LENGTH) {
      throw refused("the Authorization header is not of the form 'Bearer KEY'");
    }
    byte[] presented = hash(value.substring(7).strip());
    @Nullable Caller match = null;
    for (Credential credential : credentials) {
      if (MessageDigest.isEqual(credential.sha256(), presented)) {
        match = credential.caller();
      }
    }
    if (match == null) {
      throw refused("this API key belongs to no caller of this gateway");
    }
    return match;
  }

  /// The hash under which a key is stored: SHA-256 of its UTF-8 bytes, in lower-case hex.
  public static String storedForm(String apiKey) {
    return HexFormat.of().formatHex(hash(apiKey));
  }

  private static byte[] hash(String apiKey) {
    return Sha256.fresh().digest(apiKey.getBytes(StandardCharsets.UTF_8));
  }

  private static Refused refused(String problem) {
    return new Refused(new Refusal.NotAuthenticated(problem));
  }

  /// A caller and the hash of one of its keys.
  @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never by equals
  public record Credential(byte[] sha256, Caller caller) {
    public Credential {
      if (sha256.length != 32) {
        throw new IllegalArgumentException("a SHA-256 hash has 32 bytes");
      }
    }
  }
}
