package dev.demarc.gateway;

import java.util.Optional;

/// The version of this build, from its jar's manifest.
public final class Version {
  private Version() {}

  public static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
