package dev.demarc.gateway.meter;

/// Says that bytes are no sidecar, and why.
public final class BadSidecar extends Exception {
  BadSidecar(String problem) {
    super("not a sidecar: " + problem);
  }
}
