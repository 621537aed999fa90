// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words in and around names, in the languages of the vocabulary, all in lower case.
enum PeopleWords {
  /// Words that belong to the family name after them (Chicago Manual of Style, 18th edition, 8.5
  /// to 8.14).
  static let particles: Set<String> = [
    "von", "vom", "van", "der", "den", "dem", "de", "del", "della", "dello", "dei", "degli", "di",
    "da", "dal", "dalla", "du", "des", "la", "le", "las", "los", "lo", "ter", "ten", "te", "op",
    "'t", "’t", "zu", "zum", "zur", "dos", "das", "do", "al", "el", "ibn", "bin", "ben", "abu",
    "af", "av", "st.", "st", "saint", "ste.", "san", "santa", "ó", "ní", "uí", "ua", "mac", "mc",
    "ap", "фон", "де", "ван",
  ]

  static let suffixes: Set<String> = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "junior", "senior", "fils", "père", "filho",
    "neto", "júnior",
  ]

  /// Titles before a name, which a reference leaves out.
  static let honorifics: Set<String> = [
    "dr.", "dr", "prof.", "prof", "professor", "professeur", "profesor", "professore", "professor.",
    "doctor", "doktor", "rev.", "rev", "reverend", "rev'd", "revd.", "mr.", "mr", "hon.", "herr",
    "herrn", "señor", "sr.", "signor", "monsieur", "dott.", "drs.", "ing.", "проф.", "д-р",
  ]

  /// Forms of address and of rank, which tell people with one family name apart; without full stops.
  static let addresses: Set<String> = [
    "mr", "mrs", "ms", "miss", "mister", "messrs", "sir", "lady", "lord", "dame", "madam", "madame",
    "mme", "mlle", "mademoiselle", "monsieur", "frau", "fräulein", "herr", "señor", "señora",
    "señorita", "signor", "signora", "signorina", "don", "doña", "comrade", "genosse", "genossin",
    "camarade", "compañero", "compañera", "compagno", "captain", "general", "colonel", "major",
    "lieutenant", "sergeant", "admiral", "king", "queen", "prince", "princess", "count", "countess",
    "baron", "baroness", "duke", "duchess", "president", "senator", "governor", "judge", "father",
    "mother", "brother", "sister", "uncle", "aunt", "saint", "pope", "bishop", "rev", "reverend",
    "aunty", "auntie", "cousin", "squire", "господин", "госпожа", "товарищ",
  ]

  /// Degrees and orders after a name: `M.A.`, `Ph.D.`.
  static let degrees: Set<String> = [
    "ma", "ba", "bsc", "msc", "phd", "dphil", "md", "lld", "llb", "llm", "dd", "bd", "mp", "kc",
    "qc", "esq", "sj", "op", "osb", "frs", "dsc", "dlitt", "litt", "jp", "edd", "mphil", "fba",
  ]

  /// Words that only the names of bodies contain.
  static let bodies: Set<String> = [
    "the", "group", "collective", "committee", "federation", "union", "party", "congress",
    "council", "association", "league", "society", "confederation", "international", "press",
    "workers", "anarchist", "anarchists", "editors", "editorial", "institute", "movement",
    "organisation", "organization", "comrades", "commune", "network", "project", "anonymous",
    "various", "authors", "solidarity", "commission", "bureau", "library", "foundation",
    "university", "ministry", "department", "office", "board", "assembly", "alliance", "company",
    "inc", "ltd", "books", "bookshop", "prisoners", "students", "tenants", "sailors", "soldiers",
    "soviet", "front", "magazine", "newspaper", "bulletin", "service", "agency", "government",
    "trust", "fund", "forum", "coordination", "caucus", "archive", "brigade", "club", "centre",
    "center",
    "grupo", "federación", "confederación", "unión", "partido", "comité", "colectivo", "asociación",
    "sindicato", "consejo", "movimiento", "editorial", "anónimo", "varios", "autores", "mujeres",
    "groupe", "fédération", "confédération", "parti", "collectif", "syndicat", "conseil",
    "mouvement", "anonyme", "auteurs", "anarchiste", "anarchistes", "ligue", "société", "gruppe",
    "föderation", "bund", "verband", "partei", "kollektiv", "ausschuss", "ausschuß", "komitee",
    "verein", "bewegung", "gesellschaft", "gewerkschaft", "autorenkollektiv", "anonym", "verlag",
    "gruppo", "federazione", "confederazione", "unione", "partito", "comitato", "collettivo",
    "sindacato", "consiglio", "movimento", "anonimo", "autori", "vari", "groep", "federatie",
    "partij", "collectief", "vakbond", "beweging", "federação", "confederação", "sindicato",
    "comissão", "coletivo", "группа", "федерация", "союз", "партия", "комитет", "совет",
    "движение", "коллектив", "аноним",
  ]

  /// Words between the names of a list.
  static let conjunctions: Set<String> = [
    "and", "&", "with", "und", "et", "och", "og", "+", "mit", "avec", "&amp;",
  ]
  /// Conjunctions that also stand inside of family names: `Ortega y Gasset`, `Costa e Silva`.
  static let joiners: Set<String> = ["y", "e", "i", "en", "и", "и́", "oraz", "con", "com", "kaj"]

  /// What stands for further names.
  static let others: Set<String> = [
    "et al", "et al.", "others", "etc", "etc.", "u. a.", "u.a.", "et alii", "и др.", "y otros",
    "et autres", "und andere", "e altri",
  ]

  /// What programs write where the author is unknown to them: accounts and placeholders.
  static let placeholders: Set<String> = [
    "administrator", "admin", "administrador", "administrateur", "amministratore", "adm", "user",
    "username", "user name", "windows user", "benutzer", "utilisateur", "usuario", "utente",
    "owner", "root", "guest", "unknown", "unknown author", "author unknown", "author", "the author",
    "various", "various authors", "various writers", "aa.vv.", "aa. vv.", "vv.aa.", "vv. aa.",
    "autori vari", "autores varios", "varios autores", "varios", "vários", "vários autores",
    "collectif", "auteurs divers", "divers", "verschiedene", "verschiedene autoren", "diverse",
    "diverse auteurs", "разные авторы", "your name", "name", "no name", "none", "n/a", "na", "null",
    "undefined", "untitled", "default",
    "test", "pc", "home", "compaq", "hp", "dell", "acer", "asus", "lenovo", "toshiba", "sony",
    "microsoft", "microsoft office user", "microsoft corporation", "office", "scanner", "scan",
    "xerox", "canon", "webmaster", "postmaster", "staff", "desktop", "laptop", "mac", "imac",
    "macbook", "preinstalled user", "preferred customer", "valued customer", "unbekannt",
    "unbekannter autor", "inconnu", "auteur inconnu", "desconocido", "autor desconocido",
    "desconhecido", "sconosciuto", "autore sconosciuto", "onbekend", "неизвестно",
    "неизвестный автор", "неизвестен", "calibre", "openoffice", "libreoffice", "wordpress",
    "dtp", "layout", "adobe", "acrobat", "word", "writer",
  ]
}
