package dev.demarc.cli.classify;

import dev.demarc.classify.text.Utf8;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of one input, as a stretch that moves along: what is ahead is read on demand, what is
/// behind is let go. Compressed input is unpacked, a byte order mark skipped, and what is not UTF-8
/// is replaced byte by byte, so that offsets stay those of the file.
final class Source implements AutoCloseable {
  private static final int LOOKED_AT = 8192;
  private static final byte REPLACEMENT = '?';
  private static final int LONGEST_CHARACTER = 4;

  private final InputStream in;
  private final Consumer<String> warning;
  private byte[] bytes = new byte[64 * 1024];
  private int start;
  private int end;

  /// Up to here bytes are known to be well-formed.
  private int clean;

  private boolean ended;
  private Position position = Position.START;
  private long replaced;
  private Position firstReplaced = Position.START;

  private Source(InputStream in, Consumer<String> warning) {
    this.in = in;
    this.warning = warning;
  }

  /// Opens an input and looks at its beginning.
  ///
  /// @throws BadInput where it is no text
  static Source open(InputStream in, Consumer<String> warning) throws IOException {
    try {
      return opened(in, warning);
    } catch (ZipException | EOFException e) {
      throw notWhole(e);
    }
  }

  private static BadInput notWhole(IOException e) {
    return new BadInput(
        "is not whole as gzip: " + Objects.requireNonNullElse(e.getMessage(), "it ends early"));
  }

  private static Source opened(InputStream in, Consumer<String> warning) throws IOException {
    BufferedInputStream packed = new BufferedInputStream(in, 64 * 1024);
    // RFC 1952 section 2.3.1.
    boolean gzip = starts(packed, 0x1F, 0x8B);
    BufferedInputStream text =
        gzip ? new BufferedInputStream(new GZIPInputStream(packed, 64 * 1024)) : packed;
    if (starts(text, 0xFF, 0xFE) || starts(text, 0xFE, 0xFF)) {
      throw new BadInput("is UTF-16: convert it first, as in `iconv -f UTF-16 -t UTF-8`");
    }
    if (starts(text, 'P', 'K', 3, 4)) {
      throw new BadInput("is a zip archive: unpack it first");
    }
    Source source = new Source(text, warning);
    source.refuseBinary();
    source.skipByteOrderMark();
    return source;
  }

  private static boolean starts(BufferedInputStream in, int... signature) throws IOException {
    in.mark(signature.length);
    boolean same = true;
    for (int wanted : signature) {
      same = in.read() == wanted && same;
    }
    in.reset();
    return same;
  }

  private void refuseBinary() throws IOException {
    ask(LOOKED_AT);
    for (int i = start; i < Math.min(end, start + LOOKED_AT); i++) {
      if (bytes[i] == 0) {
        throw new BadInput(
            "is binary (a NUL at byte " + (i - start) + "): only text is classified");
      }
    }
  }

  private void skipByteOrderMark() {
    boolean mark =
        end >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    if (mark) {
      start = 3;
      position = new Position(3, 1, 1);
    }
  }

  /// Reads ahead until `wanted` bytes are there or the input ends, and says how many are.
  int ask(int wanted) throws IOException {
    while (clean - start < wanted && !ended) {
      room(wanted);
      int read = readSome();
      ended = read < 0;
      end += Math.max(0, read);
      clean();
    }
    return clean - start;
  }

  private int readSome() throws IOException {
    try {
      return in.read(bytes, end, bytes.length - end);
    } catch (ZipException | EOFException e) {
      throw notWhole(e);
    }
  }

  private void room(int wanted) {
    if (bytes.length - end >= LONGEST_CHARACTER && start + wanted < bytes.length) {
      return;
    }
    int length = Math.max(bytes.length, wanted + wanted / 2 + 64);
    byte[] next = start == 0 && length == bytes.length ? bytes : new byte[length];
    System.arraycopy(bytes, start, next, 0, end - start);
    bytes = next;
    clean -= start;
    end -= start;
    start = 0;
  }

  /// Replaces what is not UTF-8 up to where a character may still go on in what is not read yet.
  private void clean() {
    while (clean < end) {
      int length = Utf8.lengthAt(bytes, clean, end);
      if (length > 0) {
        clean += length;
      } else if (!ended && end - clean < LONGEST_CHARACTER) {
        return;
      } else {
        replace();
      }
    }
  }

  private void replace() {
    if (replaced++ == 0) {
      firstReplaced = position.after(bytes, start, clean);
    }
    bytes[clean++] = REPLACEMENT;
  }

  /// The buffer; what is there stands from [#start()] on.
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /// Where in the file the byte at [#start()] stands.
  Position position() {
    return position;
  }

  /// A copy of the next `length` bytes, behind `lead`.
  byte[] copy(byte[] lead, int length, byte[] tail) {
    byte[] copied = Arrays.copyOf(lead, lead.length + length + tail.length);
    System.arraycopy(bytes, start, copied, lead.length, length);
    System.arraycopy(tail, 0, copied, lead.length + length, tail.length);
    return copied;
  }

  /// Lets go of the next `length` bytes.
  void drop(int length) {
    position = position.after(bytes, start, start + length);
    start += length;
  }

  @Override
  public void close() throws IOException {
    in.close();
    if (replaced > 0) {
      warning.accept(
          "is not all UTF-8: "
              + replaced
              + (replaced == 1 ? " byte was" : " bytes were")
              + " read as '?', the first at "
              + firstReplaced.words()
              + " (byte "
              + firstReplaced.offset()
              + ")");
    }
  }
}
