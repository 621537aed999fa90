// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

extension ByteWriter {
  fileprivate mutating func write<Value>(
    _ fact: Attributed<Value>?,
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    write(fact != nil)
    if let fact { write(fact, writeValue) }
  }

  fileprivate mutating func write<Value>(
    _ fact: Attributed<Value>,
    _ writeValue: (inout ByteWriter, Value) -> Void
  ) {
    writeValue(&self, fact.value)
    write(fact.basis.rawValue)
    write(fact.rule)
    write(fact.evidence) { $0.write($1) }
    write(fact.line) { $0.write($1) }
  }
}

extension ByteReader {
  fileprivate mutating func readFact<Value>(
    _ readValue: (inout ByteReader) throws(DamagedBytes) -> Value
  ) throws(DamagedBytes) -> Attributed<Value> {
    Attributed(
      try readValue(&self),
      try readEnum(Basis.self),
      rule: try readString(),
      evidence: try readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      line: try readOptional { (reader) throws(DamagedBytes) in try reader.readInt() }
    )
  }

  fileprivate mutating func readStringFact() throws(DamagedBytes) -> Attributed<String>? {
    try readOptional { (reader) throws(DamagedBytes) in
      try reader.readFact { (reader) throws(DamagedBytes) in try reader.readString() }
    }
  }

  fileprivate mutating func readNumberFact() throws(DamagedBytes) -> Attributed<Int>? {
    try readOptional { (reader) throws(DamagedBytes) in
      try reader.readFact { (reader) throws(DamagedBytes) in try reader.readInt() }
    }
  }
}

extension Person: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      name: try reader.readString(),
      family: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      given: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      role: try reader.readEnum(Role.self),
      realName: try reader.readOptional { (reader) throws(DamagedBytes) in
        try reader.readString()
      }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(family) { $0.write($1) }
    writer.write(given) { $0.write($1) }
    writer.write(role.rawValue)
    writer.write(realName) { $0.write($1) }
  }
}

extension Metadata: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init()
    title = try reader.readStringFact()
    subtitle = try reader.readStringFact()
    people = try reader.readArray { (reader) throws(DamagedBytes) in
      try reader.readFact { (reader) throws(DamagedBytes) in try Person(from: &reader) }
    }
    year = try reader.readNumberFact()
    printedYear = try reader.readStringFact()
    editionYear = try reader.readNumberFact()
    form = try reader.readOptional { (reader) throws(DamagedBytes) in
      try reader.readFact { (reader) throws(DamagedBytes) in try reader.readEnum(WorkForm.self) }
    }
    language = try reader.readStringFact()
    collection = try reader.readStringFact()
    publisher = try reader.readStringFact()
    place = try reader.readStringFact()
    url = try reader.readStringFact()
    rights = try reader.readStringFact()
    others = try reader.readArray { (reader) throws(DamagedBytes) in
      OtherFact(name: try reader.readString(), value: try reader.readString())
    }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(title) { $0.write($1) }
    writer.write(subtitle) { $0.write($1) }
    writer.write(people) { $0.write($1) { $0.write($1) } }
    writer.write(year) { $0.write($1) }
    writer.write(printedYear) { $0.write($1) }
    writer.write(editionYear) { $0.write($1) }
    writer.write(form) { $0.write($1.rawValue) }
    writer.write(language) { $0.write($1) }
    writer.write(collection) { $0.write($1) }
    writer.write(publisher) { $0.write($1) }
    writer.write(place) { $0.write($1) }
    writer.write(url) { $0.write($1) }
    writer.write(rights) { $0.write($1) }
    writer.write(others) { writer, fact in
      writer.write(fact.name)
      writer.write(fact.value)
    }
  }
}

extension Ledger: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      source: try reader.readInt(),
      text: try reader.readInt(),
      metadata: try reader.readInt(),
      omissions: try reader.readArray { (reader) throws(DamagedBytes) in
        Omission(
          rule: try reader.readString(),
          count: try reader.readInt(),
          sample: try reader.readString()
        )
      },
      removed: try reader.readInt(),
      added: try reader.readInt()
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(source)
    writer.write(text)
    writer.write(metadata)
    writer.write(omissions) { writer, omission in
      writer.write(omission.rule)
      writer.write(omission.count)
      writer.write(omission.sample)
    }
    writer.write(removed)
    writer.write(added)
  }
}

extension RetiredPassage: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      label: try reader.readString(),
      fingerprint: try reader.readUnsigned(),
      movedTo: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() }
    )
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(label)
    writer.write(fingerprint)
    writer.write(movedTo) { $0.write($1) }
  }
}

extension Work: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      id: try reader.readString(),
      metadata: try Metadata(from: &reader),
      file: try reader.readString(),
      path: try reader.readString(),
      member: try reader.readOptional { (reader) throws(DamagedBytes) in try reader.readString() },
      format: try reader.readString(),
      contentHash: try reader.readString(),
      extractorVersion: try reader.readInt(),
      passageCount: try reader.readInt(),
      wordCount: try reader.readInt(),
      pageCount: try reader.readInt(),
      ledger: try Ledger(from: &reader),
      textHash: try reader.readUnsigned(),
      retired: try reader.readArray { (reader) throws(DamagedBytes) in
        try RetiredPassage(from: &reader)
      }
    )
    formerIDs = try reader.readArray { (reader) throws(DamagedBytes) in try reader.readString() }
    ownMetadata = try reader.readOptional { (reader) throws(DamagedBytes) in
      try Metadata(from: &reader)
    }
    editorialHash = try reader.readUnsigned()
    isImported = try reader.readBool()
    attribution = try reader.readOptional { (reader) throws(DamagedBytes) in
      try AttributionSettings(from: &reader)
    }
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(metadata)
    writer.write(file)
    writer.write(path)
    writer.write(member) { $0.write($1) }
    writer.write(format)
    writer.write(contentHash)
    writer.write(extractorVersion)
    writer.write(passageCount)
    writer.write(wordCount)
    writer.write(pageCount)
    writer.write(ledger)
    writer.write(textHash)
    writer.write(retired) { $0.write($1) }
    writer.write(formerIDs) { $0.write($1) }
    writer.write(ownMetadata) { $0.write($1) }
    writer.write(editorialHash)
    writer.write(isImported)
    writer.write(attribution) { $0.write($1) }
  }
}
