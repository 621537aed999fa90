// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Testing
import TextFolding

struct PersonNameTests {
  @Test(arguments: [
    ("Peter Kropotkin", ["peter"], "kropotkin", PersonName.Completeness.full),
    ("Kropotkin, Peter", ["peter"], "kropotkin", .full),
    ("P. A. Kropotkin", ["p", "a"], "kropotkin", .initials),
    ("P.A. Kropotkin", ["p", "a"], "kropotkin", .initials),
    ("P-J Proudhon", ["p", "j"], "proudhon", .initials),
    ("Pierre-Joseph Proudhon", ["pierre", "joseph"], "proudhon", .full),
    ("Th. Mommsen", ["th"], "mommsen", .initials),
    ("Voltairine de Cleyre", ["voltairine"], "cleyre", .full),
    ("Ben Tucker", ["ben"], "tucker", .full),
    ("Lenin", [], "lenin", .alone),
    ("de Cleyre", [], "cleyre", .alone),
    ("Mrs. Bennet", [], "bennet", .addressed),
    ("Dr. Elliot Coues", ["elliot"], "coues", .full),
    ("Пётр Кропоткин", ["пётр"], "кропоткин", .full),
    ("Bee, Ann (editor)", ["ann"], "bee", .full),
    ("J. Edgar Hoover", ["j", "edgar"], "hoover", .full),
  ])
  func `a name is read in the order in which it is printed`(
    _ text: String, _ given: [String], _ family: String, _ completeness: PersonName.Completeness
  ) throws {
    let name = try #require(PersonName(text))
    #expect(name.given.map(\.letters) == given)
    #expect(name.family == family)
    #expect(name.completeness == completeness)
  }

  @Test(arguments: [
    "the Lettish officer", "one historian", "Congress of Weavers", "The Solidarity Group", "",
    "Marx and Engels", "Ann Bee, Carl Dee, Eve Eff", "17", "Pamphlet 3", "http://example.org", "A",
    "Chapter: Two", String(repeating: "Ann ", count: 50),
  ])
  func `what is not one person's name is none`(_ text: String) {
    #expect(PersonName(text) == nil)
  }

  @Test(arguments: [
    ("Peter Kropotkin", "Pierre Kropotkine", true), ("Peter Kropotkin", "Пётр Кропоткин", true),
    ("P. Kropotkin", "Пётр Кропоткин", true), ("Leon Trotsky", "L. Trotzki", true),
    ("Maksimov", "Maximoff", true), ("Karl Marx", "К. Маркс", true),
    ("Hans Meyer", "Hans Meier", false), ("Karl Marx", "Groucho Marx", false),
    ("Paul Martin", "Paul Martine", false), ("Martin King Jr.", "Martin King", false),
    ("K. Marx", "Carl Marx", false), ("Tom Brown", "Thomas Brown", true),
  ])
  func `names agree if nothing that both have contradicts`(
    _ one: String, _ other: String, _ agrees: Bool
  ) throws {
    let (one, other) = (try #require(PersonName(one)), try #require(PersonName(other)))
    #expect(one.agrees(with: other) == agrees)
    #expect(other.agrees(with: one) == agrees)
  }

  @Test(arguments: [
    ("Kropotkin", ["Kropotkine", "Кропоткин"]), ("Bakunin", ["Bakounin", "Bakounine", "Бакунин"]),
    ("Trotsky", ["Trotski", "Trotzki", "Trotzky", "Троцкий"]),
    ("Zinoviev", ["Zinovyev", "Зиновьев"]), ("Tolstoy", ["Tolstoi", "Tolstoï", "Толстой"]),
    ("Chernyshevsky", ["Tchernyshevski", "Чернышевский"]),
    ("Arshinov", ["Arschinoff", "Arshinow", "Аршинов"]),
    ("Ulyanov", ["Oulianov", "Ульянов"]), ("Plekhanov", ["Plekhanoff", "Плеханов"]),
  ])
  func `spellings of one name share a key`(_ name: String, _ others: [String]) {
    let key = { (name: String) in Transliteration.key(PlainLetter.words(name).joined()) }
    for other in others { #expect(key(other) == key(name), "\(other)") }
  }

  @Test func `a given name stands in one row of variants`() {
    #expect(GivenNameVariants.areVariants("peter", "pyotr"))
    #expect(!GivenNameVariants.areVariants("peter", "paul"))
    #expect(!GivenNameVariants.areVariants("zebedee", "zachary"))
  }

  @Test func `a long name costs no more than its length`() {
    #expect(PersonName(String(repeating: "A.", count: 59)) == nil)
    #expect(Transliteration.key(String(repeating: "schtsc", count: 10_000)).utf8.count > 10_000)
  }
}
