package dev.demarc.classify;

import dev.demarc.classify.read.Lexicon;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.JsonSyntax;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Finds customers' data in a chat body: every decoded string, number and member name at every
/// position, JSON inside strings included. One serves all threads: each call takes a walk of its
/// own from the few that are kept, since setting one up costs more than a small body.
public final class Classifier {
  private static final int KEPT = 16;

  /// The buffers of a walk grow with the body; after a larger one it is not kept.
  private static final int LARGEST_KEPT = 1 << 20;

  private final ClassifierSettings settings;
  private final Lexicon lexicon;
  private final AtomicReferenceArray<@Nullable BodyWalk> kept = new AtomicReferenceArray<>(KEPT);

  public Classifier(ClassifierSettings settings) {
    this.settings = settings;
    this.lexicon = Lexicon.of(settings.operator());
  }

  /// What the body holds. The body is a JSON object that everybody reads the same way.
  public Classification classify(Text jsonBody) throws Unreadable {
    return read(jsonBody, BodyWalk::classify);
  }

  /// What a text of any kind holds, read as one text of a message would be: prose, logs, tables,
  /// JSON. It is valid UTF-8; it may be empty.
  public Classification classifyText(Text text) throws Unreadable {
    return read(text, BodyWalk::classifyText);
  }

  /// What a document holds: a chat body is read as one, with what its positions mean and across the
  /// parts of its messages; anything else as a text.
  public Classification classifyDocument(Text text) throws Unreadable {
    Optional<Classification> chat = mayBeChat(text.bytes()) ? chat(text) : Optional.empty();
    return chat.isPresent() ? chat.get() : classifyText(text);
  }

  /// The text as a body, unless not everybody would read it the same way.
  private Optional<Classification> chat(Text text) {
    try {
      return Optional.of(classify(text));
    } catch (Unreadable noBody) {
      return Optional.empty();
    }
  }

  /// Whether the text begins as an object and names messages somewhere.
  private static boolean mayBeChat(byte[] b) {
    int first = JsonSyntax.skipSpace(b, 0, b.length);
    if (first == b.length || b[first] != '{') {
      return false;
    }
    for (int i = first; i + 11 <= b.length; i++) {
      if (b[i] == '"' && b[i + 1] == 'm' && Bytes.at(b, i, b.length, "\"messages\"")) {
        return true;
      }
    }
    return false;
  }

  /// One way to read a text.
  private interface Reading {
    Classification of(BodyWalk walk, Text text) throws Unreadable;
  }

  private Classification read(Text text, Reading reading) throws Unreadable {
    BodyWalk walk = take();
    try {
      return reading.of(walk, text);
    } finally {
      if (text.length() <= LARGEST_KEPT) {
        keep(walk);
      }
    }
  }

  private BodyWalk take() {
    for (int k = 0; k < KEPT; k++) {
      BodyWalk walk = kept.get(k) == null ? null : kept.getAndSet(k, null);
      if (walk != null) {
        return walk;
      }
    }
    return new BodyWalk(settings, lexicon);
  }

  private void keep(BodyWalk walk) {
    walk.forget();
    for (int k = 0; k < KEPT; k++) {
      if (kept.compareAndSet(k, null, walk)) {
        return;
      }
    }
  }
}
