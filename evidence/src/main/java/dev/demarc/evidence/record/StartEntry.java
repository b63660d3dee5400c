package dev.demarc.evidence.record;

import dev.demarc.evidence.Malformed;
import java.util.ArrayList;
import java.util.List;

/// The gateway came up: which version, over which log, deciding by which texts.
///
/// @param version the gateway's version
/// @param origin the log's origin
/// @param previous how many entries the log had when the gateway came up, which is this one's index
///   unless a sweep wrote outcomes first
/// @param overriddenEndpoints the routes whose endpoint the config points elsewhere
/// @param warnings codes of what the operator was warned of at the start
public record StartEntry(
    long timeMillis,
    String version,
    String origin,
    long previous,
    PolicyHashes policy,
    List<OverriddenEndpoint> overriddenEndpoints,
    List<String> warnings)
    implements Entry {
  static final String TYPE = "start";

  /// A route and the endpoint that the config gives it instead of the catalogue's.
  public record OverriddenEndpoint(String route, String endpoint) {
    private Json.Obj json() {
      return Json.object().put("route", route).put("endpoint", endpoint).build();
    }
  }

  public StartEntry {
    Values.requireNotEmpty("version", version);
    Values.requireNotEmpty("origin", origin);
    Values.requireNotNegative("previous", previous);
    overriddenEndpoints = List.copyOf(overriddenEndpoints);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Json.Obj json() {
    List<Json> overridden = new ArrayList<>();
    overriddenEndpoints.forEach(endpoint -> overridden.add(endpoint.json()));
    return Entry.begin(this)
        .put("version", version)
        .put("origin", origin)
        .put("previous", previous)
        .put(PolicyHashes.MEMBER, policy.json())
        .put("overridden_endpoints", new Json.Arr(overridden))
        .put("warnings", Json.texts(warnings))
        .build();
  }

  static StartEntry read(long timeMillis, MemberReader members) throws Malformed {
    List<OverriddenEndpoint> overridden = new ArrayList<>();
    for (Json.Obj object : members.objects("overridden_endpoints")) {
      MemberReader endpoint = members.inside(object, "overridden_endpoints[]");
      overridden.add(new OverriddenEndpoint(endpoint.text("route"), endpoint.text("endpoint")));
    }
    return new StartEntry(
        timeMillis,
        members.text("version"),
        members.text("origin"),
        members.number("previous"),
        PolicyHashes.read(members),
        overridden,
        members.texts("warnings"));
  }
}
