package dev.demarc.classify.pseudonym;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.Splice;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds in a body what its writer spelled like a pseudonym of this very request, which would come
/// back as the value of that pseudonym if the provider repeated it. It leaves as a literal under a
/// pseudonym of its own, and comes back as it was.
///
/// In a URL nothing is put back, so there it stays. Letters spelled by JSON escapes are not looked
/// at: what would come back in their place is the client's own value.
final class LookAlikes {
  /// How far before a word the beginning of a URL is looked for.
  private static final int URL_BEFORE = 2048;

  private static final int UNICODE_ESCAPE = "u0000".length();

  private final byte[] body;
  private final StandIn standIn;
  private final List<Splice> found = new ArrayList<>();

  private LookAlikes(byte[] body, StandIn standIn) {
    this.body = body;
    this.standIn = standIn;
  }

  /// Replacements for the look-alikes in what these splices, in order, leave as it is.
  static List<Splice> outside(List<Splice> splices, Text body, StandIn standIn) {
    LookAlikes alikes = new LookAlikes(body.bytes(), standIn);
    int from = 0;
    for (Splice splice : splices) {
      alikes.look(from, splice.start());
      from = Math.max(from, splice.end());
    }
    alikes.look(from, body.length());
    return alikes.found;
  }

  private void look(int from, int to) {
    for (int i = Bytes.find(body, from, to, '_'); i < to; i = Bytes.find(body, i + 1, to, '_')) {
      // Markdown's `\_`, as JSON spells it.
      boolean escaped = i - from >= 2 && body[i - 1] == '\\' && body[i - 2] == '\\';
      look(from, escaped ? i - 2 : i, i + 1, to);
    }
  }

  private void look(int from, int wordEnd, int codeStart, int to) {
    int word = wordStart(from, wordEnd);
    int end = codeStart;
    while (end < to && end - codeStart <= PseudonymCode.LONGEST && Bytes.alphanumeric(body[end])) {
      end++;
    }
    if (word < wordEnd && PseudonymCode.mayBeSpelled(body, codeStart, end)) {
      String name = ascii(word, wordEnd) + '_' + ascii(codeStart, end);
      String spelled = ascii(word, wordEnd) + (codeStart - wordEnd > 1 ? "\\_" : "_");
      int last = end;
      standIn
          .literal(name.toUpperCase(Locale.ROOT), spelled + ascii(codeStart, end))
          .filter(pseudonym -> !isInUrl(word))
          .ifPresent(pseudonym ->
              found.add(new Splice(word, last, pseudonym.getBytes(StandardCharsets.US_ASCII))));
    }
  }

  /// Where the word that ends here begins; its end where there is none.
  private int wordStart(int from, int end) {
    int start = end;
    while (start > from
        && end - start <= Pseudonyms.LONGEST_WORD + UNICODE_ESCAPE
        && Bytes.alphanumeric(body[start - 1])) {
      start--;
    }
    if (start > from && body[start - 1] == '\\') {
      start += body[start] == 'u' ? UNICODE_ESCAPE : 1;
    }
    return end - start > Pseudonyms.LONGEST_WORD ? end : Math.min(start, end);
  }

  private boolean isInUrl(int word) {
    for (int i = word - 1; i > Math.max(0, word - URL_BEFORE); i--) {
      byte b = body[i];
      if (b == ' ' || b == '"' || b == '\\' || b == '<') {
        return false;
      }
      if ((b == '/' && body[i - 1] == '/') || Bytes.at(body, i, word, "www.")) {
        return true;
      }
    }
    return false;
  }

  private String ascii(int from, int to) {
    return new String(body, from, to - from, StandardCharsets.US_ASCII);
  }
}
