package dev.demarc.cli.e2e;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import dev.demarc.evidence.tlog.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Checkpoints of one log as a stranger collected them, each held against one tree that is only
/// ever appended to. Leaves are read once, when the log has grown, so that holding it to every
/// checkpoint costs what reading it once costs.
final class CheckpointTrail {
  private final Path log;
  private final VerifierKey key;
  private final CompactRange range = new CompactRange();
  private final NavigableMap<Long, byte[]> ahead = new TreeMap<>();
  private final List<String> breaches = new ArrayList<>();
  private long newest;
  private int collected;

  CheckpointTrail(Path log, VerifierKey key) {
    this.log = log;
    this.key = key;
  }

  /// Takes the checkpoint that is published now.
  Checkpoint collect() {
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(log.resolve(TileId.CHECKPOINT)));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (!key.verifies(note) || !checkpoint.origin().equals(key.name())) {
        breaches.add("a checkpoint over " + checkpoint.size() + " is not signed by the log's key");
      }
      if (checkpoint.size() < newest) {
        breaches.add("the log went from " + newest + " entries back to " + checkpoint.size());
      }
      newest = checkpoint.size();
      collected++;
      expect(checkpoint);
      return checkpoint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Malformed e) {
      throw new AssertionError("the checkpoint cannot be read", e);
    }
  }

  private void expect(Checkpoint checkpoint) {
    byte[] other = ahead.put(checkpoint.size(), checkpoint.root());
    if (other != null && !Arrays.equals(other, checkpoint.root())) {
      breaches.add("two trees of " + checkpoint.size() + " entries were signed");
    }
    check();
  }

  /// Reads the leaves that are new under the newest checkpoint, which must be there whole.
  void follow() {
    new PublishedLog(log)
        .walk(
            range.size(),
            newest,
            (index, leaf) -> {
              range.append(Merkle.leafHash(leaf));
              check();
            });
  }

  private void check() {
    byte[] signed = ahead.get(range.size());
    if (signed != null && !Arrays.equals(signed, range.root())) {
      breaches.add("the first " + range.size() + " entries are not the ones signed");
    }
    ahead.headMap(range.size(), false).clear();
  }

  /// What is wrong with the log.
  List<String> breaches() {
    return breaches;
  }

  /// How many checkpoints were collected.
  int collected() {
    return collected;
  }
}
