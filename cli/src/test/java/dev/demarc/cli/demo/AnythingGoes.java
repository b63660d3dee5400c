package dev.demarc.cli.demo;

/// A verifier that verifies whatever it is given; the demo must not be content with it.
final class AnythingGoes {
  private AnythingGoes() {}

  public static void main(String[] args) {
    System.out.println("VERIFIED");
  }
}
