package dev.demarc.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.classify.finding.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of persons by the evidence around them: names that no list has where they can be such, and
/// beside each class of texts what looks like it and names nobody.
class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Under keys, and beside other fields of a person.
        "Thandolwe Mkhwane | Name of applicant: Thandolwe Mkhwane",
        "Quillon Ashgrove | Booked by: Quillon Ashgrove",
        "Quillon Ashgrove | Kontoinhaber: Quillon Ashgrove\\nIBAN folgt",
        "Quillon Ashgrove | {\"employee\":\"Quillon Ashgrove\",\"days\":3}",
        "Quillon Ashgrove | {\"name\":\"Quillon Ashgrove\",\"phone\":\"+44 7845 312967\"}",
        "Ashgrove | {\"prenom\":\"anne-lise\",\"nom\":\"Ashgrove\",\"age\":3}",
        "Quillon Ashgrove | <client><tel>+47 912 48 377</tel><name>Quillon"
            + " Ashgrove</name></client>",
        "Quillon Ashgrove | KdNr;Name;Telefon\\n50418;Quillon Ashgrove;0361 7420918",
        "Quillon Ashgrove | INSERT INTO k VALUES (1,'Quillon Ashgrove','q@ash.de','0351 4407718')",
        "Quillon Ashgrove | 31\tQuillon Ashgrove\tquill7@btinternet.com\tA12",
        "김서윤 | {\"name\":\"김서윤\",\"phone\":\"010-6127-4483\"}",
        // Letters.
        "Quillon Ashgrove | Mit freundlichen Grüßen\\n\\ni. A. Quillon Ashgrove\\nSachbearbeitung",
        "Quillon | See you there.\\n\\nBest\\nQuillon",
        "Łucjan | Do jutra.\\n\\nPozdrawiam\\nŁucjan",
        "M. Ashgrove | Bis morgen.\\nGruß M. Ashgrove",
        "Rosamira Achebe-Turner | ok will do\\n\\n--\\nRosamira Achebe-Turner\\nSenior Paralegal",
        "Callum;;Quillona | Hi Callum, hi Quillona,\\n\\nthe venue moved.",
        "Quillona | Cześć Quillona,\\n\\nwysyłam kontakty.",
        "Quillon Ashgrove;;Mirna Jelkovan | Von: Quillon Ashgrove\\nAn: Mirna Jelkovan\\nBetreff:"
            + " AW",
        "Quillon Ashgrove | > On 10 Jun 2025, at 21:40, Quillon Ashgrove wrote:\\n> ok",
        "Quillon Ashgrove | Quillon Ashgrove\\nAm Mühlengraben 3a\\n31134"
            + " Hildesheim\\n\\nKündigung",
        // Roles and kin.
        "Quillon Ashgrove | my landlord Quillon Ashgrove kept it",
        "Quillon | my landlord Quillon kept it",
        "Quillon Ashgrove | l'empreinte de mon fils Quillon Ashgrove sans accord",
        "Quillon Ashgrove | son fils, Quillon Ashgrove, viendra",
        "Quillona Hoek | Volgens buurvrouw Quillona Hoek is het er",
        "Quillona Wiśniewska | z panią Quillona Wiśniewska ze wspólnoty",
        "Anselmo Figueira | O senhor Anselmo Figueira já pagou",
        "Quillon Ashgrove | an Herrn Quillon Ashgrove, Telefon folgt",
        "Quillon Ashgrove | beneficiario Quillon Ashgrove, data 10/05/2025",
        "Quillon Ashgrove | conto intestato a Quillon Ashgrove",
        "Quillon Ashgrove | Quillon Ashgrove (\"the Landlord\") agrees",
        "Quillon Ashgrove | Betr.: Quillon Ashgrove, geb. 04.11.1949",
        "Ashgrove Quillon | Ashgrove Quillon, DNI 51512068A",
        "Patel | Please ask Dr Patel or the nurse",
        "Kowalski | mówi pan Kowalski z firmy",
        "Anna Smith | for MS Anna Smith of room 4",
        "Quillon Ashgrove | 2 attempts\\n\\nAgent Quillon Ashgrove:\\n it has a dot",
        "Ingrid | our tenant Ingrid has moved out",
        "Ingrid Solheim | the beneficiary Ingrid Solheim has been paid",
        "Ingrid | Hello Ingrid! How are you?",
        "Ingrid Solheim | please call Ingrid Solheim, tel. 030 1234",
        // Lists and chats.
        "Ingrid Solheim;;Quillon Ashgrove;;R. Trench | Present: Ingrid Solheim (chair), Quillon"
            + " Ashgrove, R. Trench",
        "Capucine Morel;;Quillon Ashgrove | Inscrits : Capucine Morel, Quillon Ashgrove (liste"
            + " d'attente)",
        "Quillon Ashgrove | [09:12] Quillon Ashgrove: morning! anyone there?",
        "Quillona;;Quillona;;Quillona | [09:12] Quillona: hi\\nQuillona left\\n[09:13] Quillona:"
            + " back",
        // An address that shares its parts.
        "Quillon Ashgrove | write to Quillon Ashgrove at q.ashgrove@fairmont.example.org",
        "Quillon Ashgrove | Quillon Ashgrove [mailto:quillon.ashgrove@t-online.de]",
        // Told once, found again.
        "Ingrid Solheim;;Ingrid | I met Ingrid Solheim. On Monday Ingrid called back.",
        "Hannelore Quast;;H. Quast | Frau Hannelore Quast war da.\\nDas sagt H. Quast auch.",
        "SCHREIBER/LENA | 2) SCHREIBER/LENA  证件类型 护照  C4K9T71XN",
        "晓彤 | 晓彤，你好：\\n好久没联系了",
        "单秀梅 | 如需核实，请与人事科单秀梅联系，谢谢",
        "VERONIKA STADLBAUER | :50K:/AT393200055271819156\\nVERONIKA STADLBAUER\\n:70:X",
      })
  void a_name_is_found_by_what_stands_around_it(String names, String text) {
    assertThat(Found.of(Category.PERSON_NAME, Found.lines(text)))
        .isEqualTo(List.of(names.split(";;")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Quarterly Overview\",\"columns\":3}",
        "{\"name\":\"Coastal Pinewood\",\"price\":12.5}",
        "Name: Coastal Pinewood\nColour: grey",
        "creator: Adobe Indesign",
        "Owner: Platform Squad",
        "SKU;Name;Phone\n17;Coastal Pinewood;none",
        "<item><name>Coastal Pinewood</name><qty>4</qty></item>",
        "Mit freundlichen Grüßen\nIhr Kundenservice",
        "Regards,\nDanube Lettings",
        "Thanks\nThe Team",
        "Best Western was full.",
        "Best\nPractices are listed below.",
        "Hi Team,\nhello World",
        "Dear Hiring Manager,\nDear Sir or Madam,",
        "Hallo zusammen,\nLiebe Kollegen,",
        "Sehr geehrter Herr Kollege,",
        "Sehr geehrte Damen und Herren,",
        "From: Warsaw\nDistance: 300 km",
        "my landlord English lessons",
        "the patient Safety Act applies",
        "Patient Care Coordinator wanted",
        "Participants: please bring a pen",
        "MS Excel is open",
        "MS Word crashed",
        "I like Dr Pepper",
        "Pudding von Dr. Oetker",
        "new Dr. Martens boots",
        "the Pan Pacific hotel",
        "a frying pan Tefal",
        "elected Miss Universe",
        "Der Frau Antje Käse schmeckt",
        "our tenant Contoso uses it",
        "our partner Salesforce said so",
        "our mother Nature",
        "Set the user agent Mozilla Firefox",
        "the beneficiary Real Madrid paid",
        "el cliente Banco Bilbao",
        "Participants: Domain Controller, Load Balancer",
        "Members:\n- Public Fields\n- Private Methods\n",
        "Drivers: Realtek Audio, Coastal Pinewood",
        "Children: Flex Items, Coastal Pinewood",
        "Hello GitHub!",
        "Hello Angular!",
        "Thanks,\nGitHub",
        "The Adam Optimizer converges",
        "Hugo Themes",
        "open Jasper Reports now",
        "Julia Sets",
        "a Monte Carlo Simulation",
        "See Kafka Streams (\"the Platform\")",
        "See Coastal Pinewood (\"the Platform\")",
        "Deutsche Bahn, tel. 030",
        "Present: 14 of 20 members",
        "Apologies for the delay. Apologies: none",
        "[12:01] Error: connection refused",
        "[09:12] Server: started",
        "Warning: low disk\nNotice: restart",
        "write to Coastal Pinewood at info@harbour.example.org",
        "Chez Leroy Merlin la carte est gratuite",
        "Clifford Chance advised on the merger",
        "Morgan Stanley and Goldman Sachs fell.",
        "Signed: ______________ Date: __/__/____",
        "Visit Jurassic Coast, who knows when",
        "Payee Details Form",
        "INPUT/OUTPUT errors with passport data",
        "TCP/IP",
        "| 品牌 | 型号 | 价格 |\n|---|---|---|\n| 张小泉 | A1 | 29 |",
        "大家，你好：\n明天，你好",
        "--\nRelease Notes\nVersion 2",
        "Coastal Pinewood, born from an idea",
        "the Crypto API and the Java Platform",
        "rivers: Elbe, Weser, Main Donau",
        "Weather in Victoria Falls and Santiago de Compostela",
        "rue Victor Hugo",
      })
  void what_only_stands_like_a_name_is_left_alone(String text) {
    assertThat(Found.of(Category.PERSON_NAME, text)).isEmpty();
  }

  @Test
  void who_speaks_does_so_at_the_head_of_a_line() {
    String line = "Ingrid: " + "x".repeat(198);
    assertThat(Found.of(Category.PERSON_NAME, line + " Also: more")).isEmpty();
    assertThat(
            Found.of(Category.PERSON_NAME, line.substring(8) + "\nAlso: more\nIngrid: x\nEnd: x"))
        .containsExactly("Ingrid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "917 402 8836 | whats ur number again\\n→ 917 402 8836\\ncool saved",
        "0176 38 42 91 07 | bin am bahnhof 0176 38 42 91 07, akku leer",
        "695 204 718 | • hydraulik Stanisław Bąk – 695 204 718, najlepiej rano",
        "1 7 3 6 6 2 0 5 8 1 4 | 南苑6舍413 柏雨辰 1 7 3 6 6 2 0 5 8 1 4 谢谢啦",
      })
  void a_telephone_number_is_found_by_its_form_or_the_question_before_it(
      String phone, String text) {
    assertThat(Found.of(Category.PHONE, Found.lines(text))).containsExactly(phone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Part numbers: 215-443-7710 (gasket), 312-908-4456 (bracket), 617-220-8813 (shim)",
        "工单编号 138-0092-4471 已关闭,转单到 138-0092-4480",
        "how many rows\n917 402 8836\nok",
        "przychód – 695 204 718 zł",
      })
  void numbers_of_other_things_are_none(String text) {
    assertThat(Found.of(Category.PHONE, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Am Mühlengraben 3a\\n31134 Hildesheim | X\\nAm Mühlengraben 3a\\n31134"
            + " Hildesheim\\n\\nBetreff",
        "7 impasse du Moulin\\nLieu-dit Kerhuon\\n29480 Le Relecq | 7 impasse du Moulin\\nLieu-dit"
            + " Kerhuon\\n29480 Le Relecq\\n",
        "Prinsengracht 841-2, 1017 KB Amsterdam | bezorgen op Prinsengracht 841-2, 1017 KB"
            + " Amsterdam, graag",
        "Rua do Almada, 312, 2.º Dto, 4050-032 Porto | em Rua do Almada, 312, 2.º Dto, 4050-032"
            + " Porto, tel",
        "Calle Feria 57, 2.º B, 41003 Sevilla | en Calle Feria 57, 2.º B, 41003 Sevilla",
        "9 Staithe Cottages, Wells NR23 1AN | to me at 9 Staithe Cottages, Wells NR23 1AN",
        "Lange Nieuwstraat 88, 2000 Antwerpen | <AdrLine>Lange Nieuwstraat 88, 2000"
            + " Antwerpen</AdrLine>",
        "東京都杉並区高円寺南4丁目27-9-302 | address: 東京都杉並区高円寺南4丁目27-9-302",
      })
  void an_address_ends_with_its_town(String address, String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, Found.lines(text)))
        .containsExactly(Found.lines(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Umweg 12 Minuten",
        "op de markt 3 kramen",
        "Heimweg 20 Minuten, 2000 Schritte",
        "am Montag 12, 2025 Termine"
      })
  void a_way_or_market_with_a_number_is_no_address(String text) {
    assertThat(Found.of(Category.POSTAL_ADDRESS, text)).isEmpty();
  }
}
