// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The letters that a language has besides those of ASCII, and its most common words.
struct Alphabet: Sendable {
  /// Language code (ISO 639-1).
  let language: String
  /// Name of the language in English.
  let name: String
  /// Letters in lower case, in descending order of frequency.
  let letters: [Unicode.Scalar]
  /// Common words that are spelled with letters of ASCII only; empty for other scripts.
  let words: Set<[UInt8]>

  /// Whether it is written in Latin letters.
  var isLatin: Bool { !words.isEmpty }

  private init(_ language: String, _ name: String, _ letters: String, _ words: String = "") {
    self.language = language
    self.name = name
    self.letters = Array(letters.unicodeScalars)
    self.words = Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  /// Letters that names and loan words bring into any language with Latin letters.
  static let loans: Set<Unicode.Scalar> = Set("éèêëàâáäçñóôöúüíïß".unicodeScalars)

  /// The languages (letters by the Unicode CLDR exemplar sets).
  static let all: [Alphabet] = [
    Alphabet("en", "English", "éèïêëçœæñ", "the of and to was that with is in for they had by"),
    Alphabet("fr", "French", "éèàêçâîôùûïœëüæÿ", "le la les des et que une est dans du qui pas en"),
    Alphabet("de", "German", "üäößé", "der die und den das nicht ist von zu mit ein sie des im"),
    Alphabet("es", "Spanish", "óíáéñúü", "el los las que una del por con de se la en su no"),
    Alphabet("pt", "Portuguese", "ãçáéíóõêúâàôü", "os uma que do da em por com dos na as de um"),
    Alphabet("it", "Italian", "èàùòéì", "il che di della una per non con sono la dei gli del"),
    Alphabet("ca", "Catalan", "àéóèíòçúïü·", "el els les que del amb per una la dels va al"),
    Alphabet("nl", "Dutch", "ëéïèöüêç", "de het een van en dat niet is op te zijn met voor"),
    Alphabet("pl", "Polish", "łęążśćóńź", "nie na do jest i w z po od za jak co przez dla"),
    Alphabet("cs", "Czech", "íáéěýřžčšůúťóňď", "se na je v a to do za ale jsou jako po byl jeho"),
    Alphabet("sk", "Slovak", "áíéčýžšúľťôóňŕäďĺ", "sa na je v a to ako bol za do pre po aby"),
    Alphabet("hu", "Hungarian", "áéöóőüíúű", "a az egy hogy nem is ez meg volt de csak mint"),
    Alphabet("ro", "Romanian", "ăîșțâşţ", "de la nu din este cu pe un care mai sau ale"),
    Alphabet("sv", "Swedish", "äåöé", "och att det som en av inte den till de med var"),
    Alphabet("da", "Danish", "åøæéö", "og at det som en af ikke den til er de med"),
    Alphabet("nb", "Norwegian", "åøæéò", "og det som en av ikke den til er de med var"),
    Alphabet("fi", "Finnish", "äöåšž", "ja on oli ei se mutta ovat joka kun niin"),
    Alphabet("is", "Icelandic", "áíðéóþúýöæ", "og er sem ekki til var um en hann"),
    Alphabet("tr", "Turkish", "ışüğçöâîû", "bir ve bu ile olarak daha ne da de gibi"),
    Alphabet("hr", "Croatian", "šžčćđ", "je se na i da su od za u kao koji nije"),
    Alphabet("sl", "Slovene", "čšžćđ", "je se na in da so za ki pa ni kot"),
    Alphabet("et", "Estonian", "äõüöšž", "ja on ei kui see oli mis oma"),
    Alphabet("lv", "Latvian", "āīēšņļūžčģķ", "un ir no ar par ka tas bija"),
    Alphabet("lt", "Lithuanian", "ėšųįžąūčę", "ir yra kad su buvo tai bet kaip"),
    Alphabet("eo", "Esperanto", "ĝĉŝŭĵĥ", "la kaj de en estas ne al por estis kiu"),
    Alphabet("ru", "Russian", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    Alphabet("uk", "Ukrainian", "оанивітерсклдумпзяьгбчйхцжшюєїщфґ"),
    Alphabet("be", "Belarusian", "анілоерцсяуывкдмпзьгйбшчюжхўёфэ"),
    Alphabet("bg", "Bulgarian", "аоиетнрсвлпкдмзуябгъчщжйхцшюфь"),
    Alphabet("sr", "Serbian", "аиоенрусткдвјпмлзбгчшцжњхћљђфџ"),
    Alphabet("el", "Greek", "αοιτενσηςρκπυμλάόίέήωδγθχβφύώξζψϊϋΐΰ"),
    Alphabet("he", "Hebrew", "יוהלאמרתבשנםכדחעקפגזטסןצךףץ"),
    Alphabet("ar", "Arabic", "اليمونرتبةعدسفهكقأحجشصطىخإزضذغءئثظؤآ"),
  ]
}
