package dev.demarc.gateway.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How an attempt ended.
///
/// @param status the provider's HTTP status, where its head arrived
/// @param sentBytes body bytes handed to the connection; 0 where nothing left
/// @param withheldPseudonyms pseudonyms that stood in a URL the model made up, and were left there
/// @param reachedClient whether a byte of this attempt's answer went to the client
/// @param passable a provider's error that the client may see as it is, if no other route answers
public record Ended(
    Kind kind,
    OptionalInt status,
    long sentBytes,
    long receivedBytes,
    int restored,
    int unknownPseudonyms,
    int withheldPseudonyms,
    boolean reachedClient,
    Optional<Whole> passable) {

  /// What became of an attempt; the ids stand in outcome entries.
  public enum Kind {
    /// The whole answer went to the client.
    ANSWERED("answered"),
    /// The provider answered with an error, or with something that is no answer.
    UPSTREAM_ERROR("upstream_error"),
    /// The provider's answer ended before it was complete.
    UPSTREAM_BROKE_OFF("upstream_broke_off"),
    /// The client went before the answer was complete.
    CLIENT_LEFT("client_left"),
    /// Nothing was sent although the decision was a permit.
    NOT_SENT("not_sent"),
    /// No connection to the provider: nothing was sent.
    NO_CONNECTION("no_connection"),
    /// The provider stayed silent past the limit.
    TIMED_OUT("timed_out");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    /// Whether not one body byte left, so that a reserved place in a meter can be given back.
    public boolean nothingLeft() {
      return this == NOT_SENT || this == NO_CONNECTION;
    }
  }

  /// A complete answer: status, the headers worth passing on, body.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked; the body is only handed on
  public record Whole(int status, Map<String, String> headers, byte[] body) {
    public Whole {
      headers = Map.copyOf(headers);
    }
  }

  /// An attempt that a bug of ours stopped, with all of its bytes counted as gone.
  public static Ended stopped(long bytes, boolean reachedClient) {
    return new Ended(
        Kind.UPSTREAM_ERROR,
        OptionalInt.empty(),
        bytes,
        0,
        0,
        0,
        0,
        reachedClient,
        Optional.empty());
  }

  /// An attempt of which nothing left.
  public static Ended nothingSent(Kind kind) {
    return new Ended(kind, OptionalInt.empty(), 0, 0, 0, 0, 0, false, Optional.empty());
  }
}
