package dev.demarc.classify.family.network;

import dev.demarc.classify.scan.Extent;
import dev.demarc.classify.scan.Family;
import dev.demarc.classify.scan.Nearby;
import dev.demarc.classify.scan.Scan;
import dev.demarc.classify.scan.Triggers;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.WordSet;
import dev.demarc.classify.text.Words;

/// Names of networks that a noun announces which says nothing of Wi-Fi itself, where the text
/// around does: `netwerknaam is Het Kippenhok`, `two networks, Rowe Main and Rowe Visitors`, `dos
/// redes: la de casa se llama "…"`.
public final class NetworkNamesAnnounced implements Family {
  private static final int FAR = 120;
  private static final int SENTENCE = 96;
  private static final int NEAR = 24;

  /// What a text about the network of a house speaks of, and one about other networks does not.
  private static final Words HOUSES =
      Words.of(
          "wifi|wi-fi|wlan|wireless|ssid|hotspot|router|ghz|fritz|hub|guest|password|passwort|"
              + "hasło|contraseña|mot de passe|wachtwoord|senha|palavra-passe|sans fil|inalámbric|"
              + "senza fili|sem fios|bezprzewodow|gäste|invitad|invité|ospiti|convidad|gasten|"
              + "gości|repeater|mesh|antenne|signal|无线|密码|路由|信号|热点");

  private static final Words RADIO =
      Words.of(
          "wifi|wi-fi|wlan|wireless|sans fil|inalámbric|senza fili|sem fios|draadlo|drahtlos|"
              + "bezprzewodow|无线");
  private static final Words LINKS =
      Words.of(
          ": |:| : |=| = | is | is now | was | ist | lautet | heißt | war | est | era | es | jest |"
              + " to | è | é | 是|是|为|叫|: |:");
  private static final Words CALLED =
      Words.of(
          " called | named | namens | se llama | se llaman | llamada | heißt | heißen | s'appelle"
              + " | nommé | si chiama | chiamata | se chama | chama-se | heet | nazywa się | o"
              + " nazwie | is | ist | es | est | è | é ");

  /// What forms say of a field for a name.
  private static final WordSet REQUIRED =
      WordSet.of(
          "pflicht pflichtfeld pflichtangabe optional required mandatory missing empty blank leer"
              + " fehlt unbekannt requis obligatoire vide obligatorio requerido vacío"
              + " obbligatorio richiesto vuoto obrigatório vazio verplicht leeg wymagane wymagana"
              + " obowiązkowe puste brak unknown case-sensitive visible hidden sichtbar"
              + " versteckt invisible visible masqué oculto nascosto ukryta 必填 选填 可选");

  private static final Words ENDS = Words.of(" soll | and | und | en | et | y | e | i | - ");

  private final Extent extent = new Extent();

  @Override
  public void declare(Triggers triggers) {
    triggers.words(
        this::name,
        "netzwerkname",
        "netzwerknamen",
        "netwerknaam",
        "nazwa sieci",
        "nazwę sieci",
        "nom du réseau",
        "nom de réseau",
        "nombre de la red",
        "nombre de red",
        "nome della rete",
        "nome rete",
        "nome da rede",
        "network name",
        "网络名称",
        "网络名");
    triggers.words(
        this::several,
        "networks",
        "netzwerke",
        "netze",
        "redes",
        "réseaux",
        "reti",
        "sieci",
        "netwerken",
        "ssids");
  }

  /// `Netzwerkname: X`, `netwerknaam is X`, `alter Netzwerkname X`.
  private void name(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int link = LINKS.endAt(b, to, s.to());
    int start = Bytes.skipBlanks(b, link > 0 ? link : to, s.to());
    if (start >= s.to() || (start == to && link < 0) || !isOfHouse(s, from, to)) {
      return;
    }
    if (extent.quotedAt(b, start, s.to())) {
      NetworkNamesInProse.report(s, extent.start(), extent.end());
      return;
    }
    int end = NetworkNameShape.nameEnd(b, start, s.to());
    boolean strange = NetworkNameShape.isMarked(b, start, end);
    boolean names = strange || (link > 0 && mayBegin(b, start));
    boolean goesOn = end < s.to() && "(=[".indexOf(b[end]) >= 0;
    if (end > start && names && !goesOn && !saysOf(b, start, end)) {
      NetworkNamesInProse.report(s, start, end);
    }
  }

  /// Whether the first word asks, or says how a field or network is.
  private static boolean saysOf(byte[] b, int from, int to) {
    int first = Bytes.find(b, from, to, ' ');
    return NetworkNameFiller.isAsked(b, from, to)
        || NetworkNameFiller.isState(b, from, to)
        || REQUIRED.has(b, from, first);
  }

  /// Whether a name may begin at `at` that is a word of a language.
  static boolean mayBegin(byte[] b, int at) {
    return b[at] < 0 || Bytes.capital(b[at]) || Bytes.digit(b[at]);
  }

  /// Whether the network of a house is spoken of around [from, to), and no other.
  private static boolean isOfHouse(Scan s, int from, int to) {
    byte[] b = s.bytes();
    int near = Math.max(s.from(), from - FAR);
    int far = Math.min(s.to(), to + FAR);
    boolean house =
        Nearby.lastBegun(HOUSES, b, near, from) >= 0 || Nearby.lastBegun(HOUSES, b, to, far) >= 0;
    return house && !NetworkNamesInProse.speaksOfOthers(b, near, far);
  }

  /// `two wireless networks, Rowe Main and Rowe Visitors`, `redes: la de casa se llama "X" y la de
  /// invitados "Y"`.
  private void several(Scan s, int from, int to) {
    byte[] b = s.bytes();
    boolean whole = to < s.to() && !Bytes.alphanumeric(b[to]) && b[to] >= 0;
    if (!whole || !isOfHouse(s, from, to)) {
      return;
    }
    boolean listed = Bytes.at(b, to, s.to(), ", ") || Bytes.at(b, to, s.to(), ": ");
    int called = listed ? to + 2 : CALLED.endAt(b, to, s.to());
    boolean wifi = RADIO.standIn(b, Math.max(s.from(), from - NEAR), from);
    if (called > 0 && wifi && phrases(s, called)) {
      return;
    }
    int most = Math.min(s.to(), to + SENTENCE);
    for (int i = to; i < most && ".!?\n".indexOf(b[i]) < 0; i++) {
      int name = b[i] == ' ' ? CALLED.endAt(b, i, s.to()) : -1;
      if (name > 0 && extent.quotedAt(b, name, s.to())) {
        NetworkNamesInProse.report(s, extent.start(), extent.end());
        other(s, extent.end() + 1);
        return;
      }
    }
  }

  /// The next text in quotes of the sentence, which the same verb governs.
  private void other(Scan s, int at) {
    byte[] b = s.bytes();
    int most = Math.min(s.to(), at + SENTENCE / 2);
    for (int i = at; i < most && ".!?\n:".indexOf(b[i]) < 0; i++) {
      if (b[i - 1] == ' ' && extent.quotedAt(b, i, s.to())) {
        NetworkNamesInProse.report(s, extent.start(), extent.end());
        return;
      }
    }
  }

  /// Two phrases in capitals with `and` between them: `Rowe Main and Rowe Visitors`.
  private static boolean phrases(Scan s, int at) {
    byte[] b = s.bytes();
    int end = NetworkNameShape.nameEnd(b, at, s.to());
    int and = end > at ? ENDS.endAt(b, end, s.to()) : -1;
    if (and < 0 || !Bytes.capital(b[at]) || !Bytes.capital(b[Math.min(and, s.to() - 1)])) {
      return false;
    }
    int last = NetworkNameShape.nameEnd(b, and, s.to());
    boolean ends = last == s.to() || ".,;:)\n".indexOf(b[last]) >= 0;
    boolean names =
        last > and
            && NetworkNamesOfWords.isOneName(b, at, end)
            && NetworkNamesOfWords.isOneName(b, and, last);
    if (ends && names) {
      NetworkNamesInProse.report(s, at, end);
      NetworkNamesInProse.report(s, and, last);
    }
    return ends && names;
  }
}
