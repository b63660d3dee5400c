package dev.demarc.cli;

import java.io.Console;
import java.io.PrintStream;

/// Standard output with colour where it is a terminal that wants it (`NO_COLOR` is honoured).
public final class Screen {
  private final PrintStream out;
  private final boolean colour;

  private Screen(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  public static Screen ofTerminal() {
    return on(System.out);
  }

  /// The same, written through `out`, which leads to standard output.
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null where the output is redirected
  public static Screen on(PrintStream out) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    return new Screen(out, terminal && wanted);
  }

  public void line(String text) {
    out.println(text);
  }

  public void blank() {
    out.println();
  }

  /// A heading between parts of the output.
  public void title(String text) {
    out.println();
    out.println(bold("── " + text + " " + "─".repeat(Math.max(3, 92 - text.length()))));
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String green(String text) {
    return paint("32", text);
  }

  public String red(String text) {
    return paint("31", text);
  }

  public String yellow(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
