package dev.demarc.classify.pseudonym;

/// What happened to the pseudonyms of one answer, counted.
final class RestoreCounts {
  int restored;
  int unknown;
  int withheld;
}
