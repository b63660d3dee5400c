package dev.demarc.evidence.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A log in a directory.
public record LogDirectory(Path directory) implements LogSource {
  @Override
  public Optional<byte[]> read(String path, int maxBytes) throws IOException {
    try (InputStream file = Files.newInputStream(directory.resolve(path))) {
      byte[] bytes = file.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException(locate(path) + " is longer than " + maxBytes + " bytes");
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String locate(String path) {
    return directory.resolve(path).toString();
  }
}
