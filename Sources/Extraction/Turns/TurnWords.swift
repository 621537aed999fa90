// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Words by which labels of turns are told from other words before a colon, by language.
enum TurnWords {
  /// Titles that precede a name; with most of them a full stop follows.
  static let honorifics: Set<String> = set(
    """
    mr mrs ms miss messrs dr prof rev hon sir lord lady capt col gen lt sgt st fr sr jr comrade
    citizen cit cde bro sis brother sister delegate del president chairman
    m mme mlle mgr camarade citoyen citoyenne sra srta don doña compañero compañera camarada
    sig signora compagno compagna herr frau genosse genossin товарищ тов
    """)

  /// Whether a word is a title or article before a name in capitals.
  static func precedes(_ word: String) -> Bool {
    let folded = word.lowercased().filter { $0 != "." }
    return honorifics.contains(folded) || offices.contains(folded)
  }

  private static let offices: Set<String> = set(
    """
    the senator representative congressman governor secretary minister captain colonel general admiral
    professor doctor judge commissioner father mother premier count baron der die le la el il o
    """)

  /// The letters of questions and answers: `Q`/`A`, French `Q`/`R`, Spanish `P`/`R`, Italian
  /// `D`/`R`, German `F`/`A`, Russian `В`/`О`.
  static let questionLetters: Set<String> = ["q", "a", "r", "p", "d", "f", "в", "о"]

  /// Names of roles, which are as sure a sign of turns as names.
  static let roles: Set<String> = set(
    """
    interviewer interviewee question answer moderator host speaker caller audience reporter
    chairman chairwoman chairperson chair chorus voice narrator court clerk counsel witness
    interviewerin frage antwort fragesteller moderatorin befragter
    enquêteur intervieweur réponse président présidente modérateur animateur
    entrevistador entrevistadora entrevistado pregunta respuesta moderadora presidente
    entrevistada pergunta resposta intervistatore intervistatrice domanda risposta
    интервьюер вопрос ответ председатель ведущий корреспондент
    """)

  /// Words before a colon that announce something else than speech.
  private static let ordinary: Set<String> = set(
    """
    note notes nb n.b ps p.s warning caution example examples remark remarks definition theorem
    lemma proof corollary exercise exercises problem solution hint tip summary abstract conclusion
    introduction preface foreword afterword appendix contents chapter section part book volume vol
    article act scene paragraph page pages figure fig table plate line lines verse verses stanza
    canto letter no number item point points step day week month year date time place location
    where when why how what who which first second third fourth fifth firstly secondly thirdly
    finally lastly next then also thus therefore hence however moreover or and but if for to from
    subject re cc bcc attn title author authors editor editors translator translators publisher
    published source sources reference references bibliography see cf ibid key keywords tags topic
    topics category categories language url doi isbn issn link links website email e-mail
    phone tel fax address contact address copyright license licence price cost total
    pros cons advantages disadvantages remember important update edit correction erratum errata
    dear comrades friends gentlemen ladies brothers sisters citizens workers fellow
    setting characters persons personae cast curtain enter exit exeunt music song
    yes no oh ah well indeed perhaps certainly true right
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    resolution resolved motion amendment agenda present apologies absent attendance
    in on at by with of as it this that these those there here he she we they you i a an
    remarque avertissement exemple définition théorème preuve exercice résumé chapitre partie acte
    scène page figure tableau titre auteur traducteur éditeur lieu année premièrement
    deuxièmement ensuite enfin donc voir chers chères camarades citoyens messieurs mesdames amis
    nota aviso ejemplo definición teorema ejercicio resumen capítulo parte acto escena página
    figura cuadro título autor autores traductor editorial fuente fecha lugar hora primero segundo
    tercero luego véase queridos compañeros compañeras camaradas señores
    anmerkung hinweis beispiel definition satz beweis aufgabe zusammenfassung kapitel teil akt
    aufzug szene auftritt seite abbildung tabelle titel verfasser übersetzer verlag quelle datum
    ort zeit erstens zweitens drittens schließlich siehe liebe genossen freunde kameraden
    esempio definizione teorema esercizio riassunto capitolo atto scena pagina titolo autore
    traduttore fonte data luogo ora primo vedi cari compagni
    примечание пример определение глава часть акт действие сцена страница рис таблица автор
    перевод источник дата место товарищи
    """)
  /// Words that may be written small within a name.
  private static let particles: Set<String> = set(
    """
    of the and from to in a an de del della der den des di do dos du la le les van von zu zur y e et
    und da el al bin ibn ten ter d' à au aux
    """)

  /// Whether a word can be part of a label.
  static func canNameSpeaker(_ word: String, isFirst: Bool) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    if first.properties.isUppercase || first == "&" && !isFirst { return true }
    if first.properties.numericType != nil {
      // `FIRST SOLDIER` is also `1ST SOLDIER`; `Speaker 2`.
      return !isFirst && word.unicodeScalars.count <= 2
        || word.unicodeScalars.contains(where: \.properties.isUppercase)
    }
    if first == "#" { return !isFirst }
    // Scripts without capitals.
    if !first.properties.isLowercase { return true }
    return !isFirst && particles.contains(word)
  }

  /// The form in which labels are compared: without the numbers of questions, honorifics kept.
  static func key(of words: [String]) -> String {
    var parts = words.map { $0.lowercased().filter { $0 != "." && $0 != "#" } }
    if parts.count == 2, parts[0].count == 1, parts[1].allSatisfy(\.isNumber) { parts.removeLast() }
    guard parts.count == 1, let letter = parts[0].first, parts[0].count > 1,
      parts[0].dropFirst().allSatisfy(\.isNumber)
    else { return parts.joined(separator: " ") }
    return String(letter)
  }

  /// Whether the words announce something else: `Note`, `Chapter Two`, `Dear Comrade`.
  static func isOrdinary(_ words: [String]) -> Bool {
    let folded = words.map { $0.lowercased().filter { $0.isLetter || $0 == "-" } }
    guard let first = folded.first, let last = folded.last else { return true }
    if words.count == 1, first.unicodeScalars.count == 1 { return false }
    if words.count == 1, RomanNumeral.isSmall(words[0]) { return true }
    let isArticled =
      words.count > 1
      && ["the", "a", "an", "first", "second", "third", "fourth"]
        .contains(first)
    if isArticled { return ordinary.contains(last) && words.count == 2 && first == "the" }
    return ordinary.contains(first) || words.count > 1 && last != first && ordinary.contains(last)
  }

  /// Whether a key names a role.
  static func isRole(_ key: String) -> Bool {
    key.split(separator: " ").contains { roles.contains(String($0)) }
  }

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

extension TurnWords {
  /// Whether a word may be written small within a name.
  static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// Words that begin a title or sentence, and no name.
  static func opensTitle(_ word: String) -> Bool { openings.contains(word) }

  /// Words below a quotation that name no person: `— Proverb`, `— Old Song`.
  static func namesNobody(_ word: String) -> Bool { nobody.contains(word) }

  /// Whether a line is the closing formula of a letter: `Yours fraternally`.
  static func closes(_ line: String) -> Bool {
    line.split(whereSeparator: { !$0.isLetter }).contains { closings.contains($0.lowercased()) }
  }

  private static let closings: Set<String> = set(
    """
    yours fraternally sincerely faithfully truly affectionately respectfully cordially regards
    greetings solidarity salut salutations fraternellement cordialement bien vôtre
    ihr ihre dein deine euer hochachtungsvoll grüßen gruß grüße salud saludos fraternalmente
    atentamente saluti fraternamente
    """)

  private static let nobody: Set<String> = set(
    """
    proverb proverbe proverbio sprichwort anonymous anon anonyme anónimo anonimo anonym unknown
    editor editors ed eds translator trans author authors song ballad hymn saying slogan graffito
    graffiti newspaper ibid idem fin fine ende end the new san los new york london paris berlin
    chanson chanté canción volkslied пословица
    """)

  /// Phrases before the name of whoever is interviewed.
  static let interviews = [
    "interview with ", "interviews with ", "interviewed ", "interviewing ", "conversation with ",
    "discussion with ", "talk with ", "talking with ", "talking to ", "questions for ",
    "questions to ", "interview of ", "entretien avec ", "interview avec ", "conversation avec ",
    "entrevista con ", "entrevista a ", "entrevista com ", "conversación con ", "conversa com ",
    "interview mit ", "gespräch mit ", "intervista a ", "intervista con ", "intervista ad ",
    "conversazione con ", "интервью с ", "беседа с ",
  ]

  private static let openings: Set<String> = set(
    """
    interview interviews conversation discussion talk talking dialogue debate entretien entrevista
    intervista gespräch interviewed questions about after before during since our my his her their
    let do does did is are was were can could will would should have has had not no yes well so
    """)
}
