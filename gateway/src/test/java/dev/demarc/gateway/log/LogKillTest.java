package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.tlog.Receipt;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that appends, on the real disk.
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LogKillTest {
  @TempDir Path dir;

  private record Acknowledged(String text, String receipt) {}

  private final TreeMap<Long, Acknowledged> acknowledged = new TreeMap<>();

  @Test
  void a_process_killed_while_it_appends_has_lost_nothing_it_acknowledged() throws Exception {
    Random random = new Random(3);
    for (int kill = 0; kill < 4; kill++) {
      runAndKill(1 + random.nextInt(400));
      requireKept();
    }
  }

  private void runAndKill(int afterLines) throws Exception {
    try (LogProcess process = LogProcess.start("append", dir)) {
      for (int i = 0; i < afterLines; i++) {
        note(process.nextLine());
      }
      process.kill();
      for (String line = process.nextLine(); !line.isEmpty(); line = process.nextLine()) {
        note(line);
      }
    }
  }

  private void note(String line) {
    String[] parts = line.split("\\|", -1);
    if (parts.length == 4) {
      acknowledged.put(Long.parseLong(parts[0]), new Acknowledged(parts[1], parts[2]));
    }
  }

  private void requireKept() throws Exception {
    TransparencyLog log =
        TransparencyLog.open(
            LogProcess.settings(dir), new FileDisk(), InstantSource.system(), stored -> {});
    log.close();
    LogCheck check = LogCheck.of(new FileDisk(), dir);
    assertThat(acknowledged).isNotEmpty();
    assertThat(check.published()).isEqualTo(check.records().size());
    for (Map.Entry<Long, Acknowledged> kept : acknowledged.entrySet()) {
      StoredRecord stored = check.records().get(kept.getKey().intValue());
      assertThat(stored.leaf()).isEqualTo(Answer.leaf(kept.getValue().text()));
    }
    Receipt receipt = Receipt.parseHeader(acknowledged.lastEntry().getValue().receipt());
    check.requireVerified(Optional.of(receipt));
  }
}
