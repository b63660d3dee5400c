package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.log.Disk.DiskFile;
import dev.demarc.gateway.log.Disk.LockHeld;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest {
  @TempDir Path dir;

  private final FileDisk disk = new FileDisk();

  @Test
  void an_allocated_file_is_zeros_of_the_asked_length() throws IOException {
    Path file = dir.resolve("segment");

    disk.allocate(file, (1 << 20) + 17, Readers.ANYONE);

    assertThat(Files.readAllBytes(file)).hasSize((1 << 20) + 17).containsOnly(0);
    assertThat(disk.list(dir)).containsExactly("segment");
  }

  @Test
  void a_file_is_replaced_and_nothing_else_left() throws IOException {
    Path file = dir.resolve("checkpoint");
    disk.replace(file, "a longer old content".getBytes(UTF_8), Readers.ANYONE);

    disk.replace(file, "new".getBytes(UTF_8), Readers.ANYONE);

    assertThat(new String(disk.read(file), UTF_8)).isEqualTo("new");
    assertThat(disk.list(dir)).containsExactly("checkpoint");
  }

  @Test
  void a_secret_is_readable_by_its_owner_only_even_where_a_leftover_was_not() throws IOException {
    Path file = dir.resolve("seed");
    Files.writeString(dir.resolve("seed.new"), "leftover");

    disk.replace(file, "secret".getBytes(UTF_8), Readers.OWNER);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_key_and_the_segments_of_a_log_are_readable_by_their_owner_only() throws Exception {
    LogSettings settings = LogProcess.settings(dir.resolve("data"));
    TransparencyLog.open(settings, disk, InstantSource.system(), stored -> {}).close();

    for (String secret : List.of("keys/log.seed", "wal/0000000001.wal")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(settings.dir().resolve(secret))))
          .as(secret)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void bytes_are_written_and_read_where_asked() throws IOException {
    Path file = dir.resolve("file");
    disk.allocate(file, 100, Readers.ANYONE);
    try (DiskFile opened = disk.openToWrite(file)) {
      opened.write(ByteBuffer.wrap("abc".getBytes(UTF_8)), 50);
      opened.sync();

      assertThat(new String(opened.read(49, 5), UTF_8)).isEqualTo("\0abc\0");
      assertThatThrownBy(() -> opened.read(99, 2)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void directories_are_created_with_those_above_them() throws IOException {
    disk.createDirectories(dir.resolve("a/b/c"));
    disk.createDirectories(dir.resolve("a/b/c"));

    assertThat(dir.resolve("a/b/c")).isDirectory();
    assertThat(disk.list(dir.resolve("missing"))).isEmpty();
  }

  @Test
  void a_lock_is_held_once_and_a_second_try_does_not_break_it() throws Exception {
    Path file = dir.resolve("lock");
    Closeable held = disk.lock(file);

    assertThatThrownBy(() -> new FileDisk().lock(file))
        .isInstanceOf(LockHeld.class)
        .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
    assertThat(LogProcess.start("lock", dir).nextLine())
        .isEqualTo("held by process " + ProcessHandle.current().pid());
    held.close();
    assertThat(LogProcess.start("lock", dir).nextLine()).isEqualTo("locked");
  }
}
