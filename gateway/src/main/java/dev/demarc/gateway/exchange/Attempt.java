package dev.demarc.gateway.exchange;

import dev.demarc.policy.Route;

/// One try at one route.
///
/// @param id goes upstream as `x-client-request-id` and joins decision, outcome and the provider's
///   own logs
/// @param number 1 for the first route tried for this request
public record Attempt(String id, String requestId, int number, Route route) {}
