package dev.demarc.simulator;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A set of faults with their values, and for how many answers they hold. Written as a list like
/// `cut=3 pace=5 times=1`.
public record Misbehaviour(Map<Fault, String> faults, int times) {
  /// Behaves well.
  public static final Misbehaviour NONE = new Misbehaviour(Map.of(), 0);

  private static final int MOST = 100_000_000;
  private static final String TIMES = "times";

  /// `times` of 0 means: until it is changed.
  public Misbehaviour {
    faults = faults.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(faults));
  }

  /// Reads a list of faults, separated by blanks or commas; an empty one is [#NONE].
  public static Misbehaviour parse(String list) {
    var faults = new EnumMap<Fault, String>(Fault.class);
    int times = 0;
    for (String item : list.strip().split("[\\s,]+", -1)) {
      String id = item.split("=", 2)[0];
      String value = item.contains("=") ? item.substring(id.length() + 1) : "";
      if (id.equals(TIMES)) {
        times = number(id, value);
      } else if (!id.isEmpty()) {
        Fault fault = Fault.of(id).orElseThrow(() -> unknown(id));
        faults.put(fault, checked(fault, value));
      }
    }
    return new Misbehaviour(faults, times);
  }

  private static IllegalArgumentException unknown(String id) {
    String known = Arrays.stream(Fault.values()).map(Fault::id).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "the simulator knows no fault \"" + id + "\"; it knows " + known);
  }

  private static String checked(Fault fault, String value) {
    if (!fault.takesValue()) {
      if (!value.isEmpty()) {
        throw new IllegalArgumentException("the fault \"" + fault.id() + "\" takes no value");
      }
      return "";
    }
    String given = value.isEmpty() ? fault.usual() : value;
    return fault.takesNumber() ? Integer.toString(number(fault.id(), given)) : given;
  }

  private static int number(String id, String value) {
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) > MOST) {
      throw new IllegalArgumentException(
          "\"" + id + "\" needs a number from 0 to " + MOST + ", not \"" + value + "\"");
    }
    return Integer.parseInt(value);
  }

  boolean has(Fault fault) {
    return faults.containsKey(fault);
  }

  /// The number given for `fault`, or `otherwise` where it is not asked for.
  int number(Fault fault, int otherwise) {
    String value = faults.get(fault);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /// The value given for `fault`, or an empty string.
  String value(Fault fault) {
    return faults.getOrDefault(fault, "");
  }

  /// The list that [#parse] reads.
  public String list() {
    String all =
        faults.entrySet().stream()
            .map(e -> e.getKey().id() + (e.getValue().isEmpty() ? "" : "=" + e.getValue()))
            .collect(Collectors.joining(" "));
    return times == 0 ? all : all + " " + TIMES + "=" + times;
  }
}
