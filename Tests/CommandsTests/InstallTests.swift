// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import IndexSchema
import TestSupport
import Testing
import Vocabularies

@testable import Commands

struct InstallTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func install(_ options: String) -> Bool {
    let built = BuiltProgram.path("pamphlet").split(separator: "/").dropLast().joined(
      separator: "/")
    return system(
      "'\(Repository.path)/Scripts/install' --built '/\(built)' \(options) '\(folder.path)' >/dev/null"
    )
      == 0
  }

  private func names(in path: String) -> Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder(path))) ?? [])
  }

  @Test func `every file that programs read is installed, with a page for each command`() throws {
    #expect(install(""))
    let data = ["catalogue.yaml"] + Vocabulary.files
    #expect(names(in: "share/pamphlet").isSuperset(of: data))
    #expect(names(in: "bin") == ["pamphlet", "pamphletd"])
    #expect(names(in: "libexec/pamphlet") == ["pamphlet-pdf"])
    let root = try #require(CommandTable(Pamphlet.self))
    var pages: Set = ["pamphlet.1", "pamphletd.1"]
    func add(_ command: CommandTable, _ path: String) {
      for next in command.shownSubcommands where next.commandName != "help" {
        pages.insert("\(path)-\(next.commandName).1")
        add(next, "\(path)-\(next.commandName)")
      }
    }
    add(root, "pamphlet")
    #expect(names(in: "share/man/man1") == pages)
    for page in pages {
      let text = String(
        decoding: FileManager.default.contents(atPath: folder("share/man/man1/\(page)")) ?? Data(),
        as: UTF8.self)
      for section in ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "FILES"] {
        #expect(text.contains(".SH \(section)\n"), "\(page)")
      }
      #expect(text.contains("PAMPHLET_INDEX") && text.contains("config.yaml"))
    }
    #expect(names(in: "share/zsh/site-functions") == ["_pamphlet", "_pamphletd"])
  }

  @Test func `the image has what an installation has, without pages and completions`() throws {
    let steps = try Repository.text("Dockerfile").split(separator: "\n")
    #expect(
      steps.contains {
        $0.contains("Scripts/install --built") && $0.contains("--no-documentation /out")
      })
    #expect(steps.contains("COPY --from=build /out/ /usr/local/"))
    #expect(!steps.contains { $0.contains("Index/") })
    #expect(install("--no-documentation"))
    #expect(names(in: "") == ["bin", "libexec", "share"] && names(in: "share") == ["pamphlet"])
    #expect(names(in: "share/pamphlet").isSuperset(of: ["catalogue.yaml"] + Vocabulary.files))
  }

  @Test func `every variable that the code reads is in the table`() throws {
    var named: Set<String> = []
    let sources = try FileManager.default.subpathsOfDirectory(atPath: "\(Repository.path)/Sources")
    for file in sources where file.hasSuffix(".swift") {
      for part in try Repository.text("Sources/\(file)").split(separator: "\"PAMPHLET_").dropFirst()
      {
        guard let name = part.split(separator: "\"").first, name.utf8.count < 30 else { continue }
        if name.allSatisfy({ $0.isUppercase }) { named.insert("PAMPHLET_\(name)") }
      }
    }
    let listed = Surroundings.variables.map(\.name).filter { $0.hasPrefix("PAMPHLET_") }
    #expect(named == Set(listed))
  }
}
