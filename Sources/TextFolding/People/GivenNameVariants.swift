// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Given names that are one name in several languages or spellings, or short for another.
///
/// Names of authors are translated with their books: `Peter Kropotkin`, `Pierre Kropotkine`. That two
/// names are variants says that the bearers may be one person, never that they are.
package enum GivenNameVariants {
  /// The number of the row that has a name, as `PlainLetter` folds it; `nil` if none has.
  package static func row(of name: String) -> Int? { rows[name] }

  /// Whether two folded given names are the same or variants of each other.
  package static func areVariants(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let row = rows[one] else { return false }
    return row == rows[other]
  }

  private static let rows: [String: Int] = {
    var rows: [String: Int] = [:]
    for (index, line) in table.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") { rows[String(name)] = index }
    }
    return rows
  }()

  /// A name stands in one row only; what could be in two is in none.
  static let table = """
    albert alberto albrecht
    alexander aleksandr alexandr alexandre alessandro alejandro aleksander alex sasha александр
    alexei alexey aleksei alexis aleksey алексей
    alfred alfredo
    anatole anatoly anatoli anatolii анатолий
    andrew andreas andre andrei andrey andrea andres андрей
    anna anne ann annie ana анна
    anton antonio antoine anthony tony антон
    arthur artur arturo
    august auguste augustus augusto
    benjamin ben benjamim
    bernard bernhard bernardo
    boris борис
    camillo camille camilo
    catherine katherine katharina ekaterina catarina caterina kate екатерина
    charles karl carl carlo carlos карл
    christian cristian
    christopher chris christoph christophe
    clara klara клара
    constantine konstantin constantin константин
    daniel dan danny
    david dave
    denis dennis
    dmitri dmitry dimitri dmitrii dmitriy дмитрий
    edward ed edouard eduard eduardo edoardo эдуард
    elisee elise
    elizabeth elisabeth elisabetta elizaveta isabel елизавета
    emil emile emilio
    emma эмма
    eric erik erich enrik
    ernest ernst ernesto
    errico enrico henri henry heinrich enrique hendrik henrik harry генрих
    eugene eugen eugenio evgeny evgenii evgeni yevgeny евгений
    ferdinand fernando fernand
    francis francisco francesco francois franz frank paco франц
    frederick friedrich frederic federico frederik fred fritz fridrikh фридрих
    gabriel gabriele
    george georges georg giorgio jorge jordi georgy georgii георгий
    gerard gerhard gerardo
    gregory grigori grigory grigorii gregor gregorio григорий
    gustav gustave gustavo
    hermann herman
    hugo ugo
    ivan иван
    jacob jakob iakov yakov яков
    james jim jimmy jaime
    jean juan giovanni johann johannes joao john johnny
    joseph josef jose giuseppe joe iosif иосиф
    jules julius julio giulio юлий
    julia julie giulia
    laurence lawrence laurent lorenzo lars
    leo leon lev leone лев
    leonard leonardo leonhard
    louis luigi luis ludwig lewis luiz
    lucy lucia lucie
    luke luca lucas lukas
    margaret marguerite margarita
    mark marc marco marcos
    martin martino martinus
    mary maria marie мария
    matthew mateo matteo matthias mathieu
    maurice mauricio moritz
    max maks maxim maxime maksim maximilian макс максим
    michael mikhail michail michel michele miguel mike mihail mikail михаил
    nadezhda nadejda nadja надежда
    nestor нестор
    nicholas nikolai nicolas nikolaus nicola nikolay nicolai nikolaj николай
    paul pablo paolo paulo pavel павел
    patrick pat
    peter pierre pyotr petr piotr pietro pedro pieter pjotr petro пётр петр
    philip philippe philipp felipe filippo phil
    ralph ralf raoul raul
    raymond raimundo ramon raimund
    richard ricardo riccardo dick
    robert roberto bob rob
    rosa rose роза
    rudolf rudolph rodolfo rodolphe
    samuel sam
    sebastian sebastien sebastiano
    sergei sergey serge sergio sergius сергей
    simon simone semyon семён семен
    sophia sophie sofia sofya софья
    stephen steven stefan steve esteban stefano etienne stephan степан
    susan suzanne susanna
    theodore theodor feodor fyodor fedor teodoro фёдор федор
    thomas tom tomas tommaso thom
    vera вера
    victor viktor vittorio виктор
    vincent vincenzo vicente
    vladimir wladimir владимир
    vsevolod wsewolod всеволод
    walter walther gualtiero
    william wilhelm willem guillaume guillermo guglielmo bill will willy
    """
}
