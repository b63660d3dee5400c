package dev.demarc.cli.demo;

import dev.demarc.cli.Home;
import dev.demarc.cli.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demarc demo`: one request from two markets, what each provider received, the record and the
/// verdict about it.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Sends one assistant request from a phone in the U.S. and from one in mainland China; shows"
          + " what each provider received, what came back, why, and a verifier's verdict.",
      "Everything runs on this machine, and the providers are simulators."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int INTERRUPTED = 130;
  private static final int ECHO_MILLIS = 1_000;

  @Option(names = "--once", description = "End after the verdicts instead of staying up.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Write to DIR, which must be empty or missing; without it, to a temporary one.")
  private @Nullable Path data;

  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Screen screen = Screen.ofTerminal();
    Home home = Home.find();
    DemoDirectory directory = DemoDirectory.open(Optional.ofNullable(data));
    try (Stage stage = new Stage(home, directory)) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> interrupt(stage)));
      Demo demo = new Demo(home, screen, directory, stage);
      Stage.Gateway gateway = demo.start();
      Conclusion conclusion = demo.play(gateway);
      if (conclusion.holds() && !once) {
        demo.invite(gateway);
        throw new DemoFailed(stage.firstEnd().join().name() + " ended");
      }
      if (!conclusion.holds()) {
        explain(screen, directory);
      }
      return conclusion.exitCode();
    } catch (DemoFailed | IOException | UncheckedIOException failure) {
      // Ctrl-C in a terminal ends the children too: then their end is no failure to report.
      if (interrupted.await(ECHO_MILLIS, TimeUnit.MILLISECONDS)) {
        return INTERRUPTED;
      }
      String problem = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
      screen.blank();
      Lines.wrapped("The demo failed: " + problem, 0)
          .forEach(line -> screen.line(screen.red(line)));
      explain(screen, directory);
      return FAILED;
    }
  }

  private void interrupt(Stage stage) {
    interrupted.countDown();
    stage.close();
  }

  private static void explain(Screen screen, DemoDirectory directory) throws IOException {
    screen.title("The last lines of the diagnostics");
    directory.lastDiagnostics().forEach(line -> screen.line("  " + line));
  }
}
