package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.Malformed;
import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.gateway.log.FaultyDisk;
import dev.demarc.gateway.log.FaultyDisk.Hang;
import dev.demarc.gateway.log.FaultyDisk.Operation;
import dev.demarc.gateway.log.FileDisk;
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
    try (TestGateway gateway = TestGateway.chinaForTheUs(dir, new FileDisk(), SENDS_CARDS)) {
      for (String person : List.of("ada", "bob", "ada", "cem", "bob", "dee")) {
        assertThat(sendsCard(gateway, person)).isEqualTo(200);
      }

      assertThat(readings(gateway)).containsExactly(1L, 2L, 2L, 3L, 3L, 4L);
    }
  }

  @Test
  void a_person_whose_record_came_too_late_is_not_counted() throws Exception {
    FaultyDisk disk = new FaultyDisk(new FileDisk());
    try (TestGateway gateway = TestGateway.chinaForTheUs(dir, disk, SENDS_CARDS)) {
      assertThat(sendsCard(gateway, "ada")).isEqualTo(200);
      Hang hang = disk.hang(step -> step.is(Operation.SYNC, "wal"));
      assertThat(sendsCard(gateway, "bob")).isEqualTo(503);
      hang.release();
      assertThat(sendsCard(gateway, "cem")).isEqualTo(200);

      assertThat(readings(gateway)).containsExactly(1L, 2L, 2L);
    }
  }

  private static int sendsCard(TestGateway gateway, String person) throws Exception {
    String body =
        """
        {"model":"assistant","user":"%s","messages":[{"role":"user",
        "content":"my card is 4539148803436467"}]}\
        """
            .formatted(person);
    return gateway.chat("/v1/chat/completions", body).statusCode();
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
