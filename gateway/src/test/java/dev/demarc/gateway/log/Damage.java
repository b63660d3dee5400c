package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// What can happen to a file while nobody looks.
final class Damage {
  private Damage() {}

  static void flipBit(Disk disk, Path file, long offset) throws IOException {
    try (DiskFile opened = disk.openToWrite(file)) {
      byte[] one = opened.read(offset, 1);
      one[0] ^= 0x10;
      opened.write(ByteBuffer.wrap(one), offset);
      opened.sync();
    }
  }

  static void zero(Disk disk, Path file, long from, long to) throws IOException {
    try (DiskFile opened = disk.openToWrite(file)) {
      opened.write(ByteBuffer.allocate((int) (to - from)), from);
      opened.sync();
    }
  }
}
