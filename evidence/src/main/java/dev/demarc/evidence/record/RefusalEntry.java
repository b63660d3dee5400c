package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;

/// An authenticated request that was refused before or between routes, because of the request or
/// because a step failed.
///
/// @param code the machine code of the refusal, as the answer gave it
public record RefusalEntry(long timeMillis, String request, String caller, String code)
    implements Entry {
  static final String TYPE = "refusal";

  public RefusalEntry {
    Values.requireId("request", request);
    Values.requireNotEmpty("caller", caller);
    Values.requireNotEmpty("code", code);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Json.Obj json() {
    return Entry.begin(this)
        .put("request", request)
        .put("caller", caller)
        .put("code", code)
        .build();
  }

  static RefusalEntry read(long timeMillis, MemberReader members) throws Malformed {
    return new RefusalEntry(
        timeMillis, members.text("request"), members.text("caller"), members.text("code"));
  }
}
