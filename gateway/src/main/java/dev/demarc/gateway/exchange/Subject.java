package dev.demarc.gateway.exchange;

/// The person a request is about, as meters and pseudonyms know them.
///
/// @param id 16 bytes: a keyed hash of the caller's id for the subject, or random where none was
///   sent, which makes every request a new person
/// @param given whether the caller sent an id
/// @param scope what pseudonyms are keyed by beside caller and recipient: the subject, or the day
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; the id is only handed on
public record Subject(byte[] id, boolean given, String scope) {
  @Override
  public String toString() {
    return "Subject[given=" + given + "]";
  }
}
