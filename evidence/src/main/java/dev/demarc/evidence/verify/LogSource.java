package dev.demarc.evidence.verify;

import java.io.IOException;
import java.util.Optional;

/// Where the files of a log come from: a directory or an address.
public interface LogSource {
  /// The file at this path below the log; empty if there is none. Fails if it cannot be known
  /// whether there is one, or if it is longer than `maxBytes`.
  Optional<byte[]> read(String path, int maxBytes) throws IOException;

  /// Where the path is, for messages.
  String locate(String path);
}
