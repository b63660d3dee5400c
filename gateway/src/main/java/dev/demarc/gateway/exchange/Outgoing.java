package dev.demarc.gateway.exchange;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.text.Text;
import dev.demarc.evidence.record.Commitment;
import java.util.SortedMap;

/// The exact body that may leave under a permit, what was done to it, and the way back.
///
/// @param choices how many answers were asked for
public record Outgoing(
    Text body,
    SortedMap<Category, Integer> redacted,
    SortedMap<Category, Integer> pseudonymised,
    Pseudonyms pseudonyms,
    boolean streamed,
    int choices) {
  /// Length of the body in bytes.
  public int length() {
    return body.length();
  }

  /// The salted commitment to exactly these bytes: what a record may hold of them.
  public String commitment(byte[] salt) {
    return Commitment.of(salt, body.bytes());
  }
}
