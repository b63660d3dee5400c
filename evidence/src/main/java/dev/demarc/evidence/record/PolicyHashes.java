package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;

/// SHA-256, in lower-case hex, of the texts that a decision was made by: packs, catalogue, parties
/// and the operator's own rules. The texts themselves are stored once, by these hashes.
public record PolicyHashes(String packs, String catalogue, String parties, String operator) {
  static final String MEMBER = "policy";

  public PolicyHashes {
    Values.requireSha256("policy.packs", packs);
    Values.requireSha256("policy.catalogue", catalogue);
    Values.requireSha256("policy.parties", parties);
    Values.requireSha256("policy.operator", operator);
  }

  Json.Obj json() {
    return Json.object()
        .put("packs", packs)
        .put("catalogue", catalogue)
        .put("parties", parties)
        .put("operator", operator)
        .build();
  }

  static PolicyHashes read(MemberReader entry) throws Malformed {
    MemberReader members = entry.inside(entry.object(MEMBER), MEMBER);
    return new PolicyHashes(
        members.text("packs"),
        members.text("catalogue"),
        members.text("parties"),
        members.text("operator"));
  }
}
