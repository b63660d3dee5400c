package dev.demarc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehaviourTest {
  @Test
  void a_list_is_read_and_written_back() {
    var misbehaviour = Misbehaviour.parse(" pace=5, cut=3\n times=2");

    assertThat(misbehaviour.number(Fault.PACE, 0)).isEqualTo(5);
    assertThat(misbehaviour.times()).isEqualTo(2);
    assertThat(misbehaviour.list()).isEqualTo("cut=3 pace=5 times=2");
    assertThat(Misbehaviour.parse(misbehaviour.list())).isEqualTo(misbehaviour);
    assertThat(Misbehaviour.parse("")).isEqualTo(Misbehaviour.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void every_fault_can_be_asked_for_by_its_id_alone_and_is_explained(Fault fault) {
    assertThat(Misbehaviour.parse(fault.id()).has(fault)).isTrue();
    assertThat(Fault.help()).contains(fault.id()).contains(fault.says());
  }

  @ParameterizedTest
  @EnumSource
  void every_fault_is_documented(Fault fault) throws IOException {
    Path document =
        Path.of(System.getProperty("demarc.root", ".."), "docs", "design", "simulator.md");

    assertThat(Files.readString(document)).containsPattern("\\| `" + fault.id() + "[`\\[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut=x", "cut=-1", "pace=9999999999", "silent=1", "times=", "429=soon"})
  void a_value_that_makes_no_sense_is_refused(String list) {
    assertThatThrownBy(() -> Misbehaviour.parse(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(list.split("=")[0]);
  }
}
