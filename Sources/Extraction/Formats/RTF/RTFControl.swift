// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Where the words of a group go.
enum RTFDestination: Hashable {
  /// Into the text.
  case text
  /// Nowhere, with everything in it: pictures, tables of lists, settings.
  case skipped
  /// Its own words go nowhere, but parts of it may be text: a shape, one of two spellings.
  case container
  case fonts, styles, information
  /// A fact about the document, by its control word.
  case fact(String)
  case fieldInstruction
  /// The number or bullet of a list item.
  case listNumber
  /// Into the account of what is left out, by rule.
  case omitted(String)
}

/// What control words mean (RTF 1.9.1, “Contents of an RTF File”).
enum RTFControl {
  case destination(RTFDestination)
  case character(String)
  case endParagraph, endLine, endCell, endRow, endSection, beginPage
  case field, fieldResult, footnote, textBox, noteMark, unicodeSpelling

  /// The meaning of a word; `nil` if it says nothing of the text.
  static func of(_ word: String) -> RTFControl? { table[word] }

  private static let table: [String: RTFControl] = {
    var table: [String: RTFControl] = [
      "par": .endParagraph, "line": .endLine, "lbr": .endLine, "softline": .character(" "),
      "cell": .endCell, "nestcell": .endCell, "row": .endRow, "nestrow": .endRow,
      "sect": .endSection, "page": .beginPage, "pagebb": .beginPage, "softpage": .beginPage,
      "tab": .character(" "), "column": .character(" "), "softcol": .character(" "),
      "emdash": .character("—"), "endash": .character("–"), "emspace": .character(" "),
      "enspace": .character(" "), "qmspace": .character(" "), "bullet": .character("•"),
      "lquote": .character("‘"), "rquote": .character("’"), "ldblquote": .character("“"),
      "rdblquote": .character("”"), "zwj": .character("\u{200D}"), "zwnj": .character("\u{200C}"),
      "field": .field, "fldrslt": .fieldResult, "footnote": .footnote, "chftn": .noteMark,
      "shptxt": .textBox, "dptxbxtext": .textBox, "ud": .unicodeSpelling,
      "fonttbl": .destination(.fonts), "stylesheet": .destination(.styles),
      "info": .destination(.information), "fldinst": .destination(.fieldInstruction),
      "listtext": .destination(.listNumber), "pntext": .destination(.listNumber),
    ]
    for (rule, words) in omitted {
      for word in words { table[word] = .destination(.omitted(rule)) }
    }
    for word in containers { table[word] = .destination(.container) }
    for word in skipped { table[word] = .destination(.skipped) }
    for word in ["title", "author"] { table[word] = .destination(.fact(word)) }
    return table
  }()

  private static let omitted: [String: [String]] = [
    "running-head": ["header", "headerl", "headerr", "headerf"],
    "page-footer": ["footer", "footerl", "footerr", "footerf"],
    "comment": ["annotation"],
    "index-entry": ["xe", "tc", "tcn"],
  ]

  /// Groups of whose contents only some are text: shapes, properties of nested tables, two
  /// spellings of the same words.
  private static let containers = ["shp", "shpinst", "do", "nesttableprops", "upr", "shpgrp"]

  private static let skipped = [
    "colortbl", "pict", "nonshppict", "objdata", "objclass", "objname", "shprslt", "sp", "filetbl",
    "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "template", "private",
    "nonesttables", "datafield", "formfield", "bkmkstart", "bkmkend", "atnid", "atnauthor",
    "atntime", "atnref", "atndate", "atnparent", "atrfstart", "atrfend", "ftnsep", "ftnsepc",
    "ftncn", "aftnsep", "aftnsepc", "aftncn", "pn", "pnseclvl", "falt", "fontemb", "panose",
    "subject", "operator", "keywords", "comment", "doccomm", "manager", "company", "category",
    "hlinkbase", "creatim", "revtim", "printim", "buptim", "userprops", "xmlnstbl", "mmathPr",
    "themedata", "colorschememapping", "latentstyles", "datastore", "background", "docvar",
  ]
}
