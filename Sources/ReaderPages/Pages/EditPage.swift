// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The form by which the facts of a work are put right.
package struct EditPage: Sendable {
  /// A fact in the form.
  package struct Row: Sendable {
    /// How a fact is typed.
    package enum Kind: Sendable, Hashable {
      case line
      /// Several values, each on a line.
      case list
      /// One of these words, or none.
      case choice([String])
    }

    /// The name of the field.
    package var field: String
    package var label: String
    package var kind: Kind
    /// What stands in the field.
    package var value: String
    /// What stood in it when the form was made.
    package var shown: String
    /// Whether nobody knows the fact; `nil` if every work has it.
    package var isUnknown: Bool?
    /// Why the value is refused; `nil` if it is not.
    package var error: String?

    /// Creates a row.
    package init(
      field: String, label: String, kind: Kind, value: String, shown: String, isUnknown: Bool?,
      error: String? = nil
    ) {
      self.field = field
      self.label = label
      self.kind = kind
      self.value = value
      self.shown = shown
      self.isUnknown = isUnknown
      self.error = error
    }
  }

  /// A fact that was written, with the former value and the new one.
  package struct Change: Sendable {
    package var label: String
    package var before: String
    package var after: String

    /// Creates a change.
    package init(label: String, before: String, after: String) {
      self.label = label
      self.before = before
      self.after = after
    }
  }

  /// The work, and where it is read.
  package var work: CountedLink
  package var rows: [Row]
  package var note: String
  package var noteError: String?
  /// What shows that the form is from this site.
  package var token: String
  /// The address that the form is sent to.
  package var address: String
  /// Why nothing was written.
  package var problem: String?
  /// What was written; then there is no form.
  package var changes: [Change] = []
  /// How the index takes it in.
  package var remarks: [String] = []

  /// Creates a form.
  package init(
    work: CountedLink, rows: [Row], note: String = "", noteError: String? = nil, token: String,
    address: String, problem: String? = nil
  ) {
    self.work = work
    self.rows = rows
    self.note = note
    self.noteError = noteError
    self.token = token
    self.address = address
    self.problem = problem
  }

  /// The HTML of the page.
  package func html(_ visit: Visit) -> HTML {
    let words = visit.wording
    return """
      <main class="cols" id="main"><div class="catalogue"><h1>\(words(.editTitle))</h1>
      <p><a href="\(work.address)">\(work.name)</a></p>
      \(problem.map { "<p class=\"problem\" role=\"alert\">\($0)</p>" as HTML })
      \(changes.isEmpty ? form(words) : written(words))
      </div></main>
      """
  }

  private func written(_ words: Wording) -> HTML {
    let rows = changes.map { change -> HTML in
      """
      <tr><th scope="row">\(change.label)</th><td>\(HTML.lines(change.before))</td>\
      <td>\(HTML.lines(change.after))</td></tr>
      """
    }
    let remarks = remarks.map { "<p>\(ProblemPage.code($0))</p>" as HTML }
    return """
      <p role="status">\(words(.editSaved))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(words(.editTitle))">\
      <table><thead><tr>\
      <th scope="col">\(words(.fact))</th><th scope="col">\(words(.editBefore))</th>\
      <th scope="col">\(words(.editAfter))</th></tr></thead>\
      <tbody>\(HTML.joined(rows, by: "\n"))</tbody></table></div>
      \(HTML.joined(remarks, by: "\n"))
      <p><a href="\(address)">\(words(.editAgain))</a></p>
      """
  }

  private func form(_ words: Wording) -> HTML {
    let noteRow = Row(
      field: "note", label: words(.editNote), kind: .line, value: note, shown: "", isUnknown: nil,
      error: noteError)
    return """
      <p>\(words(.editAbout))</p>
      <form class="edit" action="\(address)" method="post" accept-charset="utf-8" \
      autocomplete="off">
      \(HTML.joined((rows + [noteRow]).map { row($0, words) }, by: "\n"))
      <input type="hidden" name="token" value="\(token)">
      <div><button>\(words(.editSave))</button></div>
      </form>
      """
  }

  private func row(_ row: Row, _ words: Wording) -> HTML {
    let id = row.field
    var described: [HTML] = []
    if row.error != nil { described.append("\(id)-error") }
    if row.kind == .list { described.append("\(id)-hint") }
    let attributes: HTML = """
      id="\(id)" name="\(id)"\(row.error == nil ? "" : " aria-invalid=\"true\"" as HTML)\
      \(described.isEmpty ? "" : " aria-describedby=\"\(HTML.joined(described, by: " "))\"" as HTML)
      """
    let unknown: HTML? = row.isUnknown.map { isUnknown in
      """
      <label for="\(id)-unknown"><input type="checkbox" id="\(id)-unknown" name="unknown" \
      value="\(id)"\(isUnknown ? " checked" as HTML : "")> \(words(.editUnknown))</label>
      """
    }
    var hint: HTML?
    if row.kind == .list {
      hint = "<span class=\"soft\" id=\"\(id)-hint\">\(words(.editOnePerLine))</span>"
    }
    let shown: HTML =
      row.shown.isEmpty
      ? "" : "<input type=\"hidden\" name=\"was.\(id)\" value=\"\(row.shown)\">"
    let error: HTML? = row.error.map { "<p class=\"problem\" id=\"\(id)-error\">\($0)</p>" }
    return """
      <label for="\(id)">\(row.label)</label>
      <div>\(control(row, attributes, words))\(hint) \(unknown)\(shown)\(error)</div>
      """
  }

  private func control(_ row: Row, _ attributes: HTML, _ words: Wording) -> HTML {
    switch row.kind {
    case .line: return "<input type=\"text\" \(attributes) value=\"\(row.value)\">"
    case .list:
      // A parser drops a line break at the beginning of the element (HTML, 13.2.6.4.7).
      return "<textarea \(attributes) rows=\"2\">\n\(row.value)</textarea>"
    case .choice(let values):
      let all = values.contains(row.value) || row.value.isEmpty ? values : [row.value] + values
      let options = all.map { value -> HTML in
        "<option\(value == row.value ? " selected" as HTML : "")>\(value)</option>"
      }
      return """
        <select \(attributes)><option value="">–</option>\(HTML.joined(options))</select>
        """
    }
  }
}
