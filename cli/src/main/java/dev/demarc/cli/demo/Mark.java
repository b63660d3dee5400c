package dev.demarc.cli.demo;

import dev.demarc.cli.Screen;

/// Why a part of a line stands out.
enum Mark {
  /// A value of the user that did not leave as it is.
  VALUE,
  /// What stands where a value was taken out for good.
  REDACTED,
  /// The stand-in that only the gateway can turn back.
  PSEUDONYM,
  /// The user's value, put back into the answer.
  RESTORED;

  String paint(Screen screen, String text) {
    return switch (this) {
      case VALUE -> screen.bold(text);
      case REDACTED -> screen.red(text);
      case PSEUDONYM -> screen.yellow(text);
      case RESTORED -> screen.green(text);
    };
  }
}
