// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

extension Format {
  /// How many bytes of a file tell its format.
  private static let headSize = 1_024

  /// The format of a file, by its name and its first bytes; `nil` if it is not one that is read.
  ///
  /// Bytes go before the suffix where they are certain; text is what its suffix says, and a file
  /// without a suffix is plain text unless it begins as another format does.
  package static func recognize(name: String, bytes: [UInt8]) -> Format? {
    let head = bytes.prefix(headSize)
    let suffix = suffix(of: name)
    if !Packing.suffixes.contains(suffix), let kind = ArchiveKind(bytes) {
      return all.first { $0.signature?.archiveKind == kind }
    }
    if let archive = all.first(where: {
      $0.signature?.archiveKind != nil && $0.suffixes.contains(suffix)
    }) {
      return archive.signature?.matches(head) == true ? archive : nil
    }
    if let certain = all.first(where: {
      guard let signature = $0.signature, signature.isCertain else { return false }
      return signature.matches(bytes.prefix(signature.reach))
    }) {
      return certain
    }
    if Signature.isBinary(head) { return nil }
    // A page that was saved under the suffix of plain text.
    if Format.text.suffixes.contains(suffix), Signature.beginsAsPage(head) { return .html }
    return all.first { $0.signature?.isCertain != true && $0.suffixes.contains(suffix) }
      ?? all.first { $0.signature?.matches(head) == true } ?? (suffix.isEmpty ? .text : nil)
  }

  /// The suffix of a file in lower case, without its dot; empty if it has none.
  static func suffix(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    return file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
  }
}
