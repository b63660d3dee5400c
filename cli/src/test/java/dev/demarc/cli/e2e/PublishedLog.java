package dev.demarc.cli.e2e;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A tlog-tiles directory as a reader sees it: what the checkpoint covers, entry by entry.
record PublishedLog(Path directory) {
  private static final JsonMapper JSON = new JsonMapper();

  long size() {
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(directory.resolve(TileId.CHECKPOINT)));
      return Checkpoint.parse(note.text()).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new AssertionError("the checkpoint cannot be read", e);
    }
  }

  /// The leaves' bytes, in order.
  List<byte[]> leaves() {
    List<byte[]> leaves = new ArrayList<>();
    walk(0, size(), (index, leaf) -> leaves.add(leaf));
    return leaves;
  }

  /// Takes a leaf in passing.
  interface Visitor {
    void leaf(long index, byte[] leaf);
  }

  /// Hands over the leaves from `from` up to `size`, in order, without holding them all.
  void walk(long from, long size, Visitor visitor) {
    for (long bundle = from / TileId.FULL; bundle * TileId.FULL < size; bundle++) {
      long index = bundle * TileId.FULL;
      for (byte[] leaf : bundle(bundle, TileId.width(0, bundle, size))) {
        if (index >= from) {
          visitor.leaf(index, leaf);
        }
        index++;
      }
    }
  }

  private List<byte[]> bundle(long index, int width) {
    try {
      Path full = directory.resolve(TileId.entriesPath(index, TileId.FULL));
      Path partial = directory.resolve(TileId.entriesPath(index, width));
      // A partial bundle may be gone once the full one is there.
      boolean whole = Files.exists(full);
      List<byte[]> entries =
          EntryBundle.parse(
              Files.readAllBytes(whole ? full : partial), whole ? TileId.FULL : width);
      return entries.subList(0, width);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new AssertionError("entry bundle " + index + " cannot be read", e);
    }
  }

  /// The entries, as JSON.
  List<JsonNode> entries() {
    return leaves().stream().map(JSON::readTree).toList();
  }

  List<JsonNode> entries(String type) {
    return entries().stream().filter(entry -> is(entry, type)).toList();
  }

  /// Waits for a published entry of this type.
  JsonNode await(String type, Predicate<JsonNode> fits) {
    return Patience.await(
        "published " + type + " entry", () -> entries(type).stream().filter(fits).findFirst());
  }

  /// Waits for the outcome of an attempt.
  JsonNode outcome(String attempt) {
    return await("outcome", entry -> attempt(entry).equals(attempt));
  }

  /// Waits for the decision on an attempt.
  JsonNode decision(String attempt) {
    return await("decision", entry -> attempt(entry).equals(attempt));
  }

  static String attempt(JsonNode entry) {
    return entry.path("attempt").asString("");
  }

  static boolean is(JsonNode entry, String type) {
    return entry.path("type").asString("").equals(type);
  }
}
