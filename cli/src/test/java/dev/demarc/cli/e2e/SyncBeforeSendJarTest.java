package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// No record, no egress, as the operating system sees it: in the system calls of one request, the
/// sync of its record returns before the first byte goes to the provider.
class SyncBeforeSendJarTest {
  @RegisterExtension static final Site SITE = Site.twoMarkets();

  @BeforeAll
  static void strace() {
    Optional<String> missing = Strace.missing();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElse(""));
  }

  @Test
  void the_sync_of_the_record_returns_before_the_first_write_to_the_provider() {
    assertThat(SITE.ask(Chat.saying("warm up")).status()).isEqualTo(200);
    SITE.gateway().log().outcome(SimulatedProvider.attempt(SITE.us().last()));
    SystemCallTrace trace = traced(Chat.saying("traced"));

    assertThat(SyncBeforeSend.violations(trace, "/wal/", SITE.us().port())).isEmpty();
  }

  @Test
  void also_where_the_connection_to_the_provider_is_new() {
    SystemCallTrace trace = traced(Chat.saying("first to this provider").in("CN"));

    assertThat(trace.calls()).anyMatch(call -> call.name().equals("connect"));
    assertThat(SyncBeforeSend.violations(trace, "/wal/", SITE.cn().port())).isEmpty();
  }

  @Test
  void and_without_its_syncs_the_same_trace_is_refused() {
    SystemCallTrace trace = traced(Chat.saying("traced for the judge"));

    SystemCallTrace unsynced =
        new SystemCallTrace(
            trace.calls().stream().filter(call -> !call.name().contains("sync")).toList());
    assertThat(SyncBeforeSend.violations(unsynced, "/wal/", SITE.us().port())).isNotEmpty();
  }

  private static SystemCallTrace traced(Chat chat) {
    List<String> options =
        List.of(
            "-s",
            "65536",
            "-e",
            "trace=fdatasync,fsync,write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,connect");
    try (Strace strace =
        Strace.attach(SITE.gateway().pid(), SITE.place().resolve("calls.txt"), options)) {
      assertThat(SITE.ask(chat).status()).isEqualTo(200);
      return strace.trace();
    }
  }
}
