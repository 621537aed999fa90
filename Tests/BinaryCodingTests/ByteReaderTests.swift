// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import BinaryCoding
import Corpus
import Testing

@Suite struct ByteReaderTests {
  private let ledger = Ledger(
    source: 12, text: 7, metadata: 2,
    omissions: [Ledger.Omission(rule: "page-number", count: 3, sample: "12")], removed: 0, added: -1
  )

  private func bytes(_ value: some Storable) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(value)
    return writer.bytes
  }

  private func read<Value: Storable>(_ bytes: [UInt8]) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try Value(from: &reader)
    }
  }

  @Test func `what is written is read again`() throws {
    #expect(try read(bytes(ledger)) == ledger)
  }

  @Test func `a number of any size is read again`() throws {
    for number in [0, 1, -1, 127, 128, -300, .max, .min] {
      var writer = ByteWriter()
      writer.write(number)
      let found = try writer.bytes.withUnsafeBytes { bytes in
        var reader = ByteReader(bytes)
        return try reader.readInt()
      }
      #expect(found == number)
    }
  }

  @Test(arguments: [0, -0.0, 0.85, 1, -.infinity, .leastNonzeroMagnitude])
  func `a fraction is read again`(_ number: Double) throws {
    var writer = ByteWriter()
    writer.write(number)
    let found = try writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      return try reader.readDouble()
    }
    #expect(found.bitPattern == number.bitPattern)
  }

  @Test func `an attribution's probability and its settings are read again`() throws {
    let quotation = Quotation(
      range: 2..<7, text: "bread", speaker: "Ann Bee", basis: .inferred, confidence: 0.913)
    let reference = Reference(
      range: 0..<4, text: "ibid", source: NamedSource(), basis: .stated, confidence: 1)
    let settings = AttributionSettings(floor: 0.9, without: ["pronoun", "frame"])
    #expect(try read(bytes(quotation)) == quotation)
    #expect(try read(bytes(reference)) == reference)
    #expect(try read(bytes(settings)) == settings)
    #expect(settings.disabledRules == ["frame", "pronoun"])
    for count in 0..<bytes(quotation).count {
      #expect(throws: DamagedBytes.self) {
        try read(Array(bytes(quotation).prefix(count))) as Quotation
      }
    }
  }

  @Test func `bytes that end too early are damaged`() {
    let whole = bytes(ledger)
    for count in 0..<whole.count {
      #expect(throws: DamagedBytes.self) { try read(Array(whole.prefix(count))) as Ledger }
    }
  }
}
