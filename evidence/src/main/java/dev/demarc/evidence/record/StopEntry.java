package dev.demarc.evidence.record;

/// The gateway went down in order. A start without a stop before it follows a crash.
public record StopEntry(long timeMillis) implements Entry {
  static final String TYPE = "stop";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Json.Obj json() {
    return Entry.begin(this).build();
  }
}
