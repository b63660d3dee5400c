package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A proof that stands alone: an inclusion proof and the signed checkpoint it leads to, in the form
/// of `c2sp.org/tlog-proof@v1`. `extra` is carried along and proves nothing; empty means there is
/// none.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; the text form is compared
public record LogProof(byte[] extra, InclusionProof proof, String signedCheckpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /// A tree of fewer than 2^63 leaves has no longer path.
  private static final int MAX_HASHES = 63;

  /// The lines of a proof in a log of a million entries.
  private static final int USUAL = 1024;

  public String encode() {
    return ascii(extra, proof).append(signedCheckpoint).toString();
  }

  /// What [#encode()] gives, in UTF-8, for a checkpoint that is in UTF-8 already: many proofs lead
  /// to one checkpoint, whose lines are the only ones that are not ASCII.
  public static byte[] encodeUtf8(byte[] extra, InclusionProof proof, byte[] signedCheckpoint) {
    StringBuilder lines = ascii(extra, proof);
    byte[] text = new byte[lines.length() + signedCheckpoint.length];
    for (int i = 0; i < lines.length(); i++) {
      text[i] = (byte) lines.charAt(i);
    }
    System.arraycopy(signedCheckpoint, 0, text, lines.length(), signedCheckpoint.length);
    return text;
  }

  /// All before the checkpoint.
  private static StringBuilder ascii(byte[] extra, InclusionProof proof) {
    StringBuilder text = new StringBuilder(USUAL).append(HEADER).append('\n');
    if (extra.length > 0) {
      text.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
    }
    text.append(INDEX).append(proof.index()).append('\n');
    for (byte[] hash : proof.hashes()) {
      text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
    }
    return text.append('\n');
  }

  public static LogProof parse(String text) throws Malformed {
    int border = text.indexOf("\n\n");
    if (border < 0 || border + 2 == text.length()) {
      throw new Malformed("a proof is some lines, an empty line and a checkpoint");
    }
    List<String> lines = List.of(text.substring(0, border).split("\n", -1));
    if (!lines.get(0).equals(HEADER)) {
      throw new Malformed("a proof begins with the line " + HEADER);
    }
    int at = 1;
    byte[] extra = new byte[0];
    if (at < lines.size() && lines.get(at).startsWith(EXTRA)) {
      extra = Strict.base64(lines.get(at++).substring(EXTRA.length()));
      if (extra.length == 0) {
        throw new Malformed("a proof has an extra line that says nothing");
      }
    }
    if (at >= lines.size() || !lines.get(at).startsWith(INDEX)) {
      throw new Malformed("a proof has no index line");
    }
    long index = Strict.decimal(lines.get(at++).substring(INDEX.length()));
    List<byte[]> hashes = hashes(lines.subList(at, lines.size()));
    return new LogProof(extra, new InclusionProof(index, hashes), text.substring(border + 2));
  }

  private static List<byte[]> hashes(List<String> lines) throws Malformed {
    if (lines.size() > MAX_HASHES) {
      throw new Malformed("a proof has more than " + MAX_HASHES + " hashes");
    }
    List<byte[]> hashes = new ArrayList<>();
    for (String line : lines) {
      byte[] hash = Strict.base64(line);
      if (hash.length != Merkle.HASH_LENGTH) {
        throw new Malformed("a hash of a proof has 32 bytes");
      }
      hashes.add(hash);
    }
    return hashes;
  }
}
