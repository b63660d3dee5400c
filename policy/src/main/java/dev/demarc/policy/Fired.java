package dev.demarc.policy;

/// A rule that holds for one request on one route, with what that rests on.
record Fired(Pack pack, Rule rule, Basis basis) {}
