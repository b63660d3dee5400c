package dev.demarc.cli.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// System calls of one process, read from what `strace -f -yy -o FILE` wrote. Moments are line
/// numbers: a call that strace printed on one line began and returned there, one that other threads
/// interrupted began at its `<unfinished ...>` line and returned at its `resumed` line.
record SystemCallTrace(List<Call> calls) {
  private static final Pattern LINE = Pattern.compile("(\\d+)\\s+(.*)");
  private static final Pattern WHOLE =
      Pattern.compile("(\\w+)\\((.*)\\)\\s+= (-?\\d+|\\?).*", Pattern.DOTALL);
  private static final Pattern BEGUN =
      Pattern.compile("(\\w+)\\((.*?)\\s*<unfinished \\.\\.\\.>", Pattern.DOTALL);
  private static final Pattern RESUMED =
      Pattern.compile("<\\.\\.\\. (\\w+) resumed>.*\\)\\s+= (-?\\d+|\\?).*", Pattern.DOTALL);

  /// One call. `arguments` is what strace printed between the brackets; `result` is -1 where the
  /// call failed or never returned.
  record Call(String name, String arguments, long result, int began, int returned) {
    /// The first argument's file or socket, as `-yy` prints it after the descriptor's number.
    String target() {
      String first = arguments.split(", ", 2)[0];
      int open = first.indexOf('<');
      return open < 0 ? "" : first.substring(open + 1, first.length() - 1);
    }

    boolean succeeded() {
      return result >= 0;
    }
  }

  SystemCallTrace {
    calls = List.copyOf(calls);
  }

  static SystemCallTrace parse(List<String> lines) {
    List<Call> calls = new ArrayList<>();
    Map<String, Call> open = new HashMap<>();
    for (int at = 0; at < lines.size(); at++) {
      Matcher line = LINE.matcher(lines.get(at));
      if (line.matches()) {
        read(line.group(1), line.group(2), at, calls, open);
      }
    }
    calls.addAll(open.values());
    return new SystemCallTrace(calls);
  }

  private static void read(
      String thread, String text, int at, List<Call> calls, Map<String, Call> open) {
    Matcher begun = BEGUN.matcher(text);
    Matcher resumed = RESUMED.matcher(text);
    Matcher whole = WHOLE.matcher(text);
    if (begun.matches()) {
      open.put(thread, new Call(begun.group(1), begun.group(2), -1, at, Integer.MAX_VALUE));
    } else if (resumed.matches()) {
      Call call = open.remove(thread);
      if (call != null) {
        calls.add(
            new Call(call.name(), call.arguments(), number(resumed.group(2)), call.began(), at));
      }
    } else if (whole.matches()) {
      calls.add(new Call(whole.group(1), whole.group(2), number(whole.group(3)), at, at));
    }
  }

  private static long number(String result) {
    return result.equals("?") ? -1 : Long.parseLong(result);
  }
}
