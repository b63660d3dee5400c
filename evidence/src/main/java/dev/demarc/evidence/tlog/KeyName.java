package dev.demarc.evidence.tlog;

/// The rule for key names of C2SP signed-note: not empty, no space of any kind, no `+`.
final class KeyName {
  private KeyName() {}

  static boolean valid(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(c ->
                c == '+'
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE);
  }
}
