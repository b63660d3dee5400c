package dev.demarc.cli.classify;

import dev.demarc.classify.finding.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says evidence in words, without the value.
final class EvidenceWords {
  private EvidenceWords() {}

  /// A sentence of all of it.
  static String of(Collection<Evidence> evidence) {
    return evidence.stream().sorted().map(EvidenceWords::of).collect(Collectors.joining("; "));
  }

  /// The stable ids of all of it.
  static List<String> ids(Collection<Evidence> evidence) {
    return evidence.stream().sorted().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static String of(Evidence evidence) {
    return switch (evidence) {
      case CHECKSUM -> "its check digits fit";
      case PREFIX -> "it starts as issued ones do";
      case KEY -> "a key, column or word before it names its kind";
      case CONTEXT -> "words nearby speak of its kind";
      case GROUPING -> "it is grouped as people write it";
      case SHAPE -> "it is written exactly like one";
      case RECORD -> "fields of one record stand together";
      case POSITION -> "the protocol says what stands here";
    };
  }
}
