package dev.demarc.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.Category;
import dev.demarc.classify.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideTest {
  @Test
  void a_us_user_on_openai_us_is_permitted_and_nothing_is_law() throws BadPolicy {
    Policy policy = TestPolicy.shipped();
    Facts facts =
        TestPolicy.found(TestPolicy.market(TestPolicy.facts(), "US"), Category.PAYMENT_CARD);
    Decision decision = policy.decide(facts, TestPolicy.route(policy, "openai-us"), List.of());
    assertThat(decision).isInstanceOf(Decision.Permit.class);
    assertThat(((Decision.Permit) decision).treatments())
        .containsEntry(Category.PAYMENT_CARD, Treatment.PSEUDONYMISE);
    assertThat(decision.reasons()).extracting(Reason::basis).containsOnly(Basis.POLICY);
  }
}
