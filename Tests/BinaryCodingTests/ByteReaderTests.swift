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

  @Test func `bytes that end too early are damaged`() {
    let whole = bytes(ledger)
    for count in 0..<whole.count {
      #expect(throws: DamagedBytes.self) { try read(Array(whole.prefix(count))) as Ledger }
    }
  }
}
