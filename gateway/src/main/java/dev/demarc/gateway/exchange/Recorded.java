package dev.demarc.gateway.exchange;

import java.util.function.Supplier;

/// A durable entry: where it stands in the log and the receipt for it.
///
/// @param making makes the receipt, which costs more than most that ask for a record want of it
public record Recorded(long index, Supplier<String> making) {
  /// The value of the `Demarc-Receipt` header.
  public String receipt() {
    return making.get();
  }
}
