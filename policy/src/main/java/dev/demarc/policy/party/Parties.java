package dev.demarc.policy.party;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All parties, list editions and claims that are known. Decisions read the parties only.
public record Parties(Map<String, Party> byId, List<Listing> listings, List<Claim> claims) {
  public Parties {
    byId = Collections.unmodifiableMap(new TreeMap<>(byId));
    listings = List.copyOf(listings);
    claims = List.copyOf(claims);
  }

  public Optional<Party> party(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<Party> all() {
    return byId.values();
  }

  /// The name of a party, its id where it is not known.
  public String name(String id) {
    return party(id).map(Party::name).orElse(id);
  }

  /// The party whose facts count: for a stand-in the one it simulates.
  public Optional<Party> real(String id) {
    return party(id)
        .flatMap(p -> p.simulates().isPresent() ? party(p.simulates().get()) : party(id));
  }

  /// List editions on which a party stands or stood.
  public List<Listing> listings(String party) {
    return listings.stream().filter(listing -> listing.party().equals(party)).toList();
  }

  /// What is claimed about a party.
  public List<Claim> claims(String party) {
    return claims.stream().filter(claim -> claim.about().equals(party)).toList();
  }
}
