package dev.demarc.cli.audit;

import dev.demarc.classify.finding.Category;
import dev.demarc.evidence.record.Json;
import dev.demarc.gateway.DryRun;
import dev.demarc.gateway.exchange.Outgoing;
import dev.demarc.gateway.meter.Count;
import dev.demarc.policy.MeterKey;
import dev.demarc.policy.MeterReading;
import dev.demarc.policy.Policy;
import dev.demarc.policy.Reason;
import dev.demarc.policy.Route;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// An audit for programs: a JSON object for each entry, then one that holds the summary.
public final class AuditJson implements AuditReport {
  private final PrintStream out;
  private final Policy policy;
  private final AuditTotals totals = new AuditTotals();

  public AuditJson(PrintStream out, Policy policy) {
    this.out = out;
    this.policy = policy;
  }

  @Override
  public void entry(Audited audited) {
    totals.add(audited, one -> RouteWords.of(policy, one.route()));
    Entry entry = audited.entry();
    Json.Members line = Json.object().put("entry", entry.place()).put("request", entry.what());
    switch (audited) {
      case Audited.Decided(Entry _, DryRun.Result result) -> decided(line, result);
      case Audited.Refused(Entry _, String code, String says) ->
          line.put("audited", "refused").put("code", code).put("reason", says);
      case Audited.Skipped _ -> {
        if (entry instanceof Entry.NotRead notRead) {
          line.put("audited", "not_read").put("reason", notRead.reason());
        } else {
          line.put("audited", "no_ai_request");
        }
      }
    }
    out.println(line.build().text());
  }

  private void decided(Json.Members line, DryRun.Result result) {
    line.put("audited", "decided").put("decision", decision(result));
    line.put("model", result.question().model());
    line.put("found", counts(result.question().classification().counts()));
    List<Json> tries = new ArrayList<>();
    for (DryRun.Try one : result.tries()) {
      tries.add(json(one));
    }
    line.put("tries", new Json.Arr(tries));
  }

  private static String decision(DryRun.Result result) {
    return result.permitted().isPresent() ? "permit" : result.awaitsReview() ? "review" : "deny";
  }

  private Json json(DryRun.Try one) {
    Route route = one.route();
    Json.Members members =
        Json.object()
            .put("route", route.id())
            .put("decision", RouteWords.of(one.decision()))
            .put("recipient", route.recipient())
            .put("recipient_name", policy.parties().name(route.recipient()))
            .put("developer", route.developer())
            .put("access", route.access().toString())
            .put("storage", route.storage().toString())
            .put("inference", route.inference().toString())
            .put("simulated", route.simulated());
    List<Json> reasons = new ArrayList<>();
    one.decision().reasons().forEach(reason -> reasons.add(json(reason)));
    members.put("reasons", new Json.Arr(reasons));
    List<Json> readings = new ArrayList<>();
    for (MeterReading reading : one.readings()) {
      readings.add(
          key(reading.key())
              .put("persons", reading.persons())
              .put("established", reading.established())
              .build());
    }
    members.put("meters", new Json.Arr(readings));
    one.outgoing().ifPresent(outgoing -> replaced(members, outgoing));
    return members.build();
  }

  private static void replaced(Json.Members members, Outgoing outgoing) {
    members.put("redacted", counts(outgoing.redacted()));
    members.put("pseudonymised", counts(outgoing.pseudonymised()));
  }

  private static Json json(Reason reason) {
    return rule(reason).put("says", reason.says()).put("remedy", reason.remedy()).build();
  }

  private static Json.Members rule(Reason reason) {
    return Json.object()
        .put("rule", reason.rule())
        .put("pack", reason.pack())
        .put("basis", reason.basis().name())
        .put("citation", reason.citation())
        .put("as_of", reason.asOf().toString())
        .put("effect", reason.effect().name().toLowerCase(Locale.ROOT));
  }

  private static Json.Members key(MeterKey key) {
    return Json.object()
        .put("meter", key.meter())
        .put("exporter", key.exporter())
        .put("recipient", key.recipient());
  }

  private static Json counts(Map<Category, Integer> counts) {
    Json.Members members = Json.object();
    counts.forEach((category, count) -> members.put(category.id(), count));
    return members.build();
  }

  @Override
  public void end(SortedMap<MeterKey, Count> meters) {
    List<Json> counted = new ArrayList<>();
    meters.forEach((key, count) ->
        counted.add(
            key(key)
                .put("persons", count.persons())
                .put("established", count.established())
                .build()));
    Json.Obj summary =
        Json.object()
            .put("decided", totals.decided())
            .put("permitted", totals.permitted())
            .put("no_ai_requests", totals.others())
            .put("destinations", new Json.Arr(destinations()))
            .put("rules", new Json.Arr(rules()))
            .put("categories", categories())
            .put("meters", new Json.Arr(counted))
            .put("refused", reasons(totals.refused()))
            .put("not_read", reasons(totals.notRead()))
            .build();
    out.println(Json.object().put("summary", summary).build().text());
  }

  private List<Json> destinations() {
    List<Json> destinations = new ArrayList<>();
    totals
        .destinations()
        .forEach((route, one) ->
            destinations.add(
                Json.object()
                    .put("route", route)
                    .put("permitted", one.permitted())
                    .put("denied", one.denied())
                    .put("review", one.review())
                    .build()));
    return destinations;
  }

  private List<Json> rules() {
    List<Json> rules = new ArrayList<>();
    totals
        .rules()
        .values()
        .forEach(one -> rules.add(rule(one.first()).put("times", one.times()).build()));
    return rules;
  }

  private Json categories() {
    Json.Members categories = Json.object();
    totals
        .kinds()
        .forEach((category, kind) ->
            categories.put(
                category.id(),
                Json.object()
                    .put("found", kind.found())
                    .put("redacted", kind.redacted())
                    .put("pseudonymised", kind.pseudonymised())
                    .put("as_it_was", kind.passed())
                    .put("kept_back", kind.kept())
                    .build()));
    return categories.build();
  }

  private static Json reasons(Map<String, List<String>> byReason) {
    Json.Members members = Json.object();
    byReason.forEach((reason, places) -> members.put(reason, Json.texts(places)));
    return members.build();
  }
}
