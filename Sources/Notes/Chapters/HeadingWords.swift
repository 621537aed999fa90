// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Words of which headings of chapters and notes are made, by language, folded as `PlainLetter`.
package enum HeadingWords {
  /// Words for divisions of a book, by what they divide it into.
  static let divisions: [String: String] = table([
    "chapter":
      "chapter chap ch kapitel kap chapitre capitulo cap capitolo hoofdstuk глава rozdzial",
    "part": "part teil partie parte deel часть",
    "book": "book buch livre libro boek livro liber",
    "section": "section abschnitt seccion sezione paragraph secao",
    "letter": "letter brief lettre carta lettera",
    "lecture": "lecture vorlesung lecon leccion lezione",
    "appendix": "appendix anhang annexe appendice apendice",
    "volume": "volume vol band tome tomo",
    "essay": "essay essai ensayo saggio aufsatz",
  ])

  /// Words for collected notes.
  static let notes: Set<String> = words(
    """
    note notes endnote endnotes footnote footnotes reference references authorities sources
    citations anmerkung anmerkungen fussnote fussnoten fußnote fußnoten endnoten belege quellen
    nachweise renvois nota notas notes referencias referencia notazioni riferimenti noten
    voetnoten eindnoten przypisy примечания сноски
    """)

  /// Words that join the words for notes with each other and with the chapter that they belong to.
  static let joints: Set<String> = words(
    "and to on for of the und zu zum zur den der du de des la le les l a au aux sur y al del el "
      + "sobre e ed i dei del alla al do da bij van het en к и")

  /// Numbers in words, cardinal and ordinal.
  static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    let rows = [
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        + "sixteen seventeen eighteen nineteen twenty",
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        + "thirteenth fourteenth fifteenth",
      "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
      "erstes zweites drittes viertes funftes sechstes siebentes achtes neuntes zehntes elftes "
        + "zwolftes",
      "erster zweiter dritter vierter funfter sechster siebenter achter neunter zehnter elfter "
        + "zwolfter",
      "un deux trois quatre cinq six sept huit neuf dix onze douze",
      "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme",
      "premiere seconde - - - - - - - -",
      "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
      "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo",
      "primera segunda tercera cuarta quinta sexta septima octava novena decima",
      "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
    ]
    for row in rows {
      for (index, word) in row.split(separator: " ").enumerated() where word != "-" {
        numbers[String(word)] = index + 1
      }
    }
    return numbers
  }()

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static func table(_ rows: [String: String]) -> [String: String] {
    var table: [String: String] = [:]
    for (name, row) in rows { for word in words(row) { table[word] = name } }
    return table
  }
}
