package dev.demarc.policy;

import dev.demarc.policy.yaml.BadYaml;
import dev.demarc.policy.yaml.Mark;

/// Says which pack, catalogue, party or operator setting cannot be used, where, and why.
public final class BadPolicy extends BadYaml {
  public BadPolicy(Mark mark, String problem) {
    super(mark, problem);
  }

  BadPolicy(BadYaml cause) {
    super(cause);
  }
}
