// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The characters of an encoding with one byte for each.
struct ByteTable: Sendable {
  /// Role of a character in the spelling of words.
  enum Role: UInt8 {
    case lower, upper, letter, mark, digit, space, opening, closing, apostrophe, dash, stop, symbol,
      raised, drawing, control
  }

  /// Name of the encoding (IANA, as iconv knows it).
  let name: String
  /// Code point of each byte; `invalid` if it has none.
  let scalars: [UInt32]
  let roles: [Role]

  static let invalid = UInt32.max

  /// The table of an encoding; `nil` if iconv does not know it.
  init?(named name: String) {
    guard Converter.isKnown(name) else { return nil }
    self.name = name
    scalars = (0...255).map { byte in
      let converted = Converter.convert([UInt8(byte)], from: name)
      guard converted.firstInvalid == nil,
        let scalar = String(decoding: converted.utf8, as: UTF8.self).unicodeScalars.first
      else { return Self.invalid }
      return scalar.value
    }
    roles = scalars.map { Unicode.Scalar($0).map(Self.role) ?? .control }
  }

  private static func role(_ scalar: Unicode.Scalar) -> Role {
    switch scalar {
    case "„", "“", "«", "¿", "¡", "(", "[", "‚", "‹": return .opening
    case "”", "»", ")", "]", "›": return .closing
    case "’", "'", "‘", "\"": return .apostrophe
    case "-", "–", "—": return .dash
    case ".", ",", ";", ":", "!", "?", "…": return .stop
    case "²", "³", "¹", "º", "ª", "°": return .raised
    // Nobody writes the sign for any currency, whose place ISO 8859-15 gave to the euro.
    case "¤", "\u{2300}"..."\u{23FF}", "\u{2500}"..."\u{259F}": return .drawing
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return scalar == "µ" ? .symbol : .lower
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .otherLetter: return .letter
    case .modifierLetter: return .symbol
    case .nonspacingMark, .spacingMark: return .mark
    case .decimalNumber: return .digit
    case .spaceSeparator: return .space
    case .format: return scalar == "\u{AD}" ? .dash : .symbol
    case .control: return (0x09...0x0D).contains(scalar.value) ? .space : .control
    case .privateUse, .unassigned, .surrogate: return .control
    default: return .symbol
    }
  }

  /// The encodings that are compared, the more usual ones first.
  static let all: [ByteTable] = [
    "WINDOWS-1252", "WINDOWS-1250", "ISO-8859-2", "WINDOWS-1251", "KOI8-R", "KOI8-U", "CP866",
    "CP850", "MACINTOSH", "ISO-8859-15", "CP852", "CP437", "MAC-CENTRALEUROPE", "MAC-CYRILLIC",
    "ISO-8859-5", "WINDOWS-1254", "WINDOWS-1257", "WINDOWS-1253", "ISO-8859-7", "WINDOWS-1255",
    "WINDOWS-1256", "ISO-8859-3", "ISO-8859-4", "ISO-8859-13", "ISO-8859-16", "CP860", "CP865",
    "CP857", "CP775", "CP737", "CP862", "ISO-8859-6", "CP1125",
  ].compactMap { ByteTable(named: $0) }
}
