// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Words that help to tell personal names from other capitalised words.
enum NameWords {
  /// Particles of family names (Chicago Manual of Style, 18th edition, 8.5–8.14).
  static let particles: Set<String> = set(
    "de del della der den des di do dos du la le van von ver zu zur y e da das el al bin ibn ten ter"
  )
  /// Given names as they are cut short before a full stop: `Joh. Falke`.
  static let shortGiven: Set<String> = set(
    """
    alex alexr alf alfr alph andr ant anth antt arch aug balth barth ben benj bernh cath chas chr christ
    chs clem conr const corn dan dav dm dom edm edw eliz em emm engelb ern ernest eug eus fel ferd fr
    francs franc fred fredk frd friedr fz gabr geo georg ger germ gerh giac gio giov giul gius gottfr
    gottl greg guil guill gust heinr henr herm hier hub ign jac jak jas jer jerem jno joh john jos josh
    jul juls karl konr lamb laur leop lor ludw luc lud magd marg mart matt matth mat max mich nath nic
    nich nik ph phil pet petr raph reinh rich rob robt rud rudf sam saml seb sig sigm sim st steph theod
    theoph thom thos tim tob ulr val vict vinc vlad walt wilh willh wm wolfg xav
    """)
  /// Those of them that end no sentence, being no whole name or word.
  static let abbreviatedGiven: Set<String> = set(
    "wm geo chas jas jos thos robt alex fr joh friedr wilh ludw heinr ferd theod chr herm jno gottfr"
  )
  /// Suffixes that follow a name and belong to it.
  static let suffixes: Set<String> = set("jr sr ii iii iv")
  /// Titles and descriptions that precede a name without being part of it.
  static let titles: Set<String> = set(
    """
    mr mrs ms miss dr prof professor sir lord lady comrade citizen general colonel captain president
    minister saint st monsieur madame herr frau señor don doña father brother sister king queen
    emperor tsar czar senator judge justice commissar chairman secretary historian economist
    philosopher anarchist marxist socialist leninist trotskyist syndicalist writer author critic
    journalist sociologist scholar activist poet novelist scientist leader bolshevik menshevik
    biographer anthropologist academic feminist liberal libertarian communist revolutionary guru pioneer researcher
    """)
  /// Words before a family name that tell one member of a family from another.
  static let relations: Set<String> = set(
    """
    old young elder younger little big widow aunt uncle cousin grandfather grandmother granny mother
    father brother sister baby vieux vieille jeune père mère oncle tante veuve viejo vieja joven tío
    tía viuda vecchio vecchia giovane zio zia vedova alt alte alter onkel tante witwe старый старая
    """)
  /// Titles by which an author is hardly ever called in the author's own work.
  static let ranks: Set<String> = set(
    """
    mr mrs miss ms lady lord sir madame mme mlle monsieur señor señora don doña signor signora herr
    frau captain colonel general comrade
    """)
  /// Capitalised words that are not names of people.
  static let notPersons: Set<String> = set(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn winter
    proceedings report reports journal bulletin review minutes statistics statistique official annual
    monday tuesday wednesday thursday friday saturday sunday
    nobody everyone everybody someone somebody others people men women history experience nothing
    something anything none neither either none legend tradition rumour rumor common critics
    i the a an this that these those it he she they we you who what when where why how which
    selon según laut secondo d'après
    in on of for to from by with as at and or but if while although though however moreover thus
    so hence therefore then here there also indeed finally firstly secondly thirdly lastly yet not
    no nor all some many most both each every any other another such one two three after before
    during since until because under over between among against without within about like unlike
    similarly equally clearly obviously rather instead later earlier today now soon again
    america american americans britain british england english europe european france french germany
    german russia russian russians soviet soviets spain spanish italy italian poland polish china
    chinese japan japanese africa african asia asian india indian ireland irish scotland scottish
    ukraine ukrainian hungary hungarian austria austrian mexico mexican cuba cuban chile chilean
    paris london moscow petrograd berlin barcelona madrid chicago kronstadt vienna rome
    party union unions congress committee council revolution war state states government
    international federation association league commune church parliament bolshevik bolsheviks menshevik
    mensheviks marxist marxists leninist leninists anarchist anarchists anarchism marxism leninism
    bolshevism communism socialism capitalism communist communists socialist socialists trotskyist
    trotskyists stalinist stalinists syndicalist syndicalists liberal liberals jew jews jewish
    christian christians catholic god act law press books university section chapter appendix volume
    part north south east west northern southern eastern western new old great first second third
    world civil red white black central national general workers worker people peoples people's
    je il elle nous vous ils elles le la les un une des et mais ou si dans sur pour par avec ce cette
    el los las una y pero en por con para este esta der die das ein eine und aber im am
    """)
  /// Names of months and seasons, as used in dates and issue labels.
  static let months: Set<String> = set(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec spring summer autumn winter fall
    """)

  /// Given names frequent in texts about the labour movement.
  static let given: Set<String> = set(
    """
    aaron abel abraham adam adolf adolphe adrian agnes aileen al alan albert aldous alec alejandro alex
    alexander alexandra alexandre alexis alfred alice allan allen alvin amadeo amartya amilcare ammon ana
    anatole andre andrea andrei andrew angel angela ann anna anne anselmo anthony anton antonio ariel
    aristide arkady armand armando arnold arthur asa august auguste augustin ayn barbara barry bart ben
    benito benjamin bernard bertolt bertrand bill bob boris brian bruce buenaventura camille camillo
    carl carlo carlos carlotta carol carole caroline catherine cesar charles charlotte chris christian
    christopher clara clarence clifford colin constance cornelius daniel david dean denis dennis diego
    dmitri dolores donald dora doris dorothy doug douglas dwight dyer ebenezer ed edgar edmund eduard
    eduardo edward edwin elbert eleanor elena elisée elizabeth ella ellen elton emil emile émile emiliano
    emma enrico enrique eric erich ernest ernesto ernst errico eugen eugene eugène eva evelyn federica
    felix ferdinand fernand fernando flora francis francisco francois françois frank franz fred
    frederick fredrick friedrich gabriel gaston geoffrey georg george georges georgi gerald gerard
    gerrard gilbert giovanni giuseppe grace graham greg gregory grigori guillermo gustav gustave guy
    gyorgy hal hans harold harry helen henri henry herbert herman hermann hilda howard hubert hugh hugo
    ian ignacio igor ilya irving isaac isaiah israel ivan jack jacques jakob james jan jane jason jay
    jean jeff jeremy jerome jim joan joe joel johann johanna john jon jonathan jordi jose josé josef joshua
    joseph josiah joyce juan juliet julius karl kate katherine keith ken kenneth kevin kirkpatrick klaus
    kurt larry laura laurence lawrence lee len leo leon leonard leonid leslie lev lewis lillian linda
    lisa lloyd lorenzo louis louise lucien lucy ludwig luigi lynn lysander madeleine manuel marc marcel
    margaret maria mariano marie marina mario mark marshall martha martin marx mary matthew maurice max
    melvin mercedes michael michel miguel mike mikhail milton miriam mollie moses murray nadezhda nancy
    naomi nathan neil nestor nicholas nick nicola nicolas nikolai nina noam noel norman nunzio octave
    olga oliver oscar oskar otto pablo pat patricia patrick paul paula pedro peggy percy pete peter
    petr phil philip phillip pierre pierre-joseph piotr pyotr rachel ralph randall randolph ray raymond
    rebecca ricardo richard rob robert robin rodolfo roger roland ronald rosa rose roy rudolf rudolph
    rufino russell ruth sam samuel sarah sean sebastian sébastien sergei sergey sheila sidney silvio
    simon simone stanley stefan stephen steve steven stuart susan sylvia takis ted terence theodor
    theodore thomas thorstein tim timothy toby todd tom tony ulrike ursula vadim valentin vera vernon
    victor vincent vladimir voltairine walter wendy werner wilhelm will william willy yakov yuri zygmunt
    """)

  /// Whether a word is a given name, with or without its accents.
  static func isGiven(_ word: String) -> Bool {
    given.contains(word)
      || !word.utf8.allSatisfy { $0 < 0x80 } && given.contains(NameReader.fold(word))
  }

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
