package dev.demarc.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TornTailTest {
  private static final int[] OFFSETS = {0, 100, 300, 505, 509, 511, 512, 70_000};

  /// As the tail is found: up to the last byte that is not zero.
  private static boolean torn(byte[] found, long offset) {
    int end = found.length;
    while (end > 0 && found[end - 1] == 0) {
      end--;
    }
    return end == 0 || TornTail.torn(Arrays.copyOf(found, end), offset);
  }

  @Test
  void a_frame_that_ends_anywhere_is_torn() {
    byte[] whole = FrameTest.frame(1500);
    for (int offset : OFFSETS) {
      for (int length = 0; length < whole.length; length++) {
        byte[] found = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length);
        assertThat(torn(found, offset)).as("%d bytes at %d", length, offset).isTrue();
      }
    }
  }

  @Test
  void a_frame_that_lost_any_of_its_sectors_is_torn() {
    byte[] whole = FrameTest.frame(1500);
    for (int offset : OFFSETS) {
      int sectors = (offset % 512 + whole.length + 511) / 512;
      for (int lost = 1; lost < 1 << sectors; lost++) {
        byte[] found = whole.clone();
        for (int i = 0; i < found.length; i++) {
          int sector = (offset % 512 + i) / 512;
          if ((lost & (1 << sector)) != 0) {
            found[i] = 0;
          }
        }
        assertThat(torn(found, offset)).as("lost %x at %d", lost, offset).isTrue();
      }
    }
  }

  @Test
  void a_whole_frame_with_a_flipped_bit_is_damaged_and_not_torn() {
    byte[] whole = FrameTest.frame(1500);
    for (int offset : OFFSETS) {
      for (int bit = 0; bit < whole.length * 8; bit++) {
        byte[] found = whole.clone();
        found[bit / 8] ^= (byte) (1 << (bit % 8));
        assertThat(torn(found, offset)).as("bit %d at %d", bit, offset).isFalse();
      }
    }
  }

  @Test
  void a_damaged_frame_with_anything_after_it_is_not_torn() {
    byte[] found = Arrays.copyOf(FrameTest.frame(100), 2000);
    found[90] ^= 4;
    found[1999] = 1;

    assertThat(torn(found, 0)).isFalse();
  }

  @Test
  void bytes_that_are_no_part_of_a_frame_are_not_torn() {
    byte[] found = new byte[400];
    Arrays.fill(found, (byte) 7);

    assertThat(torn(found, 0)).isFalse();
  }
}
