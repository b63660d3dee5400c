package dev.demarc.cli.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process holds at one moment.
///
/// @param second since the load began
/// @param residentMiB memory in RAM
/// @param heapMiB what the last collection of the whole heap left
/// @param sockets open descriptors that are sockets
/// @param files the other open descriptors
/// @param entries published entries of the log
record Vitals(
    long second,
    double residentMiB,
    double heapMiB,
    int sockets,
    int files,
    int threads,
    long entries) {
  private static final Pattern COLLECTED = Pattern.compile("Pause Full .*?\\d+M->(\\d+)M\\(");
  private static final int TAIL = 64 * 1024;

  /// Of a gateway, and of the file to which its JVM logs collections.
  static Vitals of(GatewayProcess gateway, Path collections, long second) {
    Path process = Path.of("/proc", Long.toString(gateway.pid()));
    List<String> status = lines(process.resolve("status"));
    List<String> open = descriptors(process.resolve("fd"));
    int sockets = (int) open.stream().filter(name -> name.startsWith("socket:")).count();
    return new Vitals(
        second,
        number(status, "VmRSS:") / 1024.0,
        heap(collections),
        sockets,
        open.size() - sockets,
        (int) number(status, "Threads:"),
        gateway.log().size());
  }

  Vitals withSockets(int count) {
    return new Vitals(second, residentMiB, heapMiB, count, files, threads, entries);
  }

  int descriptors() {
    return sockets + files;
  }

  /// Its open connections, as the kernel lists them: addresses and state in hex.
  static List<String> connections(GatewayProcess gateway) {
    Path process = Path.of("/proc", Long.toString(gateway.pid()));
    List<String> open = descriptors(process.resolve("fd"));
    return Stream.of("tcp", "tcp6", "udp", "udp6")
        .flatMap(table -> lines(process.resolve("net").resolve(table)).stream())
        .map(String::strip)
        .filter(line -> open.contains("socket:[" + inode(line) + "]"))
        .toList();
  }

  private static String inode(String line) {
    String[] columns = line.split("\\s+");
    return columns.length > 9 ? columns[9] : "";
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  /// What each open descriptor leads to.
  static List<String> descriptors(Path directory) {
    try (Stream<Path> links = Files.list(directory)) {
      return links.map(Vitals::target).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (NoSuchFileException closed) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double heap(Path collections) {
    try (RandomAccessFile file = new RandomAccessFile(collections.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      return COLLECTED
          .matcher(new String(tail, StandardCharsets.UTF_8))
          .results()
          .reduce((first, second) -> second)
          .map((MatchResult last) -> Double.parseDouble(last.group(1)))
          .orElse(0.0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
