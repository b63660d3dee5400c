package dev.demarc.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.demarc.cli.e2e.Mutant.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Makes mutants of a valid chat request by what its structure is made of, and knows of each
/// whether it still is one. One seed, one sequence.
final class Mutants {
  /// One member at the top of the body, as it is written.
  private record Member(String name, String value) {
    @Override
    public String toString() {
      return "\"" + name + "\":" + value;
    }
  }

  /// A value of each JSON type, and some that are odd.
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "3.5",
          "1e400",
          "-1E-400",
          "1" + "0".repeat(400),
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":{\"b\":[]}}",
          "[\"x\",1]");

  private static final List<String> NO_NUMBERS =
      List.of("01", "+1", ".5", "1.", "1e", "-", "0x10", "NaN", "Infinity", "1_000", "１");

  private final Random random;
  private int made;

  Mutants(long seed) {
    this.random = new Random(seed);
  }

  /// The next one; its text says which it is.
  Mutant next() {
    made++;
    List<Supplier<Mutant>> kinds =
        List.of(
            this::removed,
            this::doubled,
            this::retyped,
            this::renamed,
            this::nested,
            this::nestedInText,
            this::number,
            this::noNumber,
            this::character,
            this::noCharacter,
            this::truncated,
            this::followed,
            this::grammar,
            this::content,
            this::messages,
            this::notAnObject,
            this::contentType,
            this::encoding,
            this::market,
            this::key,
            this::subject,
            this::method,
            this::path,
            this::untouched);
    return kinds.get(made % kinds.size()).get();
  }

  /// What stands in the text of every mutant that still has a text.
  String mark() {
    return "mutant " + made + ".";
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    members.add(new Member("model", "\"assistant\""));
    members.add(new Member("messages", "[{\"role\":\"user\",\"content\":\"" + mark() + "\"}]"));
    members.add(new Member("stream", "false"));
    members.add(new Member("user", "\"u-1\""));
    members.add(new Member("n", "1"));
    members.add(new Member("temperature", "0.5"));
    members.add(new Member("metadata", "{\"a\":\"b\"}"));
    return members;
  }

  private static String body(List<Member> members) {
    return "{" + String.join(",", members.stream().map(Member::toString).toList()) + "}";
  }

  private String body() {
    return body(members());
  }

  private Mutant untouched() {
    return Mutant.of("untouched", body(), Fate.ANSWERED);
  }

  // Members.

  private Mutant removed() {
    List<Member> members = members();
    String name = members.remove(random.nextInt(members.size())).name();
    return Mutant.of("without " + name, body(members), withoutIt(name));
  }

  private static Fate withoutIt(String name) {
    return switch (name) {
      case "model" -> Fate.REFUSED;
      case "messages" -> Fate.PASSED_ON;
      default -> Fate.ANSWERED;
    };
  }

  private Mutant doubled() {
    List<Member> members = members();
    Member member = pick(members);
    String name =
        random.nextBoolean()
            ? member.name()
            : "\\u00" + Integer.toHexString(member.name().charAt(0)) + member.name().substring(1);
    String value = random.nextBoolean() ? member.value() : pick(VALUES);
    members.add(random.nextInt(members.size() + 1), new Member(name, value));
    return Mutant.of("doubled " + name + " with " + value, body(members), Fate.REFUSED);
  }

  private Mutant retyped() {
    List<Member> members = members();
    int index = random.nextInt(members.size());
    String name = members.get(index).name();
    String value = pick(VALUES);
    members.set(index, new Member(name, value));
    return Mutant.of(name + ":" + shortened(value), body(members), retyped(name, value));
  }

  private static Fate retyped(String name, String value) {
    boolean text = value.startsWith("\"");
    boolean none = value.equals("null");
    boolean truth = value.equals("true") || value.equals("false");
    return switch (name) {
      case "model" -> Fate.REFUSED;
      case "user" -> text || none ? Fate.PASSED_ON : Fate.REFUSED;
      case "stream" -> truth || none ? Fate.PASSED_ON : Fate.REFUSED;
      default -> Fate.PASSED_ON;
    };
  }

  private Mutant renamed() {
    List<Member> members = members();
    int index = random.nextInt(members.size());
    Member member = members.get(index);
    String name =
        switch (random.nextInt(4)) {
          case 0 -> member.name() + "_";
          case 1 -> "x" + member.name();
          case 2 -> member.name() + "\\u200b";
          default -> "\\ud83d\\ude00";
        };
    members.set(index, new Member(name, member.value()));
    return Mutant.of(member.name() + " as " + name, body(members), withoutIt(member.name()));
  }

  // Depth.

  private Mutant nested() {
    int depth = 1 + random.nextInt(90);
    boolean objects = random.nextBoolean();
    String value =
        (objects ? "{\"a\":" : "[").repeat(depth) + "1" + (objects ? "}" : "]").repeat(depth);
    return with("nested " + depth + " deep", "x", value, depth < 64 ? Fate.ANSWERED : Fate.REFUSED);
  }

  private Mutant nestedInText() {
    int depth = 1 + random.nextInt(20_000);
    String value = "\"" + "[".repeat(depth) + "]".repeat(depth) + "\"";
    Fate fate = depth < 64 ? Fate.ANSWERED : Fate.REFUSED;
    return with("nested " + depth + " deep in a text", "x", value, fate);
  }

  // Values.

  private Mutant number() {
    String value =
        pick(List.of("1e400", "-1e400", "1E+999999", "-0", "0e0", "9".repeat(800), "1e-99999"));
    return with("number " + shortened(value), "x", value, Fate.PASSED_ON);
  }

  private Mutant noNumber() {
    String value = pick(NO_NUMBERS);
    return with("no number " + value, "x", value, Fate.REFUSED);
  }

  private Mutant character() {
    String text =
        pick(
            List.of(
                "\\u0000",
                "\\ud83d\\ude00",
                "\u0085\u2028",
                "\\/\\b\\f",
                "\ufeff",
                "\ufffe",
                "😀",
                "\u007f",
                "e\u0301",
                "\u202e"));
    return with("text " + text, "x", "\"" + text + "\"", Fate.ANSWERED);
  }

  private Mutant noCharacter() {
    byte[][] texts = {
      {0},
      {1},
      {0x1f},
      {'\n'},
      {(byte) 0xff},
      {(byte) 0xc0, (byte) 0xaf},
      {(byte) 0x80},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
      {(byte) 0xe2, (byte) 0x82},
      "\\ud83d".getBytes(UTF_8),
      "\\ude00\\ud83d".getBytes(UTF_8),
      "\\x41".getBytes(UTF_8),
      "\\u12g4".getBytes(UTF_8),
      "\\u12".getBytes(UTF_8),
      "\\'".getBytes(UTF_8)
    };
    byte[] text = texts[random.nextInt(texts.length)];
    boolean inName = random.nextBoolean();
    String[] around =
        with("", inName ? "§" : "x", inName ? "1" : "\"§\"", Fate.REFUSED).text().split("§");
    return Mutant.of(
        "bytes " + HexFormat.of().formatHex(text) + (inName ? " in a name" : ""),
        joined(around[0].getBytes(UTF_8), text, around[1].getBytes(UTF_8)),
        Fate.REFUSED);
  }

  // The text of the body.

  private Mutant truncated() {
    byte[] whole = body().getBytes(UTF_8);
    int length = random.nextInt(whole.length);
    return Mutant.of("cut after " + length, Arrays.copyOf(whole, length), Fate.REFUSED);
  }

  private Mutant followed() {
    String space = pick(List.of(" ", "\n\r\t ", " ".repeat(5000)));
    String more = pick(List.of("x", "{}", ",", "\0", "}", "\u00a0", "\u000b", "[1]"));
    return random.nextInt(3) == 0
        ? Mutant.of("white space around", space + body() + space, Fate.ANSWERED)
        : Mutant.of("followed by " + more, body() + space + more, Fate.REFUSED);
  }

  private Mutant grammar() {
    String body = body();
    return switch (random.nextInt(9)) {
      case 0 -> Mutant.of("byte order mark", "\ufeff" + body, Fate.REFUSED);
      case 1 -> Mutant.of("single quotes", body.replace('"', '\''), Fate.REFUSED);
      case 2 -> Mutant.of("comment", body.replace("{\"model", "{/**/\"model"), Fate.REFUSED);
      case 3 -> Mutant.of("comma at the end", body.replace("}]", "},]"), Fate.REFUSED);
      case 4 -> Mutant.of("no colon", body.replace("\"n\":", "\"n\" "), Fate.REFUSED);
      case 5 -> Mutant.of("bare name", body.replace("\"n\":", "n:"), Fate.REFUSED);
      case 6 -> Mutant.of("UTF-16", body.getBytes(UTF_16LE), Fate.REFUSED);
      case 7 -> Mutant.of("NUL in a name", body.replace("\"n\"", "\"n\\u0000\""), Fate.REFUSED);
      default -> Mutant.of("white space inside", body.replace(",", " ,\n\t"), Fate.ANSWERED);
    };
  }

  private Mutant notAnObject() {
    String body = pick(List.of("", " ", "[]", "null", "1", "\"x\"", "[" + body() + "]", "{", "}"));
    return Mutant.of("body " + shortened(body), body, Fate.REFUSED);
  }

  // The chat protocol.

  private Mutant content() {
    String part = "{\"type\":\"text\",\"text\":\"" + mark() + "\"}";
    String content =
        pick(
            List.of(
                "[]",
                "null",
                "7",
                "{}",
                "[null]",
                "[[" + part + "]]",
                "[" + part + "]",
                "[" + part + ",{\"type\":\"hologram\",\"x\":[1]}]",
                "[{\"type\":null}]",
                "[{}]",
                "[" + part + ",{\"type\":\"image_url\",\"image_url\":7}]"));
    return messages("content " + content, "[{\"role\":\"user\",\"content\":" + content + "}]");
  }

  private Mutant messages() {
    String messages =
        pick(
            List.of(
                "[]",
                "{}",
                "[null]",
                "[1]",
                "[\"x\"]",
                "[[]]",
                "[{}]",
                "[{\"role\":7}]",
                "[{\"role\":\"user\"}]",
                "[{\"role\":\"nobody\",\"content\":\"x\"}]",
                "[{\"role\":\"assistant\",\"tool_calls\":{}}]",
                "[{\"role\":\"assistant\",\"tool_calls\":[{\"function\":{\"arguments\":[]}}]}]",
                "[{\"role\":\"tool\",\"content\":\"x\"}]"));
    return messages("messages " + messages, messages);
  }

  private Mutant messages(String change, String value) {
    List<Member> members = members();
    members.set(1, new Member("messages", value));
    return Mutant.of(change, body(members), Fate.PASSED_ON);
  }

  // HTTP.

  private Mutant contentType() {
    String type =
        pick(List.of("text/plain", "application/json; charset=utf-16", "x", "multipart/form-data"));
    return Mutant.of("content-type " + type, body(), Fate.ANSWERED)
        .without("content-type")
        .header("content-type: " + type);
  }

  private Mutant encoding() {
    String encoding = pick(List.of("gzip", "deflate", "br", "zstd", "x", "gzip, gzip", "identity"));
    boolean plain = encoding.equals("identity");
    byte[] body = plain || random.nextBoolean() ? body().getBytes(UTF_8) : gzip(body());
    return Mutant.of("content-encoding " + encoding, body, plain ? Fate.ANSWERED : Fate.REFUSED)
        .header("content-encoding: " + encoding);
  }

  private Mutant market() {
    return switch (random.nextInt(6)) {
      case 0 -> headed("demarc-market: US", Fate.ANSWERED);
      case 1 -> headed("demarc-market: us", Fate.ANSWERED);
      case 2 -> headed("demarc-market: XX", Fate.REFUSED);
      case 3 -> headed("demarc-market: US, CN", Fate.REFUSED);
      case 4 -> headed("demarc-market:", Fate.REFUSED);
      default -> headed("demarc-market: US", Fate.REFUSED).header("Demarc-Market: US");
    };
  }

  private Mutant key() {
    Mutant bare = Mutant.of("", body(), Fate.REFUSED).without("authorization");
    String key = ConfigFile.API_KEY;
    return switch (random.nextInt(7)) {
      case 0 -> bare.named("no API key");
      case 1 -> bare.named("another key").header("authorization: Bearer " + key + "x");
      case 2 -> bare.named("basic").header("authorization: Basic " + key);
      case 3 ->
          bare.named("two keys")
              .header("authorization: Bearer " + key)
              .header("Authorization: Bearer " + key);
      case 4 -> bare.named("long key").header("authorization: Bearer " + "k".repeat(600));
      case 5 -> bare.named("bare word").header("authorization: Bearer");
      default ->
          Mutant.of("lower case", body(), Fate.ANSWERED)
              .without("authorization")
              .header("authorization: bearer  " + key + "  ");
    };
  }

  private Mutant subject() {
    return switch (random.nextInt(6)) {
      case 0 -> headed("demarc-subject: somebody", Fate.ANSWERED);
      case 1 -> headed("demarc-subject:", Fate.REFUSED);
      case 2 -> headed("demarc-subject: " + "s".repeat(513), Fate.REFUSED);
      case 3 -> headed("demarc-subject-protection: Mars", Fate.REFUSED);
      case 4 -> headed("demarc-subject-protection: US,,", Fate.REFUSED);
      default -> headed("demarc-subject: a", Fate.REFUSED).header("demarc-subject: b");
    };
  }

  private Mutant headed(String header, Fate fate) {
    return Mutant.of(shortened(header), body(), fate).header(header);
  }

  private Mutant method() {
    String method =
        pick(List.of("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "post", "X"));
    return Mutant.of("method " + method, body(), Fate.REFUSED)
        .line(method + " /v1/chat/completions HTTP/1.1");
  }

  private Mutant path() {
    String good = pick(List.of("/v1/chat/completions?a=b", "/m/us/v1/chat/completions"));
    String bad =
        pick(
            List.of(
                "/v1/chat/completions/",
                "//v1/chat/completions",
                "/v1/../v1/chat/completions",
                "/v1/chat%2fcompletions",
                "/V1/chat/completions",
                "/v1/chat/completions%00",
                "/m/XX/v1/chat/completions",
                "/m/USAX/v1/chat/completions",
                "/v1/responses",
                "/v1/chat/completions;a=b",
                "/v1/chat/completions#x",
                "/",
                "*"));
    return random.nextInt(4) == 0
        ? Mutant.of("path " + good, body(), Fate.ANSWERED).line("POST " + good + " HTTP/1.1")
        : Mutant.of("path " + bad, body(), Fate.REFUSED).line("POST " + bad + " HTTP/1.1");
  }

  private Mutant with(String change, String name, String value, Fate fate) {
    List<Member> members = members();
    members.add(random.nextInt(members.size() + 1), new Member(name, value));
    return Mutant.of(change, body(members), fate);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
