package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Plants values at every position of the chat protocol, in every carrier, in every escape, and
/// compares what leaves byte by byte with what the generator knows must leave.
class EveryPositionTest {
  /// `@` is where the text goes; it is inside a JSON string of as many levels as the number says.
  private record Position(String name, int strings, String json) {}

  private record Value(String word, String spelled) {}

  private record Carrier(String name, String before, String after) {}

  private static final List<Position> POSITIONS =
      List.of(
          message("user text", 1, "{'role':'user','content':'@'}"),
          message("system prompt", 1, "{'role':'system','content':'@'}"),
          message("developer prompt", 1, "{'role':'developer','content':'@'}"),
          message("text part", 1, "{'role':'user','content':[{'type':'text','text':'@'}]}"),
          message(
              "part before its type", 1, "{'role':'user','content':[{'text':'@','type':'text'}]}"),
          message("refusal", 1, "{'role':'assistant','content':null,'refusal':'@'}"),
          message("name of a speaker", 1, "{'role':'user','name':'@','content':'hi'}"),
          message(
              "tool argument",
              2,
              "{'role':'assistant','tool_calls':[{'id':'c1','type':'function','function':"
                  + "{'name':'look','arguments':'{\"a\":{\"b\":[1,\"@\"]}}'}}]}"),
          message(
              "tool argument as text",
              1,
              "{'role':'assistant','tool_calls':[{'id':'c1','type':'custom','custom':"
                  + "{'name':'look','input':'@'}}]}"),
          message(
              "old function argument",
              2,
              "{'role':'assistant','function_call':{'name':'f','arguments':'{\"a\":\"@\"}'}}"),
          message("tool result", 1, "{'role':'tool','tool_call_id':'c1','content':'@'}"),
          message(
              "tool result as JSON",
              2,
              "{'role':'tool','tool_call_id':'c1','content':'[{\"a\":\"@\"}]'}"),
          message(
              "JSON in JSON in a tool result",
              3,
              "{'role':'tool','tool_call_id':'c1','content':'{\"a\":\"{\\\"b\\\":\\\"@\\\"}\"}'}"),
          message(
              "unknown member of a message", 1, "{'role':'user','content':'hi','x_y':{'z':['@']}}"),
          top(
              "tool description",
              "'tools':[{'type':'function','function':{'name':'f','description':'@'}}]"),
          top(
              "schema enum",
              "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object',"
                  + "'properties':{'a':{'type':'string','enum':['x','@']}}}}}]"),
          top(
              "schema default",
              "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object',"
                  + "'properties':{'a':{'type':'string','default':'@','description':'d'}}}}}]"),
          top(
              "response schema",
              "'response_format':{'type':'json_schema','json_schema':{'description':'@'}}"),
          top("user", "'user':'@'"),
          top("safety identifier", "'safety_identifier':'@'"),
          top("cache key", "'prompt_cache_key':'@'"),
          top("prediction", "'prediction':{'type':'content','content':'@'}"),
          top(
              "prediction part",
              "'prediction':{'type':'content','content':[{'type':'text','text':'@'}]}"),
          top("metadata", "'metadata':{'case':'@'}"),
          top("stop sequence", "'stop':['END','@']"),
          top(
              "search place",
              "'web_search_options':{'user_location':{'approximate':{'city':'@'}}}"),
          top("unknown member", "'x_future':{'deep':[[{'er':'@'}]]}"),
          top("unknown string", "'x_future':'@'"));

  private static final List<Value> VALUES =
      List.of(
          new Value("CARD", "4929127381726356"),
          new Value("CARD", "4929-1273-8172-6356"),
          new Value("CARD", "5301 2743 1875 3213"),
          new Value("CARD", "６２２８４８０４０２５６４８９００１８"),
          new Value("IP", "81.2.69.142"),
          new Value("IP", "10.20.30.40"),
          new Value("IP", "2a02:8109:b6c0:31f8::7b1d"),
          new Value("MAC", "3c:22:fb:0a:b4:7e"),
          new Value("MAC", "3C-22-FB-0A-B4-7E"),
          new Value("EMAIL", "wei.zhang+bank@mailbox.org"),
          new Value("EMAIL", "jürgen@müller-straße.de"));

  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier("alone", "", ""),
          new Carrier("sentence", "please look at ", ", thank you"),
          new Carrier("end of sentence", "It is ", "."),
          new Carrier("after a line feed", "see\n", "\nnext"),
          new Carrier("after a tab", "see\t", "\tnext"),
          new Carrier("after Chinese", "我的号码是", "，谢谢"),
          new Carrier("brackets", "(", ")"),
          new Carrier("quotes", "\"", "\""),
          new Carrier("after a backslash", "C:\\temp\\ ", " \\"),
          new Carrier("beside an emoji", "😀 ", " 😀"),
          new Carrier("table row", "name,what,n\nfoo,", ",3\nbar,x,4\n"),
          new Carrier("Markdown row", "| a | b |\n|---|---|\n| x | ", " |\n"),
          new Carrier("log line", "2026-10-03T10:22:33Z INFO [main] x=", " took 12ms"));

  private static final Map<String, UnaryOperator<String>> ESCAPES = new LinkedHashMap<>();

  static {
    ESCAPES.put("plain", Chat::escaped);
    ESCAPES.put("all escaped", Chat::allEscaped);
  }

  private static Position message(String name, int strings, String json) {
    return new Position(
        name,
        strings,
        "{ 'model' : 'm', 'messages':[{'role':'system','content':'be kind'},\n" + json + "]}");
  }

  private static Position top(String name, String members) {
    return new Position(name, 1, "{'model':'m','messages':[], " + members + " ,'n':1}");
  }

  @Test
  void every_value_is_taken_out_at_every_position_and_no_other_byte_changes() {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (Position position : POSITIONS) {
      for (Value value : VALUES) {
        for (Carrier carrier : CARRIERS) {
          for (var escape : ESCAPES.entrySet()) {
            cases++;
            String name =
                position.name() + ", " + value + ", " + carrier.name() + ", " + escape.getKey();
            check(name, position, value, carrier, escape.getValue(), wrong);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThan(8000);
  }

  private static void check(
      String name,
      Position position,
      Value value,
      Carrier carrier,
      UnaryOperator<String> escape,
      List<String> wrong) {
    if (wrong.size() > 5) {
      return;
    }
    String before = written(carrier.before(), position.strings(), escape);
    String after = written(carrier.after(), position.strings(), escape);
    String planted = written(value.spelled(), position.strings(), escape);
    String body = position.json().replace('\'', '"').replace("@", before + planted + after);
    if (position.strings() > 1) {
      body = nested(position, before + planted + after);
    }
    String expected =
        body.replace(before + planted + after, before + "REDACTED_" + value.word() + after);
    String actual = Chat.redacted(body);
    if (!actual.equals(expected)) {
      wrong.add(name + "\n   " + body + "\n   " + actual);
    } else if (isIn(actual, value.spelled())) {
      wrong.add(name + ": still there in another form");
    }
    JsonMapper.shared().readTree(actual);
  }

  /// The template's own inner quotes are escaped already; single quotes are the outermost ones.
  private static String nested(Position position, String text) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < position.json().length(); i++) {
      char c = position.json().charAt(i);
      switch (c) {
        case '"' -> body.append("\\\"");
        case '\\' -> body.append("\\\\");
        case '\'' -> body.append('"');
        case '@' -> body.append(text);
        default -> body.append(c);
      }
    }
    return body.toString();
  }

  private static String written(String text, int strings, UnaryOperator<String> escape) {
    String written = escape.apply(text);
    for (int i = 1; i < strings; i++) {
      written = Chat.escaped(written);
    }
    return written;
  }

  static boolean isIn(String body, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return body.contains(value)
        || body.contains(Chat.allEscaped(value))
        || body.contains(URLEncoder.encode(value, StandardCharsets.UTF_8))
        || body.contains(base64.substring(0, base64.length() - 2))
        || body.contains(HexFormat.of().formatHex(bytes));
  }
}
