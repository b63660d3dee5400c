package dev.demarc.evidence.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The verifier's command line, taken apart but not yet looked up.
record Arguments(String log, String key, Optional<String> receipt, Optional<String> checkpoint) {
  private static final String KEY = "--key";
  private static final String RECEIPT = "--receipt";
  private static final String CHECKPOINT = "--checkpoint";
  private static final List<String> OPTIONS = List.of(KEY, RECEIPT, CHECKPOINT);

  static boolean askForHelp(String[] args) {
    return List.of(args).contains("--help") || List.of(args).contains("-h");
  }

  static Arguments parse(String[] args) throws Usage {
    Map<String, String> options = new LinkedHashMap<>();
    Optional<String> log = Optional.empty();
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      if (!arg.startsWith("-")) {
        if (log.isPresent()) {
          throw new Usage("two logs given, \"" + log.get() + "\" and \"" + arg + "\": give one");
        }
        log = Optional.of(arg);
        continue;
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      if (!OPTIONS.contains(name)) {
        throw new Usage(
            "there is no option " + name + ": the options are " + String.join(", ", OPTIONS));
      }
      if (equals < 0 && i + 1 == args.length) {
        throw new Usage(name + " needs a value: write " + name + " VALUE or " + name + "=VALUE");
      }
      String value = equals < 0 ? args[++i] : arg.substring(equals + 1);
      if (options.put(name, value) != null) {
        throw new Usage(name + " is given twice: give it once");
      }
    }
    return new Arguments(
        log.orElseThrow(() -> new Usage("the log is missing: give its directory or its address")),
        Optional.ofNullable(options.get(KEY))
            .orElseThrow(() ->
                new Usage(
                    "--key is missing: give the verifier key that the log's operator published,"
                        + " or a file that holds it")),
        Optional.ofNullable(options.get(RECEIPT)),
        Optional.ofNullable(options.get(CHECKPOINT)));
  }
}
