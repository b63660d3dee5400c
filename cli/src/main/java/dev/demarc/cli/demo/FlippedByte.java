package dev.demarc.cli.demo;

import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of a log in which one byte of one record is not what was signed.
///
/// @param file the entry bundle with the byte
/// @param offset where in it the byte is
/// @param before some text around it, as it was
/// @param after the same, as it is now
record FlippedByte(Path file, int offset, String before, String after) {
  private static final byte[] SEARCHED = "\"redacted\":{".getBytes(StandardCharsets.US_ASCII);
  private static final int AROUND = 24;

  /// Copies `log` to `copy` and makes the record at `index` say a wrong number of redactions.
  static FlippedByte make(Path log, Path copy, int index, int size) throws IOException {
    copyAll(log, copy);
    long bundle = index / TileId.FULL;
    Path file = copy.resolve(TileId.entriesPath(bundle, TileId.width(0, bundle, size)));
    byte[] bytes = Files.readAllBytes(file);
    int start = start(bytes, index % TileId.FULL);
    int offset = digitAfter(bytes, start);
    String before = around(bytes, offset);
    // A digit differs from its neighbour in its lowest bit: 2 becomes 3, 3 becomes 2.
    bytes[offset] ^= 1;
    Files.write(file, bytes);
    return new FlippedByte(copy.relativize(file), offset, before, around(bytes, offset));
  }

  private static void copyAll(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.toList();
    }
    for (Path path : paths) {
      Files.copy(path, to.resolve(from.relativize(path)));
    }
  }

  /// Where an entry of the bundle begins; each stands behind its length in two bytes.
  private static int start(byte[] bundle, int entry) {
    int at = 0;
    for (int i = 0; i < entry; i++) {
      at += 2 + (((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff));
    }
    return at + 2;
  }

  /// The first digit behind the record's member `redacted`.
  private static int digitAfter(byte[] bytes, int start) {
    int at = start;
    while (!startsWith(bytes, at, SEARCHED)) {
      at++;
    }
    at += SEARCHED.length;
    while (bytes[at] < '0' || bytes[at] > '9') {
      at++;
    }
    return at;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] searched) {
    if (at + searched.length >= bytes.length) {
      throw new DemoFailed("the record to be altered says nothing about redactions");
    }
    return java.util.Arrays.equals(bytes, at, at + searched.length, searched, 0, searched.length);
  }

  private static String around(byte[] bytes, int offset) {
    int from = Math.max(0, offset - AROUND);
    int to = Math.min(bytes.length, offset + 3);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
