package dev.demarc.gateway.record;

import dev.demarc.evidence.record.Json;
import dev.demarc.policy.Filing;
import dev.demarc.policy.Places;
import dev.demarc.policy.Route;

/// A route as the member `route` of a decision entry: the facts of where the data goes, and where
/// the operator's config sends it instead.
final class RouteCodec {
  private RouteCodec() {}

  static Json.Obj write(Route route) {
    Json.Members members =
        Json.object()
            .put("id", route.id())
            .put("provider", route.provider())
            .put("recipient", route.recipient())
            .put("developer", route.developer())
            .put("model", route.providerModel())
            .put("access", places(route.access()))
            .put("storage", places(route.storage()))
            .put("inference", places(route.inference()))
            .put("endpoint", route.endpoint().toString())
            .put("endpoint_overridden", route.endpointOverridden())
            .put("simulated", route.simulated());
    route.filing().ifPresent(filing -> members.put("filing", filing(filing)));
    return members.build();
  }

  private static Json.Obj places(Places places) {
    return Json.object()
        .put("countries", Json.texts(places.countries()))
        .put("except", Json.texts(places.except()))
        .put("enforced_by", Json.texts(places.enforcedBy().stream().map(Enum::name).toList()))
        .build();
  }

  private static Json.Obj filing(Filing filing) {
    return Json.object()
        .put("number", filing.number())
        .put("authority", filing.authority())
        .put("synthetic", filing.synthetic())
        .build();
  }
}
