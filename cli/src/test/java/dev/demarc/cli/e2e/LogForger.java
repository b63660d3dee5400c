package dev.demarc.cli.e2e;

import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.NoteSignature;
import dev.demarc.evidence.tlog.SignedNote;
import dev.demarc.evidence.tlog.TileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Somebody who may write to a published log of fewer than 256 entries and changes it: in a copy,
/// so that the log under test stays as it is.
record LogForger(PublishedLog original) {
  /// A copy of everything, to be changed by the caller.
  Path copy(Path to) throws IOException {
    Path from = original.directory();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  /// A copy that holds these entries and the old tiles and checkpoint.
  Path entries(Path to, List<byte[]> entries) throws IOException {
    copy(to);
    Path bundle = to.resolve(TileId.entriesPath(0, Math.toIntExact(original.size())));
    Files.write(bundle, EntryBundle.encode(entries));
    return to;
  }

  /// A copy that holds these entries, the tiles that belong to them, and the old checkpoint.
  Path entriesAndTiles(Path to, List<byte[]> entries) throws IOException {
    return state(to, entries, Files.readString(original.directory().resolve("checkpoint")));
  }

  /// A log of these entries with their tiles under a checkpoint that is given.
  Path state(Path to, List<byte[]> entries, String checkpoint) throws IOException {
    copy(to);
    Site.delete(to.resolve("tile"));
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    entries.forEach(entry -> hashes.writeBytes(Merkle.leafHash(entry)));
    write(to.resolve(TileId.entriesPath(0, entries.size())), EntryBundle.encode(entries));
    write(to.resolve(new TileId(0, 0, entries.size()).path()), hashes.toByteArray());
    Files.writeString(to.resolve("checkpoint"), checkpoint);
    return to;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /// The checkpoint over these entries, signed anew with the log's own key: what only the operator
  /// can do.
  static String signed(List<byte[]> entries, String seedFile) throws GeneralSecurityException {
    String[] parts = seedFile.strip().split("\\+", 5);
    byte[] typed = Base64.getDecoder().decode(parts[4]);
    PrivateKey seed =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, typed.length)));
    Checkpoint checkpoint = new Checkpoint(parts[2], entries.size(), root(entries), List.of());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(seed);
    signature.update(new SignedNote(checkpoint.text(), List.of()).signedBytes());
    int id = Integer.parseUnsignedInt(parts[3], 16);
    return new SignedNote(
            checkpoint.text(), List.of(new NoteSignature(parts[2], id, signature.sign())))
        .encode();
  }

  /// RFC 6962, 2.1: the root over entries, computed here in the plainest way.
  static byte[] root(List<byte[]> entries) {
    if (entries.size() == 1) {
      return Merkle.leafHash(entries.getFirst());
    }
    int left = Integer.highestOneBit(entries.size() - 1);
    return Merkle.nodeHash(
        root(entries.subList(0, left)), root(entries.subList(left, entries.size())));
  }

  /// An entry with one letter changed inside a string, so that it stays JSON.
  static byte[] altered(byte[] entry) {
    byte[] changed = entry.clone();
    for (int at = changed.length - 1; at > 0; at--) {
      if (changed[at] >= 'a' && changed[at] < 'z') {
        changed[at]++;
        return changed;
      }
    }
    throw new IllegalArgumentException("no letter in the entry");
  }

  static List<byte[]> without(List<byte[]> entries, int index) {
    List<byte[]> fewer = new ArrayList<>(entries);
    fewer.remove(index);
    return fewer;
  }

  static List<byte[]> with(List<byte[]> entries, int index, byte[] entry) {
    List<byte[]> changed = new ArrayList<>(entries);
    changed.set(index, entry);
    return changed;
  }

  static List<byte[]> swapped(List<byte[]> entries, int one, int other) {
    List<byte[]> changed = new ArrayList<>(entries);
    changed.set(one, entries.get(other));
    changed.set(other, entries.get(one));
    return changed;
  }
}
