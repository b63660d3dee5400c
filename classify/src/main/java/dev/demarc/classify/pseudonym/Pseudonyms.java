package dev.demarc.classify.pseudonym;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.scan.Field;
import dev.demarc.classify.text.PseudonymCode;
import dev.demarc.classify.text.Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The pseudonyms of one request, and the values they stand for (GDPR Art. 4(5): what puts a value
/// back is kept apart, here, and only as long as the request lives).
///
/// A pseudonym is `WORD_` and a code: 7 Crockford base32 characters of HMAC-SHA-256(scope key, word
/// || 0x00 || canonical value) and a check character ([PseudonymCode]). It depends on nothing else,
/// so it stays the same over turns and gateways. Two values of one word whose codes collide in the
/// request are told apart by length: the later one takes one more character of its hash, and so on.
/// One thread uses it.
public final class Pseudonyms implements StandIn {
  /// The word for text that is spelled like a pseudonym and is none.
  private static final String LITERAL = "LIT";

  /// The words of this product's pseudonyms: in an answer they tell a pseudonym that is not known
  /// (any more) from ordinary text.
  static final Set<String> WORDS =
      Stream.of(
              Arrays.stream(Category.values()).map(Category::word),
              Arrays.stream(Field.values()).map(Field::word),
              Stream.of(LITERAL))
          .flatMap(words -> words)
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  /// Longest word: what bounds the text that a stream may hold back.
  static final int LONGEST_WORD = 16;

  private static final Pattern WORD = Pattern.compile("[A-Z]{1," + LONGEST_WORD + "}");
  private static final String HMAC = "HmacSHA256";

  private final Mac mac;
  private final Map<Original, String> byOriginal = new HashMap<>();
  private final Map<String, Text> values = new HashMap<>();
  private boolean wiped;

  private record Original(String word, Text canonical) {}

  /// Pseudonyms under `scopeKey`, the secret of one (caller, subject, recipient).
  public Pseudonyms(byte[] scopeKey) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(scopeKey, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }

  /// The pseudonym of a value of the kind `word`, known by its canonical spelling. The spelling
  /// `value` that came first is the one that [Restorer] puts back.
  public String pseudonym(String word, Text canonical, Text value) {
    if (wiped) {
      throw new IllegalStateException("these pseudonyms were wiped");
    }
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException("not a pseudonym word: " + word);
    }
    return byOriginal.computeIfAbsent(new Original(word, canonical), o -> added(o, value));
  }

  @Override
  public String of(String word, Text canonical, Text value) {
    return pseudonym(word, canonical, value);
  }

  @Override
  public Optional<String> literal(String name, String spelled) {
    if (!values.containsKey(name)) {
      return Optional.empty();
    }
    Text text = Text.of(spelled);
    return Optional.of(pseudonym(LITERAL, text, text));
  }

  /// Restores answers with the pseudonyms given out so far.
  public Restorer restorer() {
    return new Restorer(new LivePseudonyms(values));
  }

  /// Forgets every value, also for the restorers that were handed out.
  public void wipe() {
    wiped = true;
    byOriginal.clear();
    values.clear();
    mac.reset();
  }

  private String added(Original original, Text value) {
    byte[] hash = hash(original);
    for (int length = PseudonymCode.SHORTEST; length <= PseudonymCode.LONGEST; length++) {
      String pseudonym = original.word() + '_' + PseudonymCode.of(hash, length);
      if (values.putIfAbsent(pseudonym, value) == null) {
        return pseudonym;
      }
    }
    throw new IllegalStateException("two values share 75 bits of their keyed hashes");
  }

  private byte[] hash(Original original) {
    mac.update(original.word().getBytes(StandardCharsets.US_ASCII));
    mac.update((byte) 0);
    return mac.doFinal(original.canonical().bytes());
  }

  @Override
  public String toString() {
    return "Pseudonyms[" + values.size() + "]";
  }
}
