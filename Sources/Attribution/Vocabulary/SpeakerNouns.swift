// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Nouns for unnamed speakers and for what they say.
enum SpeakerNouns {
  /// People.
  static let persons: Set<String> = set(
    """
    academic academics activist activists anarchist anarchists apologist apologists author authors
    biographer boss bosses capitalist capitalists commentator commentators communard communards
    communist communists comrade comrades contemporary correspondent correspondents critic critics
    delegate delegates deputy deputies economist economists editor editors eyewitness follower
    followers founder founders general historian historians intellectual intellectuals journalist
    journalists judge lawyer leader leaders leninist leninists liberal liberals libertarian
    libertarians marxist marxists member members merchant merchants miller militant militants miner miners
    minister ministers mp mps observer observers officer officers official officials opponent
    opponents organiser participant participants peasant peasants philosopher philosophers poet
    politician politicians priest prisoner prisoners professor propagandist protester rebel rebels
    representative representatives reporter reviewer revolutionary revolutionaries sailor sailors
    researcher researchers scholar scholars scientist scientists secretary sociologist socialist socialists soldier
    soldiers speaker speakers spokesman spokesperson spokeswoman striker strikers student students
    supporter supporters syndicalist syndicalists theorist theorists trotskyist trotskyists victim
    visitor visitors witness witnesses woman women worker workers writer writers
    """)
  /// Organisations, and the documents they issue.
  static let bodies: Set<String> = set(
    """
    alliance appeal article assembly association board bureau circular cnt collective commission
    committee committees commune conference confederation congress constitution council declaration
    decree directive document editorial encyclopaedia encyclopedia fai federation government group
    groups guild international iww leaflet league letter magazine majority manifesto
    manual memorandum ministry minority minutes movement newspaper opposition
    pamphlet paper parliament party periodical petition platform press
    proclamation program programme proposal report resolution soviet soviets
    statement statutes telegram thesis theses treaty tribunal union unions
    """)
  /// Nouns for what is said, as owned by a speaker: `Tristan's slogan`.
  static let sayings: Set<String> = set(
    """
    account advice answer appeal argument assertion call claim claims comment comments
    complaint conclusion contention critique cry declaration definition demand description dictum
    estimate explanation expression formula formulation letter maxim metaphor motto
    observation opinion phrase plea prediction question recollection
    remark remarks reply report response retort slogan speech statement suggestion summary term
    testimony thesis verdict view vision warning words
    """)
  /// Determiners that can begin such a noun phrase.
  static let determiners: Set<String> = set(
    "the a an one two three some several many its his her their this another our these those")

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
