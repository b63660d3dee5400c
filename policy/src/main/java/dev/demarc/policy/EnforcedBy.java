package dev.demarc.policy;

/// What holds a provider to the places that a route states.
public enum EnforcedBy {
  /// The host name of the endpoint.
  HOST,
  /// A member of the request body.
  REQUEST_FIELD,
  /// The model's name or its prefix.
  MODEL_PREFIX,
  /// A setting of the account, project or deployment.
  DEPLOYMENT_SETTING,
  /// Nothing but the contract.
  CONTRACT_ONLY
}
