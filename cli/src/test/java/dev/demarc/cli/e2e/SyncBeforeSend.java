package dev.demarc.cli.e2e;

import dev.demarc.cli.e2e.SystemCallTrace.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// No record, no egress, in system calls: the record of an attempt is written to the write-ahead
/// log, then synced, and only when that sync has returned does the first byte go to the provider.
final class SyncBeforeSend {
  private static final Set<String> SYNCS = Set.of("fdatasync", "fsync");
  private static final Set<String> FILE_WRITES =
      Set.of("write", "writev", "pwrite64", "pwritev", "pwritev2");
  private static final Set<String> SENDS = Set.of("write", "writev", "sendto", "sendmsg");
  private static final Pattern ATTEMPT =
      Pattern.compile("(?i)x-client-request-id: ?([0-9A-Z]{26})");

  private SyncBeforeSend() {}

  /// What is wrong with a trace that holds one request to the provider at `providerPort`; empty
  /// where the order is right. A trace that shows no request proves nothing, so it is wrong too.
  static List<String> violations(SystemCallTrace trace, String writeAheadLog, int providerPort) {
    List<Call> sends =
        trace.calls().stream()
            .filter(call -> SENDS.contains(call.name()) && toPort(call, providerPort))
            .sorted(Comparator.comparingInt(Call::began))
            .toList();
    Optional<String> attempt = sends.stream().flatMap(send -> attemptIn(send).stream()).findFirst();
    if (attempt.isEmpty()) {
      return List.of("no write to the provider carries an attempt");
    }
    List<Call> records =
        trace.calls().stream()
            .filter(call -> FILE_WRITES.contains(call.name()))
            .filter(call -> call.target().contains(writeAheadLog))
            .filter(call -> call.arguments().contains(attempt.get()))
            .filter(call -> call.returned() < sends.getFirst().began())
            .toList();
    if (records.isEmpty()) {
      return List.of("the record of " + attempt.get() + " was not written before the first send");
    }
    List<String> violations = new ArrayList<>();
    for (Call record : records) {
      if (!synced(trace, record, sends.getFirst())) {
        violations.add(
            "the write at line "
                + record.began()
                + " was not synced before the send at line "
                + sends.getFirst().began());
      }
    }
    return violations;
  }

  private static boolean synced(SystemCallTrace trace, Call record, Call send) {
    return trace.calls().stream()
        .filter(call -> SYNCS.contains(call.name()) && call.succeeded())
        .filter(call -> call.target().equals(record.target()))
        .anyMatch(call -> call.began() > record.returned() && call.returned() < send.began());
  }

  private static boolean toPort(Call call, int port) {
    return call.target().matches("TCP.*->.*:" + port + "]");
  }

  private static Optional<String> attemptIn(Call send) {
    Matcher attempt = ATTEMPT.matcher(send.arguments());
    return attempt.find() ? Optional.of(attempt.group(1)) : Optional.empty();
  }
}
