package dev.demarc.gateway.inspect;

import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.ControlMembers;
import dev.demarc.classify.ControlMembers.Member;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.gateway.exchange.KeyedHash;
import dev.demarc.gateway.exchange.Question;
import dev.demarc.gateway.exchange.Refusal;
import dev.demarc.gateway.exchange.Refused;
import dev.demarc.gateway.exchange.Subject;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Facts;
import dev.demarc.policy.Policy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/// Reads a chat body into a [Question], on the thread that asks: what it holds, which model and
/// whose data.
public final class Inspection {
  private static final int SUBJECT_ID_BYTES = 16;

  private final Classifier classifier;
  private final Policy policy;
  private final KeyedHash subjects;
  private final SecureRandom random;
  private final InstantSource clock;

  /// @param subjects the secret under which meters know persons
  public Inspection(
      Classifier classifier,
      Policy policy,
      KeyedHash subjects,
      SecureRandom random,
      InstantSource clock) {
    this.classifier = classifier;
    this.policy = policy;
    this.subjects = subjects;
    this.random = random;
    this.clock = clock;
  }

  /// The question that a body asks.
  ///
  /// @throws Refused where the body cannot be read or asks for a model that is not permitted
  public Question question(Terms terms, Text body) {
    return question(terms, body, Optional.empty());
  }

  /// The same as if the body asked for another model.
  public Question question(Terms terms, Text body, Optional<String> other) {
    Classification classification = classify(body);
    ControlMembers control = classification.control();
    LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String model = offered(terms, other.orElseGet(() -> model(control)), date);
    Subject subject = subject(terms, control, date);
    Facts facts = terms.facts(date, subject.given(), model, classification.counts());
    return new Question(terms, body, classification, facts, model, streamed(control), subject);
  }

  private Classification classify(Text body) {
    try {
      return classifier.classify(body);
    } catch (Unreadable unreadable) {
      throw new Refused(new Refusal.Unreadable(unreadable.reason()));
    }
  }

  private static String model(ControlMembers control) {
    return control
        .model()
        .filter(member -> member.kind() == ControlMembers.Kind.STRING)
        .orElseThrow(() -> new Refused(new Refusal.Unreadable("'model' has to be a string")))
        .value()
        .decoded();
  }

  private String offered(Terms terms, String asked, LocalDate date) {
    // A name that one of two markets knows goes on: deciding each route then says why not.
    boolean known = terms.markets().stream().anyMatch(market -> policy.answers(market, asked));
    if (!known) {
      throw new Refused(new Refusal.UnknownModel(policy.models(terms.facts(date))));
    }
    return asked;
  }

  private static boolean streamed(ControlMembers control) {
    return control.stream()
        .map(member ->
            switch (member.kind()) {
              case BOOLEAN -> member.isTrue();
              case NULL -> false;
              case STRING, NUMBER, OBJECT, ARRAY ->
                  throw new Refused(new Refusal.Unreadable("'stream' has to be true or false"));
            })
        .orElse(false);
  }

  /// The header speaks first, then `safety_identifier`, then `user`.
  private Subject subject(Terms terms, ControlMembers control, LocalDate date) {
    Optional<String> named =
        terms.subject().or(() -> text(control.safetyIdentifier())).or(() -> text(control.user()));
    if (named.isPresent()) {
      byte[] id = subjects.of("subject", terms.caller().id(), named.get());
      return new Subject(Arrays.copyOf(id, SUBJECT_ID_BYTES), true, "subject:" + named.get());
    }
    byte[] id = new byte[SUBJECT_ID_BYTES];
    random.nextBytes(id);
    return new Subject(id, false, "day:" + date);
  }

  private static Optional<String> text(Optional<Member> member) {
    if (member.isEmpty() || member.get().kind() == ControlMembers.Kind.NULL) {
      return Optional.empty();
    }
    if (member.get().kind() != ControlMembers.Kind.STRING) {
      // It would leave as it is, and name a person whom no meter counts.
      throw new Refused(
          new Refusal.Unreadable("'user' and 'safety_identifier' have to be strings"));
    }
    return Optional.of(member.get().value().decoded()).filter(value -> !value.isEmpty());
  }
}
