// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// The pages of `Index/` that commands print from tables of modules below the API.
struct PrintedPagesTests {
  @Test(arguments: [
    ("QUERY.md", "query --markdown"), ("RULES.md", "rules --markdown"),
    ("SCHEMA.md", "schema --markdown"),
  ])
  func `the page is what its command prints`(_ name: String, _ command: String) throws {
    let outcome = BuiltProgram(folder: try TemporaryFolder()).run("\"$pamphlet\" \(command)")
    #expect(
      try Repository.text("Index/\(name)") == outcome.output,
      "Print it anew: pamphlet \(command) > Index/\(name)")
  }
}
