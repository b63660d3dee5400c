package dev.demarc.classify.family.contact;

import dev.demarc.classify.number.NumberChain;
import dev.demarc.classify.text.Bytes;
import dev.demarc.classify.text.Words;

/// Numbers of nine digits in a list of people: a name of two words or what somebody does, a dash
/// and the number. Sums stand in lists like that too, behind a word for what they count.
final class ListedNumbers {
  private static final int LONGEST_WORD = 32;
  private static final Words ROLES =
      Words.of(
          "hydraulik|elektryk|gazownik|ślusarz|dozorca|recepcja|sekretariat|kierowca|lekarz|doktor"
              + "|mama|tata|babcia|dziadek|sąsiad|żona|mąż|syn|córka|brat|siostra|szef|kurier|biuro"
              + "|plumber|electrician|caretaker|janitor|doctor|driver|landlord|neighbour|neighbor"
              + "|mum|mom|dad|wife|husband|brother|sister|boss|reception|office|emergency|hausmeister"
              + "|elektriker|klempner|arzt|fahrer|nachbar|mutter|vater|büro|empfang|notdienst|plombier"
              + "|électricien|gardien|concierge|médecin|chauffeur|voisin|accueil|fontanero"
              + "|electricista|portero|médico|conductor|vecino|oficina|recepción|idraulico|elettricista"
              + "|portiere|medico|autista|vicino|ufficio|encanador|eletricista|porteiro|motorista"
              + "|vizinho|escritório|loodgieter|huisarts|buurman|buurvrouw|receptie");
  private static final Words COUNTS =
      Words.of(
          "revenue|sale|budget|population|total|profit|cost|spend|income|turnover|volume|user"
              + "|visitor|view|expen|earning|loss|debt|deficit|asset|stock|item|order|product|market"
              + "|value|capital|gross|net|przych|bud|ludno|obr|koszt|zysk|suma|razem|wydatk|umsatz"
              + "|gewinn|einwohner|kosten|summe|gesamt|chiffre|coût|dépense|recette|ingreso|venta"
              + "|poblaci|presupuesto|gasto|ricav|fattur|popolazione|bilancio|receita|vendas|popula"
              + "|orçamento|omzet|begroting|inwoner|bevölkerung|haushalt|ausgabe");

  private ListedNumbers() {}

  /// Whether a name or role stands before the number with a dash, and nothing goes on behind it.
  static boolean holds(byte[] b, int from, NumberChain n, int to) {
    boolean fits = n.shape() == 0x333 && n.digit(0) >= 4 && n.value(6, 9) != 0;
    int end = fits ? beforeDash(b, from, n.start()) : from;
    if (end == from || !(n.end() == to || ",.;\n\r".indexOf(b[n.end()]) >= 0)) {
      return false;
    }
    int last = wordStart(b, from, end);
    int first = last - 1 > from && b[last - 1] == ' ' ? wordStart(b, from, last - 1) : last;
    if (last == end || COUNTS.endAt(b, last, end) > 0 || COUNTS.endAt(b, first, end) > 0) {
      return false;
    }
    boolean named = first < last - 1 && isName(b, first, last - 1) && isName(b, last, end);
    return named || ROLES.endAt(b, last, end) == end || ROLES.endAt(b, first, end) > 0;
  }

  /// Where the text before a dash ends that has blanks around it, or `from`.
  private static int beforeDash(byte[] b, int from, int at) {
    int dash = at - 1;
    boolean blank = dash - 4 > from && b[dash] == ' ';
    boolean plain = blank && b[dash - 1] == '-';
    boolean wide = blank && b[dash - 1] < 0 && b[dash - 3] == (byte) 0xE2;
    return plain || wide ? Bytes.trimEnd(b, from, plain ? dash - 1 : dash - 3) : from;
  }

  private static int wordStart(byte[] b, int from, int at) {
    int i = at;
    while (i > from && at - i < LONGEST_WORD && isLetter(b[i - 1])) {
      i--;
    }
    return i;
  }

  /// A capital and small letters behind it.
  private static boolean isName(byte[] b, int from, int to) {
    boolean begins = Bytes.capital(b[from]) || (b[from] < 0 && (b[from] & 0xFF) <= 0xC5);
    return to - from > 2 && begins && !Bytes.capital(b[to - 1]);
  }

  private static boolean isLetter(byte c) {
    return c < 0 || Bytes.letter(c);
  }
}
