package dev.demarc.classify.family.network;

import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Tells what stands where the name of a network will be, or where something is said of it, from a
/// name: fillers, variables and calls of programs, types, questions, states.
final class NetworkNameFiller {
  /// How what asks to be filled in begins.
  private static final Words FILLERS =
      Words.of(
          "your ssid|your-ssid|your_|yourssid|your network|yournetwork|your-network|your wifi|your"
              + " wi-fi|yourwifi|your-wifi|!secret|my_ssid|my-ssid|myssid|my_wifi|wifi_name|wifi-name|ssid"
              + " name|ssid_name|ssid-name|ssid here|name of |enter "
              + " |example|placeholder|xxx|***|802.11|...|…|ihr netz|ihr wlan|ihr-|ihre-|twoja"
              + " |twoja_|votre |votre_|tu red|tu_|su red|jouw |uw netwerk|sua rede|la tua |nome"
              + " della rete|nazwa sieci|您的|你的|区分|不能|长度|请输入|请填写|填写|输入");

  /// Fillers that other words begin with, so that they have to stand alone.
  private static final WordSet WHOLE_FILLERS = WordSet.of("todo todo: tbd insert");

  /// What asks for a name.
  private static final Words QUESTIONS =
      Words.of("什么|甚么|多少|哪|怎么|怎样|如何|啥|谁|为什么|几|否|不是|指|无线|一个|由|用来|用于");

  private static final Words UNITS =
      Words.of("ghz|mhz|mbps|mbit|mbit/s|mb/s|gbit|gbps|dbm|db|%|ms|percent");

  private static final WordSet STATES =
      WordSet.of(
          "ok up down on off yes no unstable stable slow fast connected disconnected working broken"
              + " good bad weak strong aktiv inaktiv ja nein vorhanden instabil langsam si sí oui"
              + " non tak nie sim não instável lento lenta inestable lent instable wolna wolny"
              + " niestabilna lente attivo attiva traag instabiel connected. required optional"
              + " missing empty blank ssid essid wifi wlan name varchar char text int bool 正常 开"
              + " 关 开启 关闭 已连接 未连接 免费 有 无 可用 不可用 必填 可选 字符串");

  private static final WordSet KINDS =
      WordSet.of(
          "guest guests staff office home main second and or private public internal corporate"
              + " employees visitors iot und oder gäste y e et i invitados casa");

  private static final WordSet LISTING = WordSet.of("and or und oder y e et i");

  private static final Words TYPES =
      Words.of("string(|varchar(|char(|text(|string[|string,|string;|optional<|option<|nvarchar(");
  private static final Words MEMBERS = Words.of("self.|this.|config.|args.|settings.|props.|opts.");

  private NetworkNameFiller() {}

  /// Whether it is none of a network, however it was announced.
  static boolean is(byte[] b, int from, int to) {
    return isBracketed(b, from, to)
        || isVariable(b, from, to)
        || saysNothing(b, from, to)
        || isMeasure(b, from, to)
        || isFieldNumber(b, from, to)
        || FILLERS.endAt(b, from, to) > 0
        || WHOLE_FILLERS.has(b, from, Bytes.find(b, from, to, ' '))
        || TYPES.endAt(b, from, to) > 0;
  }

  /// Whether it is what a schema numbers its fields by: `ssid = 1;`.
  private static boolean isFieldNumber(byte[] b, int from, int to) {
    return to - from <= 2 && Bytes.digit(b[from]) && Bytes.digit(b[to - 1]);
  }

  /// Whether the value without quotes is an expression of a program: a call, a member, a variable
  /// that is compared or assigned.
  static boolean isExpression(byte[] b, int from, int to) {
    int call = Bytes.find(b, from, to, '(');
    boolean none = call + 1 < to && b[call + 1] == ')';
    byte last = b[to - 1];
    boolean opened = last == '(' || last == '[' || last == '{' || b[from] == '{';
    return opened
        || (none && isIdentifier(b, from, call))
        || isAssigned(b, from, to)
        || MEMBERS.endAt(b, from, to) > 0
        || isNamedAfterField(b, from, to)
        || isMember(b, from, to);
  }

  /// Whether a variable for such a name is assigned: `= targetSsid`.
  private static boolean isNamedAfterField(byte[] b, int from, int to) {
    int i = from;
    while (i > 0 && b[i - 1] == ' ') {
      i--;
    }
    boolean assigned = i > 0 && b[i - 1] == '=' && b[from] >= 'a';
    boolean field = to - from >= 4 && Bytes.at(b, to - 4, to, "ssid");
    return assigned && field && isIdentifier(b, from, to);
  }

  /// Whether what begins with a small letter is the type of what is assigned: `str = Field(...`.
  private static boolean isAssigned(byte[] b, int from, int to) {
    int sign = Bytes.find(b, from, to, '=');
    return sign > from
        && sign < to - 1
        && b[sign - 1] == ' '
        && b[sign + 1] == ' '
        && Bytes.letter(b[from]);
  }

  /// Whether several words with one between them that lists say what networks there are: `guest and
  /// staff`, and not `Home Office`.
  static boolean areKinds(byte[] b, int from, int to) {
    int words = 0;
    boolean listed = false;
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && b[end] != ' ' && b[end] != ',' && b[end] != '/') {
        end++;
      }
      if (end > i && !KINDS.has(b, i, end)) {
        return false;
      }
      words += end > i ? 1 : 0;
      listed |= (end < to && b[end] != ' ') || (end > i && LISTING.has(b, i, end));
      i = end + 1;
    }
    return listed && words > 1;
  }

  /// Whether the value stands behind an empty string and a colon, as the branch of a condition
  /// does, or behind two equals signs.
  static boolean isCompared(byte[] b, int from) {
    int i = from;
    while (i > 0 && b[i - 1] == ' ') {
      i--;
    }
    boolean empty = i > 2 && b[i - 1] == ':' && b[i - 2] == '"' && b[i - 3] == '"';
    return empty || (i > 1 && b[i - 1] == '=' && b[i - 2] == '=');
  }

  /// Whether a sentence asks for the name or explains the word.
  static boolean isAsked(byte[] b, int from, int to) {
    return QUESTIONS.endAt(b, from, to) > 0;
  }

  /// Whether all of it says how a network is, or that there is one.
  static boolean isState(byte[] b, int from, int to) {
    return STATES.has(b, from, to);
  }

  private static boolean isBracketed(byte[] b, int from, int to) {
    byte last = b[to - 1];
    return b[from] == '<' || (b[from] == '[' && last == ']') || (b[from] == '@' && last == '@');
  }

  private static boolean isVariable(byte[] b, int from, int to) {
    boolean dollar = b[from] == '$' && to - from > 1 && "{($".indexOf(b[from + 1]) >= 0;
    boolean numbered = to - from == 2 && b[from] == '$' && Bytes.digit(b[from + 1]);
    boolean named = numbered || (b[from] == '$' && to - from > 1 && isIdentifier(b, from + 1, to));
    boolean braces = b[from] == '{' && (b[to - 1] == '}' || Bytes.at(b, from, to, "{{"));
    boolean format = b[from] == '%' && (to - from == 2 || Bytes.at(b, from, to, "%("));
    return dollar || named || braces || format;
  }

  /// Whether a number and its unit begin it: `5 GHz`, `2.4GHz band`.
  private static boolean isMeasure(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (Bytes.digit(b[i]) || b[i] == '.' || b[i] == ',')) {
      i++;
    }
    int unit = Bytes.skipBlanks(b, i, to);
    int end = i > from ? UNITS.endAt(b, unit, to) : -1;
    return end > 0 && (end == to || !Bytes.alphanumeric(b[end]));
  }

  private static boolean saysNothing(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < 0 || Bytes.alphanumeric(b[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdentifier(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (Bytes.alphanumeric(b[i]) || b[i] == '_' || b[i] == '.')) {
      i++;
    }
    return i == to && to > from && !Bytes.digit(b[from]);
  }

  /// Whether it is a member of something in camel case: `network.name;`, `wifiInput.value`.
  private static boolean isMember(byte[] b, int from, int to) {
    int dot = Bytes.find(b, from, to, '.');
    boolean small = b[from] >= 'a' && b[from] <= 'z' && dot > from + 2;
    boolean member = dot + 1 < to && b[dot + 1] >= 'a' && b[dot + 1] <= 'z';
    return small && member && isIdentifier(b, from, to) && b[from - 1] == ' ';
  }
}
