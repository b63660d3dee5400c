package dev.demarc.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.gateway.http.Paths.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
  @Test
  void a_path_may_name_its_market_in_two_or_three_letters() {
    assertThat(Paths.target("/v1/chat/completions")).isEqualTo(new Target.Chat(Optional.empty()));
    assertThat(Paths.target("/m/CN/v1/chat/completions?x=1"))
        .isEqualTo(new Target.Chat(Optional.of("CN")));
    assertThat(Paths.target("/m/usa/v1/models")).isEqualTo(new Target.Models(Optional.of("usa")));
  }

  @Test
  void a_model_is_named_by_one_segment() {
    assertThat(Paths.target("/v1/models/gpt")).isEqualTo(new Target.Model(Optional.empty(), "gpt"));
    assertThat(Paths.target("/m/CN/v1/models/q"))
        .isEqualTo(new Target.Model(Optional.of("CN"), "q"));
    assertThat(Paths.target("/v1/models/")).isInstanceOf(Target.NotOffered.class);
    assertThat(Paths.target("/v1/models/a/b")).isInstanceOf(Target.NotOffered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/m/",
        "/m/CN",
        "/m/CN/",
        "/m/CN/v1",
        "/m//v1/models",
        "/m/C/v1/models",
        "/m/CNCN/v1/models",
        "/m/C1/v1/models",
        "/m/ÄÖ/v1/models",
        "/m/CN/v2/models",
        "/m/CN/x/v1/models"
      })
  void what_names_no_market_is_unknown(String path) {
    assertThat(Paths.target(path)).isEqualTo(new Target.Unknown());
  }
}
