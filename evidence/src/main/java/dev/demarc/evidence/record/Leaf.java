package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import java.util.Set;

/// A leaf as read: its entry, and the names of the members that this version does not know, which a
/// later minor version may have added.
public record Leaf(Entry entry, Set<String> unknownMembers) {
  public Leaf {
    unknownMembers = Set.copyOf(unknownMembers);
  }

  /// Parses a leaf strictly. An entry of an unknown type is an [UnknownEntry]; an unknown major
  /// version is refused with [UnknownVersion].
  public static Leaf parse(byte[] leaf) throws Malformed {
    if (!(Json.parse(leaf) instanceof Json.Obj object)) {
      throw new Malformed("an entry is a JSON object");
    }
    MemberReader members = new MemberReader(object);
    long version = members.number("v");
    if (version != Entry.VERSION) {
      throw new UnknownVersion(version);
    }
    String type = members.text("type");
    long timeMillis = members.number("time_ms");
    try {
      Entry entry = read(type, timeMillis, members, object);
      return new Leaf(entry, entry instanceof UnknownEntry ? Set.of() : members.unread());
    } catch (IllegalArgumentException e) {
      // The constructors check values; here their finding is about the leaf.
      throw new Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Entry read(String type, long timeMillis, MemberReader members, Json.Obj object)
      throws Malformed {
    return switch (type) {
      case StartEntry.TYPE -> StartEntry.read(timeMillis, members);
      case DecisionEntry.TYPE -> DecisionEntry.read(timeMillis, members);
      case OutcomeEntry.TYPE -> OutcomeEntry.read(timeMillis, members);
      case RefusalEntry.TYPE -> RefusalEntry.read(timeMillis, members);
      case StopEntry.TYPE -> new StopEntry(timeMillis);
      default -> new UnknownEntry(timeMillis, type, object);
    };
  }
}
