package dev.demarc.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// Lines to copy while the demo stays up: requests from a shell, SDKs, the log, the verifier.
record TryIt(Stage.Gateway gateway, Verifier verifier, DemoDirectory directory) {
  private static final String CARD = "4539 7897 2281 8663";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# curl, the market in a header");
    lines.addAll(curl("/v1", "-H 'Demarc-Market: CN' ", ""));
    lines.add("# curl, the market in the base URL; streamed");
    lines.addAll(curl("/m/US/v1", "", "\"stream\": true, "));
    lines.add("");
    sdk("// Node", "new OpenAI({ baseURL: '%s',\n             apiKey: '%s' })", lines);
    sdk("# Python", "OpenAI(base_url='%s',\n       api_key='%s')", lines);
    sdk(
        "// Java",
        "OpenAIOkHttpClient.builder().baseUrl(\"%s\")\n    .apiKey(\"%s\").build()",
        lines);
    lines.add("");
    lines.add("# what the simulator received: a JSON line per request, head and body in base64");
    lines.add("tail -n 1 " + directory.captureOf(Phone.CN.route()));
    lines.add("# the log, as anybody may fetch it, and its check");
    lines.add("curl " + gateway.address() + "/log/checkpoint");
    lines.addAll(verifier.command(directory.log(), directory.receiptOf(Phone.CN)));
    return lines;
  }

  private List<String> curl(String basePath, String header, String stream) {
    return List.of(
        "curl -sN %s%s/chat/completions \\".formatted(gateway.address(), basePath),
        "  -H 'Authorization: Bearer %s' \\".formatted(gateway.apiKey()),
        "  %s-H 'Content-Type: application/json' \\".formatted(header),
        "  -d '{\"model\": \"assistant\", %s\"messages\": [".formatted(stream),
        "      {\"role\": \"user\", \"content\": \"I paid with %s yesterday.\"}]}'"
            .formatted(CARD));
  }

  private void sdk(String language, String call, List<String> lines) {
    lines.add(language);
    lines.addAll(call.formatted(gateway.baseUrl(Phone.CN), gateway.apiKey()).lines().toList());
  }
}
