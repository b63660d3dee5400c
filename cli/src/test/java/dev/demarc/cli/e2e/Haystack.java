package dev.demarc.cli.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.BitSet;

/// Many bytes in which many strings are looked for: most are told not to be there by the hashes of
/// all places of six bytes.
final class Haystack {
  private static final int WINDOW = 6;
  private static final int HASHES = 1 << 28;

  private final String text;
  private final BitSet windows = new BitSet(HASHES);

  private Haystack(byte[] bytes) {
    text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int i = 0; i + WINDOW <= bytes.length; i++) {
      windows.set(hash(text, i));
    }
  }

  static Haystack of(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
      all.write('\n');
    }
    return new Haystack(all.toByteArray());
  }

  /// Every file below a directory in one array, without the zeros that fill preallocated files. A
  /// file that a gateway renames or removes meanwhile may be left out.
  static byte[] files(Path directory) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try {
              all.writeBytes(withoutEnd(Files.readAllBytes(file)));
            } catch (NoSuchFileException gone) {
              return visitFileFailed(file, gone);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return e instanceof NoSuchFileException
                ? FileVisitResult.CONTINUE
                : super.visitFileFailed(file, e);
          }
        });
    return all.toByteArray();
  }

  private static byte[] withoutEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }

  int size() {
    return text.length();
  }

  /// Whether these characters, one for each byte, stand somewhere.
  boolean has(String bytes) {
    boolean maybe = bytes.length() < WINDOW || windows.get(hash(bytes, 0));
    return maybe && text.contains(bytes);
  }

  private static int hash(String text, int at) {
    long all = 0;
    for (int i = 0; i < WINDOW; i++) {
      all = (all << 8) | text.charAt(at + i);
    }
    return (int) ((all * 0x9E3779B97F4A7C15L) >>> 36);
  }
}
