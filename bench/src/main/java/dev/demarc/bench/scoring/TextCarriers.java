package dev.demarc.bench.scoring;

import java.util.Locale;

/// Running text in the eight carriers.
record TextCarriers(WordLists words, Chance chance, Lane lane) {
  Marked dress(Marked body, Carrier carrier, String language) {
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

  private Marked chat(Marked body, String language) {
    String asks = words.pick(chance, "asks-" + language);
    String answers = words.pick(chance, "answers-" + language);
    return switch (chance.between(0, 3)) {
      case 0 -> Marked.join("User: ", body, "\nAssistant: ", answers, "\n");
      case 1 ->
          Marked.join(
              "[09:41] agent: ", asks, "\n[09:42] customer: ", body, "\n[09:44] agent: ", answers);
      case 2 -> Marked.join("### Human\n", asks, "\n\n", body, "\n\n### Assistant\n");
      default -> Marked.join("system: ", asks, "\nuser: ", body);
    };
  }

  private Marked json(Marked body, boolean ascii) {
    Marked text = body.through(Escapes.json(ascii));
    return switch (chance.between(0, 3)) {
      case 0 ->
          Marked.join(
              "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"system\",\"content\":\"Be"
                  + " brief.\"},{\"role\":\"user\",\"content\":\"",
              text,
              "\"}],\"stream\":true}");
      case 1 ->
          Marked.join(
              "{\n  \"id\": ",
              chance.digits(4).replaceFirst("^0+", "1"),
              ",\n  \"text\": \"",
              text,
              "\",\n  \"open\": true\n}");
      case 2 ->
          Marked.join(
              "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":"
                  + "\"toolu_01\",\"content\":\"",
              text,
              "\"}]}");
      default -> Marked.join("[{\"note\": \"", text, "\", \"priority\": 2}, {\"note\": \"\"}]");
    };
  }

  private Marked jsonString(Marked body) {
    Marked inner =
        Marked.join(
            chance.pick("{\"note\":\"", "{\"query\":\"", "{\"body\": \""),
            body.through(Escapes.json(chance.in(30))),
            "\",\"limit\":5}");
    Marked outer = inner.through(Escapes.json(chance.in(30)));
    return chance.in(50)
        ? Marked.join(
            "{\"type\":\"function\",\"function\":{\"name\":\"save_note\",\"arguments\":\"",
            outer,
            "\"}}")
        : Marked.join("{\"event\":\"queued\",\"payload\":\"", outer, "\"}");
  }

  private Marked csv(Marked body, String language) {
    return Marked.join(
        "no,created,state,text\n1041,2026-03-02,open,",
        Escapes.csv(body),
        "\n1042,2026-03-02,closed,",
        Escapes.csv(Marked.plain(filler(language))),
        "\n");
  }

  private Marked log(Marked body) {
    String when = "2026-0" + chance.between(1, 9) + "-1" + chance.digits(1);
    return switch (chance.between(0, 2)) {
      case 0 -> Marked.join(when, "T08:14:55.201Z INFO  [worker-3] app.inbox - ", body);
      case 1 ->
          Marked.join(
              when,
              " 08:14:55 app[2211]: message=\"",
              body.through(c -> c == '"' ? "\\\"" : Character.toString(c)),
              "\" attempt=1");
      default ->
          Marked.join(
              "level=warn ts=",
              when,
              "T08:14:55Z caller=inbox.go:88 msg=received\n",
              body,
              "\nlevel=info ts=",
              when,
              "T08:14:56Z msg=done");
    };
  }

  private Marked markdown(Marked body, String language) {
    boolean oneLine = body.text().indexOf('\n') < 0;
    return switch (chance.between(oneLine ? 0 : 2, 3)) {
      case 0 -> Marked.join("- ", filler(language), "\n- ", body, "\n- [ ] ok\n");
      case 1 ->
          Marked.join(
              "| # | text |\n|---|---|\n| 1 | ",
              Escapes.cell(body),
              " |\n| 2 | ",
              filler(language),
              " |\n");
      case 2 -> Marked.join("## ", filler(language), "\n\n", body, "\n\n---\n");
      default -> Marked.join("**Log**\n\n```\n", body, "\n```\n");
    };
  }

  private Marked query(Marked body, String language) {
    Marked written = body.through(Escapes.query(chance.in(60), lane == Lane.PERCENT));
    return switch (chance.between(0, 2)) {
      case 0 -> Marked.join("GET /v1/search?lang=", language, "&q=", written, "&page=2 HTTP/1.1");
      case 1 -> Marked.join("https://api.example.com/notes?text=", written, "&draft=1");
      default ->
          Marked.join("channel=web&body=", written, "&locale=", language.toUpperCase(Locale.ROOT));
    };
  }
}
