// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import Extraction

struct FormatTableTests {
  @Test func `names, suffixes and media types are each of one format`() {
    let names = Format.all.map(\.name)
    // XML documents of several formats have one suffix, and are told apart by their root elements.
    let own = Format.all.flatMap { format in
      if case .root = format.signature {
        format.suffixes.filter { $0 != "xml" }
      } else {
        format.suffixes
      }
    }
    let suffixes =
      own + ["xml"] + Packing.suffixes + UnreadFormat.all.flatMap(\.suffixes)
    let types =
      Format.all.flatMap { Array($0.mediaTypes.keys) } + Packing.all.flatMap(\.mediaTypes)
    for list in [names, suffixes, types] {
      #expect(Set(list).count == list.count)
      #expect(list.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
    }
    for format in Format.all {
      #expect(!format.suffixes.isEmpty && !format.alsoRead.isEmpty && format.version > 0)
      #expect(format.mediaTypes.values.allSatisfy { format.suffixes.contains($0) })
      #expect(Format(named: format.name) == format)
    }
    #expect(Format(named: "doc") == nil)
  }

  @Test func `each format has cases, and recognises its own and no other's`() throws {
    for format in Format.all {
      let own = FormatCase.all.filter { $0.format == format.name }
      #expect(!own.isEmpty, "\(format.name)")
      for item in own {
        let bytes = try item.bytes()
        #expect(Format.recognize(name: "in.\(item.suffix)", bytes: bytes) == format)
        // Its bytes are not those that another suffix demands.
        for other in Format.all where other != format {
          let found = Format.recognize(name: "in.\(other.suffixes[0])", bytes: bytes)
          #expect(found == nil || found == other || found == format, "\(other.name)")
          #expect(found == nil || found == format || other.signature?.archiveKind == nil)
        }
      }
    }
  }

  @Test func `what is known and not read is not recognised, and says what to do`() {
    for format in UnreadFormat.all {
      for suffix in format.suffixes {
        for head in format.signatures + [Array("Words.".utf8)] {
          #expect(Format.recognize(name: "x.\(suffix)", bytes: head) == nil)
        }
        #expect(UnreadFormat(ofFileNamed: "a/x.\(suffix.uppercased())")?.title == format.title)
      }
      #expect(format.hint.hasSuffix("."))
    }
    #expect(UnreadFormat(ofFileNamed: "djvu") == nil)
  }

  @Test func `packed files are known by their first bytes, and are not text`() {
    for packing in Packing.all {
      #expect(MemberReader.isPacked(packing.signature))
      #expect(Signature.isBinary(packing.signature[...]))
      #expect(packing.suffixes.allSatisfy { MemberReader.mayHoldMembers("x.\($0.uppercased())") })
    }
  }

  @Test func `a usual suffix is printed once`() {
    let suffixes = FormatTable.usualSuffixes.split(separator: " ")
    #expect(Set(suffixes).count == suffixes.count)
    #expect(suffixes.contains(".xml") && suffixes.contains(".docx"))
  }
}
