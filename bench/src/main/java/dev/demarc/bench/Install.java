package dev.demarc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Brings peers from their registries; what an installer says goes to a file.
final class Install {
  static final String LOG = "install.log";

  private Install() {}

  /// Runs one step in a directory, and says whether it went well.
  static boolean done(Path directory, List<String> command)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(LOG).toFile())
            .start()
            .waitFor()
        == 0;
  }
}
