// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What elements are to a reader of the text (TEI P5 Guidelines, chapters 3, 4, 6, 7 and 11).
enum TEIRole {
  /// Nothing of it is text: the header, pictures, links.
  case silent
  /// Not part of the text; said under the name of a rule.
  case omitted(String)
  /// A part of the text with headings of its own.
  case division
  case heading
  /// A paragraph or another block.
  case block
  /// A block where it stands by itself, and part of a block where it stands in one.
  case flexible
  /// A quotation, in marks or set off.
  case quotation
  case stanza, verseLine
  case speech, speaker, stage
  case list, item, label, table, row, cell
  case note, reference
  case pageBreak, lineBreak, milestone
  case choice
  /// One of two readings: the one that is printed.
  case printedReading
  /// One of two readings: the corrected, regular or expanded one.
  case editedReading
  case apparatus, variant
  case titlePage
  case space
  case word, sign
  case inline

  static func of(_ name: String) -> TEIRole { roles[name] ?? .inline }

  private static let roles: [String: TEIRole] = {
    var roles: [String: TEIRole] = [
      "head": .heading, "q": .quotation, "quote": .quotation, "said": .quotation, "lg": .stanza,
      "l": .verseLine, "sp": .speech, "speaker": .speaker, "stage": .stage, "list": .list,
      "item": .item, "castItem": .item, "label": .label, "table": .table, "row": .row,
      "cell": .cell, "note": .note, "ref": .reference, "ptr": .reference, "pb": .pageBreak,
      "lb": .lineBreak, "milestone": .milestone, "choice": .choice, "app": .apparatus,
      "rdg": .variant, "titlePage": .titlePage, "gap": .space, "space": .space, "cb": .space,
      "w": .word, "pc": .sign, "del": .omitted("deleted"), "figDesc": .omitted("image"),
      "surplus": .omitted("deleted"), "fw": .omitted("running-head"),
    ]
    for name in silentNames { roles[name] = .silent }
    for name in divisions { roles[name] = .division }
    for name in blocks { roles[name] = .block }
    for name in flexibleNames { roles[name] = .flexible }
    for name in ["sic", "orig", "abbr"] { roles[name] = .printedReading }
    for name in ["corr", "reg", "expan"] { roles[name] = .editedReading }
    return roles
  }()

  private static let silentNames = [
    "teiHeader", "facsimile", "sourceDoc", "standOff", "xenoData", "spanGrp", "span", "linkGrp",
    "link", "index", "interp", "interpGrp", "alt", "altGrp", "join", "joinGrp", "timeline",
    "certainty", "precision", "respons", "graphic", "media", "binaryObject", "schemaSpec", "fs",
  ]
  private static let divisions = [
    "text", "front", "body", "back", "group", "div", "div0", "div1", "div2", "div3", "div4", "div5",
    "div6", "div7", "floatingText",
  ]
  private static let blocks = [
    "p", "ab", "opener", "closer", "postscript", "argument", "trailer", "epigraph", "cit",
    "listBibl",
    "castList", "castGroup", "performance", "set", "prologue", "epilogue", "imprimatur", "docTitle",
    "docEdition", "docImprint", "figure", "entry", "entryFree", "u", "eg", "divGen", "postBox",
    "addrLine", "roleDesc",
  ]
  private static let flexibleNames = [
    "bibl", "biblStruct", "biblFull", "byline", "dateline", "signed", "salute", "docAuthor",
    "docDate", "address", "titlePart", "seg", "date", "title", "formula", "desc",
  ]
}
