package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  static byte[] frame(int sidecarLength) {
    byte[] sidecar = new byte[sidecarLength];
    Arrays.fill(sidecar, (byte) 's');
    List<StoredRecord> records =
        List.of(
            new StoredRecord(7, new byte[] {'l'}, sidecar),
            new StoredRecord(8, new byte[] {'m', 'n'}, new byte[0]));
    return new Frame(7, 0x6000, filled(32, 1), records, filled(32, 2), filled(64, 3)).encode();
  }

  private static byte[] filled(int length, int with) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  @Test
  void the_layout_is_the_documented_one() {
    ByteBuffer bytes = ByteBuffer.wrap(frame(1));
    int crc = bytes.getInt(bytes.capacity() - 8);

    assertThat(HexFormat.of().formatHex(bytes.array()))
        .isEqualTo(
            "d3445701"
                + "000000b8"
                + "0000000000000007"
                + "0000000000006000"
                + "00000002"
                + "01".repeat(32)
                + ("0001" + "00000001" + "6c" + "73")
                + ("0002" + "00000000" + "6d6e")
                + "02".repeat(32)
                + "03".repeat(64)
                + "000000b8"
                + HexFormat.of().toHexDigits(crc)
                + "9af15744");
  }

  @Test
  void what_was_encoded_is_parsed() {
    Frame parsed = Frame.parse(frame(300)).orElseThrow();

    assertThat(parsed.firstIndex()).isEqualTo(7);
    assertThat(parsed.end()).isEqualTo(9);
    assertThat(parsed.publishBySeconds()).isEqualTo(0x6000);
    assertThat(parsed.previous()).isEqualTo(filled(32, 1));
    assertThat(parsed.records().get(0).sidecar()).hasSize(300);
    assertThat(parsed.records().get(1).index()).isEqualTo(8);
    assertThat(parsed.records().get(1).leaf()).isEqualTo(new byte[] {'m', 'n'});
    assertThat(parsed.encode()).isEqualTo(frame(300));
  }

  @Test
  void no_bit_can_flip_unnoticed() {
    for (int bit = 0; bit < frame(20).length * 8; bit++) {
      byte[] flipped = frame(20);
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(Frame.parse(flipped)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void a_frame_cut_short_is_none() {
    byte[] whole = frame(20);
    for (int length = 0; length < whole.length; length++) {
      assertThat(Frame.parse(Arrays.copyOf(whole, length))).isEmpty();
    }
  }

  @Test
  void a_frame_without_records_cannot_be_built() {
    assertThatThrownBy(
            () -> new Frame(0, 0, filled(32, 1), List.of(), filled(32, 2), filled(64, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
