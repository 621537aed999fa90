// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding

/// A person across the texts of a library, with every form of the name.
package struct LibraryPerson: Sendable, Hashable {
  /// Why a form of a name is the person's.
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    /// The preferred form.
    case preferred
    /// The same names, with other capitals, accents, punctuation or order.
    case sameName = "same-name"
    /// The same full names, of which one has further initials or a patronymic.
    case moreInitials = "more-initials"
    /// The same names in another script or way of transliterating it.
    case transliteration
    /// Another language's form of the given name, or a short one.
    case givenName = "given-name"
    /// Initials that only one full name with this family name fits.
    case initials
    /// A family name that only one person bears, and that a text uses beside a fuller name.
    case familyName = "family-name"
    /// The catalogue lists both names.
    case catalogue
  }

  /// A form of the name.
  package struct Form: Sendable, Hashable {
    /// As printed.
    package var text: String
    /// The last word of its family name, as `PlainLetter` folds it.
    package var family: String
    package var counts: NameCounts
    /// Ids of works in which it occurs, the first few.
    package var works: [String]
    /// The number of works in which it occurs.
    package var workCount: Int
    package var rule: Rule
    /// The form that it was found to agree with; `nil` for the preferred form.
    package var like: String?
  }

  /// The forms, the preferred one first, then the most frequent.
  package var forms: [Form]
  /// Whether only a single name is known, which several people may bear.
  package var isSingleName: Bool

  package init(forms: [Form], isSingleName: Bool) {
    self.forms = forms
    self.isSingleName = isSingleName
  }

  /// The preferred form of the name, which no other person has.
  package var name: String { forms.first?.text ?? "" }

  /// The occurrences of all forms.
  package var counts: NameCounts { forms.reduce(into: NameCounts()) { $0 += $1.counts } }
}

extension LibraryPerson: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    forms = try reader.readArray { (reader) throws(DamagedBytes) in
      Form(
        text: try reader.readString(), family: try reader.readString(),
        counts: try NameCounts(from: &reader),
        works: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() },
        workCount: try reader.readInt(), rule: try reader.readEnum(Rule.self),
        like: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() })
    }
    isSingleName = try reader.readBool()
    guard !forms.isEmpty else { throw DamagedBytes() }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(forms) { writer, form in
      writer.write(form.text)
      writer.write(form.family)
      writer.write(form.counts)
      writer.write(form.works) { $0.write($1) }
      writer.write(form.workCount)
      writer.write(form.rule.rawValue)
      writer.write(form.like) { $0.write($1) }
    }
    writer.write(isSingleName)
  }
}
