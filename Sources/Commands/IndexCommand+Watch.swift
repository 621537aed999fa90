// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import Ingestion

extension IndexCommand {
  /// Keeps the index up to date until Ctrl-C or SIGTERM.
  func watch(
    _ options: IngestionOptions, _ bar: ProgressBar,
    _ onDiagnostic: @escaping @Sendable (Diagnostic) -> Void
  ) throws {
    let edits = try edits.file()
    let printsChanges = !quiet
    let watch = FolderWatch(
      options,
      statements: { try catalogue.catalogue().with(edits: try self.edits.entries()) },
      statementFiles: [edits.path] + (catalogue.file.map { [$0] } ?? []),
      interval: .seconds(watchInterval ?? 60),
      isCancelled: { Interruption.isRequested },
      tell: { news in
        switch news {
        case .diagnostic(let diagnostic): return onDiagnostic(diagnostic)
        case .started(let summary):
          bar.end()
          if printsChanges { Messages.write(Self.text(summary)) }
        case .changed(let change): if printsChanges { Messages.write(Self.line(change)) }
        case .waiting(let reason): Messages.write("\(reason) Waiting until it has ended.")
        case .problem(let problem): Messages.write(problem)
        }
      })
    try watch.run(onProgress: { bar.show($0) })
    bar.end()
  }

  /// A change of the index, for people: `added bee-1902-on-bread (texts/bread.txt)`.
  static func line(_ change: IngestionChange) -> String {
    let before = change.formerWork.map { "\($0) → " } ?? ""
    return "\(change.kind.rawValue) \(before)\(change.work) (\(change.file))"
  }
}
