package dev.demarc.gateway.transform;

import dev.demarc.classify.ControlMembers;
import dev.demarc.classify.ControlMembers.Member;
import dev.demarc.classify.pseudonym.Pseudonyms;
import dev.demarc.classify.pseudonym.Transform;
import dev.demarc.classify.pseudonym.Transformed;
import dev.demarc.classify.text.Splice;
import dev.demarc.gateway.exchange.KeyedHash;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The transform step: the exact body that may leave for one route under one permit. Findings are
/// treated as the permit says, the model alias becomes the provider's name, and ids of the subject
/// become pseudonyms; every other byte stays.
public final class Outbound {
  private final KeyedHash scopes;

  /// @param scopes the secret from which every scope of pseudonyms is derived
  public Outbound(KeyedHash scopes) {
    this.scopes = scopes;
  }

  public Outgoing transform(Question question, Route route, Decision.Permit permit) {
    Pseudonyms pseudonyms =
        new Pseudonyms(
            scopes.of(
                "pseudonyms",
                question.terms().caller().id(),
                question.subject().scope(),
                route.recipient()));
    Transformed transformed =
        Transform.apply(
            question.body(),
            question.classification(),
            permit.treatments(),
            pseudonyms,
            fixed(question.classification().control(), route, pseudonyms));
    return new Outgoing(
        transformed.body(),
        transformed.redacted(),
        transformed.pseudonymised(),
        pseudonyms,
        question.streamed(),
        choices(question.classification().control()));
  }

  /// The `n` of the request, 1 where it is absent or the provider will refuse it.
  private static int choices(ControlMembers control) {
    return control
        .n()
        .map(member -> member.value().decoded())
        .filter(n -> n.matches("[1-9][0-9]{0,2}"))
        .map(Integer::parseInt)
        .orElse(1);
  }

  private static List<Splice> fixed(ControlMembers control, Route route, Pseudonyms pseudonyms) {
    List<Splice> fixed = new ArrayList<>();
    control.model().ifPresent(member -> fixed.add(string(member, route.providerModel())));
    for (Optional<Member> id : List.of(control.user(), control.safetyIdentifier())) {
      id.filter(
              member -> member.kind() == ControlMembers.Kind.STRING && member.value().length() > 0)
          .ifPresent(member ->
              fixed.add(string(member, pseudonyms.of("USER", member.value(), member.value()))));
    }
    return fixed;
  }

  /// Names from the catalogue and pseudonyms need no escape in JSON.
  private static Splice string(Member member, String value) {
    return new Splice(
        member.start(), member.end(), ('"' + value + '"').getBytes(StandardCharsets.UTF_8));
  }
}
