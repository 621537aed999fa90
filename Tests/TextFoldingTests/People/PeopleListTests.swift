// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

struct PeopleListTests {
  @Test(arguments: [
    ("Nell Ash & Hugo Brandt", ["Nell Ash", "Hugo Brandt"]),
    ("Nell Ash, Hugo Brandt, and Vera Cole", ["Nell Ash", "Hugo Brandt", "Vera Cole"]),
    ("Ash, Nell; Brandt, Hugo", ["Nell Ash", "Hugo Brandt"]),
    ("Ash, Nell & Brandt, Hugo", ["Nell Ash", "Hugo Brandt"]),
    ("Ash, N., & Brandt, H. C.", ["N. Ash", "H. C. Brandt"]),
    ("Ash, N., Brandt, H. C., & Cole, V.", ["N. Ash", "H. C. Brandt", "V. Cole"]),
    ("Ash, Nell, and Hugo Brandt", ["Nell Ash", "Hugo Brandt"]),
    ("Ash, Brandt and Cole", ["Ash", "Brandt", "Cole"]),
    ("Nell Ash und Hugo Brandt", ["Nell Ash", "Hugo Brandt"]),
    ("Ana Ruiz y Tomás Gil", ["Ana Ruiz", "Tomás Gil"]),
    ("Jorge Ortiz y Gallo", ["Jorge Ortiz y Gallo"]),
    ("Ortiz y Gallo, Jorge", ["Jorge Ortiz y Gallo"]),
    ("Miners and Dockers Union", ["Miners and Dockers Union"]),
    ("Nell Ash and the Dockers’ Union", ["Nell Ash", "the Dockers’ Union"]),
    ("Committee of Public Order, Lyon", ["Committee of Public Order, Lyon"]),
    ("Federación Obrera Local (FOL)", ["Federación Obrera Local (FOL)"]),
    ("Robert E Ash", ["Robert E Ash"]), ("Abbey, Ed", ["Ed Abbey"]),
    ("Dr. Nell Ash, Ph.D.", ["Nell Ash"]), ("Ash, Nell, Jr.", ["Nell Ash Jr."]),
    ("Administrator", []), ("unknown", []), ("user@example.org", []), ("Anonymous", ["Anonymous"]),
  ])
  func `a list is divided into names`(_ printed: String, _ names: [String]) {
    #expect(Person.people(parsing: printed).map(\.name) == names)
  }

  @Test(arguments: [
    ("Nell Ash, ed.", "Nell Ash: editor"),
    ("Nell Ash and Hugo Brandt, eds.", "Nell Ash: editor, Hugo Brandt: editor"),
    ("Nell Ash (Hg.)", "Nell Ash: editor"), ("edited by Nell Ash", "Nell Ash: editor"),
    ("hrsg. von Nell Ash", "Nell Ash: editor"),
    ("sous la direction de Nell Ash", "Nell Ash: editor"),
    ("a cura di Nell Ash", "Nell Ash: editor"), ("Ed van der Ash", "Ed van der Ash: author"),
    (
      "Nell Ash, translated from the Dutch by Hugo Brandt",
      "Nell Ash: author, Hugo Brandt: translator"
    ),
    ("Nell Ash (ed.), Hugo Brandt (trans.)", "Nell Ash: editor, Hugo Brandt: translator"),
    ("aus dem Englischen von Nell Ash", "Nell Ash: translator"),
    ("traduit de l’anglais par Nell Ash", "Nell Ash: translator"),
    ("traducción del inglés de Nell Ash", "Nell Ash: translator"),
    ("пер. с англ. А. Бурова", "А. Бурова: translator"),
    ("with a foreword by Nell Ash", "Nell Ash: contributor"),
  ])
  func `a list says what its people did`(_ printed: String, _ people: String) {
    let found = Person.people(parsing: printed).map { "\($0.name): \($0.role.rawValue)" }
    #expect(found.joined(separator: ", ") == people)
  }

  @Test(arguments: [
    ("Vincent St. John", "St. John"), ("Ursula K. Le Guin", "Le Guin"),
    ("Cathal Ó Brolcháin", "Ó Brolcháin"), ("Mary O’Brien", "O’Brien"), ("Dr. Ash", "Ash"),
    ("Nell de la Cruz", "de la Cruz"),
  ])
  func `a family name keeps its particles`(_ printed: String, _ family: String) {
    #expect(Person(parsing: printed).family == family)
  }

  @Test(arguments: [
    ("BY", Person.Role?.some(.author)), ("BY.", .author), ("EDITED BY", .editor), ("Von", .author),
    ("Traduit de l’anglais par", .translator), ("STAND BY ME", nil), ("The harbour", nil),
  ])
  func `a byline can end with its preposition`(_ line: String, _ role: Person.Role?) {
    #expect(RolePhrase.pending(line) == role)
  }

  @Test func `a name in capitals is lowered`() {
    #expect(NameCapitals.lowered("NELL O’BRIEN") == "Nell O’Brien")
    #expect(NameCapitals.lowered("J. McASH") == "J. McASH")
    #expect(NameCapitals.lowered("HUGO VAN DER BRANDT") == "Hugo van der Brandt")
  }
}
