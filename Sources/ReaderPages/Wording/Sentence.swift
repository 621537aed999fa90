// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A sentence or a word of the pages, by its key in the files of words.
package enum Sentence: String, Sendable, CaseIterable {
  case skipToMain, skipToResults, skipToText, sectionsLabel, sectionSearch, sectionWorks,
    sectionPeople, sectionCited, sectionKept, searchLabel, searchPlaceholder, searchButton,
    searchWhere, searchInWork, searchEverywhere, footPrivacy, footHelp, contents, pagesLabel,
    previous, next, rangeOf, page, pages, volume, issue, noteNumber, paragraph, decade, noPages,
    and, andOthers, stated, inferred, statedInNote, inferredFromNote, probability, unknown,
    resultsAll, resultsFor, about, inWorks, linesOfPassages, nothingFound, didYouMean,
    onlyAsTyped, viewLabel, viewPassages, viewWorks, viewConcordance, orderLabel, orderRelevance,
    orderYear, orderNewest, orderPlace, orderLeft, orderRight, orderMatch, narrow, narrowLabel,
    facetYear, facetAuthor, facetSpeaker, facetCites, facetKind, facetLanguage, facetWork,
    facetCollection, fieldTitle, fieldSection, fieldYear, fieldDecade, fieldPage, fieldID,
    kindBody, kindQuotation, kindNote, kindVerse, quotedWords, chip, chipsLabel, takeOff, wordsOf,
    wordsFrom, wordsThrough, through, notSaidWhose, differenceMissing, differenceAdded,
    differenceOther, readOn, cite, compare, compareHeld, keep, keptAlready, similar, alsoIn,
    asCSV, asFeed, before, match, after, `where`, thisWork, chaptersLabel, stepsLabel, stepOf,
    previousHit, nextHit, allHits, hitsHere, beginning, fileReads, toText, authorUnknown,
    yearUnknown, editionOf, inCollection, noPagesInFile, fromFile, fromFileText, textOnTheWeb,
    putRight,
    readWork, factsTitle, fact, value, basis, evidence, factTitle, factSubtitle, factAuthors,
    factEditors, factTranslators, factYear, factEditionYear, factForm, factLanguage,
    factContainer, factPublisher, factPlace, factURL, factRights, whomItQuotes, whoQuotesIt,
    copiesHeld, workHeld, worksTitle, orderAuthor, orderTitle, orderAdded, toPutRight, noAuthor,
    noYear, twoCopies, notRead, whoWroteIt, copy, copyButton, noDate, peopleTitle, peopleFind, find,
    nobodyFound, alsoCalled, byName, byFrequency, singleName, formPreferred, formSameName,
    formMoreInitials, formTransliteration, formGivenName, formInitials, formFamilyName,
    formCatalogue, ownWorks, quotedBy, fromSource, notSaid, searchWords, searchCitations,
    noQuotations, compareTitle, theSource, asQuoted, asPrinted, asPrintedBy, compareSame,
    sourceNotHeld, sourceNotNamed, sourceNotFound, sourceShort, underlinedQuoted,
    underlinedPrinted, everyQuoter, nobodyElse, quotedByColumn, differsBy, year, verbatim,
    citedTitle, work, references, citedBy, held, notHeld, editions, volumes, inContainer,
    citedMost, citedYear, citeTitle, citeWhat, citePassage, citeQuotation, copyDone, takeAway,
    linkHere, linkThere, styleLabel, keptLabel, keptAbout, keptFull, keptMissing, keptNothing,
    keptClear, remove, unknownSpeaker, attributionInferred, accessed, motto, noIndexYet,
    libraryCounts, searchIntro, sampleSearches, newlyAdded, sampleQuotes, sampleWorksBy,
    sampleCites, problemTitle, notFoundTitle, goneTitle, nothingHere, goneWords, noSuchPassage,
    noSuchWork, noSuchPerson, meant, helpTitle, apiTitle, statusTitle, statusIndex,
    statusRevision, statusWatch, statusUnread, statusFile, statusWhy, statusNothingUnread,
    statusNoWatch, statusSeen, editTitle, editAbout, editSave, editSaved, editNote,
    editUnknown, editRefused, editOnePerLine, editBefore, editAfter, editAgain, editFile,
    editTakenIn, editNothing, editMarked, editForeign, editEmpty, editTitleEmpty, editTooLong,
    editControl, editNotAYear, editNotAForm, editNotATag, editNoLanguage, editOtherTag,
    editNotAnAddress, editContradiction
}

/// Something that is counted, by its key in the files of words.
package enum Counted: String, Sendable, CaseIterable {
  case andMore, authorOf, chapters, citedCount, compareDiffer, differences, lines, more,
    moreInWork, otherForms, pageCount, paragraphs, passages, people, quotedCount,
    quotedInPassages, quotedTimes, quotesCount, unreadTexts, withoutTitle, words, works
}
