package dev.demarc.classify.scan;

import dev.demarc.classify.finding.Evidence;
import java.util.EnumSet;
import java.util.Set;

/// Evidence as bits while scanning, and its weights. Points, not probabilities: they order what we
/// have seen to go wrong, and a finding needs 60 by default.
public final class Score {
  public static final int CHECKSUM = 1;
  public static final int PREFIX = 1 << 1;
  public static final int KEY = 1 << 2;
  public static final int CONTEXT = 1 << 3;
  public static final int GROUPING = 1 << 4;
  public static final int SHAPE = 1 << 5;
  static final int RECORD = 1 << 6;
  public static final int POSITION = 1 << 7;

  /// What a key that names the kind adds, and a word nearby.
  public static final int FOR_KEY = 50;

  public static final int FOR_CONTEXT = 25;

  /// What a key or word that names another kind takes away.
  public static final int AGAINST = 40;

  /// The evidence that each bit means, from the lowest on.
  private static final Evidence[] MEANING = {
    Evidence.CHECKSUM,
    Evidence.PREFIX,
    Evidence.KEY,
    Evidence.CONTEXT,
    Evidence.GROUPING,
    Evidence.SHAPE,
    Evidence.RECORD,
    Evidence.POSITION
  };

  private Score() {}

  static Set<Evidence> set(int bits) {
    EnumSet<Evidence> set = EnumSet.noneOf(Evidence.class);
    for (int i = 0; i < MEANING.length; i++) {
      if ((bits >> i & 1) != 0) {
        set.add(MEANING[i]);
      }
    }
    return set;
  }
}
