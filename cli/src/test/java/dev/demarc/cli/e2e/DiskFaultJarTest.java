package dev.demarc.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// No record, no egress, on a disk that fails under a gateway that just answered: the operating
/// system's calls are made to fail, or to hang, from outside.
class DiskFaultJarTest {
  @RegisterExtension
  static final Site SITE = Site.twoMarkets((config, site) -> config.log("sync_deadline", "300ms"));

  @BeforeAll
  static void strace() {
    Optional<String> missing = Strace.missing();
    assumeTrue(missing.isEmpty(), () -> "skipped: " + missing.orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"fdatasync, EIO", "pwrite64, EROFS", "pwrite64, ENOSPC"})
  void a_failing_disk_seals_the_log_until_the_restart(String call, String error) {
    answered();
    int before = SITE.us().received().size();

    try (Strace _ = injecting(call, "error=" + error)) {
      refused(before);
    }
    // The disk is well again, but what it holds is not known: only a restart may find out.
    refused(before);
    assertThat(SITE.gateway().get("/readyz").status()).isEqualTo(503);
    assertThat(SITE.gateway().get("/healthz").status()).isEqualTo(200);

    SITE.gateway().stop();
    SITE.start();
    answered();
  }

  @Test
  void a_sync_that_hangs_is_a_503_within_its_deadline_and_its_record_says_not_sent() {
    answered();
    int before = SITE.us().received().size();

    try (Strace _ = injecting("fdatasync", "delay_enter=3000000")) {
      refused(before);
      assertThat(SITE.gateway().get("/readyz").status()).isEqualTo(503);
    }

    Patience.until("readiness", () -> SITE.gateway().get("/readyz").status() == 200);
    JsonNode late =
        SITE.gateway()
            .log()
            .await("outcome", entry -> entry.path("outcome").asString().equals("not_sent"));
    assertThat(late.path("sent_bytes").asLong()).isZero();
    assertThat(SITE.us().received()).hasSize(before);
    answered();
  }

  private static void answered() {
    assertThat(SITE.ask(Chat.saying("the disk is well")).status()).isEqualTo(200);
  }

  private static void refused(int received) {
    for (Chat chat :
        List.of(Chat.saying("the disk fails"), Chat.saying("the disk fails").streamed())) {
      Answer answer = SITE.ask(chat);
      assertThat(answer.status()).as(answer.body()).isEqualTo(503);
      assertThat(answer.error().path("code").asString()).isEqualTo("no_record_no_egress");
      assertThat(answer.header("retry-after")).isNotEmpty();
      assertThat(answer.receipt()).isEmpty();
    }
    assertThat(SITE.us().received()).hasSize(received);
  }

  /// Makes a system call on the write-ahead log's files do something else.
  private static Strace injecting(String call, String what) {
    List<String> options =
        new ArrayList<>(List.of("-e", "trace=" + call, "-e", "inject=" + call + ":" + what));
    segments().forEach(segment -> options.addAll(List.of("-P", segment.toString())));
    return Strace.attach(SITE.gateway().pid(), SITE.place().resolve("faults.txt"), options);
  }

  private static List<Path> segments() {
    try (Stream<Path> files = Files.list(SITE.gateway().data().resolve("wal"))) {
      return files.filter(file -> file.toString().endsWith(".wal")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
