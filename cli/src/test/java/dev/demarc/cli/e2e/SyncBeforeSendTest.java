package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.e2e.SystemCallTrace.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The judge of the system-call test, judged itself: a trace without the sync has to fail.
class SyncBeforeSendTest {
  private static final String ATTEMPT = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  private static final String RECORD =
      "11 pwrite64(9</d/wal/0.seg>, \"\\0\\1{\\\"attempt\\\":\\\""
          + ATTEMPT
          + "\\\"}\", 44, 0) = 44";
  private static final String SYNC = "11 fdatasync(9</d/wal/0.seg>) = 0";
  private static final String CONNECT =
      "12 connect(7<TCPv6:[81]>, {sa_family=AF_INET6, sin6_port=htons(9001)}, 28) = -1 EINPROGRESS"
          + " (Operation now in progress)";
  private static final String SEND =
      "12 write(7<TCPv6:[[::ffff:127.0.0.1]:40->[::ffff:127.0.0.1]:9001]>, \"POST /v1"
          + " HTTP/1.1\\r\\nx-client-request-id: "
          + ATTEMPT
          + "\\r\\n\\r\\n{}\", 60) = 60";

  @Test
  void a_sync_between_record_and_send_is_right() {
    assertThat(violations(CONNECT, RECORD, SYNC, SEND)).isEmpty();
  }

  @Test
  void the_connection_may_be_made_while_the_sync_runs() {
    assertThat(
            violations(
                RECORD,
                "11 fdatasync(9</d/wal/0.seg> <unfinished ...>",
                CONNECT,
                "11 <... fdatasync resumed>) = 0",
                SEND))
        .isEmpty();
  }

  @Test
  void a_missing_sync_is_found() {
    assertThat(violations(RECORD, SEND)).singleElement().asString().contains("not synced");
  }

  @Test
  void a_sync_after_the_send_is_found() {
    assertThat(violations(RECORD, SEND, SYNC)).hasSize(1);
  }

  @Test
  void a_sync_that_returns_after_the_send_began_is_found() {
    assertThat(
            violations(
                RECORD,
                "11 fdatasync(9</d/wal/0.seg> <unfinished ...>",
                SEND,
                "11 <... fdatasync resumed>) = 0"))
        .hasSize(1);
  }

  @Test
  void a_sync_that_began_before_the_record_was_written_is_found() {
    assertThat(
            violations(
                "13 fdatasync(9</d/wal/0.seg> <unfinished ...>",
                RECORD,
                "13 <... fdatasync resumed>) = 0",
                SEND))
        .hasSize(1);
  }

  @Test
  void a_failed_sync_is_none() {
    assertThat(
            violations(RECORD, "11 fdatasync(9</d/wal/0.seg>) = -1 EIO (Input/output error)", SEND))
        .hasSize(1);
  }

  @Test
  void a_sync_of_another_file_is_none() {
    assertThat(violations(RECORD, "11 fdatasync(8</d/wal/1.seg>) = 0", SEND)).hasSize(1);
  }

  @Test
  void a_first_byte_before_the_sync_is_found_even_without_the_request_in_it() {
    String early =
        "12 write(7<TCPv6:[[::ffff:127.0.0.1]:40->[::ffff:127.0.0.1]:9001]>, \"POST\", 4) = 4";

    assertThat(violations(RECORD, early, SYNC, SEND)).hasSize(1);
  }

  @Test
  void a_record_that_was_never_written_is_found() {
    assertThat(violations(SYNC, SEND)).singleElement().asString().contains("was not written");
  }

  @Test
  void a_trace_without_a_request_proves_nothing() {
    assertThat(violations(RECORD, SYNC)).hasSize(1);
  }

  @Test
  void a_result_text_in_brackets_and_a_signal_line_do_not_confuse_the_reader() {
    SystemCallTrace trace =
        SystemCallTrace.parse(
            List.of(
                "14 --- SIGSEGV {si_signo=SIGSEGV} ---",
                "14 write(2</tmp/a (b)>, \"x) = 5\", 6) = -1 EPIPE (Broken pipe)",
                "14 fsync(3</x> <unfinished ...>",
                "14 +++ exited with 0 +++"));

    assertThat(trace.calls())
        .containsExactlyInAnyOrder(
            new Call("write", "2</tmp/a (b)>, \"x) = 5\", 6", -1, 1, 1),
            new Call("fsync", "3</x>", -1, 2, Integer.MAX_VALUE));
    assertThat(trace.calls().getFirst().target()).isEqualTo("/tmp/a (b)");
  }

  private static List<String> violations(String... lines) {
    return SyncBeforeSend.violations(SystemCallTrace.parse(List.of(lines)), "/wal/", 9001);
  }
}
