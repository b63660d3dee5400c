package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.gateway.record.FactsCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 7: whom a permit counted stays counted, once, whatever the next attempt does.
class CountedPersonsTest {
  private static final String METER = "us-dsp/financial";
  private static final String SENDS_CARDS = "{categories: {payment.card: PSEUDONYMISE}}";

  @TempDir private Path dir;

  @Test
  void each_person_whose_data_left_is_counted_once() throws Exception {
    try (TestGateway gateway = TestGateway.chinaForTheUs(dir, SENDS_CARDS)) {
      for (String person : List.of("ada", "bob", "ada", "cem", "bob", "dee")) {
        String body =
            """
            {"model":"assistant","user":"%s","messages":[{"role":"user",
            "content":"my card is 4539148803436467"}]}"""
                .formatted(person);
        assertThat(gateway.chat("/v1/chat/completions", body).statusCode()).isEqualTo(200);
      }

      assertThat(readings(gateway)).containsExactly(1L, 2L, 2L, 3L, 3L, 4L);
    }
  }

  /// What the meter said in each decision that read it.
  private static List<Long> readings(TestGateway gateway) throws Exception {
    List<Long> persons = new ArrayList<>();
    for (DecisionEntry decision : gateway.entries(DecisionEntry.class)) {
      persons.addAll(readings(decision));
    }
    return persons;
  }

  private static List<Long> readings(DecisionEntry decision) throws Malformed {
    return FactsCodec.readings(decision.readings()).stream()
        .filter(reading -> reading.key().meter().equals(METER))
        .map(reading -> reading.persons())
        .toList();
  }
}
