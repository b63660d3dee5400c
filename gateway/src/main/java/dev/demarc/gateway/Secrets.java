package dev.demarc.gateway;

import dev.demarc.gateway.exchange.KeyedHash;
import dev.demarc.gateway.log.Disk;
import dev.demarc.gateway.log.Disk.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The gateway's secrets for keyed hashes, in `DIR/keys`: one under which meters know persons, one
/// from which pseudonyms are made. They belong to the log: with others, every person would count a
/// second time.
record Secrets(KeyedHash subjects, KeyedHash pseudonyms) {
  private static final int LENGTH = 32;

  /// Reads the secrets, or makes them where the log is still empty.
  ///
  /// @throws StartFailed where one is missing beside a log that has entries
  static Secrets open(Path data, Disk disk, boolean newLog, SecureRandom random) {
    Path keys = data.resolve("keys");
    return new Secrets(
        read(keys, "subjects.key", disk, newLog, random),
        read(keys, "pseudonyms.key", disk, newLog, random));
  }

  private static KeyedHash read(
      Path keys, String name, Disk disk, boolean newLog, SecureRandom random) {
    Path file = keys.resolve(name);
    try {
      if (!disk.exists(file)) {
        if (!newLog) {
          throw new StartFailed(
              file
                  + " is missing, but the log has entries: restore the data directory from one"
                  + " copy");
        }
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        disk.createDirectories(keys);
        disk.replace(file, secret, Readers.OWNER);
      }
      byte[] secret = disk.read(file);
      if (secret.length != LENGTH) {
        throw new StartFailed(file + " does not hold " + LENGTH + " bytes: restore it from a copy");
      }
      return new KeyedHash(secret);
    } catch (IOException e) {
      throw new StartFailed(file + " cannot be read or written: " + e.getMessage());
    }
  }
}
