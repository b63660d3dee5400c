package dev.demarc.gateway.exchange;

/// The client went before its request was complete; there is nobody to tell, and nothing was sent.
public final class ClientLeft extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClientLeft() {
    super("the client left", null, false, false);
  }
}
