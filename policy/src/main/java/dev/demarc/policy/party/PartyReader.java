package dev.demarc.policy.party;

import dev.demarc.policy.party.Claim.Attribution;
import dev.demarc.policy.party.Claim.Response;
import dev.demarc.policy.party.Claim.ResponseKind;
import dev.demarc.policy.party.Party.Charter;
import dev.demarc.policy.party.Party.Designation;
import dev.demarc.policy.party.Party.Kind;
import dev.demarc.policy.party.Party.OtherOwners;
import dev.demarc.policy.party.Party.Place;
import dev.demarc.policy.party.Party.Stake;
import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;
import dev.demarc.policy.yaml.Nearest;
import dev.demarc.policy.yaml.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads files of parties, list editions and claims, and checks that every party they name exists.
public final class PartyReader {
  private final Map<String, Party> byId = new TreeMap<>();
  private final List<Listing> listings = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Named> named = new ArrayList<>();

  /// A party that some place names; it is looked up once all files are read.
  private record Named(String id, Mark mark) {}

  /// Reads one file.
  public void read(YamlMap file) throws BadYaml {
    file.only("parties", "listings", "claims");
    for (YamlMap map : file.maps("parties")) {
      party(map);
    }
    for (YamlMap map : file.maps("listings")) {
      listings.add(listing(map));
    }
    for (YamlMap map : file.maps("claims")) {
      claims.add(claim(map));
    }
  }

  /// All that was read.
  public Parties parties() throws BadYaml {
    for (Named name : named) {
      if (!byId.containsKey(name.id())) {
        String hint = Nearest.hint(name.id(), byId.keySet());
        throw new BadYaml(name.mark(), "unknown party `" + name.id() + "`" + hint);
      }
    }
    return new Parties(byId, listings, claims);
  }

  private void party(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "name",
        "kind",
        "charter",
        "principal_place",
        "us_person",
        "owners",
        "other_owners",
        "works_for",
        "designations",
        "simulates",
        "remarks");
    Optional<String> simulates =
        map.has("simulates") ? Optional.of(name(map, "simulates")) : Optional.empty();
    Party party =
        new Party(
            map.text("id"),
            map.text("name"),
            map.choice("kind", Kind.class, Kind.ENTITY),
            charter(map),
            place(map),
            map.optionalFlag("us_person"),
            stakes(map),
            map.choice("other_owners", OtherOwners.class, OtherOwners.UNKNOWN),
            names(map, "works_for"),
            designations(map),
            simulates,
            map.texts("remarks"));
    if (byId.put(party.id(), party) != null) {
      throw new BadYaml(map.markOf("id"), "the party `" + party.id() + "` stands twice");
    }
  }

  private static Optional<Charter> charter(YamlMap party) throws BadYaml {
    if (!party.has("charter")) {
      return Optional.empty();
    }
    YamlMap map = party.map("charter").only("in", "source", "as_of", "confidence");
    Set<String> in = new LinkedHashSet<>(map.texts("in"));
    if (in.isEmpty()) {
      throw new BadYaml(map.markOf("in"), "a charter names at least one place");
    }
    return Optional.of(new Charter(in, Sourced.read(map)));
  }

  private static Optional<Place> place(YamlMap party) throws BadYaml {
    if (!party.has("principal_place")) {
      return Optional.empty();
    }
    YamlMap map = party.map("principal_place").only("in", "source", "as_of", "confidence");
    return Optional.of(new Place(map.text("in"), Sourced.read(map)));
  }

  private List<Stake> stakes(YamlMap party) throws BadYaml {
    List<Stake> stakes = new ArrayList<>();
    for (YamlMap map : party.maps("owners")) {
      map.only(
          "owner",
          "percent",
          "percent_at_least",
          "percent_at_most",
          "from",
          "until",
          "source",
          "as_of",
          "confidence");
      boolean range = !map.has("percent");
      BigDecimal least = percent(map, range ? "percent_at_least" : "percent");
      BigDecimal most = percent(map, range ? "percent_at_most" : "percent");
      if (least.compareTo(most) > 0) {
        throw new BadYaml(map.mark(), "the range of percent is upside down");
      }
      stakes.add(
          new Stake(
              name(map, "owner"),
              least,
              most,
              map.optionalDate("from"),
              map.optionalDate("until"),
              Sourced.read(map)));
    }
    return stakes;
  }

  private static BigDecimal percent(YamlMap map, String key) throws BadYaml {
    BigDecimal percent = map.decimal(key);
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new BadYaml(map.markOf(key), "more than 100 percent");
    }
    return percent;
  }

  private static List<Designation> designations(YamlMap party) throws BadYaml {
    List<Designation> designations = new ArrayList<>();
    for (YamlMap map : party.maps("designations")) {
      map.only("by", "from", "until", "source", "as_of", "confidence");
      designations.add(
          new Designation(
              map.text("by"), map.date("from"), map.optionalDate("until"), Sourced.read(map)));
    }
    return designations;
  }

  private Listing listing(YamlMap map) throws BadYaml {
    map.only(
        "list",
        "edition",
        "party",
        "from",
        "until",
        "grounds",
        "remarks",
        "source",
        "as_of",
        "confidence");
    return new Listing(
        map.text("list"),
        map.text("edition"),
        name(map, "party"),
        map.date("from"),
        map.optionalDate("until"),
        map.text("grounds"),
        map.optionalText("remarks").orElse(""),
        Sourced.read(map));
  }

  private Claim claim(YamlMap map) throws BadYaml {
    map.only(
        "id",
        "about",
        "says",
        "attributions",
        "first_seen",
        "reliability",
        "credibility",
        "status",
        "responses");
    List<Attribution> attributions = new ArrayList<>();
    for (YamlMap attribution : map.maps("attributions")) {
      attribution.only("to", "source");
      attributions.add(new Attribution(attribution.text("to"), attribution.text("source")));
    }
    List<Response> responses = new ArrayList<>();
    for (YamlMap response : map.maps("responses")) {
      responses.add(response(response));
    }
    return new Claim(
        map.text("id"),
        name(map, "about"),
        map.text("says"),
        attributions,
        map.date("first_seen"),
        map.text("reliability"),
        (int) map.whole("credibility"),
        map.choice("status", Claim.Status.class),
        responses);
  }

  private Response response(YamlMap map) throws BadYaml {
    map.only("by", "kind", "date", "says", "source");
    return new Response(
        name(map, "by"),
        map.choice("kind", ResponseKind.class),
        map.date("date"),
        map.text("says"),
        map.text("source"));
  }

  private String name(YamlMap map, String key) throws BadYaml {
    String id = map.text(key);
    named.add(new Named(id, map.value(key).mark()));
    return id;
  }

  private List<String> names(YamlMap map, String key) throws BadYaml {
    List<String> names = new ArrayList<>();
    for (dev.demarc.policy.yaml.YamlNode node : map.list(key)) {
      names.add(node.asText());
      named.add(new Named(node.asText(), node.mark()));
    }
    return names;
  }
}
