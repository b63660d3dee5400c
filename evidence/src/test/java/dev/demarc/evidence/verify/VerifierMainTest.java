package dev.demarc.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.TestLog;
import dev.demarc.evidence.tlog.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierMainTest {
  @TempDir Path directory;

  private final TestLog log = Logs.honest(20);
  private Path logDirectory;
  private String key;

  @BeforeEach
  void write() {
    logDirectory = directory.resolve("log");
    log.write(logDirectory);
    key = log.key().verifier().encode();
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run run(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    int exitCode =
        VerifierMain.run(
            texts,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InstantSource.fixed(Logs.NOW));
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  @Test
  void a_good_log_is_verified_with_exit_code_0() {
    for (Run run : new Run[] {run(logDirectory, "--key", key), run("--key=" + key, logDirectory)}) {
      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .startsWith("VERIFIED\n  20 entries of the log example.org/log under the root ")
          .contains("Not shown: that the log was never truncated or rolled back.");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void a_changed_log_is_refuted_with_exit_code_1_and_says_where() throws IOException {
    Path bundle = logDirectory.resolve("tile/entries/000.p/20");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length - 1] ^= 1;
    Files.write(bundle, bytes);
    Run run = run(logDirectory, "--key", key);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("REFUTED\n  Entry 19 is not the entry that was logged there");
  }

  @Test
  void another_key_cannot_tell_with_exit_code_2() {
    Run run = run(logDirectory, "--key", new TestLog(Logs.ORIGIN).key().verifier().encode());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).startsWith("CANNOT TELL\n  This checkpoint is not signed by the key");
  }

  @Test
  void the_key_may_be_in_a_file_but_one_beside_the_log_is_warned_of() throws IOException {
    Run outside = run(logDirectory, "--key", file("operator.vkey", key + "\n"));
    assertThat(outside.exitCode()).isZero();
    assertThat(outside.out()).doesNotContain("own directory");
    Files.writeString(logDirectory.resolve("log.vkey"), key + "\n");
    Run inside = run(logDirectory, "--key", logDirectory.resolve("log.vkey"));
    assertThat(inside.exitCode()).isZero();
    assertThat(inside.out()).contains("The key was read from the log's own directory");
  }

  @Test
  void a_receipt_may_be_the_headers_value_the_header_or_the_proof_text() throws IOException {
    Receipt receipt = log.receipt(4, 15, 0);
    for (String content :
        new String[] {
          receipt.header(),
          receipt.header() + "\r\n",
          "Demarc-Receipt: " + receipt.header() + "\n",
          receipt.toProof().encode()
        }) {
      Run run = run(logDirectory, "--key", key, "--receipt", file("receipt", content));
      assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
      assertThat(run.out()).contains("The receipt is borne out: its entry is in the log at 4");
    }
  }

  @Test
  void a_receipt_shows_a_rollback_by_the_clock_of_the_run() throws IOException {
    log.copy(10).write(logDirectory);
    long now = Logs.NOW.getEpochSecond();
    Path early = file("early", log.receipt(14, 15, now + 1).header());
    assertThat(run(logDirectory, "--key", key, "--receipt", early).exitCode()).isEqualTo(2);
    Path due = file("due", log.receipt(14, 15, now - 1).header());
    assertThat(run(logDirectory, "--key", key, "--receipt", due).exitCode()).isEqualTo(1);
  }

  @Test
  void a_checkpoint_kept_outside_is_compared() throws IOException {
    Path kept = file("kept", log.checkpoint(12).encode());
    Run run = run(logDirectory, "--key", key, "--checkpoint=" + kept);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("its first 12 entries have the root signed there");
    log.copy(10).write(logDirectory);
    assertThat(run(logDirectory, "--key", key, "--checkpoint=" + kept).exitCode()).isEqualTo(1);
  }

  @Test
  void help_explains_arguments_and_exit_codes() {
    Run run = run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("--key KEY", "--receipt FILE", "--checkpoint FILE", "0 VERIFIED, 1 REFUTED");
  }

  @Test
  void wrong_usage_exits_2_and_names_the_argument_and_the_fix() throws IOException {
    Path junk = file("junk", "junk");
    assertUsage("the log is missing: give its directory");
    assertUsage("--key is missing: give the verifier key", logDirectory);
    assertUsage("--key needs a value", logDirectory, "--key");
    assertUsage("--key is given twice", logDirectory, "--key", key, "--key", key);
    assertUsage("two logs given", logDirectory, logDirectory, "--key", key);
    assertUsage("there is no option --kye", logDirectory, "--kye", key);
    assertUsage("is no directory", directory.resolve("nowhere"), "--key", key);
    assertUsage("is no address of a log", "http://", "--key", key);
    assertUsage("neither a verifier key nor a file", logDirectory, "--key", "nonsense");
    assertUsage("holds no verifier key", logDirectory, "--key", junk);
    assertUsage("cannot be read", logDirectory, "--key", key, "--receipt", "nowhere");
    assertUsage("holds no receipt", logDirectory, "--key", key, "--receipt", junk);
    assertUsage("holds no signed checkpoint", logDirectory, "--key", key, "--checkpoint", junk);
    assertUsage("give that", directory, "--key", key);
  }

  private static void assertUsage(String says, Object... args) {
    Run run = run(args);
    assertThat(run.exitCode()).as(says).isEqualTo(2);
    assertThat(run.err()).contains(says).contains("Try --help.");
    assertThat(run.out()).isEmpty();
  }
}
