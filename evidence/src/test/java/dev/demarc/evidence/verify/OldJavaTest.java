package dev.demarc.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.evidence.TestLog;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verifier is for any auditor's Java, from 17 on.
class OldJavaTest {
  /// Class file major version of Java 17.
  private static final int JAVA_17 = 61;

  @TempDir Path directory;

  private static Path classes() throws URISyntaxException {
    return Path.of(VerifierMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void every_class_of_the_module_is_for_java_17_or_older() throws IOException, URISyntaxException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes())) {
      files = all.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(bytes[6] << 8 | (bytes[7] & 0xff)).as("%s", file).isLessThanOrEqualTo(JAVA_17);
    }
  }

  @Test
  void an_older_java_verifies_a_good_log_and_refutes_a_changed_one() throws Exception {
    Optional<Path> java = olderJava();
    assumeTrue(java.isPresent(), "no Java from 17 to 24 found on this machine");
    TestLog log = Logs.honest(600).write(directory.resolve("log"));
    Path receipt = directory.resolve("receipt");
    Files.writeString(receipt, log.receipt(100, 500, 0).header());
    assertThat(run(java.get(), log, receipt)).isZero();
    TestLog changed = log.copy(600);
    changed.entries().set(300, log.entries().get(301));
    changed.writeEntries(directory.resolve("log"), 600);
    assertThat(run(java.get(), log, receipt)).isEqualTo(1);
  }

  private int run(Path java, TestLog log, Path receipt)
      throws IOException, InterruptedException, URISyntaxException {
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            classes().toString(),
            VerifierMain.class.getName(),
            directory.resolve("log").toString(),
            "--key",
            log.key().verifier().encode(),
            "--receipt",
            receipt.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  /// Homes named by the environment (`JAVA_HOME`, `JAVA_HOME_17_X64`, ...), homes beside the one
  /// that runs this test or beside the first `java` of the path.
  private static Optional<Path> olderJava() {
    Stream<Path> named =
        System.getenv().entrySet().stream()
            .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
            .map(variable -> Path.of(variable.getValue()));
    Stream<Path> onPath =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "java"))
            .filter(Files::isExecutable)
            .limit(1)
            .map(OldJavaTest::home);
    Stream<Path> own = Stream.of(Path.of(System.getProperty("java.home")));
    return Stream.of(named, own, onPath)
        .flatMap(homes -> homes)
        .flatMap(OldJavaTest::withNeighbours)
        .filter(home -> version(home) >= 17 && version(home) < 25)
        .map(home -> home.resolve("bin").resolve("java"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path home(Path java) {
    try {
      return java.toRealPath().resolveSibling("..").normalize();
    } catch (IOException e) {
      return java;
    }
  }

  private static Stream<Path> withNeighbours(Path home) {
    File[] neighbours = home.resolveSibling(".").normalize().toFile().listFiles();
    return neighbours == null
        ? Stream.of(home)
        : Stream.concat(Stream.of(home), Arrays.stream(neighbours).map(File::toPath));
  }

  /// Feature version by the home's `release` file; 0 if there is none.
  private static int version(Path home) {
    Properties release = new Properties();
    try (var file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
    } catch (IOException e) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[^0-9]")[0]);
  }
}
