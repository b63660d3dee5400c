package dev.demarc.classify;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.View;

/// Tells binary content by its form: base64 (RFC 4648) and nothing else, perhaps after the head of
/// a data URI (RFC 2397). By form, not by entropy, so that text which only claims to be binary is
/// scanned.
final class Base64Content {
  private static final int LONGEST_HEAD = 200;

  private Base64Content() {}

  static boolean fills(View text) {
    byte[] b = text.bytes();
    int i = text.start();
    if (Bytes.at(b, i, text.end(), "data:")) {
      int comma = Bytes.find(b, i, Math.min(text.end(), i + LONGEST_HEAD), ',');
      if (!Bytes.at(b, comma - ";base64".length(), text.end(), ";base64")) {
        return false;
      }
      i = comma + 1;
    }
    int end = text.end();
    while (end > i && b[end - 1] == '=') {
      end--;
    }
    for (; i < end; i++) {
      byte c = b[i];
      if (!Bytes.alphanumeric(c) && c != '+' && c != '/' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
