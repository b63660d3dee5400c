package dev.demarc.gateway.log;

import dev.demarc.gateway.log.Disk.DiskFile;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The files of the write-ahead log: `wal/0000000001.wal` and on, without gaps.
///
/// @param directory `wal` in the data directory
record Segments(Disk disk, Path directory) {
  private static final Pattern NAME = Pattern.compile("\\d{10}\\.wal");

  static String name(int number) {
    return String.format(Locale.ROOT, "%010d.wal", number);
  }

  Path path(int number) {
    return directory.resolve(name(number));
  }

  boolean exists(int number) throws IOException {
    return disk.exists(path(number));
  }

  /// Only the owner may read a segment: sidecars hold what links a record to a person.
  void allocate(int number, long bytes) throws IOException {
    disk.allocate(path(number), bytes, Readers.OWNER);
  }

  void syncNames() throws IOException {
    disk.syncDirectory(directory);
  }

  DiskFile openToWrite(int number) throws IOException {
    return disk.openToWrite(path(number));
  }

  SegmentReader read(int number) throws IOException {
    return new SegmentReader(disk.openToRead(path(number)), number);
  }

  /// How many segments there are.
  int count() throws IOException, LogUnusable {
    List<String> names =
        disk.list(directory).stream().filter(name -> NAME.matcher(name).matches()).toList();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(name(i + 1))) {
        throw new LogUnusable(
            path(i + 1) + " is missing, but a later segment is there. Restore it from a copy");
      }
    }
    return names.size();
  }
}
