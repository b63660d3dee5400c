package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// Lines to copy while the demo stays up: requests from a shell, SDKs, the log, the verifier.
record TryIt(Stage.Gateway gateway, Verifier verifier, DemoDirectory directory) {
  private static final String BODY =
      "{\"model\":\"assistant\",\"messages\":[{\"role\":\"user\",\"content\":"
          + "\"I paid with 4539 7897 2281 8663 from 91.203.66.178\"}]}";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# curl, the market in a header");
    lines.addAll(curl("/v1", "Demarc-Market: CN"));
    lines.add("# curl, the market in the base URL; streamed");
    lines.addAll(curl("/m/US/v1", ""));
    lines.add("");
    sdk("// Node", "new OpenAI({ baseURL: '%s',\n             apiKey: '%s' })", lines);
    sdk("# Python", "OpenAI(base_url='%s',\n       api_key='%s')", lines);
    sdk(
        "// Java",
        "OpenAIOkHttpClient.builder().baseUrl(\"%s\")\n    .apiKey(\"%s\").build()",
        lines);
    lines.add("");
    lines.add("# the log, as anybody may fetch it, and its check");
    lines.add("curl " + gateway.address() + "/log/checkpoint");
    lines.addAll(verifier.command(directory.log(), directory.receiptOf(Phone.CN)));
    return lines;
  }

  private List<String> curl(String basePath, String header) {
    boolean streamed = header.isEmpty();
    List<String> lines = new ArrayList<>();
    lines.add("curl -sN %s%s/chat/completions \\".formatted(gateway.address(), basePath));
    lines.add("  -H 'Authorization: Bearer %s' \\".formatted(gateway.apiKey()));
    lines.add(
        "  %s-H 'Content-Type: application/json' \\"
            .formatted(streamed ? "" : "-H '" + header + "' "));
    lines.add(
        "  -d '%s'".formatted(streamed ? BODY.replaceFirst("\\{", "{\"stream\":true,") : BODY));
    return lines;
  }

  private void sdk(String language, String call, List<String> lines) {
    lines.add(language);
    lines.addAll(call.formatted(gateway.baseUrl(Phone.CN), gateway.apiKey()).lines().toList());
  }
}
