package dev.demarc.evidence.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.evidence.Malformed;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
  @Test
  void paths_are_those_of_the_specification() {
    assertThat(new TileId(0, 0, 256).path()).isEqualTo("tile/0/000");
    assertThat(new TileId(1, 5, 7).path()).isEqualTo("tile/1/005.p/7");
    assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new TileId(63, 1_000, 1).path()).isEqualTo("tile/63/x001/000.p/1");
    assertThat(TileId.entriesPath(273, 112)).isEqualTo("tile/entries/273.p/112");
    assertThat(TileId.entriesPath(1_000_000, 256)).isEqualTo("tile/entries/x001/x000/000");
  }

  @Test
  void a_log_of_70_000_entries_has_these_tiles() {
    assertThat(TileId.width(0, 272, 70_000)).isEqualTo(256);
    assertThat(TileId.width(0, 273, 70_000)).isEqualTo(112);
    assertThat(TileId.width(0, 274, 70_000)).isZero();
    assertThat(TileId.width(1, 0, 70_000)).isEqualTo(256);
    assertThat(TileId.width(1, 1, 70_000)).isEqualTo(17);
    assertThat(TileId.width(2, 0, 70_000)).isEqualTo(1);
    assertThat(TileId.width(3, 0, 70_000)).isZero();
    assertThat(TileId.width(8, 0, Long.MAX_VALUE)).isZero();
  }

  @Test
  void the_first_tile_of_the_next_level_appears_with_the_256th_entry() {
    assertThat(TileId.width(1, 0, 255)).isZero();
    assertThat(TileId.width(1, 0, 256)).isEqualTo(1);
    assertThat(TileId.width(0, 1, 256)).isZero();
  }

  @Test
  void a_tile_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> new TileId(0, 0, 0)).hasMessageContaining("width 0");
    assertThatThrownBy(() -> new TileId(64, 0, 1)).hasMessageContaining("level 64");
    assertThatThrownBy(() -> TileId.entriesPath(-1, 1)).hasMessageContaining("index -1");
  }

  @Test
  void a_bundle_survives_its_framing() throws Malformed {
    List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2}, new byte[0xffff]);
    byte[] bundle = EntryBundle.encode(entries);
    assertThat(bundle).hasSize(6 + 2 + 0xffff).startsWith(0, 0, 0, 2, 1, 2, 0xff, 0xff);
    assertThat(EntryBundle.parse(bundle, 3)).containsExactlyElementsOf(entries);
  }

  @Test
  void a_bundle_with_fewer_or_more_entries_or_a_cut_one_is_refused() {
    byte[] bundle = EntryBundle.encode(List.of(new byte[3], new byte[4]));
    assertThatThrownBy(() -> EntryBundle.parse(bundle, 3)).hasMessageContaining("entry 2 of its 3");
    assertThatThrownBy(() -> EntryBundle.parse(bundle, 1)).hasMessageContaining("goes on after");
    byte[] cut = Arrays.copyOf(bundle, bundle.length - 1);
    assertThatThrownBy(() -> EntryBundle.parse(cut, 2)).hasMessageContaining("entry 1 of its 2");
    assertThatThrownBy(() -> EntryBundle.parse(new byte[] {0}, 1)).isInstanceOf(Malformed.class);
  }

  @Test
  void an_entry_or_a_bundle_that_is_too_long_is_refused() {
    List<byte[]> tooLong = List.of(new byte[0x10000]);
    assertThatThrownBy(() -> EntryBundle.encode(tooLong)).hasMessageContaining("too long");
    List<byte[]> tooMany = Collections.nCopies(257, new byte[0]);
    assertThatThrownBy(() -> EntryBundle.encode(tooMany)).hasMessageContaining("too long");
  }
}
