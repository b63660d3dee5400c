package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;

/// What one leaf of the log says. `docs/record.md` describes each member.
///
/// Within a major version members and entry types may be added; a reader passes over what it does
/// not know ([Leaf] tells). Members are never removed and keep their meaning, and the values of
/// enumerations are closed.
public sealed interface Entry
    permits StartEntry, DecisionEntry, OutcomeEntry, RefusalEntry, StopEntry, UnknownEntry {
  /// The major version of the entries that this code writes and understands.
  int VERSION = 1;

  /// The entry's type as the leaf spells it.
  String type();

  /// When the entry was made, in milliseconds since 1970 (UTC), by the gateway's clock.
  long timeMillis();

  /// The entry as a JSON object, members in the writer's order.
  Json.Obj json();

  /// The leaf: the bytes whose hash the log commits to.
  default byte[] encode() {
    return json().encode();
  }

  /// The entry that a leaf holds.
  static Entry parse(byte[] leaf) throws Malformed {
    return Leaf.parse(leaf).entry();
  }

  /// The members that every entry begins with.
  static Json.Members begin(Entry entry) {
    return Json.object()
        .put("v", VERSION)
        .put("type", entry.type())
        .put("time_ms", entry.timeMillis());
  }
}
