package dev.demarc.gateway.record;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was made of the objects that came lately, by identity: the policy hands out the same route
/// and the same decision again and again, and comparing them would cost as much as making it anew.
/// Any thread may ask.
final class Recent<K, V> {
  private static final int SLOTS = 256;

  private final Function<K, V> make;
  private final AtomicReferenceArray<@Nullable Made<K, V>> slots =
      new AtomicReferenceArray<>(SLOTS);

  private record Made<K, V>(K from, V value) {}

  Recent(Function<K, V> make) {
    this.make = make;
  }

  V of(K from) {
    int slot = System.identityHashCode(from) & (SLOTS - 1);
    Made<K, V> made = slots.get(slot);
    if (made == null || made.from() != from) {
      made = new Made<>(from, make.apply(from));
      slots.set(slot, made);
    }
    return made.value();
  }
}
