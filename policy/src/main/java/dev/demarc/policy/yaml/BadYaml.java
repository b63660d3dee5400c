package dev.demarc.policy.yaml;

/// Says that a source file cannot be used, where, and why. The message starts with
/// `file:line:column`.
public class BadYaml extends Exception {
  private final transient Mark mark;

  public BadYaml(Mark mark, String problem) {
    super(mark + ": " + problem);
    this.mark = mark;
  }

  protected BadYaml(BadYaml cause) {
    super(cause.getMessage(), cause);
    this.mark = cause.mark;
  }

  /// Where the problem stands.
  public Mark mark() {
    return mark;
  }
}
