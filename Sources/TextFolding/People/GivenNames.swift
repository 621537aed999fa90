// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Frequent given names of the languages of the vocabulary, in lower case.
///
/// They tell a line with a name from a title of two or three words where both are printed alike;
/// that a name is missing here says nothing.
package enum GivenNames {
  /// Whether a line begins with a given name or an initial, and goes on.
  package static func begin(_ line: some StringProtocol) -> Bool {
    let words = line.split(separator: " ")
    guard words.count >= 2, let first = words.first else { return false }
    let bare = first.lowercased().filter { $0.isLetter || $0 == "-" }
    if first.last == ".", bare.count <= 2 { return true }
    return names.contains(bare)
      || bare.split(separator: "-").count > 1
        && bare.split(separator: "-").allSatisfy { names.contains(String($0)) }
  }

  /// Whether a word in lower case is a given name.
  package static func contains(_ word: String) -> Bool { names.contains(word) }

  private static let names: Set<String> = Set(
    """
    abraham ada adam adolf agnes albert albrecht alexander alexandra alfred alice amy andrew angela
    ann anna anne annie anthony anton arnold arthur august ben benjamin bernard bernhard bertrand
    bill bob carl caroline catherine charles charlotte chris christian christopher clara colin
    cornelius daisy daniel david dora dorothy douglas ebenezer ed edgar edith eduard edward edwin
    eleanor elisabeth eliza elizabeth ella ellen emil emily emma eric erich ernest ernst ethel
    eugen eugene eva evelyn ferdinand frances francis frank franz fred frederick friedrich fritz
    georg george gerald gertrude gilbert gottfried gustav guy hans harold harriet harry heinrich
    helen helene henrietta henry herbert hermann howard hugh hugo ida irving isaac isabella jack
    jacob jakob james jane janet jean jessie jim joan joe johann johannes john jonathan josef
    joseph joshua julia julian julius karl kate katherine kathleen ken kenneth konrad larry
    laura laurence lawrence leo leon leonard leonhard leopold leslie lewis lily lizzie louis louisa
    louise lucy ludwig luise lydia mabel margaret maria marie marion mark martha martin mary matilda
    matthew maurice max michael mike minna moritz moses murray nathan nathaniel nellie nelly
    nicholas noam norman oliver oscar oskar otto patrick paul paula peter phil philip philipp
    phillip pierre rachel ralph raymond rebecca richard robert roger rosa rose rosie rudolf rudolph
    rupert ruth sally sam samuel sarah sidney siegfried simon sophia sophie stephen steve steven
    stuart susan sylvia theodor theodore thomas tim tom tony upton ursula victor victoria viktor
    vincent violet virginia voltairine walter werner wilhelm will william winifred wolfgang
    alain albertine alphonse amédée andré antoine antoinette arsène auguste augustin baptiste
    benoît bernadette camille céline charlot claire claude claudine clémence colette denis denise
    édouard élie élisée élise émile étienne eugène eugénie fernand françois françoise frédéric
    gabriel gaston georges germaine gérard germain guillaume gustave henri hélène honoré hubert
    jacques jeanne jérôme joséphine jules laurent léon léonard léonie lucien lucie
    madeleine marcel marguerite mathilde maxime michel michèle nathalie nicolas octave olivier
    pascal paulette philippe rené renée robin romain sébastien séverine simone
    théodore thérèse valentin véronique victorine yves yvonne
    alberto alejandro alfonso alfredo álvaro amadeo amparo ana andrés ángel anselmo antonia antonio
    armando arturo bartolomé beatriz benito buenaventura camilo carlos carmen cayetano césar
    cipriano diego dolores eduardo emilio emiliano enrique ernesto esteban eusebio federica
    federico felipe félix fernando fidel fermín francisco gaspar gerardo gregorio guillermo
    hernán ignacio isabel jaime javier jesús joaquín jorge josé josefa juan juana julia julio
    leandro leopoldo lorenzo lucía luis luisa manuel manuela marcelo marcos mariano mario marta
    mateo mercedes miguel nicolás pablo pedro pilar práxedis rafael ramón raúl ricardo roberto
    rodolfo rosario salvador santiago sebastián teresa tomás valeriano vicente
    alessandro amilcare andrea angelo antonietta armando bartolomeo benedetto bruno camillo carlo
    caterina cesare domenico elena emma enrico enzo errico ettore ferruccio filippo francesca
    francesco franco gaetano giacomo gino giorgio giovanni giulia giulio giuseppe giuseppina
    guglielmo guido luigi luigia luca marcello marco massimo matteo michele nicola
    nicolò osvaldo paolo pasquale pietro raffaele renato renzo riccardo rosalia saverio sergio
    silvio stefano ugo umberto vincenzo virgilio vittorio
    afonso ana antónio armindo artur bento bernardino cristina domingos edgard emílio florentino
    francisca henrique inês joão joaquim jorge júlio lúcia luís luíza manoel
    mário miguel neno nuno oswaldo paulo raimundo rui sílvio tomé vasco
    abel adriaan arend bart cornelis cornelia dirk frederik gerrit
    hendrik henriette herman jan jaap johan johanna kees klaas maarten margriet pieter willem wim
    anders axel bengt bertil birger bjørn elin erik gunnar hjalmar ingrid jens kristian lars
    nils olof olaf ole per selma signe sven søren
    alexei alexey aleksandr alexandr andrei boris dmitri fyodor grigory ivan lev maksim
    maxim michail mikhail nadezhda nestor nicolai nikolai nikolaj olga pavel peter
    petr piotr pyotr sergei sergey vera vladimir volin yakov zinaida
    александр александра алексей анатолий андрей анна антон борис вера виктор владимир всеволод
    григорий дмитрий евгений екатерина иван илья иосиф карл константин лев леонид максим мария
    михаил надежда нестор николай ольга павел пётр петр роза сергей софья татьяна фёдор федор
    фридрих юлий яков
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
