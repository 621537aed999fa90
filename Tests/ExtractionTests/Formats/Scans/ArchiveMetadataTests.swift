// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing

@testable import Extraction

struct ArchiveMetadataTests {
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <metadata><identifier>weaversguild00lund</identifier><mediatype>texts</mediatype>
    <title>The weavers' guild : a history</title><creator>Lundqvist, Anna, 1840-1900</creator>
    <publisher>London : Marrable &amp; Sons</publisher><date>1887</date><language>eng</language>
    </metadata>
    """

  @Test func `facts of a scan are stated by the archive`() throws {
    let metadata = try #require(ArchiveMetadata.metadata(Array(Self.xml.utf8)))
    #expect(metadata.title?.value == "The weavers' guild")
    #expect(metadata.subtitle?.value == "a history")
    #expect(metadata.people.map(\.value.sortName) == ["Lundqvist, Anna"])
    #expect(metadata.publisher?.value == "Marrable & Sons")
    #expect(metadata.place?.value == "London")
    #expect(metadata.language?.value == "en")
    #expect(metadata.url?.value == "https://archive.org/details/weaversguild00lund")
    #expect(ArchiveMetadata.metadata(Array("<files/>".utf8)) == nil)
  }

  @Test func `the date is that of the copy`() throws {
    let stated = try #require(ArchiveMetadata.metadata(Array(Self.xml.utf8)))
    var text = ExtractedText()
    ArchiveMetadata.complete(&text, by: stated)
    #expect(text.metadata.year?.value == 1887)
    #expect(text.metadata.year?.basis == .inferred)
    text = ExtractedText()
    text.metadata.year = Attributed(1850, .stated, rule: "date-line")
    ArchiveMetadata.complete(&text, by: stated)
    #expect(text.metadata.year?.value == 1850)
    #expect(text.metadata.editionYear?.value == 1887)
  }

  @Test func `files of a scan begin with its name`() {
    #expect(ArchiveMetadata.isFile("a00b_djvu.txt", of: "a00b"))
    #expect(ArchiveMetadata.isFile("a00b.pdf", of: "a00b"))
    #expect(!ArchiveMetadata.isFile("a00bc.pdf", of: "a00b"))
    #expect(!ArchiveMetadata.isFile("a00b", of: "a00b"))
  }
}
