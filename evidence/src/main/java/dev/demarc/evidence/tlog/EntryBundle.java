package dev.demarc.evidence.tlog;

import dev.demarc.evidence.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Up to 256 entries in one file, each after its length in two bytes, big-endian: C2SP tlog-tiles.
public final class EntryBundle {
  /// The longest entry that two bytes can frame.
  public static final int MAX_ENTRY_BYTES = 0xffff;

  private EntryBundle() {}

  /// The bundle of these entries.
  public static byte[] encode(List<byte[]> entries) {
    if (entries.size() > TileId.FULL) {
      throw new IllegalArgumentException("a bundle of " + entries.size() + " entries is too long");
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new IllegalArgumentException("an entry of " + entry.length + " bytes is too long");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /// The entries, of which there must be exactly `width` and nothing after them.
  public static List<byte[]> parse(byte[] bundle, int width) throws Malformed {
    List<byte[]> entries = prefix(bundle, width);
    if (entries.size() < width) {
      throw new Malformed(
          "an entry bundle ends inside entry " + entries.size() + " of its " + width);
    }
    int end = entries.stream().mapToInt(entry -> 2 + entry.length).sum();
    if (end < bundle.length) {
      throw new Malformed("an entry bundle goes on after its " + width + " entries");
    }
    return entries;
  }

  /// The entries at the beginning that are whole, at most `width`: what can still be said of a
  /// bundle that is not as it should be.
  public static List<byte[]> prefix(byte[] bundle, int width) {
    ByteBuffer buffer = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>(width);
    while (entries.size() < width && buffer.remaining() >= 2) {
      int length = buffer.getShort() & 0xffff;
      if (length > buffer.remaining()) {
        break;
      }
      byte[] entry = new byte[length];
      buffer.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
