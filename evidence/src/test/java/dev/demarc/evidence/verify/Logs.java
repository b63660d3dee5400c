package dev.demarc.evidence.verify;

import dev.demarc.evidence.TestLog;
import dev.demarc.evidence.record.Entries;
import dev.demarc.evidence.tlog.Receipt;
import dev.demarc.evidence.tlog.SignedNote;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Logs to be judged, and the judgement with as little ceremony as possible.
final class Logs {
  static final String ORIGIN = "example.org/log";
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private Logs() {}

  /// A log of `size` entries that fit one another: a start, then permits with outcomes, and
  /// denials.
  static TestLog honest(int size) {
    TestLog log = new TestLog(ORIGIN);
    log.add(Entries.start(ORIGIN));
    for (int i = 1; i < size; i++) {
      switch (i % 3) {
        case 1 -> log.add(Entries.permit(i, i % 2 == 0 ? "alibaba-cloud" : "openai"));
        case 2 -> log.add(Entries.answered(i - 1, i - 1));
        default -> log.add(Entries.deny(i, "alibaba-cloud"));
      }
    }
    return log;
  }

  static Report verify(Path directory, TestLog log) {
    return verify(directory, log, Optional.empty(), Optional.empty());
  }

  static Report verify(Path directory, TestLog log, Receipt receipt) {
    return verify(directory, log, Optional.of(receipt), Optional.empty());
  }

  static Report verify(Path directory, TestLog log, SignedNote kept) {
    return verify(directory, log, Optional.empty(), Optional.of(kept));
  }

  static Report verify(
      Path directory, TestLog log, Optional<Receipt> receipt, Optional<SignedNote> kept) {
    return verify(new LogDirectory(directory), log, receipt, kept);
  }

  static Report verify(
      LogSource source, TestLog log, Optional<Receipt> receipt, Optional<SignedNote> kept) {
    return Verifier.verify(
        new Verifier.Question(source, log.key().verifier(), receipt, kept, NOW), entries -> {});
  }
}
