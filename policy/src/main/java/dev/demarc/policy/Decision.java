package dev.demarc.policy;

import dev.demarc.classify.finding.Category;
import dev.demarc.classify.finding.Treatment;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/// The outcome of deciding one route.
public sealed interface Decision {
  /// Why, LAW before POLICY.
  List<Reason> reasons();

  /// The bytes may leave once they are treated.
  ///
  /// @param treatments one for every category there is, so that nothing passes by omission
  /// @param counted the reserved places that stay taken; all others are given back
  record Permit(
      SortedMap<Category, Treatment> treatments, SortedSet<MeterKey> counted, List<Reason> reasons)
      implements Decision {
    public Permit {
      treatments = Copies.of(treatments);
      counted = Copies.of(counted);
      reasons = List.copyOf(reasons);
      if (treatments.size() != Category.values().length) {
        throw new IllegalArgumentException("a permit treats every category: " + treatments);
      }
    }
  }

  /// Nothing leaves on this route.
  record Deny(List<Reason> reasons) implements Decision {
    public Deny {
      reasons = List.copyOf(reasons);
    }
  }

  /// Two rules of law cannot both be kept: nothing leaves until a person has decided.
  record Review(List<Reason> reasons) implements Decision {
    public Review {
      reasons = List.copyOf(reasons);
    }
  }
}
