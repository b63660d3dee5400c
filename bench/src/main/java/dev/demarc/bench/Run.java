package dev.demarc.bench;

import java.util.Map;
import java.util.TreeMap;

/// What one load on one hop came to.
///
/// @param threads processor time by thread name, in microseconds for each request
/// @param numbers what the load printed
record Run(
    double requests,
    double seconds,
    double cpuMicros,
    double residentMib,
    Map<String, Double> threads,
    Map<String, String> numbers) {
  double number(String name) {
    return Double.parseDouble(numbers.getOrDefault(name, "NaN"));
  }

  /// How many deltas' ways fell on a shelf of the load's histogram.
  long deltas(int shelf) {
    return Long.parseLong(numbers.getOrDefault("shelves", "").split(",", -1)[shelf]);
  }

  double failures() {
    return number("failures");
  }

  /// Processor time of the gateway's whole process tree for each request.
  double cpuPerRequest() {
    return cpuMicros / requests;
  }

  /// How much of that a JVM's compilers took, 0 to 1; 0 where there are none.
  double compilerShare() {
    double compilers =
        threads.entrySet().stream()
            .filter(thread -> thread.getKey().contains("CompilerThre"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return compilers / cpuPerRequest();
  }

  /// Reads a hop's meters when the load begins and when it ends.
  static final class Meter {
    private final ProcessTree process;
    private double cpu;
    private long nanos;
    private double resident;
    private Map<String, Double> threads = Map.of();

    Meter(ProcessTree process) {
      this.process = process;
    }

    void begin() {
      nanos = -System.nanoTime();
      cpu = -process.cpuMicros();
      threads = process.threadMicros();
    }

    void end() {
      cpu += process.cpuMicros();
      nanos += System.nanoTime();
      resident = process.residentMib();
      Map<String, Double> spent = new TreeMap<>();
      process
          .threadMicros()
          .forEach((name, micros) -> spent.put(name, micros - threads.getOrDefault(name, 0.0)));
      threads = spent;
    }

    Run run(Map<String, String> numbers) {
      double requests = Double.parseDouble(numbers.get("requests"));
      Map<String, Double> perRequest = new TreeMap<>();
      threads.forEach((name, micros) -> perRequest.put(name, micros / requests));
      return new Run(requests, nanos / 1e9, cpu, resident, perRequest, numbers);
    }
  }
}
