// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import BinaryCoding
import Corpus
import Extraction

extension ReadingRequest: Storable {
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    name = try reader.readString()
    content = try Member.Content(from: &reader)
    line = try reader.readInt()
    folder = FolderFacts(
      siteName: try reader.readOptionalString(), collection: try reader.readOptionalString())
    for _ in 0..<(try reader.readUnsigned()) {
      folder.addresses[try reader.readString()] = try reader.readString()
    }
    for _ in 0..<(try reader.readUnsigned()) {
      folder.scans[try reader.readString()] = try Metadata(from: &reader)
    }
    options = ReadingOptions(recognition: try reader.readOptionalString())
  }

  func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(content)
    writer.write(line)
    writer.write(folder.siteName) { $0.write($1) }
    writer.write(folder.collection) { $0.write($1) }
    writer.write(UInt64(folder.addresses.count))
    for (name, address) in folder.addresses {
      writer.write(name)
      writer.write(address)
    }
    writer.write(UInt64(folder.scans.count))
    for (name, stated) in folder.scans {
      writer.write(name)
      writer.write(stated)
    }
    writer.write(options.recognition) { $0.write($1) }
  }
}

extension ReadingAnswer: Storable {
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    facts = try reader.readOptional { (reader) throws(DamagedBytes) in
      ReadingFacts(
        metadata: try Metadata(from: &reader), isReadable: try reader.readBool(),
        isDivided: try reader.readBool(), statedID: try reader.readOptionalString())
    }
    diagnostics = try reader.readArray { (reader) throws(DamagedBytes) in
      try Diagnostic(from: &reader)
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.write(facts) { writer, facts in
      writer.write(facts.metadata)
      writer.write(facts.isReadable)
      writer.write(facts.isDivided)
      writer.write(facts.statedID) { $0.write($1) }
    }
    writer.write(diagnostics) { $0.write($1) }
  }
}

extension DivisionRequest: Storable {
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    metadata = try Metadata(from: &reader)
    id = try reader.readString()
    name = try reader.readString()
    path = try reader.readString()
    member = try reader.readOptionalString()
    contentHash = try reader.readString()
    oldPassages = try reader.readArray { (reader) throws(DamagedBytes) in
      try Passage(from: &reader)
    }
    retired = try reader.readArray { (reader) throws(DamagedBytes) in
      try RetiredPassage(from: &reader)
    }
    attribution = try AttributionSettings(from: &reader)
    knownCitations = try reader.readArray { (reader) throws(DamagedBytes) in
      KnownCitation(
        note: try reader.readOptionalString(), pages: try reader.readOptionalString(),
        authors: try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() },
        title: try reader.readString())
    }
  }

  func write(to writer: inout ByteWriter) {
    writer.write(metadata)
    writer.write(id)
    writer.write(name)
    writer.write(path)
    writer.write(member) { $0.write($1) }
    writer.write(contentHash)
    writer.write(oldPassages) { $0.write($1) }
    writer.write(retired) { $0.write($1) }
    writer.write(attribution)
    writer.write(knownCitations) { writer, known in
      writer.write(known.note) { $0.write($1) }
      writer.write(known.pages) { $0.write($1) }
      writer.write(known.authors) { $0.write($1) }
      writer.write(known.title)
    }
  }
}

extension IndexedText: Storable {
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      work: try Work(from: &reader),
      passages: try reader.readArray { (reader) throws(DamagedBytes) in
        try Passage(from: &reader)
      },
      diagnostics: try reader.readArray { (reader) throws(DamagedBytes) in
        try Diagnostic(from: &reader)
      })
  }

  func write(to writer: inout ByteWriter) {
    writer.write(work)
    writer.write(passages) { $0.write($1) }
    writer.write(diagnostics) { $0.write($1) }
  }
}

extension ByteReader {
  mutating func readOptionalString() throws(DamagedBytes) -> String? {
    try readOptional { (reader) throws(DamagedBytes) in try reader.readString() }
  }
}
