package dev.demarc.gateway;

import static dev.demarc.gateway.TestGateway.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.evidence.record.DecisionEntry;
import dev.demarc.evidence.record.RefusalEntry;
import dev.demarc.gateway.log.FileDisk;
import dev.demarc.gateway.record.ObjectStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator adds to the classifier decides about requests as much as what is built in.
class OperatorAdditionsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "/v1/chat/completions";
  private static final String SECTION =
      """
        classify:
          patterns: [{name: staff, pattern: 'EMP-[0-9]{6}'}]
          keys: {operator.defined: [project_name]}
          own_domains: [lanternbrook-post.com]
          least_score: {payment.card: 61}
      """;

  @TempDir private Path dir;

  private TestGateway gateway(String section) throws Exception {
    return TestGateway.start(dir, new FileDisk(), section);
  }

  private static String said(HttpResponse<String> answer) {
    JsonNode choice = JSON.readTree(answer.body()).path("choices").path(0);
    return choice.path("message").path("content").asString();
  }

  @Test
  void what_own_patterns_and_keys_find_leaves_as_pseudonyms_and_is_restored() throws Exception {
    try (TestGateway gateway = gateway(SECTION)) {
      String text = "ask EMP-004711 about {\\\"projectName\\\":\\\"Bluebird Nine\\\"}";

      HttpResponse<String> answer = gateway.chat(PATH, ask(text));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(String.join("", gateway.bodies("us")))
          .contains("CUSTOM_")
          .doesNotContain("004711", "Bluebird");
      assertThat(said(answer)).contains("ask EMP-004711 about {\"projectName\":\"Bluebird Nine\"}");
      assertThat(gateway.entries(DecisionEntry.class))
          .singleElement()
          .satisfies(entry -> {
            assertThat(entry.treatments())
                .isEqualTo(new TreeMap<>(Map.of("operator.defined", "pseudonymise")));
            assertThat(entry.pseudonymised())
                .isEqualTo(new TreeMap<>(Map.of("operator.defined", 2L)));
          });
    }
  }

  @Test
  void own_addresses_and_what_scores_too_little_leave_as_they_are() throws Exception {
    String text = "mail ada@eu.lanternbrook-post.com, bob@harbour-mail.net, and 4929127381726356";
    try (TestGateway gateway = gateway(SECTION)) {
      gateway.chat(PATH, ask(text));

      assertThat(String.join("", gateway.bodies("us")))
          .contains("ada@eu.lanternbrook-post.com", "4929127381726356")
          .doesNotContain("bob@harbour-mail.net");
    }
  }

  @Test
  void without_rules_of_its_own_the_same_text_is_handled_the_other_way() throws Exception {
    try (TestGateway gateway = gateway("")) {
      gateway.chat(PATH, ask("EMP-004711 ada@lanternbrook-post.com, and 4929127381726356"));

      assertThat(String.join("", gateway.bodies("us")))
          .contains("EMP-004711")
          .doesNotContain("lanternbrook-post.com", "4929127381726356");
    }
  }

  @Test
  void a_body_that_costs_the_patterns_too_much_is_refused_with_the_reason_and_nothing_leaves()
      throws Exception {
    try (TestGateway gateway = gateway(SECTION + "    pattern_bytes: 1KiB\n")) {
      HttpResponse<String> refused = gateway.chat(PATH, ask("EMP-".repeat(400)));
      HttpResponse<String> next = gateway.chat(PATH, ask("EMP-004711"));

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("patterns_exhausted", "operator's patterns");
      assertThat(next.statusCode()).isEqualTo(200);
      assertThat(gateway.received("us")).isEqualTo(1);
      assertThat(String.join("", gateway.bodies("us"))).doesNotContain("EMP-");
      assertThat(gateway.entries(RefusalEntry.class))
          .extracting(RefusalEntry::code)
          .containsExactly("invalid_request_body");
    }
  }

  @Test
  void a_record_names_the_rules_that_it_was_classified_by() throws Exception {
    List<String> hashes = new ArrayList<>();
    for (String section : List.of(SECTION, SECTION.replace("{6}", "{5,6}"))) {
      try (TestGateway gateway = gateway(section)) {
        gateway.chat(PATH, ask("EMP-004711"));
        hashes.add(gateway.entries(DecisionEntry.class).getLast().policy().operator());
      }
    }
    ObjectStore objects = new ObjectStore(dir.resolve("data"), new FileDisk());

    assertThat(hashes).doesNotHaveDuplicates();
    assertThat(objects.get(hashes.getFirst())).contains("EMP-[0-9]{6}", "project_name");
    assertThat(objects.get(hashes.getLast())).contains("EMP-[0-9]{5,6}");
  }
}
