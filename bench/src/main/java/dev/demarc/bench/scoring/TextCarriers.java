package dev.demarc.bench.scoring;

import java.util.Locale;

/// Running text in the eight carriers.
record TextCarriers(BankWords words, Chance chance, Disguise lane) {
  MarkedText dress(MarkedText body, Carrier carrier, String language) {
    return switch (carrier) {
      case PROSE -> body;
      case CHAT -> chat(body, language);
      case JSON -> json(body, chance.in(50));
      case JSON_STRING -> jsonString(body);
      case CSV -> csv(body, language);
      case LOG -> log(body);
      case MARKDOWN -> markdown(body, language);
      case QUERY -> query(body, language);
    };
  }

  private String filler(String language) {
    return words.pick(chance, "filler-" + language);
  }

  private MarkedText chat(MarkedText body, String language) {
    String asks = words.pick(chance, "asks-" + language);
    String answers = words.pick(chance, "answers-" + language);
    return switch (chance.between(0, 3)) {
      case 0 -> MarkedText.join("User: ", body, "\nAssistant: ", answers, "\n");
      case 1 ->
          MarkedText.join(
              "[09:41] agent: ", asks, "\n[09:42] customer: ", body, "\n[09:44] agent: ", answers);
      case 2 -> MarkedText.join("### Human\n", asks, "\n\n", body, "\n\n### Assistant\n");
      default -> MarkedText.join("system: ", asks, "\nuser: ", body);
    };
  }

  private MarkedText json(MarkedText body, boolean ascii) {
    MarkedText text = body.through(Escapes.json(ascii));
    return switch (chance.between(0, 3)) {
      case 0 ->
          MarkedText.join(
              "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"system\",\"content\":\"Be"
                  + " brief.\"},{\"role\":\"user\",\"content\":\"",
              text,
              "\"}],\"stream\":true}");
      case 1 ->
          MarkedText.join(
              "{\n  \"id\": ",
              chance.digits(4).replaceFirst("^0+", "1"),
              ",\n  \"text\": \"",
              text,
              "\",\n  \"open\": true\n}");
      case 2 ->
          MarkedText.join(
              "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":"
                  + "\"toolu_01\",\"content\":\"",
              text,
              "\"}]}");
      default -> MarkedText.join("[{\"note\": \"", text, "\", \"priority\": 2}, {\"note\": \"\"}]");
    };
  }

  private MarkedText jsonString(MarkedText body) {
    MarkedText inner =
        MarkedText.join(
            chance.pick("{\"note\":\"", "{\"query\":\"", "{\"body\": \""),
            body.through(Escapes.json(chance.in(30))),
            "\",\"limit\":5}");
    MarkedText outer = inner.through(Escapes.json(chance.in(30)));
    return chance.in(50)
        ? MarkedText.join(
            "{\"type\":\"function\",\"function\":{\"name\":\"save_note\",\"arguments\":\"",
            outer,
            "\"}}")
        : MarkedText.join("{\"event\":\"queued\",\"payload\":\"", outer, "\"}");
  }

  private MarkedText csv(MarkedText body, String language) {
    return MarkedText.join(
        "no,created,state,text\n1041,2026-03-02,open,",
        Escapes.csv(body),
        "\n1042,2026-03-02,closed,",
        Escapes.csv(MarkedText.plain(filler(language))),
        "\n");
  }

  private MarkedText log(MarkedText body) {
    String when = "2026-0" + chance.between(1, 9) + "-1" + chance.digits(1);
    return switch (chance.between(0, 2)) {
      case 0 -> MarkedText.join(when, "T08:14:55.201Z INFO  [worker-3] app.inbox - ", body);
      case 1 ->
          MarkedText.join(
              when,
              " 08:14:55 app[2211]: message=\"",
              body.through(c -> c == '"' ? "\\\"" : Character.toString(c)),
              "\" attempt=1");
      default ->
          MarkedText.join(
              "level=warn ts=",
              when,
              "T08:14:55Z caller=inbox.go:88 msg=received\n",
              body,
              "\nlevel=info ts=",
              when,
              "T08:14:56Z msg=done");
    };
  }

  private MarkedText markdown(MarkedText body, String language) {
    boolean oneLine = body.text().indexOf('\n') < 0;
    return switch (chance.between(oneLine ? 0 : 2, 3)) {
      case 0 -> MarkedText.join("- ", filler(language), "\n- ", body, "\n- [ ] ok\n");
      case 1 ->
          MarkedText.join(
              "| # | text |\n|---|---|\n| 1 | ",
              Escapes.cell(body),
              " |\n| 2 | ",
              filler(language),
              " |\n");
      case 2 -> MarkedText.join("## ", filler(language), "\n\n", body, "\n\n---\n");
      default -> MarkedText.join("**Log**\n\n```\n", body, "\n```\n");
    };
  }

  private MarkedText query(MarkedText body, String language) {
    MarkedText written = body.through(Escapes.query(chance.in(60), lane == Disguise.PERCENT));
    return switch (chance.between(0, 2)) {
      case 0 ->
          MarkedText.join("GET /v1/search?lang=", language, "&q=", written, "&page=2 HTTP/1.1");
      case 1 -> MarkedText.join("https://api.example.com/notes?text=", written, "&draft=1");
      default ->
          MarkedText.join(
              "channel=web&body=", written, "&locale=", language.toUpperCase(Locale.ROOT));
    };
  }
}
