package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How many descriptors a process has open, as Linux tells it. Connections that it keeps to a
/// provider for later are left out.
final class OpenFiles {
  private final long pid;
  private final Set<Integer> providers;

  OpenFiles(long pid, Set<Integer> providers) {
    this.pid = pid;
    this.providers = providers;
  }

  static boolean canBeCounted() {
    return Files.isDirectory(Path.of("/proc/self/fd"));
  }

  long count() {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.count() - kept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long kept() throws IOException {
    long kept = 0;
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] columns = line.strip().split("\\s+");
        kept += toProvider(columns) && open(columns) ? 1 : 0;
      }
    }
    return kept;
  }

  private boolean toProvider(String[] columns) {
    String peer = columns[2];
    int colon = peer.indexOf(':');
    return colon > 0
        && peer.substring(colon + 1).matches("[0-9A-F]{4}")
        && providers.contains(Integer.parseInt(peer.substring(colon + 1), 16));
  }

  /// Whether a descriptor still stands for the socket: once closed it has no inode.
  private static boolean open(String[] columns) {
    return !columns[9].equals("0");
  }
}
