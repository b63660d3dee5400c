package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the answer's `Demarc-Receipt` header carries: the hash of the record, its inclusion proof,
/// and the checkpoint signed when the record was made durable. That checkpoint has one extension
/// line, the time by which the log must have published the record; being in the checkpoint, it is
/// signed too.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; the header is compared
public record Receipt(
    InclusionProof proof,
    byte[] leafHash,
    SignedNote note,
    Checkpoint checkpoint,
    long publishBySeconds) {
  private static final String PUBLISH_BY = "publish-by ";

  public Receipt {
    Merkle.requireHash(leafHash);
  }

  /// The extension line of a receipt's checkpoint; the time in seconds since 1970 (UTC).
  public static String publishBy(long unixSeconds) {
    return PUBLISH_BY + unixSeconds;
  }

  /// The receipt for a leaf under a signed checkpoint that has a publish-by line.
  public static Receipt of(byte[] leafHash, InclusionProof proof, SignedNote note)
      throws Malformed {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Optional<Long> publishBy = publishBySeconds(checkpoint);
    if (publishBy.isEmpty()) {
      throw new Malformed("a receipt's checkpoint has one extension line, publish-by");
    }
    return new Receipt(proof, leafHash, note, checkpoint, publishBy.get());
  }

  /// The proof text, as C2SP tlog-proof; `extra` is the leaf hash.
  public LogProof toProof() {
    return new LogProof(leafHash, proof, note.encode());
  }

  /// The header's value: the proof text in base64, on one line.
  public String header() {
    byte[] text = toProof().encode().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  /// Parses the header's value.
  public static Receipt parseHeader(String header) throws Malformed {
    return parseText(Strict.utf8(Strict.base64(header)));
  }

  /// Parses the proof text that the header's value is the base64 of.
  public static Receipt parseText(String text) throws Malformed {
    LogProof proof = LogProof.parse(text);
    if (proof.extra().length != Merkle.HASH_LENGTH) {
      throw new Malformed("a receipt's extra line is the 32-byte hash of its record");
    }
    return of(proof.extra(), proof.proof(), SignedNote.parse(proof.signedCheckpoint()));
  }

  /// Whether the proof leads from the leaf hash to the checkpoint's root. The signature is another
  /// question: [VerifierKey#check(SignedNote)].
  public boolean provesInclusion() {
    return proof.verify(leafHash, checkpoint.size(), checkpoint.root());
  }

  /// The publish-by time of a checkpoint whose one extension line says it, in seconds since 1970.
  public static Optional<Long> publishBySeconds(Checkpoint checkpoint) throws Malformed {
    List<String> extensions = checkpoint.extensions();
    if (extensions.size() != 1 || !extensions.get(0).startsWith(PUBLISH_BY)) {
      return Optional.empty();
    }
    return Optional.of(Strict.decimal(extensions.get(0).substring(PUBLISH_BY.length())));
  }
}
