package dev.demarc.classify;

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
    BodyWalk walk = take();
    try {
      return walk.classify(jsonBody);
    } finally {
      if (jsonBody.length() <= LARGEST_KEPT) {
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
