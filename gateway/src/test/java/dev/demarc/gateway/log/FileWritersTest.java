package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.log.FaultyDisk.Hang;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FaultyDisk.When;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileWritersTest {
  private static final Path DIR = Path.of("/tiles");

  private final FaultyDisk disk = new FaultyDisk(new MemoryDisk());

  private static Path file(int number) {
    return DIR.resolve("tile-" + number);
  }

  @Test
  void what_was_begun_is_there_after_the_wait() throws Exception {
    disk.createDirectory(DIR);
    try (FileWriters writers = new FileWriters(disk, Threads.PLATFORM)) {
      for (int i = 0; i < 40; i++) {
        writers.put(file(i), new byte[] {(byte) i});
      }
      writers.await();
      for (int i = 0; i < 40; i++) {
        assertThat(disk.read(file(i))).containsExactly(i);
      }
    }
  }

  @Test
  void a_file_that_cannot_be_written_fails_the_wait() throws Exception {
    disk.createDirectory(DIR);
    disk.fail(step -> step.is(Operation.SYNC, "tile-3"), When.BEFORE, FaultyDisk.EIO);
    try (FileWriters writers = new FileWriters(disk, Threads.PLATFORM)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 8; i++) {
                  writers.put(file(i), new byte[1]);
                }
                writers.await();
              })
          .isInstanceOf(IOException.class)
          .hasMessage(FaultyDisk.EIO);
    }
  }

  @Test
  void closing_waits_for_what_was_begun() throws Exception {
    disk.createDirectory(DIR);
    Hang hang = disk.hang(step -> step.is(Operation.SYNC, "tile-0"));
    try (FileWriters writers = new FileWriters(disk, Threads.PLATFORM)) {
      writers.put(file(0), new byte[1]);
      hang.awaitReached();
      Thread.ofPlatform().start(hang::release);
    }
    assertThat(disk.exists(file(0))).isTrue();
  }
}
