package dev.demarc.cli.e2e;

import java.util.List;
import java.util.stream.Stream;

/// A position of the chat protocol where a text may stand.
///
/// @param strings how many JSON strings the text stands in, one in the other
/// @param shown whether the text is a string; a member's name cannot hold JSON
/// @param json the body, with `@` for the text and `'` for the quotes of the outermost JSON
record LeakPlace(String name, int strings, boolean shown, String json) {
  static final List<LeakPlace> ALL =
      List.of(
          message("system", "{'role':'system','content':'@'}"),
          message("developer", "{'role':'developer','content':'@'}"),
          message("user", "{'role':'user','content':'@'}"),
          message("assistant", "{'role':'assistant','content':'@'}"),
          message("tool", "{'role':'tool','tool_call_id':'c','content':'@'}"),
          message("function result", "{'role':'function','name':'f','content':'@'}"),
          message("text part", "{'role':'user','content':[{'type':'text','text':'@'}]}"),
          message(
              "second text part",
              "{'role':'user','content':[{'type':'text','text':'hi'},{'text':'@','type':'text'}]}"),
          message("system part", "{'role':'system','content':[{'type':'text','text':'@'}]}"),
          message(
              "tool part",
              "{'role':'tool','tool_call_id':'c','content':[{'type':'text','text':'@'}]}"),
          message("refusal", "{'role':'assistant','content':null,'refusal':'@'}"),
          message(
              "refusal part", "{'role':'assistant','content':[{'type':'refusal','refusal':'@'}]}"),
          message("name", "{'role':'user','name':'@','content':'hi'}"),
          message(
              "arguments",
              "{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':"
                  + "{'name':'f','arguments':'@'}}]}"),
          inner(
              "argument",
              "{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':"
                  + "{'name':'f','arguments':'{\"q\":\"@\",\"n\":2}'}}]}"),
          message(
              "custom tool input",
              "{'role':'assistant','tool_calls':[{'id':'c','type':'custom','custom':"
                  + "{'name':'f','input':'@'}}]}"),
          message("call id", "{'role':'assistant','tool_calls':[{'id':'@','type':'function'}]}"),
          inner(
              "function call",
              "{'role':'assistant','function_call':{'name':'f','arguments':'{\"q\":\"@\"}'}}"),
          inner("JSON result", "{'role':'tool','tool_call_id':'c','content':'[{\"r\":\"@\"}]'}"),
          message(
              "annotation",
              "{'role':'assistant','content':'x','annotations':[{'type':"
                  + "'url_citation','url_citation':{'title':'@','url':'x','start_index':0}}]}"),
          message("audio transcript", "{'role':'assistant','audio':{'id':'a','transcript':'@'}}"),
          message("reasoning", "{'role':'assistant','content':'x','reasoning_content':'@'}"),
          message(
              "image address",
              "{'role':'user','content':[{'type':'image_url','image_url':{'url':"
                  + "'https://pics.lanternbrook-post.com/a.png?@'}}]}"),
          message(
              "image address as string",
              "{'role':'user','content':[{'type':'image_url','image_url':'https://x.org/?@'}]}"),
          message(
              "file name",
              "{'role':'user','content':[{'type':'file','file':{'filename':'@','file_id':'f'}}]}"),
          message(
              "unknown part", "{'role':'user','content':[{'type':'video_note','caption':'@'}]}"),
          message("unknown member of a message", "{'role':'user','content':'x','x_y':{'z':['@']}}"),
          name("name in a message", "{'role':'user','content':'x','x_y':{'@':[1]}}"),
          top(
              "tool description",
              "'tools':[{'type':'function','function':{'name':'f'," + "'description':'@'}}]"),
          schema("schema description", "'description':'@'"),
          schema("schema enum", "'enum':['x','@']"),
          schema("schema default", "'default':'@'"),
          schema("schema examples", "'examples':['x','@']"),
          schema("schema const", "'const':'@'"),
          topName(
              "schema property",
              "'tools':[{'type':'function','function':{'name':'f',"
                  + "'parameters':{'type':'object','properties':{'@':{'type':'string'}}}}}]"),
          top("old function description", "'functions':[{'name':'f','description':'@'}]"),
          top(
              "custom tool grammar",
              "'tools':[{'type':'custom','custom':{'name':'f','format':"
                  + "{'type':'grammar','grammar':{'syntax':'lark','definition':'@'}}}}]"),
          top(
              "response schema",
              "'response_format':{'type':'json_schema','json_schema':"
                  + "{'name':'n','description':'@'}}"),
          top(
              "response schema enum",
              "'response_format':{'type':'json_schema','json_schema':"
                  + "{'name':'n','schema':{'properties':{'a':{'enum':['@']}}}}}"),
          top("prediction", "'prediction':{'type':'content','content':'@'}"),
          top(
              "prediction part",
              "'prediction':{'type':'content','content':[{'type':'text'," + "'text':'@'}]}"),
          top("user id", "'user':'@'"),
          top("safety identifier", "'safety_identifier':'@'"),
          top("cache key", "'prompt_cache_key':'@'"),
          top("metadata", "'metadata':{'case':'@'}"),
          topName("metadata name", "'metadata':{'@':'x'}"),
          top("stop", "'stop':'@'"),
          top("stop list", "'stop':['END','@']"),
          topName("logit bias", "'logit_bias':{'@':-100}"),
          top(
              "search place",
              "'web_search_options':{'user_location':{'approximate':" + "{'city':'@'}}}"),
          top("unknown member", "'x_future':'@'"),
          top("deep unknown member", "'x_future':{'deep':[[{'er':'@'}]]}"),
          topName("unknown name", "'x_future':[{'@':{'a':1}}]"),
          top("model parameters", "'extra_body':{'note':'@'}"));

  private static LeakPlace message(String name, String message) {
    return new LeakPlace(
        name,
        1,
        true,
        "{ 'model':'assistant', 'messages':[{'role':'system','content':'Be kind.'},\n"
            + message
            + "]}");
  }

  private static LeakPlace inner(String name, String message) {
    return new LeakPlace(name, 2, true, message(name, message).json());
  }

  private static LeakPlace name(String name, String message) {
    return new LeakPlace(name, 1, false, message(name, message).json());
  }

  private static LeakPlace top(String name, String members) {
    return new LeakPlace(
        name,
        1,
        true,
        "{'model':'assistant','messages':[{'role':'user','content':'Hi.'}], "
            + members
            + ",'n':1}");
  }

  private static LeakPlace topName(String name, String members) {
    return new LeakPlace(name, 1, false, top(name, members).json());
  }

  private static LeakPlace schema(String name, String member) {
    return top(
        name,
        "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object',"
            + "'properties':{'a':{'type':'string',"
            + member
            + "}}}}}]");
  }

  /// Whether what stands here is, or names, content that nobody can look into, as far as the
  /// protocol says.
  boolean isOpaque() {
    return Stream.of("image", "file", "audio", "unknown part").anyMatch(name::startsWith);
  }

  /// Whether the gateway puts a pseudonym of its own here, whatever stands here.
  boolean isIdentity() {
    return name.equals("user id") || name.equals("safety identifier");
  }

  /// The body with this text, its outermost string written with or without needless escapes.
  String body(String text, boolean escaped) {
    String inner = strings == 1 ? text : LeakCarrier.json(text);
    String written = escaped ? LeakCarrier.unicode(inner) : LeakCarrier.json(inner);
    return outer().replace("@", written);
  }

  /// The template with its quotes; those of JSON inside strings are escaped.
  private String outer() {
    return json.replace("\\", "\\\\").replace("\"", "\\\"").replace('\'', '"');
  }
}
