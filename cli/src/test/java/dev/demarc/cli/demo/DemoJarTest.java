package dev.demarc.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.cli.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo from the packaged jar, with every process of its own.
class DemoJarTest {
  private static final List<String> SHARED_PARTS =
      List.of("packs", "catalogue", "parties", "examples", "cli");

  @TempDir Path place;

  @AfterEach
  void remove_links() throws IOException {
    for (String part : SHARED_PARTS) {
      Files.deleteIfExists(place.resolve("home").resolve(part));
    }
  }

  @Test
  void the_demo_shows_what_left_what_came_back_why_and_the_verdicts()
      throws IOException, InterruptedException {
    Path data = place.resolve("demo");
    try (RunningDemo demo =
        RunningDemo.start(Checkout.root(), "--once", "--data", data.toString())) {
      assertThat(demo.exitCode()).as(() -> demo.text()).isZero();

      assertThat(demo.text())
          .contains(
              "A phone in the United States → simulator-openai-us",
              "A phone in mainland China → simulator-qwen-cn",
              "4539 7897 2281 8663",
              "REDACTED_CARD",
              "28 CFR 202.240",
              "I am a simulator (simulator-qwen-cn)",
              data.toRealPath().toString());
      assertThat(demo.lines())
          .filteredOn(line -> line.matches("\\s*(VERIFIED|REFUTED|CANNOT TELL)\\b.*"))
          .extracting(String::strip)
          .containsExactly("VERIFIED", "REFUTED");
      assertThat(demo.lines()).noneMatch(line -> line.contains("✗"));
      assertThat(demo.lines()).allMatch(line -> isNarrow(line, data));
      assertThat(data.resolve("receipts/cn.txt")).isNotEmptyFile();
    }
  }

  /// Long lines are only those that hold a path or a key, which nobody can shorten.
  private static boolean isNarrow(String line, Path data) {
    return MarkedLine.columns(line) <= Lines.WIDTH
        || line.contains(data.getFileName().toString())
        || line.contains("--key")
        || line.contains("log key");
  }

  @Test
  void a_verifier_that_verifies_anything_fails_the_demo() throws IOException, InterruptedException {
    Path home = homeWithVerifier(AnythingGoes.class);
    try (RunningDemo demo =
        RunningDemo.start(home, "--once", "--data", place.resolve("demo").toString())) {
      assertThat(demo.exitCode()).as(() -> demo.text()).isEqualTo(1);

      assertThat(demo.text())
          .contains(
              "With one byte flipped the verifier did not refute the log: its exit code is 0.");
    }
  }

  @Test
  void the_demo_stays_up_until_it_is_interrupted_and_takes_its_children_along()
      throws IOException, InterruptedException {
    try (RunningDemo demo =
        RunningDemo.start(Checkout.root(), "--data", place.resolve("demo").toString())) {
      demo.awaitLine("Your turn");
      List<ProcessHandle> children = demo.children();
      assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

      demo.interrupt();

      assertThat(demo.exitCode()).isNotZero();
      assertThat(children).noneMatch(DemoJarTest::outlives);
      assertThat(demo.text()).contains("/m/US/v1/chat/completions", "new OpenAI(", "--key demarc.");
      assertThat(demo.text()).doesNotContain("The demo failed");
    }
  }

  private static boolean outlives(ProcessHandle child) {
    try {
      child.onExit().get(20, TimeUnit.SECONDS);
      return false;
    } catch (Exception e) {
      return child.isAlive();
    }
  }

  @Test
  void a_directory_that_is_not_empty_is_refused_before_anything_starts()
      throws IOException, InterruptedException {
    Files.writeString(place.resolve("letter.txt"), "mine");
    try (RunningDemo demo =
        RunningDemo.start(Checkout.root(), "--once", "--data", place.toString())) {
      assertThat(demo.exitCode()).isEqualTo(2);

      assertThat(demo.text()).contains("is not empty").doesNotContain("simulator");
      assertThat(place.resolve("letter.txt")).hasContent("mine");
    }
  }

  /// An installation like this build's, but with another program as the verifier.
  private Path homeWithVerifier(Class<?> verifier) throws IOException {
    Path home = Files.createDirectory(place.resolve("home"));
    for (String part : SHARED_PARTS) {
      Files.createSymbolicLink(home.resolve(part), Checkout.root().resolve(part));
    }
    Path jar = home.resolve("evidence/target/demarc-verify.jar");
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, verifier.getName());
    String name = verifier.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest);
        InputStream code = verifier.getResourceAsStream("/" + name)) {
      entries.putNextEntry(new JarEntry(name));
      assertThat(code).isNotNull().satisfies(bytes -> bytes.transferTo(entries));
    }
    return home;
  }
}
