package dev.demarc.cli.classify;

/// Follows a file's own structure byte by byte and names the place it has come to: a JSON path, a
/// column. It is never asked to go back.
interface Trail {
  /// In a text without structure no place has a name.
  Trail NONE =
      new Trail() {
        @Override
        public void pass(byte[] bytes, int from, int to) {}

        @Override
        public String name(boolean inKey) {
          return "";
        }
      };

  /// Passes the bytes [from, to), which follow those passed before.
  void pass(byte[] bytes, int from, int to);

  /// Passes the separator at which the input was cut: it stands in neither piece.
  default void passCut() {}

  /// The name of the place it stands at; empty where there is none.
  ///
  /// @param inKey whether it stands in a member name that is personal: from here on such a name
  ///   shows as `*`
  String name(boolean inKey);
}
