package dev.demarc.policy.party;

import java.util.List;

/// Whether a party is a covered person on a day, and the path that leads there, in words.
public record Coverage(String party, Status status, List<String> path) {
  public Coverage {
    path = List.copyOf(path);
  }

  /// The four answers.
  public enum Status {
    /// By the text of the law and stated facts.
    COVERED,
    /// A fact is missing or the text is not plain: treated as covered, by POLICY.
    TREATED_AS_COVERED,
    /// A U.S. person, covered only by designation, and not designated.
    US_PERSON,
    NOT_COVERED
  }

  /// Whether rules for covered persons apply, on whatever basis.
  public boolean applies() {
    return status == Status.COVERED || status == Status.TREATED_AS_COVERED;
  }

  /// The path as one text.
  public String words() {
    return String.join("; ", path);
  }
}
