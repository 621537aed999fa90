// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words by which lines of a title page are told that state no fact, by language.
extension TitleMatter {
  /// Whether a line of a title page says nothing of the work: `All rights reserved`.
  static func isRemark(_ line: String) -> Bool {
    let lower = line.lowercased()
    return remarks.contains(where: lower.hasPrefix)
  }

  static let editions: Set<String> = [
    "edition", "auflage", "édition", "edición", "edizione", "druk", "edição", "издание", "tirage",
    "impression", "thousand", "tausend",
  ]
  /// Words of title pages that print an earlier work.
  static let translations: Set<String> = [
    "translation", "translated", "übersetzung", "übersetzt", "übertragung", "traduction",
    "traduit", "traducción", "traducido", "traduzione", "tradotto", "tradução", "traduzido",
    "vertaling", "vertaald", "перевод", "reprint", "reprinted", "annotated", "abridged",
    "nachdruck", "neudruck", "réimpression", "reimpresión", "ristampa",
  ]
  static let first: Set<String> = [
    "first", "1st", "erste", "première", "primera", "prima", "eerste", "primeira", "первое",
  ]
  static let ordinals: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "revised", "new", "enlarged", "authorized", "authorised", "popular", "cheap", "erste", "zweite",
    "dritte", "vierte", "neue", "première", "deuxième", "troisième", "nouvelle", "primera",
    "segunda", "tercera", "nueva", "prima", "seconda", "terza", "nuova", "eerste", "tweede",
    "derde",
    "primeira", "terceira", "первое", "второе", "третье", "четвёртое", "четвертое", "quarta",
    "quinta", "sesta", "cuarta", "sexta", "fünfte", "sechste", "siebente", "achte", "neunte",
    "zehnte", "quatrième", "cinquième", "sixième", "vierde", "vijfde", "zesde", "verbesserte",
    "vermehrte", "durchgesehene", "revue", "corrigée", "augmentée", "corregida", "aumentada",
    "riveduta", "herziene", "исправленное", "дополненное",
  ]
  static let remarks = [
    "price ", "all rights reserved", "printed in ", "made in ", "preis ", "prix ", "precio ",
    "prezzo ", "alle rechte", "tous droits", "illustrated", "with illustrations", "with portrait",
    "with a portrait", "with frontispiece", "in two volumes", "in one volume",
  ]
}
