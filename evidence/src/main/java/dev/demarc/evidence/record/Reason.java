package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;

/// Why a decision is what it is: one rule, the law or policy it rests on, and what it does.
///
/// @param rule the rule's id
/// @param pack the pack it is in
/// @param basis `LAW` or `POLICY`
/// @param citation the section, as lawyers cite it
/// @param asOf the day (ISO 8601) as of which the pack states it
/// @param effect what the rule does, for example `DENIES` or `REDACTS`
public record Reason(
    String rule, String pack, String basis, String citation, String asOf, String effect) {
  public Reason {
    Values.requireNotEmpty("reasons[].rule", rule);
    Values.requireNotEmpty("reasons[].pack", pack);
    boolean known = basis.equals("LAW") || basis.equals("POLICY");
    Values.require(known, "reasons[].basis", "is neither LAW nor POLICY");
    Values.requireNotEmpty("reasons[].effect", effect);
  }

  Json.Obj json() {
    return Json.object()
        .put("rule", rule)
        .put("pack", pack)
        .put("basis", basis)
        .put("citation", citation)
        .put("as_of", asOf)
        .put("effect", effect)
        .build();
  }

  static Reason read(MemberReader members) throws Malformed {
    return new Reason(
        members.text("rule"),
        members.text("pack"),
        members.text("basis"),
        members.text("citation"),
        members.text("as_of"),
        members.text("effect"));
  }
}
