// swift-tools-version: 6.2
// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import PackageDescription

// One section per target, in the order of the arrows: a target imports only targets above it.
// The C libraries come from Debian's -dev packages (see Scripts/dependencies).

// All C++ of ours, and with it every program, is built so that a fault in it is hard to make use of:
// `HardeningTests` reads the programs for it. CFI of clang is left out: it needs link-time optimisation,
// and all of libxapian and poppler, which Debian links, built with it.
#if arch(x86_64)
  let controlFlow = "-fcf-protection=full"
#else
  let controlFlow = "-mbranch-protection=standard"
#endif
let hardened: [CXXSetting] = [
  .unsafeFlags([
    "-Wall", "-Wextra", "-Werror", "-fstack-protector-strong", "-fstack-clash-protection",
    controlFlow,
  ]),
  // Only where code is optimised: it does nothing without, and warns.
  .unsafeFlags(["-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3"], .when(configuration: .release)),
]
let hardenedLinking: LinkerSetting = .unsafeFlags(
  ["relro", "now", "noexecstack"].flatMap { ["-Xlinker", "-z", "-Xlinker", $0] })

let package = Package(
  name: "Pamphlet",
  products: [
    .library(name: "PassageLibrary", targets: ["PassageLibrary"]),
    .executable(name: "pamphlet", targets: ["pamphlet"]),
    .executable(name: "pamphletd", targets: ["pamphletd"]),
    .executable(name: "pamphlet-pdf", targets: ["pamphlet-pdf"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // MARK: C libraries
    .systemLibrary(
      name: "CXapianSystem",
      pkgConfig: "xapian-core",
      providers: [.apt(["libxapian-dev"])]
    ),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(
      name: "CUchardet",
      pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"])]
    ),
    // No pkg-config: libutf8proc's asks for a flag that SwiftPM refuses and nobody needs.
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),

    .systemLibrary(
      name: "CCMark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),

    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),

    .systemLibrary(
      name: "CPoppler",
      pkgConfig: "poppler-cpp",
      providers: [.apt(["libpoppler-cpp-dev"])]
    ),
    .systemLibrary(name: "CLinux"),

    // MARK: CXapian
    .target(
      name: "CXapian",
      dependencies: ["CXapianSystem"],
      cxxSettings: hardened + [.unsafeFlags(["-fvisibility=hidden"])],
      linkerSettings: [hardenedLinking]
    ),

    // MARK: CLanguage
    .target(
      name: "CLanguage",
      cxxSettings: hardened + [.unsafeFlags(["-fvisibility=hidden"])],
      linkerSettings: [.linkedLibrary("cld2"), hardenedLinking]
    ),

    // MARK: CAttributionData
    .target(name: "CAttributionData", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

    // MARK: CReaderData
    .target(name: "CReaderData", cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),

    // MARK: CSandbox
    .target(
      name: "CSandbox",
      cxxSettings: hardened + [.unsafeFlags(["-fvisibility=hidden"])],
      linkerSettings: [hardenedLinking]
    ),

    // MARK: Corpus
    .target(name: "Corpus"),

    // MARK: TextFolding
    .target(name: "TextFolding", dependencies: ["Corpus"]),
    .testTarget(name: "TextFoldingTests", dependencies: ["Corpus", "TextFolding"]),

    // MARK: Notes
    .target(name: "Notes", dependencies: ["Corpus", "TextFolding"]),
    .testTarget(name: "NotesTests", dependencies: ["Corpus", "Notes"]),

    // MARK: Citation
    .target(name: "Citation", dependencies: ["Corpus", "TextFolding"]),
    .testTarget(name: "CitationTests", dependencies: ["Citation", "Corpus", "TextFolding"]),

    // MARK: CitationLists
    .target(name: "CitationLists", dependencies: ["Citation", "Corpus", "CZip", "TextFolding"]),
    .testTarget(
      name: "CitationListsTests",
      dependencies: ["Citation", "CitationLists", "Corpus", "CZip", "TextFolding"]),

    // MARK: Answers
    .target(name: "Answers", dependencies: ["Citation", "Corpus", "TextFolding"]),
    .testTarget(name: "AnswersTests", dependencies: ["Answers", "Citation", "Corpus"]),

    // MARK: BinaryCoding
    .target(name: "BinaryCoding", dependencies: ["Corpus"]),
    .testTarget(name: "BinaryCodingTests", dependencies: ["BinaryCoding", "Corpus"]),

    // MARK: Processes
    .target(name: "Processes", dependencies: ["CLinux", "CSandbox"]),
    .testTarget(name: "ProcessesTests", dependencies: ["Processes"]),

    // MARK: Extraction
    .target(
      name: "Extraction",
      dependencies: [
        "Answers", "Corpus", "CArchive", "CCMark", "CGumbo", "CLanguage", "CLinux", "CUchardet",
        "CUTF8Proc",
        "CXML2", "CZip", "Notes", "Processes", "TextFolding", "TOMLKit", "Yams",
      ]
    ),
    .testTarget(
      name: "ExtractionTests",
      dependencies: ["CArchive", "CZip", "Corpus", "Extraction", "Processes", "pamphlet-pdf"],
      exclude: ["Formats/cases"]),

    // MARK: Witness
    .target(
      name: "Witness", dependencies: ["CArchive", "Corpus", "CUTF8Proc", "CXML2", "Processes"]),
    .testTarget(
      name: "WitnessTests", dependencies: ["Corpus", "Extraction", "Passages", "Witness"]),

    // MARK: Passages
    .target(name: "Passages", dependencies: ["Corpus", "CUTF8Proc", "CXXHash", "Notes"]),
    .testTarget(name: "PassagesTests", dependencies: ["Corpus", "Passages", "TextFolding"]),

    // MARK: FetchedTexts
    .target(name: "FetchedTexts"),

    // MARK: IndexReports
    .target(name: "IndexReports"),

    // MARK: Attribution
    .target(name: "Attribution", dependencies: ["CAttributionData", "Corpus", "TextFolding"]),
    .testTarget(
      name: "AttributionTests", dependencies: ["Attribution", "Corpus", "Extraction", "Passages"]),

    // MARK: IndexSchema
    .target(name: "IndexSchema", dependencies: ["CUTF8Proc"]),
    .testTarget(name: "IndexSchemaTests", dependencies: ["IndexSchema"]),

    // MARK: QueryLanguage
    .target(name: "QueryLanguage", dependencies: ["IndexSchema", "TextFolding"]),
    .testTarget(name: "QueryLanguageTests", dependencies: ["IndexSchema", "QueryLanguage"]),

    // MARK: People
    .target(name: "People", dependencies: ["BinaryCoding", "Corpus", "TextFolding"]),
    .testTarget(name: "PeopleTests", dependencies: ["BinaryCoding", "Corpus", "People"]),

    // MARK: CitedWorks
    .target(
      name: "CitedWorks",
      dependencies: ["BinaryCoding", "Corpus", "TextFolding"]),

    // MARK: Cataloguing
    .target(
      name: "Cataloguing",
      dependencies: ["CitedWorks", "Corpus", "TextFolding", "Yams"]),
    .testTarget(
      name: "CataloguingTests",
      dependencies: ["Cataloguing", "CitedWorks", "Corpus", "TestSupport", "TextFolding"]),

    // MARK: Vocabularies
    .target(name: "Vocabularies", dependencies: ["IndexSchema", "Yams"]),
    .testTarget(name: "VocabulariesTests", dependencies: ["IndexSchema", "Vocabularies"]),

    // MARK: XapianStore
    .target(
      name: "XapianStore",
      dependencies: [
        "BinaryCoding", "CitedWorks", "CLinux", "Corpus", "CXapian", "CXXHash", "IndexSchema",
        "People", "Processes",
      ]
    ),
    .testTarget(
      name: "XapianStoreTests",
      dependencies: [
        "CXapian", "Corpus", "IndexSchema", "Indexing", "PassageSearch", "People", "TestSupport",
        "XapianStore",
      ]
    ),

    // MARK: Indexing
    .target(
      name: "Indexing",
      dependencies: [
        "CitedWorks", "Corpus", "IndexSchema", "People", "XapianStore",
      ]),

    // MARK: PassageSearch
    .target(
      name: "PassageSearch",
      dependencies: [
        "CitedWorks", "Corpus", "IndexSchema", "People", "QueryLanguage", "TextFolding",
        "XapianStore",
      ]
    ),
    .testTarget(
      name: "PassageSearchTests",
      dependencies: [
        "CitedWorks",
        "Corpus", "IndexSchema", "Indexing", "PassageSearch", "People", "QueryLanguage",
        "TestSupport",
        "XapianStore",
      ]
    ),

    // MARK: Ingestion
    .target(
      name: "Ingestion",
      dependencies: [
        "Attribution", "BinaryCoding", "Cataloguing", "Corpus", "CXXHash", "Extraction",
        "FetchedTexts", "Indexing", "IndexReports", "IndexSchema", "Passages", "PassageSearch",
        "People", "Processes", "Witness", "XapianStore",
      ]
    ),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Attribution", "Cataloguing", "Citation", "Corpus", "Extraction", "Indexing", "IndexSchema",
        "IndexReports", "Ingestion", "PassageSearch", "QueryLanguage", "TestSupport", "TextFolding",
        "XapianStore",
      ]
    ),

    // MARK: Fetching
    .target(
      name: "Fetching",
      dependencies: [
        "CXXHash", "FetchedTexts",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),
    .testTarget(
      name: "FetchingTests",
      dependencies: [
        "FetchedTexts", "Fetching", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),

    // MARK: Evaluation
    .target(
      name: "Evaluation",
      dependencies: [
        "Attribution", "Corpus", "Indexing", "IndexSchema", "PassageSearch", "QueryLanguage",
        "TextFolding",
        "XapianStore",
      ]
    ),
    .testTarget(
      name: "EvaluationTests",
      dependencies: [
        "Attribution", "Corpus", "Evaluation", "IndexSchema", "PassageSearch", "TestSupport",
        "XapianStore",
      ],
      exclude: ["expected"]
    ),

    // MARK: SearchAPI
    .target(
      name: "SearchAPI",
      dependencies: [
        "Answers", "Citation", "CitationLists", "Corpus", "IndexSchema", "PassageSearch", "People",
        "QueryLanguage",
        "TextFolding",
      ]),
    .testTarget(
      name: "SearchAPITests",
      dependencies: [
        "Answers", "Corpus", "IndexSchema", "PassageSearch", "QueryLanguage", "SearchAPI",
        "TestSupport",
      ]
    ),

    // MARK: ContextProtocol
    .target(
      name: "ContextProtocol",
      dependencies: [
        "Answers", "Citation", "Corpus", "IndexSchema", "PassageSearch", "QueryLanguage",
        "SearchAPI",
        "TextFolding", "XapianStore",
      ]),
    .testTarget(
      name: "ContextProtocolTests",
      dependencies: ["Answers", "ContextProtocol", "Corpus", "TestSupport", "TextFolding"]),

    // MARK: ReaderPages
    .target(name: "ReaderPages", dependencies: ["Corpus", "CReaderData", "TextFolding"]),
    .testTarget(name: "ReaderPagesTests", dependencies: ["Corpus", "ReaderPages"]),

    // MARK: PassageLibrary
    .target(
      name: "PassageLibrary",
      dependencies: [
        "Answers", "Citation", "Corpus", "IndexSchema", "Ingestion", "PassageSearch",
        "QueryLanguage", "SearchAPI", "XapianStore",
      ]
    ),
    .testTarget(
      name: "PassageLibraryTests", dependencies: ["PassageLibrary", "TestSupport"]),

    // MARK: SearchService
    .target(
      name: "SearchService",
      dependencies: [
        "Answers", "BinaryCoding", "Cataloguing", "Citation", "CitationLists", "CitedWorks",
        "CLinux", "Corpus", "CZlib", "IndexReports",
        "IndexSchema", "PassageSearch", "People", "Processes", "QueryLanguage", "ReaderPages",
        "SearchAPI", "TextFolding", "XapianStore",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]
    ),
    .testTarget(
      name: "SearchServiceTests",
      dependencies: [
        "Answers", "Cataloguing", "Citation", "Corpus", "IndexSchema", "PassageSearch",
        "QueryLanguage", "SearchAPI", "SearchService", "TestSupport", "XapianStore",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]
    ),

    // MARK: Commands
    .target(
      name: "Commands",
      dependencies: [
        "Answers", "Attribution", "Cataloguing", "Citation", "CitationLists", "CitedWorks",
        "ContextProtocol",
        "Corpus", "Evaluation", "IndexReports",
        "Extraction", "FetchedTexts", "Fetching", "Indexing", "IndexSchema", "Ingestion",
        "PassageSearch", "People", "Processes", "QueryLanguage", "SearchAPI", "SearchService",
        "TextFolding", "Vocabularies", "Witness", "XapianStore", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Citation", "Commands", "Corpus", "Extraction", "IndexSchema", "Ingestion",
        "PassageSearch", "Processes", "QueryLanguage", "SearchAPI", "TestSupport", "Vocabularies",
        "XapianStore", "pamphlet", "pamphlet-pdf", "pamphletd",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // MARK: Programs
    .executableTarget(name: "pamphlet", dependencies: ["Commands"]),
    .executableTarget(name: "pamphletd", dependencies: ["Commands"]),
    // Reads PDF in a process of its own.
    .executableTarget(
      name: "pamphlet-pdf",
      dependencies: ["CPoppler", "CSandbox"],
      cxxSettings: hardened + [.define("_GLIBCXX_ASSERTIONS")],
      linkerSettings: [hardenedLinking]
    ),

    // MARK: TestSupport
    .target(
      name: "TestSupport",
      dependencies: [
        "CitedWorks", "Corpus", "Indexing", "IndexSchema", "PassageSearch", "People",
        "QueryLanguage", "XapianStore",
      ],
      path: "Tests/TestSupport"
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Built by Scripts/fuzz alone, which brings libFuzzer.
if Context.environment["PAMPHLET_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "pamphlet-fuzz",
      dependencies: ["CArchive", "Corpus", "Extraction", "Passages"],
      path: "Tests/Fuzzing",
      exclude: ["crashes", "seeds"]
    )
  )
  package.targets.append(
    .executableTarget(
      name: "pamphlet-query-fuzz",
      dependencies: ["IndexSchema", "PassageSearch", "QueryLanguage", "TestSupport"],
      path: "Tests/QueryFuzzing"
    )
  )
}

for target in package.targets
where target.type != .system
  && !["CAttributionData", "CXapian", "CLanguage", "CSandbox", "pamphlet-pdf"].contains(target.name)
{
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
