package dev.demarc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process with all its descendants, as `/proc` shows them.
final class ProcessTree {
  private static final double MICROS_PER_TICK = 10_000;
  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  /// Microseconds of processor time, user and system, since they began.
  double cpuMicros() {
    return all().mapToDouble(ProcessTree::cpuMicros).sum();
  }

  /// Memory in use, in MiB.
  double residentMib() {
    return all().mapToDouble(ProcessTree::residentMib).sum();
  }

  /// Microseconds of processor time by thread name, numbers taken off.
  Map<String, Double> threadMicros() {
    return all()
        .flatMap(process -> list(Path.of("/proc", Long.toString(process.pid()), "task")).stream())
        .collect(
            Collectors.groupingBy(
                task -> lastRead(task.resolve("comm")).strip().replaceAll("[-#]?[0-9]+$", ""),
                TreeMap::new,
                Collectors.summingDouble(
                    task -> first(lastRead(task.resolve("schedstat"))) / 1000)));
  }

  private Stream<ProcessHandle> all() {
    return Stream.concat(Stream.of(root), root.descendants());
  }

  private static double cpuMicros(ProcessHandle process) {
    String stat = read(Path.of("/proc", Long.toString(process.pid()), "stat"));
    // The name, in parentheses, may hold spaces; user and system time are 12 and 13 behind it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
  }

  private static double residentMib(ProcessHandle process) {
    return read(Path.of("/proc", Long.toString(process.pid()), "status"))
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / 1024.0;
  }

  private static double first(String numbers) {
    return Arrays.stream(numbers.strip().split(" ", -1))
        .limit(1)
        .mapToDouble(Double::parseDouble)
        .sum();
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the file of a thread says; a thread may end while it is looked at.
  private static String lastRead(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "0";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
