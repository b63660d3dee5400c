package dev.demarc.cli;

import dev.demarc.classify.Classification;
import dev.demarc.classify.Classifier;
import dev.demarc.classify.ControlMembers;
import dev.demarc.classify.ControlMembers.Member;
import dev.demarc.classify.finding.Category;
import dev.demarc.classify.text.Text;
import dev.demarc.classify.text.Unreadable;
import dev.demarc.gateway.exchange.Terms;
import dev.demarc.policy.Decision;
import dev.demarc.policy.Facts;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Protection;
import dev.demarc.policy.Reason;
import dev.demarc.policy.Route;
import dev.demarc.policy.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What would be decided about a request, and why.
@Command(
    name = "explain",
    description =
        "Print the decision about a request for each route of its market, rule by rule. Nothing is"
            + " sent, recorded or counted.",
    footer = {
      "",
      "Example: ./demarc explain examples/chat-statement.json --market CN --protection US"
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REQUEST", description = "A chat completion body (JSON).")
  private Path request;

  @Mixin private final AskedAs asked = new AskedAs();

  @Option(
      names = "--subject",
      description = "As if Demarc-Subject were sent; a body may name the subject too.")
  private boolean subject;

  @Option(
      names = "--route",
      paramLabel = "ROUTE",
      description =
          "Explain this route of the catalogue instead of the market's, with the facts of the"
              + " market (a route that is not listed there is denied: OPR-ROUTE-02).")
  private @Nullable String route;

  @Override
  public Integer call() {
    Setup setup = asked.setup(List.of());
    Classification classification = classify(setup);
    Facts facts = facts(setup, classification);
    Screen screen = Screen.ofTerminal();
    facts(screen, facts);
    List<Route> routes = routes(setup.policy(), facts);
    for (Route candidate : routes) {
      explain(screen, setup.policy(), facts, candidate);
    }
    return 0;
  }

  Classification classify(Setup setup) {
    try {
      return new Classifier(setup.policy().operator().classifier())
          .classify(Text.of(Files.readAllBytes(request)));
    } catch (IOException e) {
      throw new Usage(request + " cannot be read: " + e.getMessage());
    } catch (Unreadable e) {
      throw new Usage(request + ": " + e.reason());
    }
  }

  Facts facts(Setup setup, Classification classification) {
    Terms terms = asked.terms(setup, subject);
    ControlMembers control = classification.control();
    boolean named =
        terms.subject().isPresent() || names(control.safetyIdentifier()) || names(control.user());
    String model = control.model().map(member -> member.value().decoded()).orElse("");
    return terms.facts(LocalDate.now(ZoneOffset.UTC), named, model, classification.counts());
  }

  private boolean names(Optional<Member> member) {
    return switch (member.map(Member::kind).orElse(ControlMembers.Kind.NULL)) {
      case NULL -> false;
      case STRING -> member.filter(named -> !named.value().decoded().isEmpty()).isPresent();
      case NUMBER, BOOLEAN, OBJECT, ARRAY ->
          throw new Usage(
              request + ": 'user' and 'safety_identifier' have to be strings, else it is refused");
    };
  }

  private List<Route> routes(Policy policy, Facts facts) {
    if (route != null) {
      return List.of(
          policy
              .route(route, facts.model())
              .orElseThrow(() ->
                  new Usage(
                      "--route: the catalogue has no route '"
                          + route
                          + "' for the model of this request; it has "
                          + String.join(", ", policy.catalogue().byId().keySet()))));
    }
    List<Route> routes = policy.routes(facts.markets(), facts.model());
    if (routes.isEmpty()) {
      throw new Usage(
          "no route of "
              + facts.markets()
              + " offers the model of this request; it offers "
              + policy.models(facts.markets()));
    }
    return routes;
  }

  private static void facts(Screen screen, Facts facts) {
    screen.title("Facts");
    screen.line("date        " + facts.date());
    screen.line("exporter    " + facts.exporter());
    screen.line("markets     " + String.join(", ", facts.markets()));
    screen.line("channel     " + facts.channel().name().toLowerCase(Locale.ROOT));
    screen.line("protection  " + words(facts.protection()));
    screen.line("subject     " + (facts.subjectGiven() ? "named" : "not named"));
    for (Map.Entry<Category, Integer> count : facts.counts().entrySet()) {
      screen.line("found       " + count.getValue() + " × " + count.getKey().id());
    }
  }

  private static String words(Protection protection) {
    String laws = protection.laws().isEmpty() ? "unknown" : String.join(", ", protection.laws());
    return laws + " (" + protection.basis().name().toLowerCase(Locale.ROOT) + ")";
  }

  private static void explain(Screen screen, Policy policy, Facts facts, Route route) {
    Trace trace = policy.explain(facts, route, firstPersons(policy, facts, route));
    screen.title(trace.heading());
    screen.line("recipient   " + route.recipient() + ", developer " + route.developer());
    screen.line("access      " + route.access());
    screen.line("storage     " + route.storage());
    screen.line("inference   " + route.inference());
    trace.coverage().ifPresent(coverage -> screen.line("coverage    " + coverage.words()));
    screen.blank();
    trace.lines().forEach(line -> screen.line("  " + line));
    screen.blank();
    screen.line(screen.bold(words(screen, trace.decision(), facts)));
    for (Reason reason : trace.decision().reasons()) {
      screen.line("  " + reason.basis() + "  " + reason.rule() + ": " + reason.says());
      screen.line(
          screen.dim("        " + reason.citation() + ", as of " + reason.asOf())
              + (reason.remedy().isEmpty() ? "" : " — " + reason.remedy()));
    }
  }

  /// Readings as if this were the first person: `meter list` shows where a gateway stands.
  private static List<MeterReading> firstPersons(Policy policy, Facts facts, Route route) {
    List<MeterReading> readings = new ArrayList<>();
    for (MeterKey key : policy.meters(facts, route)) {
      readings.add(new MeterReading(key, 1, Policy.established(facts) ? 1 : 0, false));
    }
    return readings;
  }

  private static String words(Screen screen, Decision decision, Facts facts) {
    return switch (decision) {
      case Decision.Permit permit -> screen.green("PERMIT") + treatments(permit, facts);
      case Decision.Deny _ -> screen.red("DENY");
      case Decision.Review _ -> screen.yellow("REVIEW: a person has to decide");
    };
  }

  /// What becomes of what was found: a permit treats every category, which nobody would read.
  private static String treatments(Decision.Permit permit, Facts facts) {
    if (facts.counts().isEmpty()) {
      return ": nothing was found";
    }
    List<String> words = new ArrayList<>();
    permit
        .treatments()
        .forEach((category, treatment) -> {
          if (facts.count(category) > 0) {
            words.add(category.id() + ": " + treatment.name().toLowerCase(Locale.ROOT));
          }
        });
    return " with " + String.join(", ", words);
  }
}
