// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Words that tell the parts of a reference apart: imprint, periodical, date, prose.
extension ReferenceWords {
  /// Words of citing that are printed in italics without being titles.
  static let citing: Set<String> = set(
    """
    ibid ibidem ib id idem eadem op opus cit citat citato loc locus loco art cf conf vide v see also
    supra infra passim sic et seq seqq sqq sq al e g i in ebd ebenda ebendort a o s vgl siehe voir
    voyez véase ver vedi zie cit ob ibíd ibídem appendix anhang annexe appendice apéndice bijlage ante
    post viz tr transl ed eds hrsg n note anm там же
    """)
  /// Names of months, in all languages, with the seasons that issues are dated by.
  static let months: Set<String> = Set(DateWords.months.keys).union(NameWords.months).union(
    set(
      """
      printemps été automne hiver frühjahr frühling sommer herbst primavera verano otoño invierno estate
      autunno inverno déc
      """))
  /// Other words that dates of issues consist of.
  static let inDates: Set<String> = set(
    "of de du d den der del di the th st nd rd er º le el la und and y et e van")
  /// Words before the author who follows a title: `_The Weavers_, by Anna Lund`.
  static let by: Set<String> = set("by von par por da di door av af przez de del di van")
  /// The last word of a publisher's name, or one that hardly occurs in anything else.
  static let publishers: Set<String> = set(
    """
    press presses books publishing publishers publications publisher verlag verlagsbuchhandlung edition
    editions éditions editore editores editorial éditeur éditeurs librairie libreria librería imprimerie
    imprenta uitgeverij uitgevers buchhandlung edizioni ediciones edições house co company associates ltd inc gmbh sons
    penguin verso routledge macmillan palgrave blackwell pluto harper knopf doubleday norton longmans
    longman heinemann methuen faber vintage pantheon kerr suhrkamp dietz gallimard maspero seuil hachette
    einaudi feltrinelli laterza springer elsevier wiley sage brill издательство изд госиздат
    university universität université universidad università
    """)
  /// Words in the names of newspapers and journals.
  static let periodicals: Set<String> = set(
    """
    review reviews revue journal journals zeitung zeitschrift herald tribune gazette gazeta bulletin
    magazine weekly monthly quarterly daily pravda izvestia izvestya izvestiia izvestija vorwärts humanité
    figaro archiv archives archivio annals annales annalen jahrbuch jahrbücher blatt blätter anzeiger
    moniteur forschungen nachrichten kurier rundschau telegraph rivista giornale corriere gazzetta avanti periódico diario
    revista boletín gaceta heraldo imparcial tijdschrift dagblad courant krant bode zhurnal vestnik
    examiner dispatch вестник журнал газета правда известия
    """)
  /// Words in the names of newspapers that have other meanings too: they count beside a date.
  static let newspapers: Set<String> = set(
    """
    people people's worker workers' worker's earth solidarity freedom commonweal forum nation leader
    advocate standard star sun globe mirror post bote record courier guardian times mouvement zeit temps
    monde matin débats economist spectator outlook observer chronicle news leaflet
    """)
  /// Words for parts of the text at hand; with a page and no work they point into the text itself.
  static let internalParts: Set<String> = set(
    """
    appendix appendices chapter chapters chap ch section part parts plate plates fig figs figure figures
    table tables note notes footnote above below page pages p pp introduction preface volume vol book map
    maps illustration anhang kapitel abschnitt tafel abbildung tabelle oben unten seite einleitung
    vorwort annexe appendice chapitre planche tableau ci-dessus ci-dessous plus haut bas apéndice
    capítulo cuadro arriba abajo lámina capitolo tavola sopra sotto bijlage hoofdstuk приложение глава
    see cf vide vgl voir véase vedi zie i ii iii iv v vi vii viii ix x xi xii no nr and the in of this
    following preceding next
    """)
  /// Small words that titles and names contain without being prose.
  static let small: Set<String> = set(
    """
    a an the of and or in on to for from by with at as its his her their into upon de la le les l' d' du
    des et ou à au aux en dans sur pour par un une y o el los las del al con por para der die das den dem
    und oder im in zu zur zum von vom am an auf für mit über bei nach ein eine einer eines il lo gli i
    della delle dei degli di e ed nel nella nello nell nelle nei negli sul sulla per da het een van voor op te und s'
    """)
  /// Finite forms of the commonest verbs, which references do not contain outside of titles.
  static let finite: Set<String> = set(
    """
    is are was were be been has have had do does did can could will would shall should may might must
    became becomes seems says said wrote writes made makes gave gives took takes went came comes
    ist sind war waren hat haben hatte hatten wird werden wurde wurden kann konnte soll sollte muss mußte
    est sont était étaient fut furent a ont avait avaient eut sera seront peut pouvait doit devait fait
    es son era eran fue fueron ha han había habían hubo puede podía debe debía hace hizo
    è sono erano fu furono hanno aveva avevano può deve is zijn was waren heeft hebben had hadden wordt
    worden werd werden kan kon moet был была было были есть имеет может
    """)
  /// Places where books are printed or meetings held; before a year such a word is no author.
  static let places: Set<String> = set(
    """
    london paris berlin vienna wien moscow moskau moscou moskva petrograd leningrad petersburg york chicago
    boston philadelphia cambridge oxford edinburgh glasgow dublin manchester leeds liverpool birmingham
    bristol geneva genf genève zürich zurich bern berne basel lausanne brussels bruxelles brüssel antwerp
    amsterdam rotterdam hague utrecht leiden haarlem stuttgart leipzig hamburg münchen munich frankfurt
    köln cologne dresden jena breslau hannover hanover bonn heidelberg göttingen nuremberg nürnberg prague
    prag budapest warsaw warschau kraków cracow lviv lemberg kiev kyiv kharkov odessa riga tallinn helsinki
    helsinki stockholm oslo christiania copenhagen kopenhagen madrid barcelona valencia sevilla seville
    zaragoza bilbao lisbon lisboa porto rome roma milan milano turin torino turín florence firenze naples
    napoli genoa genova bologna venice venezia athens athen istanbul constantinople cairo jerusalem
    mexico méxico havana habana montevideo santiago lima bogotá caracas buenos aires rio janeiro são paulo
    toronto montreal vancouver ottawa sydney melbourne delhi calcutta bombay tokyo peking beijing shanghai
    denver detroit cleveland pittsburgh seattle francisco angeles washington baltimore harmondsworth
    england france germany russia spain italy america u.s.a lyon lyons marseille marseilles toulouse
    bordeaux lille rouen nantes strasbourg grenoble dijon ginebra londres parís berlín moscú viena bruselas
    mailand rom neapel lissabon paríz londra parigi berlino mosca ginevra parijs londen berlijn moskou
    genève brussel москва петроград ленинград киев париж лондон берлин женева
    """)

  /// Abbreviated states after a place in America.
  static let states: Set<String> = set(
    """
    ala ark cal calif colo conn fla ga ia ill ind kan ky mass md mich minn mo mont neb nev okla ore pa
    tenn tex va vt wis
    """)

  /// Words that open a reference without being an author's name.
  static let notAuthors: Set<String> = set(
    """
    editorial editorials reprinted published letter letters article articles leaflet pamphlet speech
    address interview review reviewed quoted cited translated statement circular note notes appendix
    chapter chapters section preface introduction foreword resolution resolutions report reports debate
    convention congress conference meeting session circulars open published originally first also
    see compare ibid chap book part vol volume page pages here there this that these those the a an
    zitate zitat hrsg herausgegeben siehe vgl vergl quotes quotation edited ed eds trans
    brief rede artikel aufsatz vorwort einleitung anhang lettre discours article préface carta discurso
    artículo prólogo lettera discorso prefazione wieder abgedruckt nach bei under according history
    """)
  /// Single words that works are called by, which a family name beside a page could be taken for.
  static let titleWords: Set<String> = set(
    """
    autobiography memoirs memoiren mémoires memorias memorie capital kapital manifesto manifest manifeste
    diary tagebuch briefe letters correspondence history geschichte gesch histoire historia works werke oeuvres
    œuvres obras opere opera souvenirs tableau tableaux essai essais essay essays correspondance discours
    rapport rapports lettres lettere epistolae annales annali chronique chronik cronica crónica storia storie
    ricordi discorsi principe vita vite vie études recherches documents procès registre registres archives
    archivio theses bible genesis exodus koran iliad odyssey republic politics ethics
    """)
  /// Words that send the reader to a source, such as `see`.
  static let pointers: Set<String> = set(
    """
    see cf cfr vgl vergl voir voyez siehe véase vide vid compare zie vedi confer см ср quoted cited zit
    zitiert cité citado
    """)
  /// Words before the day on which an address on the web was visited.
  static let accessed: Set<String> = set(
    """
    accessed retrieved viewed visited archived abgerufen aufgerufen consulté consultado consultato
    geraadpleegd bezocht acceso обращения
    """)
  /// Words of the titles of records that a body keeps, which no person is the author of.
  static let records: Set<String> = set(
    """
    proceedings minutes constitution report reports resolutions census transactions statutes protokoll
    protokolle bericht berichte stenographic compte comptes rendu rendus procès-verbal procès-verbaux
    congrès congreso kongress congress convention conference parteitag parteitages enquête actas actes atti verslag archives protocols statuten manifest decree decrees act
    """)

  /// Whether a title is that of a newspaper or journal.
  static func isPeriodical(_ title: String) -> Bool {
    hasWord(title, periodicals)
  }

  /// Whether a title is of records that a body keeps.
  static func isRecord(_ title: String) -> Bool { hasWord(title, records) }

  /// Whether a title is the name of a publisher.
  static func isPublisher(_ title: String) -> Bool {
    hasWord(
      title, ["publishing", "publishers", "verlag", "éditeurs", "éditeur", "editores", "uitgevers"])
  }

  private static func hasWord(_ title: String, _ words: Set<String>) -> Bool {
    title.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }
      .contains { words.contains(String($0).replacingApostrophe) }
  }

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

extension String {
  fileprivate var replacingApostrophe: String { String(map { $0 == "’" ? "'" : $0 }) }
}
