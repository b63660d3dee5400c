package dev.demarc.gateway.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.evidence.tlog.CompactRange;
import dev.demarc.evidence.tlog.InclusionProof;
import dev.demarc.evidence.tlog.LogProof;
import dev.demarc.evidence.tlog.Tree;
import dev.demarc.gateway.log.Recovery.Recovered;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Makes batches durable: tree, signature, frame, write, sync, in this order. Used by one thread;
/// after a failure it must not be used again.
final class Committer implements Closeable {
  private final LogKey key;
  private final WalWriter writer;
  private final InstantSource clock;
  private final Duration publishWithin;
  private CompactRange range;
  private byte[] previous;

  Committer(
      LogKey key,
      WalWriter writer,
      Recovered recovered,
      InstantSource clock,
      Duration publishWithin) {
    this.key = key;
    this.writer = writer;
    this.clock = clock;
    this.publishWithin = publishWithin;
    this.range = recovered.range();
    this.previous = recovered.previous();
  }

  /// A batch that is durable.
  @SuppressWarnings("ArrayRecordComponent") // equality is never asked
  record Committed(Tree tree, byte[] signedCheckpoint, Landed landed) {
    long firstIndex() {
      return landed.firstIndex();
    }

    /// The value of the `Demarc-Receipt` header for the batch's record number `position`. Made on
    /// the thread of who waits for it: the next batch need not wait for the receipts of this one.
    String receipt(int position) {
      InclusionProof proof = tree.inclusionProof(firstIndex() + position);
      byte[] leafHash = landed.leafHashes().get(position);
      byte[] text = LogProof.encodeUtf8(leafHash, proof, signedCheckpoint);
      return Base64.getEncoder().encodeToString(text);
    }
  }

  /// Returns once the batch is durable.
  Committed commit(List<Submission> batch) throws IOException {
    List<byte[]> leafHashes = batch.stream().map(Submission::leafHash).toList();
    CompactRange after = range.copy();
    Tree tree = after.appendAll(leafHashes);
    long publishBy = clock.instant().plus(publishWithin).getEpochSecond();
    byte[] root = tree.root();
    String text = Frame.checkpoint(key.origin(), tree.size(), root, publishBy).text();
    byte[] signature = key.sign(text);
    long firstIndex = range.size();
    byte[] frame =
        new Frame(firstIndex, publishBy, previous, records(batch, firstIndex), root, signature)
            .encode();
    byte[] hash = LocatedFrame.sha256(frame);

    Place place = writer.append(frame);

    range = after;
    previous = hash;
    Landed landed =
        new Landed(place, frame.length, hash, firstIndex, leafHashes, System.nanoTime());
    return new Committed(tree, key.note(text, signature).encode().getBytes(UTF_8), landed);
  }

  private static List<StoredRecord> records(List<Submission> batch, long firstIndex) {
    List<StoredRecord> records = new ArrayList<>(batch.size());
    for (Submission submission : batch) {
      long index = firstIndex + records.size();
      records.add(new StoredRecord(index, submission.leaf(), submission.sidecar()));
    }
    return records;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
