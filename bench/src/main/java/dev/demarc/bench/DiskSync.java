package dev.demarc.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What a sync of this disk costs: 4 KiB written into space that is already allocated, then
/// `fdatasync`, as the log does it.
final class DiskSync {
  private static final int TIMES = 400;
  private static final int BLOCK = 4096;

  private DiskSync() {}

  /// The times of write and sync in microseconds, sorted.
  static double[] micros(Path directory) throws IOException {
    Path file = directory.resolve("sync.probe");
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.allocate(TIMES * BLOCK));
      channel.force(true);
      double[] micros = new double[TIMES];
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      for (int i = 0; i < TIMES; i++) {
        long begun = System.nanoTime();
        channel.write(block.clear(), (long) i * BLOCK);
        channel.force(false);
        micros[i] = (System.nanoTime() - begun) / 1e3;
      }
      Arrays.sort(micros);
      return micros;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
