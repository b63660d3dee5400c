package dev.demarc.gateway.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether the log still takes records. It breaks once, for good, with the first reason given.
final class Seal {
  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /// Seals the log, then tells who waits. The reason is set first: whoever is woken sees it.
  void because(String why) {
    if (reason.compareAndSet(null, why)) {
      new ArrayList<>(listeners).forEach(Runnable::run);
    }
  }

  void onSealed(Runnable listener) {
    listeners.add(listener);
  }

  boolean sealed() {
    return reason.get() != null;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason.get());
  }
}
