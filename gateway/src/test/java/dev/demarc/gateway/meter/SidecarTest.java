package dev.demarc.gateway.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.policy.MeterKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SidecarTest {
  private static final MeterRow ROW =
      new MeterRow(
          new MeterKey("us-dsp/financial", "us-inc", "阿里云"),
          new SubjectId(0x0102030405060708L, -1),
          true,
          LocalDate.of(2026, 11, 23));

  private static byte[] salt(int fill) {
    byte[] salt = new byte[Sidecar.SALT_BYTES];
    Arrays.fill(salt, (byte) fill);
    return salt;
  }

  @Test
  void what_is_encoded_is_parsed_back() throws BadSidecar {
    Sidecar full = new Sidecar(salt(1), Optional.of(salt(2)), List.of(ROW, ROW));
    Sidecar bare = new Sidecar(salt(3), Optional.empty(), List.of());
    assertThat(Sidecar.parse(full.encode())).isEqualTo(full);
    assertThat(Sidecar.parse(full.encode()).rows()).containsExactly(ROW, ROW);
    assertThat(Sidecar.parse(full.encode()).subjectSalt()).hasValue(salt(2));
    assertThat(Sidecar.parse(bare.encode())).isEqualTo(bare);
    assertThat(Sidecar.parse(bare.encode()).bodySalt()).isEqualTo(salt(3));
  }

  @Test
  void cut_or_lengthened_anywhere_it_is_refused() {
    byte[] bytes = new Sidecar(salt(1), Optional.of(salt(2)), List.of(ROW)).encode();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Sidecar.parse(cut)).isInstanceOf(BadSidecar.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> Sidecar.parse(longer)).hasMessage("not a sidecar: 1 bytes too many");
  }

  @Test
  void another_version_or_flag_is_refused() {
    byte[] bytes = new Sidecar(salt(1), Optional.empty(), List.of()).encode();
    bytes[0] = 2;
    assertThatThrownBy(() -> Sidecar.parse(bytes)).hasMessage("not a sidecar: version 2, flags 0");
    bytes[0] = 1;
    bytes[1] = 4;
    assertThatThrownBy(() -> Sidecar.parse(bytes)).hasMessage("not a sidecar: version 1, flags 4");
  }

  @Test
  void it_prints_neither_salts_nor_persons() {
    Sidecar sidecar = new Sidecar(salt(1), Optional.of(salt(2)), List.of(ROW));
    assertThat(sidecar).hasToString("Sidecar[1 rows]");
    assertThat(ROW.subject()).hasToString("01020304...");
  }

  @Test
  void a_subject_id_keeps_its_sixteen_bytes() {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 16; i++) {
      bytes[i] = (byte) (i * 17);
    }
    assertThat(SubjectId.of(bytes).bytes()).isEqualTo(bytes);
    assertThatThrownBy(() -> SubjectId.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
