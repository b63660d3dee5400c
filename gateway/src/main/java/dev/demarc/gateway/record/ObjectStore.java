package dev.demarc.gateway.record;

import dev.demarc.gateway.log.Disk;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What entries name by its hash: the texts of packs, catalogue, parties and operator rules, each
/// stored once, so that a decision can be replayed by the very texts it was made with.
public final class ObjectStore {
  private final Path directory;
  private final Disk disk;

  /// @param data the data directory
  public ObjectStore(Path data, Disk disk) {
    this.directory = data.resolve("objects");
    this.disk = disk;
  }

  /// Makes `text` durable under its hash, which `sha256` has to be.
  public void put(String sha256, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!sha256.equals(hash(bytes))) {
      throw new IllegalArgumentException("the hash is not that of the text");
    }
    disk.createDirectories(directory);
    if (!disk.exists(file(sha256))) {
      disk.replace(file(sha256), bytes, Readers.ANYONE);
    }
  }

  /// The text with this hash.
  ///
  /// @throws IOException where it is missing or has been changed
  public String get(String sha256) throws IOException {
    byte[] bytes = disk.read(file(sha256));
    if (!sha256.equals(hash(bytes))) {
      throw new IOException(file(sha256) + " is not the text that the log names by this hash");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Path file(String sha256) {
    return directory.resolve("sha256-" + sha256);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
