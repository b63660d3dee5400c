package dev.demarc.cli;

import dev.demarc.gateway.caller.Authenticator;
import java.security.SecureRandom;
import java.util.Base64;
import picocli.CommandLine.Command;

/// API keys for callers.
@Command(
    name = "key",
    description = "Make API keys for callers.",
    subcommands = KeyCommand.New.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand implements Runnable {
  private static final int KEY_BYTES = 32;

  @picocli.CommandLine.Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /// A fresh key of 256 random bits.
  static String fresh() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "demarc-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Prints a fresh key and the hash under which the config knows it.
  @Command(
      name = "new",
      description =
          "Print a fresh API key, which is stored nowhere, and the SHA-256 that goes into the"
              + " config under callers[].api_key_sha256.",
      mixinStandardHelpOptions = true)
  static final class New implements Runnable {
    @Override
    public void run() {
      String key = fresh();
      System.out.println("api key         " + key);
      System.out.println("api_key_sha256  " + Authenticator.storedForm(key));
    }
  }
}
