package dev.demarc.evidence.record;

import dev.demarc.evidence.record.DecisionEntry.Ruling;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A ruling and the reasons for it.
public final class Ruled {
  private final Ruling ruling;
  private final List<Reason> reasons;
  private final Json.@Nullable Arr kept;

  public Ruled(Ruling ruling, List<Reason> reasons) {
    this(ruling, List.copyOf(reasons), null);
  }

  private Ruled(Ruling ruling, List<Reason> reasons, Json.@Nullable Arr kept) {
    this.ruling = ruling;
    this.reasons = reasons;
    this.kept = kept;
  }

  /// An equal one that holds the text of its reasons as well: for one that many entries give.
  public Ruled withText() {
    return new Ruled(ruling, reasons, json(why -> why.json().withText()));
  }

  public Ruling ruling() {
    return ruling;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /// The reasons as a list of objects.
  Json.Arr json() {
    return kept == null ? json(Reason::json) : kept;
  }

  private Json.Arr json(Function<Reason, Json> form) {
    return new Json.Arr(reasons.stream().map(form).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ruled that && ruling == that.ruling && reasons.equals(that.reasons);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ruling, reasons);
  }

  @Override
  public String toString() {
    return ruling + " " + reasons;
  }
}
