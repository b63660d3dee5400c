package dev.demarc.cli;

import dev.demarc.classify.scan.ClassifierSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the gateway with a certain config classifies, for commands that need nothing else of it.
public final class ConfiguredClassifier {
  private ConfiguredClassifier() {}

  /// Reads and checks the config as a start would.
  ///
  /// @throws Usage naming file, line and fix where something cannot be used
  public static ClassifierSettings of(Path config) {
    return Setup.of(Home.find(), Optional.of(config), List.of()).policy().operator().classifier();
  }
}
