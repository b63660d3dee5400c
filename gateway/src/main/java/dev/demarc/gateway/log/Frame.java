package dev.demarc.gateway.log;

import dev.demarc.evidence.tlog.Checkpoint;
import dev.demarc.evidence.tlog.EntryBundle;
import dev.demarc.evidence.tlog.Merkle;
import dev.demarc.evidence.tlog.Receipt;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One batch of the write-ahead log: the records that one write and one sync make durable together,
/// the hash of the frame before it, and the signed root of the tree after it.
///
/// All numbers are big-endian:
///
/// | bytes | content |
/// |---|---|
/// | 4 | magic `D3 44 57 01`; the last byte is the version |
/// | 4 | length of the frame |
/// | 8 | index of the first record |
/// | 8 | publish-by, in seconds since 1970 (UTC) |
/// | 4 | number of records |
/// | 32 | SHA-256 of the frame before it |
/// | … | for each record: 2 bytes leaf length, 4 bytes sidecar length, leaf, sidecar |
/// | 32 | root of the tree after the batch |
/// | 64 | Ed25519 signature over the checkpoint text of that root with its publish-by line |
/// | 4 | length of the frame again |
/// | 4 | CRC-32C of everything before |
/// | 4 | end magic `9A F1 57 44` |
///
/// Both magics have two or more bits set in each byte, and the length stands at both ends, so that
/// a frame which was written whole and damaged later is told from one that a crash tore.
@SuppressWarnings("ArrayRecordComponent") // equality is never asked; frames compare by their bytes
record Frame(
    long firstIndex,
    long publishBySeconds,
    byte[] previous,
    List<StoredRecord> records,
    byte[] root,
    byte[] signature) {
  static final int MAGIC = 0xD3445701;
  static final int END_MAGIC = 0x9AF15744;
  static final int HEADER = 60;
  static final int TRAILER = 12;

  private static final int SIGNATURE = 64;

  /// Bytes of a frame beside its records.
  static final int OVERHEAD = HEADER + Merkle.HASH_LENGTH + SIGNATURE + TRAILER;

  /// Bytes of a record beside its leaf and sidecar.
  static final int RECORD_OVERHEAD = 6;

  static final int SHORTEST = OVERHEAD + RECORD_OVERHEAD;

  /// No frame is longer, whatever the segment's size: a bound on memory at both ends.
  static final int LONGEST = 4 << 20;

  Frame {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a frame has at least one record");
    }
  }

  /// Size of the tree after this frame.
  long end() {
    return firstIndex + records.size();
  }

  /// What the frame's signature is over.
  Checkpoint checkpoint(String origin) {
    return checkpoint(origin, end(), root, publishBySeconds);
  }

  static Checkpoint checkpoint(String origin, long size, byte[] root, long publishBySeconds) {
    return new Checkpoint(origin, size, root, List.of(Receipt.publishBy(publishBySeconds)));
  }

  static int recordBytes(int leafLength, int sidecarLength) {
    return RECORD_OVERHEAD + leafLength + sidecarLength;
  }

  byte[] encode() {
    int length = OVERHEAD;
    for (StoredRecord record : records) {
      length += recordBytes(record.leaf().length, record.sidecar().length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.putInt(MAGIC).putInt(length).putLong(firstIndex).putLong(publishBySeconds);
    bytes.putInt(records.size()).put(previous);
    for (StoredRecord record : records) {
      if (record.leaf().length > EntryBundle.MAX_ENTRY_BYTES) {
        throw new IllegalArgumentException("a leaf of " + record.leaf().length + " bytes");
      }
      bytes.putShort((short) record.leaf().length).putInt(record.sidecar().length);
      bytes.put(record.leaf()).put(record.sidecar());
    }
    bytes.put(root).put(signature).putInt(length);
    return bytes.putInt(crc(bytes.array(), length)).putInt(END_MAGIC).array();
  }

  /// The frame in exactly these bytes; absent where they are not a whole, undamaged frame.
  static Optional<Frame> parse(byte[] bytes) {
    if (bytes.length < SHORTEST
        || declaredLength(bytes) != bytes.length
        || !endsAsOne(bytes, bytes.length)) {
      return Optional.empty();
    }
    if (ByteBuffer.wrap(bytes).getInt(bytes.length - 8) != crc(bytes, bytes.length)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parseWhole(ByteBuffer.wrap(bytes)));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Frame parseWhole(ByteBuffer bytes) {
    bytes.position(8);
    long firstIndex = bytes.getLong();
    long publishBy = bytes.getLong();
    int count = bytes.getInt();
    byte[] previous = take(bytes, Merkle.HASH_LENGTH);
    List<StoredRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int leafLength = bytes.getShort() & 0xffff;
      int sidecarLength = bytes.getInt();
      byte[] leaf = take(bytes, leafLength);
      records.add(new StoredRecord(firstIndex + i, leaf, take(bytes, sidecarLength)));
    }
    byte[] root = take(bytes, Merkle.HASH_LENGTH);
    Frame frame = new Frame(firstIndex, publishBy, previous, records, root, take(bytes, SIGNATURE));
    if (bytes.remaining() != TRAILER || firstIndex < 0 || publishBy < 0) {
      throw new IllegalArgumentException("the lengths do not add up");
    }
    return frame;
  }

  private static byte[] take(ByteBuffer bytes, int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  /// The length that a frame beginning here states; -1 where no frame begins.
  static int declaredLength(byte[] header) {
    ByteBuffer bytes = ByteBuffer.wrap(header);
    return header.length < 8 || bytes.getInt(0) != MAGIC ? -1 : bytes.getInt(4);
  }

  /// Whether a frame of this length ends with byte `end` (exclusive).
  static boolean endsAsOne(byte[] bytes, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return bytes.length >= TRAILER
        && buffer.getInt(bytes.length - 4) == END_MAGIC
        && buffer.getInt(bytes.length - TRAILER) == length;
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length - 8);
    return (int) crc.getValue();
  }
}
