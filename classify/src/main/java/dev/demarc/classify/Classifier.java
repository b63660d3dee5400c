package dev.demarc.classify;

/// Finds customers' data in a chat body: every decoded string, number and member name at every
/// position, JSON inside strings included. Immutable; one serves all threads.
public final class Classifier {
  private final ClassifierSettings settings;
  private final Lexicon lexicon;

  public Classifier(ClassifierSettings settings) {
    this.settings = settings;
    this.lexicon = Lexicon.of(settings.operator());
  }

  /// What the body holds. The body is a JSON object that everybody reads the same way.
  public Classification classify(Text jsonBody) throws Unreadable {
    return new BodyWalk(settings, lexicon, jsonBody).classify();
  }
}
