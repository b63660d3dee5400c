package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.Strict;
import java.nio.ByteBuffer;
import java.util.Base64;

/// One signature line of a note: who signed (`name`, `keyId`) and the signature's bytes.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; a signature is its bytes
public record NoteSignature(String name, int keyId, byte[] signature) {
  private static final String DASH = "\u2014 ";

  public NoteSignature {
    if (!KeyName.valid(name)) {
      throw new IllegalArgumentException("not a key name: " + name);
    }
  }

  String line() {
    byte[] bytes = ByteBuffer.allocate(4 + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
  }

  static NoteSignature parse(String line) throws Malformed {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new Malformed("a signature line is not \"\u2014 name base64\"");
    }
    String name = line.substring(DASH.length(), space);
    byte[] bytes = Strict.base64(line.substring(space + 1));
    if (!KeyName.valid(name) || bytes.length < 5) {
      throw new Malformed("a signature line has no valid key name, key id and signature");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int keyId = buffer.getInt();
    byte[] signature = new byte[buffer.remaining()];
    buffer.get(signature);
    return new NoteSignature(name, keyId, signature);
  }
}
