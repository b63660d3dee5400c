package dev.demarc.policy;

import java.net.URI;
import java.util.Optional;

/// One way to a model: who receives the data, who trained the model, where access, storage and
/// inference are and how that is enforced. A destination is this set of facts, never only a host.
///
/// @param recipient id of the party that receives the data
/// @param developer id of the party that trained the model
/// @param providerModel the provider's own name for the model that was asked for
/// @param endpointOverridden the operator's configuration points the route elsewhere
/// @param simulated a stand-in that reaches no provider
public record Route(
    String id,
    String provider,
    String recipient,
    String developer,
    String providerModel,
    Places access,
    Places storage,
    Places inference,
    URI endpoint,
    boolean endpointOverridden,
    boolean simulated,
    Optional<Filing> filing) {}
