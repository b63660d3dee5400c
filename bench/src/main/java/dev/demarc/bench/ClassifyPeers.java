package dev.demarc.bench;

import dev.demarc.classify.Classifier;
import dev.demarc.classify.scan.ClassifierSettings;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// `./demarc bench classify --peers`: the same 2 KB texts through this classifier and through those
/// from PyPI, one after another on one thread, by processor time. Presidio runs with its patterns
/// alone: its models for names come from elsewhere and cost more.
final class ClassifyPeers {
  private static final int TEXTS = 100;
  private static final int BYTES = 2048;
  private static final long SEED = 7;
  private static final long WARM_NANOS = 8_000_000_000L;
  private static final long MEASURED_NANOS = 5_000_000_000L;
  private static final List<String> PACKAGES =
      List.of("presidio-analyzer", "datafog", "argus-redact");

  private ClassifyPeers() {}

  static void run(Path home) throws IOException, InterruptedException, Unreadable {
    Path directory = Files.createDirectories(home.resolve("target/bench"));
    List<byte[]> texts = new ClassifyCorpus(SEED).texts(TEXTS, BYTES, true);
    Path file = Files.write(directory.resolve("texts.jsonl"), lines(texts));
    System.out.println("| classifier | us of CPU for a text | / ours | values found in a text |");
    System.out.println("|---|---|---|---|");
    Cost ours = ours(texts);
    print("demarc", ours, ours);
    for (String line : peers(home, directory, file)) {
      String[] words = line.split(" ");
      Cost cost = new Cost(Double.parseDouble(words[2]), Double.parseDouble(words[3]));
      print(words[0] + " " + words[1], cost, ours);
    }
  }

  /// @param micros microseconds of processor time for a text
  /// @param found values found in a text
  private record Cost(double micros, double found) {}

  private static void print(String name, Cost cost, Cost ours) {
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f |%n",
        name, cost.micros(), cost.micros() / ours.micros(), cost.found());
  }

  private static List<String> lines(List<byte[]> texts) {
    JsonMapper json = new JsonMapper();
    return texts.stream()
        .map(text -> json.writeValueAsString(new String(text, StandardCharsets.UTF_8)))
        .toList();
  }

  private static Cost ours(List<byte[]> texts) throws Unreadable {
    Classifier classifier = new Classifier(ClassifierSettings.defaults());
    var _ = classified(classifier, texts, WARM_NANOS);
    return classified(classifier, texts, MEASURED_NANOS);
  }

  private static Cost classified(Classifier classifier, List<byte[]> texts, long nanos)
      throws Unreadable {
    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long spent = 0;
    long found = 0;
    int read = 0;
    while (spent < nanos) {
      for (byte[] text : texts) {
        found += classifier.classifyText(Text.of(text)).findings().size();
      }
      read += texts.size();
      spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }
    return new Cost(spent / 1e3 / read, (double) found / read);
  }

  private static List<String> peers(Path home, Path directory, Path texts)
      throws IOException, InterruptedException {
    Path at = directory.resolve("classifiers");
    if (!Files.exists(at.resolve("installed"))) {
      List<String> install = new ArrayList<>(List.of(at.resolve("bin/pip").toString(), "install"));
      install.addAll(PACKAGES);
      if (!Wire.installed("python3")
          || !Install.done(directory, List.of("python3", "-m", "venv", at.toString()))
          || !Install.done(directory, install)) {
        System.out.println("The peers are left out: see " + directory.resolve(Install.LOG) + ".");
        return List.of();
      }
      Files.createFile(at.resolve("installed"));
    }
    Path script = home.resolve("bench/src/main/python/peers.py");
    Process process =
        new ProcessBuilder(at.resolve("bin/python").toString(), "" + script, texts.toString())
            .redirectError(directory.resolve("classifiers.log").toFile())
            .start();
    List<String> lines;
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IOException("a peer failed: see " + directory.resolve("classifiers.log"));
    }
    return lines;
  }
}
