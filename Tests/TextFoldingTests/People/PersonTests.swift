// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Testing
import TextFolding

struct PersonTests {
  @Test(arguments: [
    ("Tom Wetzel", "Wetzel, Tom"), ("Kropotkin, Peter", "Kropotkin, Peter"),
    ("M. A. Bakunin", "Bakunin, M. A."), ("Marcel van der Linden", "van der Linden, Marcel"),
    ("Voltairine de Cleyre", "de Cleyre, Voltairine"), ("Voline", "Voline"),
    ("The Solidarity Group", "The Solidarity Group"), ("Goldman, Emma, 1869-1940", "Goldman, Emma"),
    ("Martin Luther King Jr.", "King Jr., Martin Luther"), ("", ""),
    ("Martin Luther King, Jr.", "King Jr., Martin Luther"),
  ])
  func `a name is read`(_ printed: String, _ sortName: String) {
    #expect(Person(parsing: printed).sortName == sortName)
  }

  @Test(arguments: [
    ("Tom Wetzel and Ann Bee", ["Tom Wetzel", "Ann Bee"]),
    ("A. Bee, C. Dee & E. Eff", ["A. Bee", "C. Dee", "E. Eff"]),
    ("Bee, Ann; Dee, Carl", ["Ann Bee", "Carl Dee"]), ("Bee, Ann", ["Ann Bee"]),
    ("Ann Bee et al.", ["Ann Bee"]),
    ("Workers and Peasants Union", ["Workers and Peasants Union"]),
  ])
  func `a list of names is divided`(_ printed: String, _ names: [String]) {
    #expect(Person.people(parsing: printed).map(\.name) == names)
  }
}
