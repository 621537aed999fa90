// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words in dates, in the languages of the vocabulary, in lower case.
package enum DateWords {
  /// What catalogues write for a text without a date, without spaces and stops.
  static let undated: Set<String> = [
    "nd", "nodate", "undated", "dateunknown", "unknowndate", "sd", "sansdate", "oj", "ohnejahr",
    "odat", "sf", "sinfecha", "sa", "senzadata", "zj", "zonderjaar", "semdata", "бг", "безгода",
    "uå", "uden", "bd", "brakdaty",
  ]

  /// What follows the first year of a decade.
  static let decades = ["s", "'s", "’s", "er", "-х", "–х", "-e", "-tal", "-talet", "erne"]

  static let between: Set<String> = [
    "between", "zwischen", "entre", "tra", "fra", "tussen", "между", "mellan", "mellem",
  ]

  private static let circa: Set<String> = [
    "c", "ca", "circa", "cca", "about", "around", "approximately", "approx", "probably", "perhaps",
    "um", "etwa", "ungefähr", "zirka", "vers", "environ", "hacia", "alrededor", "aproximadamente",
    "verso", "cerca", "omstreeks", "rond", "около", "ок", "possibly", "wohl", "vermutlich",
    "omkring",
  ]

  /// Words that make a year a limit or part of a decade.
  private static let qualifiers: Set<String> = [
    "before", "after", "vor", "nach", "avant", "après", "prima", "dopo", "voor", "до", "после",
    "early", "late", "mid", "since", "post", "pre",
  ]

  /// Whether the word before a year makes it a limit: `before 1920`, `mid-1920`.
  static func isQualified(_ before: Substring) -> Bool {
    let words = before.split { !$0.isLetter }
    return words.last.map { qualifiers.contains(String($0)) } ?? false
  }

  /// Whether the words before a year make it approximate: `c. `, `ca. `, `um `.
  static func isCirca(_ before: Substring) -> Bool {
    let bare = before.drop { !$0.isLetter }.dropTrailing(" .[(")
    // A copyright sign written as a letter: `(c) 1998`.
    if before.hasSuffix("(c) ") || before.hasSuffix("(c)") { return false }
    let words = bare.split { !$0.isLetter }
    guard let last = words.last else { return false }
    return circa.contains(String(last))
  }

  /// Names of months in a date, with their number, and other words of date lines.
  package static let months: [String: Int] = {
    let lists = [
      "january february march april may june july august september october november december",
      "jan feb mar apr may jun jul aug sept oct nov dec",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "jänner februar maerz april mai jun jul aug sep okt nov dez",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv fevrier mars avr mai juin juil aout sept oct nov déc",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    ]
    var table: [String: Int] = [:]
    for list in lists {
      for (index, name) in list.split(separator: " ").enumerated() {
        table[String(name)] = index + 1
      }
    }
    table["sep"] = 9
    table["setiembre"] = 9
    return table
  }()

  /// Other words that a line consisting of a date may have.
  package static let inDateLines: Set<String> = [
    "spring", "summer", "autumn", "fall", "winter", "first", "published", "written", "in", "on",
    "of", "the", "copyright", "c", "ca", "circa", "date", "edition", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "im", "am", "den", "der", "frühjahr",
    "sommer", "herbst", "frühling", "erschienen", "erstmals", "geschrieben", "le", "en", "écrit",
    "publié", "printemps", "été", "automne", "hiver", "de", "del", "escrito", "publicado",
    "primavera", "verano", "otoño", "invierno", "estate", "autunno", "inverno", "scritto",
    "pubblicato", "nel", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lunes",
    "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "г", "год", "году", "года",
    "um", "vers", "hacia", "between", "and", "zwischen", "und", "to", "bis", "s", "первое",
    "издание", "tirage", "auflage", "jahr", "anno", "um",
  ]
}
