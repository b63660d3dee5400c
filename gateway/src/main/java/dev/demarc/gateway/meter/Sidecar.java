package dev.demarc.gateway.meter;

import dev.demarc.policy.MeterKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands beside a decision record and never in the tree: the salts of its commitments and the
/// rows of the meters the person counts in. It can be erased without touching the tree.
///
/// Bytes: version 1, flags, 32 bytes body salt, 32 bytes subject salt if flag 1, number of rows in
/// two bytes, rows. A row: meter, exporter, recipient, each with its length in two bytes and in
/// UTF-8; 16 bytes subject; one byte established; four bytes day since 1970-01-01. All numbers
/// big-endian.
public final class Sidecar {
  public static final int SALT_BYTES = 32;
  private static final int VERSION = 1;
  private static final int HAS_SUBJECT_SALT = 1;

  private final byte[] bodySalt;
  private final Optional<byte[]> subjectSalt;
  private final List<MeterRow> rows;

  /// @param bodySalt salt of the commitment to the bytes that left
  /// @param subjectSalt salt of the commitment to the person, where one was named
  public Sidecar(byte[] bodySalt, Optional<byte[]> subjectSalt, List<MeterRow> rows) {
    if (bodySalt.length != SALT_BYTES
        || subjectSalt.map(s -> s.length).orElse(SALT_BYTES) != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes");
    }
    this.bodySalt = bodySalt.clone();
    this.subjectSalt = subjectSalt.map(byte[]::clone);
    this.rows = List.copyOf(rows);
  }

  public byte[] bodySalt() {
    return bodySalt.clone();
  }

  public Optional<byte[]> subjectSalt() {
    return subjectSalt.map(byte[]::clone);
  }

  public List<MeterRow> rows() {
    return rows;
  }

  /// The bytes to store.
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeByte(subjectSalt.isPresent() ? HAS_SUBJECT_SALT : 0);
      out.write(bodySalt);
      if (subjectSalt.isPresent()) {
        out.write(subjectSalt.get());
      }
      out.writeShort(rows.size());
      for (MeterRow row : rows) {
        encode(out, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void encode(DataOutputStream out, MeterRow row) throws IOException {
    for (String text : List.of(row.key().meter(), row.key().exporter(), row.key().recipient())) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeShort(utf8.length);
      out.write(utf8);
    }
    out.write(row.subject().bytes());
    out.writeByte(row.established() ? 1 : 0);
    out.writeInt(Math.toIntExact(row.date().toEpochDay()));
  }

  /// The sidecar that these bytes are, to the last byte.
  public static Sidecar parse(byte[] bytes) throws BadSidecar {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      int version = in.get();
      int flags = in.get();
      if (version != VERSION || (flags & ~HAS_SUBJECT_SALT) != 0) {
        throw new BadSidecar("version " + version + ", flags " + flags);
      }
      byte[] bodySalt = take(in, SALT_BYTES);
      Optional<byte[]> subjectSalt =
          flags == HAS_SUBJECT_SALT ? Optional.of(take(in, SALT_BYTES)) : Optional.empty();
      int count = Short.toUnsignedInt(in.getShort());
      List<MeterRow> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rows.add(row(in));
      }
      if (in.hasRemaining()) {
        throw new BadSidecar(in.remaining() + " bytes too many");
      }
      return new Sidecar(bodySalt, subjectSalt, rows);
    } catch (BufferUnderflowException e) {
      throw new BadSidecar("it ends too early");
    }
  }

  private static MeterRow row(ByteBuffer in) throws BadSidecar {
    MeterKey key = new MeterKey(text(in), text(in), text(in));
    SubjectId subject = SubjectId.of(take(in, SubjectId.BYTES));
    byte established = in.get();
    if (established != 0 && established != 1) {
      throw new BadSidecar("a flag is " + established);
    }
    return new MeterRow(key, subject, established == 1, LocalDate.ofEpochDay(in.getInt()));
  }

  private static String text(ByteBuffer in) throws BadSidecar {
    byte[] utf8 = take(in, Short.toUnsignedInt(in.getShort()));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new BadSidecar("a name is not UTF-8");
    }
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sidecar that && Arrays.equals(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "Sidecar[" + rows.size() + " rows]";
  }
}
