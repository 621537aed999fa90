// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words of publishers and printers, in lower case.
enum PublisherWords {
  static let nouns: Set<String> = [
    "press", "publishing", "publishers", "publisher", "publications", "books", "company", "co",
    "bros", "brothers", "sons", "ltd", "limited", "inc", "verlag", "verlagsanstalt", "buchhandlung",
    "buchdruckerei", "druckerei", "éditions", "editions", "éditeur", "éditeurs", "librairie",
    "imprimerie", "libraire", "presses", "editorial", "ediciones", "imprenta", "librería",
    "editora",
    "edizioni", "editore", "editrice", "tipografia", "tipografía", "libreria", "uitgeverij",
    "uitgever", "drukkerij", "boekhandel", "förlag", "forlag", "editora", "livraria", "edições",
    "издательство", "изд", "типография", "printing", "bookstore",
    "bookshop", "kommissionsverlag", "söhne", "gebrüder", "cie", "wydawnictwo",
  ]
  /// Nouns that the name of the publisher follows.
  static let leadingNouns: Set<String> = [
    "verlag", "verlagsanstalt", "buchhandlung", "éditions", "editions", "librairie", "imprimerie",
    "presses", "editorial", "ediciones", "imprenta", "librería", "edizioni", "tipografia",
    "tipografía", "libreria", "uitgeverij", "drukkerij", "boekhandel", "förlag", "forlag",
    "editora", "livraria", "edições", "издательство", "изд", "типография", "wydawnictwo",
  ]
  static let endings = ["-verlag", "verlag"]
  static let phrases = [
    "published by ", "published for ", "printed and published by ", "printed by ", "printed for ",
    "issued by ", "publ. by ", "publié par ", "verlegt bei ", "verlag von ", "gedruckt bei ",
    "imprimé par ", "published by", "printed by", "published and printed by ",
  ]

  /// Whether a text consists of cities: `London`, `NEW YORK AND LONDON`.
  static func isCity(_ text: String) -> Bool {
    let parts: [Substring] = text.lowercased().replacing(" and ", with: ",").replacing(
      " & ", with: ","
    )
    .replacing(" und ", with: ",").replacing(" et ", with: ",").split(separator: ",")
    return !parts.isEmpty && parts.allSatisfy { cities.contains(String($0).trimmed) }
  }

  /// The cities that a text begins with, as printed.
  static func city(startOf text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 4)
    for count in (1...3).reversed() where count < words.count {
      let start = String(text[..<words[count - 1].endIndex])
      let bare = start.last == "," ? String(start.dropLast()) : start
      if isCity(bare) { return bare }
    }
    return nil
  }

  /// The cities that a text ends with, as printed.
  static func city(endOf text: String) -> String? {
    let words = text.split(separator: " ")
    for count in (1...5).reversed() where count <= words.count {
      let end = String(text[words[words.count - count].startIndex...])
      if isCity(end) { return end }
    }
    return nil
  }

  /// A city anywhere in an address.
  static func city(in text: some StringProtocol) -> String? {
    for part in String(text).split(separator: ",").reversed() {
      let words = String(part).split(whereSeparator: { $0 == " " || $0 == "." }).map { String($0) }
      for start in words.indices {
        for end in (start..<min(start + 3, words.count)).reversed() {
          let name = words[start...end].joined(separator: " ")
          if isCity(name) { return name }
        }
      }
    }
    return nil
  }

  /// Cities in which most printed books were published, under the names that title pages use.
  private static let cities: Set<String> = [
    "london", "new york", "new york city", "n. y", "chicago", "boston", "philadelphia", "oxford",
    "cambridge", "edinburgh", "glasgow", "dublin", "manchester", "liverpool", "bristol", "leeds",
    "birmingham", "sheffield", "bath", "toronto", "montreal", "sydney", "melbourne", "auckland",
    "wellington", "cape town", "johannesburg", "calcutta", "bombay", "madras", "new delhi", "delhi",
    "san francisco", "los angeles", "oakland", "berkeley", "seattle", "portland", "detroit",
    "cleveland", "cincinnati", "st. louis", "saint louis", "baltimore", "washington",
    "washington, d. c", "pittsburgh", "pittsburg", "minneapolis", "girard", "terre haute", "denver",
    "new haven", "princeton", "ithaca", "paris", "lyon", "marseille", "bruxelles", "brussels",
    "genève", "geneva", "lausanne", "berlin", "leipzig", "münchen", "munich", "stuttgart",
    "hamburg", "frankfurt", "frankfurt am main", "frankfurt a. m", "köln", "cologne", "dresden",
    "hannover", "jena", "halle", "heidelberg", "tübingen", "göttingen", "bremen", "bonn", "wien",
    "vienna", "zürich", "zurich", "basel", "bern", "prag", "prague", "praha", "budapest",
    "warszawa", "warsaw", "kraków", "amsterdam", "den haag", "'s-gravenhage", "the hague",
    "rotterdam", "utrecht", "leiden", "antwerpen", "antwerp", "gent", "madrid", "barcelona",
    "valencia", "sevilla", "buenos aires", "méxico", "mexico", "montevideo", "santiago", "bogotá",
    "la habana", "havana", "lima", "caracas", "lisboa", "porto", "rio de janeiro", "são paulo",
    "roma", "rome", "milano", "milan", "torino", "turin", "firenze", "florence", "napoli",
    "naples", "bologna", "venezia", "palermo", "genova", "ragusa", "stockholm", "göteborg",
    "kjøbenhavn", "københavn", "copenhagen", "kristiania", "oslo", "helsinki", "москва", "moscow",
    "петроград", "petrograd", "санкт-петербург", "st. petersburg", "ленинград", "leningrad",
    "киев", "kiev", "харьков", "одесса", "тифлис", "рига", "riga", "tokyo", "shanghai", "peking",
    "beijing", "hong kong", "londra", "londres", "parigi", "parís", "ginevra", "ginebra",
    "bruselas", "lugano", "trieste", "livorno", "ancona", "verona", "padova", "modena", "berna",
    "vienna", "viena", "berlino", "berlín", "nueva york", "nova york", "new orleans", "newcastle",
    "lipsia", "karlsruhe", "nürnberg", "mannheim", "magdeburg", "breslau", "königsberg", "graz",
    "liège", "louvain", "lille", "toulouse", "bordeaux", "nantes", "rouen", "bâle", "lwów", "łódź",
    "коломна", "ростов-на-дону", "тбилиси", "минск", "варшава", "берлин", "париж", "лондон",
    "женева", "coimbra", "braga", "curitiba", "porto alegre", "rosario", "la plata", "quito",
    "guadalajara", "san juan", "arnhem", "haarlem", "groningen", "malmö", "aarhus",
  ]
}
