package dev.demarc.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.exchange.Caller;
import dev.demarc.gateway.exchange.Head;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Channel;
import dev.demarc.policy.Protection;
import dev.demarc.policy.ProtectionBasis;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BorderTest {
  private static final Protection VERIFIED =
      new Protection(new TreeSet<>(List.of("US")), ProtectionBasis.VERIFIED);

  private final Border border = new Border();

  private static Caller caller(Optional<String> market, boolean mayDeclare) {
    return new Caller(
        "phones", List.of("US", "CN"), market, "acme-us", Channel.PUBLIC, VERIFIED, mayDeclare);
  }

  private static Head head(Optional<String> path, String... headers) {
    return new Head() {
      @Override
      public Optional<String> pathMarket() {
        return path;
      }

      @Override
      public Optional<String> header(String name) {
        for (int i = 0; i < headers.length; i += 2) {
          if (headers[i].toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(headers[i + 1]);
          }
        }
        return Optional.empty();
      }
    };
  }

  private Terms terms(Caller caller, Head head) {
    return border.terms(caller, head);
  }

  private static Refusal refusal(Runnable asked) {
    try {
      asked.run();
    } catch (Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void the_default_market_speaks_only_where_nothing_else_does() {
    Caller caller = caller(Optional.of("US"), false);
    assertThat(terms(caller, head(Optional.empty())).markets()).containsExactly("US");
    assertThat(terms(caller, head(Optional.of("cn"))).markets()).containsExactly("CN");
    assertThat(terms(caller, head(Optional.empty(), "Demarc-Market", "CN")).markets())
        .containsExactly("CN");
  }

  @Test
  void two_explicit_signals_that_differ_both_apply() {
    Caller caller = caller(Optional.of("US"), false);
    assertThat(terms(caller, head(Optional.of("US"), "Demarc-Market", "CN")).markets())
        .containsExactly("CN", "US");
    assertThat(terms(caller, head(Optional.of("CN"), "Demarc-Market", "cn")).markets())
        .containsExactly("CN");
  }

  @Test
  void a_signal_the_caller_has_no_right_to_is_a_refusal_even_beside_a_permitted_one() {
    Caller caller = caller(Optional.of("US"), false);
    Refusal expected = new Refusal.MarketNotPermitted(List.of("US", "CN"));
    assertThat(refusal(() -> terms(caller, head(Optional.of("DE"))))).isEqualTo(expected);
    assertThat(refusal(() -> terms(caller, head(Optional.of("US"), "Demarc-Market", "DE"))))
        .isEqualTo(expected);
  }

  @Test
  void without_a_signal_and_without_a_default_there_is_no_market() {
    assertThat(refusal(() -> terms(caller(Optional.empty(), false), head(Optional.empty()))))
        .isInstanceOf(Refusal.MarketNotPermitted.class);
  }

  @Test
  void only_a_caller_with_the_right_may_declare_a_protection() {
    Head declares = head(Optional.empty(), "Demarc-Subject-Protection", "eu, US");
    Protection declared = terms(caller(Optional.of("US"), true), declares).protection();
    assertThat(declared.laws()).containsExactly("EU", "US");
    assertThat(declared.basis()).isEqualTo(ProtectionBasis.DECLARED);
    assertThat(refusal(() -> terms(caller(Optional.of("US"), false), declares)))
        .isEqualTo(new Refusal.ProtectionNotPermitted());
    assertThat(terms(caller(Optional.of("US"), false), head(Optional.empty())).protection())
        .isEqualTo(VERIFIED);
  }

  @Test
  void a_declared_unknown_protects_by_no_law_we_know() {
    Protection declared =
        terms(
                caller(Optional.of("US"), true),
                head(Optional.empty(), "Demarc-Subject-Protection", "unknown"))
            .protection();
    assertThat(declared.laws()).isEmpty();
  }

  @Test
  void a_protection_that_is_no_list_of_codes_is_refused() {
    assertThat(
            refusal(() ->
                terms(
                    caller(Optional.of("US"), true),
                    head(Optional.empty(), "Demarc-Subject-Protection", "everyone"))))
        .isInstanceOf(Refusal.BadHeader.class);
  }

  @Test
  void the_subject_stays_out_of_what_terms_print() {
    Terms terms =
        terms(caller(Optional.of("US"), false), head(Optional.empty(), "Demarc-Subject", "bob-77"));
    assertThat(terms.subject()).contains("bob-77");
    assertThat(terms.toString()).doesNotContain("bob-77");
  }

  @Test
  void only_the_right_key_authenticates_and_none_is_named_in_the_error() {
    Caller caller = caller(Optional.of("US"), false);
    byte[] hash = HexFormat.of().parseHex(Authenticator.storedForm("right"));
    Authenticator authenticator =
        new Authenticator(List.of(new Authenticator.Credential(hash, caller)));

    assertThat(authenticator.authenticate(head(Optional.empty(), "Authorization", "Bearer right")))
        .isEqualTo(caller);
    for (Map.Entry<String, String> bad :
        Map.of("Bearer wrong", "no caller", "Basic right", "form", "right", "form").entrySet()) {
      assertThatThrownBy(() ->
              authenticator.authenticate(head(Optional.empty(), "Authorization", bad.getKey())))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.refusal().toString())
                      .contains(bad.getValue())
                      .doesNotContain("right"));
    }
    assertThat(refusal(() -> authenticator.authenticate(head(Optional.empty()))))
        .isInstanceOf(Refusal.NotAuthenticated.class);
  }
}
