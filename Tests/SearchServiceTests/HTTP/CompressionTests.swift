// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Testing

@testable import SearchService

struct CompressionTests {
  @Test(
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("br, GZIP;q=0.5", true), ("gzip;q=0", false),
      ("*", true), ("deflate", false), ("gzip ; q=0 , br", false),
    ] as [(String?, Bool)])
  func `gzip is sent to those who accept it`(_ field: String?, _ isAccepted: Bool) {
    #expect(Compression.isAccepted(field) == isAccepted)
  }

  @Test func `text that becomes smaller is compressed, other bodies are left`() throws {
    var page = Answer.text(String(repeating: "The same words. ", count: 500), "text/html")
    let before = page.body
    Compression.compress(&page)
    #expect(page.body.count < 200)
    #expect(page.body.starts(with: [0x1F, 0x8B, 8]))
    // The last four bytes are the length of what was compressed (RFC 1952, 2.3.1).
    #expect(page.body.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) } == before.count)
    #expect(page.fields.contains { $0.name == .contentEncoding && $0.value == "gzip" })
    #expect(page.fields.contains { $0.name == .vary && $0.value == "Accept-Encoding" })
    var short = Answer.text("Short.", "text/html")
    Compression.compress(&short)
    #expect(short.fields.isEmpty)
    var file = Answer(contentType: "application/zip", body: Array(repeating: 0, count: 5_000))
    Compression.compress(&file)
    #expect(file.body.count == 5_000)
  }
}
