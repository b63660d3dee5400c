package dev.demarc.cli.demo;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.tlog.Receipt;
import java.util.List;

/// One request's way through the gateway, told from all sides.
///
/// @param comparison what the phone sent beside what the simulator captured
/// @param decision the record that was written first, as published in the log
/// @param grounds why it was decided like that
/// @param refusals the routes that were decided before and may not receive it
record Passage(
    Phone phone,
    Answer answer,
    Comparison comparison,
    Receipt receipt,
    DecisionEntry decision,
    Grounds grounds,
    List<Refused> refusals) {
  Passage {
    refusals = List.copyOf(refusals);
  }

  /// A route that may not receive the request: nothing was sent there.
  record Refused(int index, String routeId, Grounds grounds) {}

  /// The pseudonyms that the phone got instead of the values they stand for.
  List<String> unrestored() {
    return comparison.restorable().keySet().stream().filter(answer.text()::contains).toList();
  }

  /// The receipt in a `Demarc-Receipt` header.
  static Receipt receipt(Phone phone, Answer answer) {
    try {
      return Receipt.parseHeader(answer.receipt());
    } catch (Malformed e) {
      throw new DemoFailed(
          "the receipt of the %s phone cannot be read: %s"
              .formatted(phone.market(), e.getMessage()));
    }
  }
}
