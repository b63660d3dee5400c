package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class WalReaderTest {
  @RegisterExtension final Bench bench = new Bench();

  private static List<String> texts(Disk disk) throws Exception {
    List<String> texts = new ArrayList<>();
    try (WalReader reader = WalReader.open(Bench.DIR, disk)) {
      for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        texts.add(new String(next.get().sidecar(), UTF_8));
      }
    }
    return texts;
  }

  @Test
  void all_records_are_read_while_the_log_is_open() throws Exception {
    bench.create();
    IntStream.range(0, 30).forEach(i -> bench.append(i + "x".repeat(5_000)).index());

    assertThat(texts(bench.memory()))
        .isEqualTo(
            IntStream.range(0, 30).mapToObj(i -> "sidecar of " + i + "x".repeat(5_000)).toList());
  }

  @Test
  void reading_changes_nothing_and_takes_no_lock() throws Exception {
    TransparencyLog log = bench.create();
    bench.append("record").index();
    log.close();
    FaultyDisk readOnly = new FaultyDisk(bench.memory());
    readOnly.fail(
        step -> step.operation().changes() || step.operation() == Operation.LOCK,
        When.BEFORE,
        FaultyDisk.EROFS);

    assertThat(texts(readOnly)).containsExactly("sidecar of record");
  }

  @Test
  void a_reader_beside_a_writer_sees_a_prefix_that_grows() throws Exception {
    TransparencyLog log = bench.create();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> IntStream.range(0, 300).forEach(i -> bench.append("record " + i).index()));
    int before = 0;
    while (before < 300) {
      List<String> seen = texts(bench.memory());
      assertThat(seen).hasSizeGreaterThanOrEqualTo(before);
      assertThat(seen)
          .isEqualTo(
              IntStream.range(0, seen.size()).mapToObj(i -> "sidecar of record " + i).toList());
      before = seen.size();
    }
    writer.join();
    assertThat(log.size()).isEqualTo(300);
  }

  @Test
  void a_torn_end_is_the_end_and_damage_before_it_is_said() throws Exception {
    bench.create();
    bench.append("first").index();
    bench.append("second").index();
    bench.append("third").index();
    bench.kill();
    bench.leaveDamaged();
    var first = Bench.DIR.resolve("wal/0000000001.wal");
    int length = Frame.declaredLength(bench.memory().read(first));
    Damage.zero(bench.memory(), first, 3L * length - 30, 4L * length);

    assertThat(texts(bench.memory())).containsExactly("sidecar of first", "sidecar of second");

    Damage.flipBit(bench.memory(), first, 200);
    assertThat(catchThrowableOfType(LogUnusable.class, () -> texts(bench.memory())).says())
        .contains("0000000001.wal, byte 0");
  }

  @Test
  void a_directory_without_a_log_is_said_to_be_none() throws Exception {
    bench.leaveDamaged();
    bench.memory().createDirectory(Bench.DIR);

    assertThat(catchThrowableOfType(LogUnusable.class, () -> texts(bench.memory())).says())
        .startsWith("no log can be read in /data");
  }
}
