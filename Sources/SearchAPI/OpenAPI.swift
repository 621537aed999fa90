// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation

/// The description of the API (OpenAPI 3.1), as the daemon serves it.
///
/// It is text, and not made from the handlers, so that it can be read as it is, but for what many of
/// its parts end with; that the daemon keeps
/// to it is proved against the live answers by `Scripts/conformance`.
package let openAPIDocument = #"""
  {
    "openapi": "3.1.0",
    "info": {
      "title": "Pamphlet",
      "version": "1",
      "description": "Where is that said, by whom, and on what page? Passages of a library of texts, with their sources. Read only; GET and HEAD.",
      "license": {
        "name": "GPL-2.0-or-later",
        "identifier": "GPL-2.0-or-later"
      }
    },
    "servers": [
      {"url": "/"}
    ],
    "paths": {
      "/v1/search": {
        "get": {
          "operationId": "search",
          "summary": "Ranked passages that answer a query.",
          "parameters": [
            {"name": "q", "in": "query", "description": "The query, in the query language; may be empty beside a filter.", "required": false, "schema": {"type": "string", "maxLength": 4000}},
            {"name": "limit", "in": "query", "description": "How many passages.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 100, "default": 10}},
            {"name": "offset", "in": "query", "description": "How many to leave out.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 1000, "default": 0}},
            {"name": "snippet", "in": "query", "description": "The length of snippets.", "required": false, "schema": {"type": "integer", "minimum": 40, "maximum": 2000, "default": 300}},
            {"name": "facets", "in": "query", "description": "Fields to be counted, divided by commas: author, year, decade, work, language, speaker, cites, collection, kind.", "required": false, "schema": {"type": "string", "maxLength": 100}},
            {"name": "group", "in": "query", "description": "Only the best passage of each work.", "required": false, "schema": {"type": "string", "enum": ["work"]}},
            {"name": "sort", "in": "query", "description": "What comes first; by other than relevance, passages must have all parts of the query.", "required": false, "schema": {"type": "string", "enum": ["relevance", "year", "newest", "place"], "default": "relevance"}},
            {"name": "like", "in": "query", "description": "The id of a passage: others that share its telling words.", "required": false, "schema": {"type": "string", "minLength": 1, "maxLength": 240}},
            {"name": "explain", "in": "query", "description": "Whether to say what each part of the query adds to a score.", "required": false, "schema": {"type": "string", "enum": ["true", "false"], "default": "false"}},
            {"name": "revision", "in": "query", "description": "The revision that answered the page before; a warning says if there is another.", "required": false, "schema": {"type": "string", "minLength": 1, "maxLength": 40}},
            \#(filterParameters)
          ],
          "responses": {
            "200": {"description": "The passages.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Search"}}}},
            "304": {"description": "Nothing has changed since."},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "404": {"description": "There is no passage to be like.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/concordance": {
        "get": {
          "operationId": "concordance",
          "summary": "The matches of a query, each in its line.",
          "parameters": [
            {"name": "q", "in": "query", "description": "The query, in the query language; may be empty beside a filter.", "required": false, "schema": {"type": "string", "maxLength": 4000}},
            {"name": "sort", "in": "query", "description": "By which neighbour the lines are put in order.", "required": false, "schema": {"type": "string", "enum": ["right", "left", "match", "relevance", "place"], "default": "right"}},
            {"name": "context", "in": "query", "description": "How many characters on each side.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 400, "default": 40}},
            {"name": "limit", "in": "query", "description": "How many lines.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 100, "default": 10}},
            {"name": "offset", "in": "query", "description": "How many to leave out.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 1000, "default": 0}},
            \#(filterParameters)
          ],
          "responses": {
            "200": {"description": "The lines.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Concordance"}}}},
            "304": {"description": "Nothing has changed since."},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/passages": {
        "get": {
          "operationId": "passages",
          "summary": "Passages by their ids.",
          "parameters": [
            {"name": "id", "in": "query", "description": "An id; up to 100.", "required": true, "schema": {"type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 240}}, "style": "form", "explode": true}
          ],
          "responses": {
            "200": {"description": "The passages that are there, and the ids that are not.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Passages"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/passages/{work}/{label}": {
        "get": {
          "operationId": "passage",
          "summary": "One passage.",
          "parameters": [
            {"name": "work", "in": "path", "required": true, "description": "The id of the work.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}},
            {"name": "label", "in": "path", "required": true, "description": "The label of the passage: p31.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}}
          ],
          "responses": {
            "200": {"description": "The passage.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Passage"}}}},
            "404": {"description": "There is no such passage and never was.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "410": {"description": "The words of this passage are no longer in the work.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "308": {"description": "The words now stand in another passage."},
            "304": {"description": "Nothing has changed since."},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/works": {
        "get": {
          "operationId": "works",
          "summary": "The works held, in the order of their ids.",
          "parameters": [
            {"name": "limit", "in": "query", "description": "How many.", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}},
            {"name": "after", "in": "query", "description": "The id after which to begin.", "required": false, "schema": {"type": "string", "maxLength": 200}}
          ],
          "responses": {
            "200": {"description": "The works.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Works"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/works/{work}": {
        "get": {
          "operationId": "work",
          "summary": "One work.",
          "parameters": [
            {"name": "work", "in": "path", "required": true, "description": "The id of the work.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}}
          ],
          "responses": {
            "200": {"description": "The work.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Work"}}}},
            "404": {"description": "There is no such work.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/works/{work}/passages": {
        "get": {
          "operationId": "workPassages",
          "summary": "The passages of a work, in reading order.",
          "parameters": [
            {"name": "work", "in": "path", "required": true, "description": "The id of the work.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}},
            {"name": "limit", "in": "query", "description": "How many.", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}},
            {"name": "offset", "in": "query", "description": "How many to leave out.", "required": false, "schema": {"type": "integer", "minimum": 0, "maximum": 10000000, "default": 0}}
          ],
          "responses": {
            "200": {"description": "The passages.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/WorkPassages"}}}},
            "404": {"description": "There is no such work.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/suggest": {
        "get": {
          "operationId": "suggest",
          "summary": "Words of the index with which a query may go on.",
          "parameters": [
            {"name": "q", "in": "query", "description": "What has been typed.", "required": true, "schema": {"type": "string", "maxLength": 200}},
            {"name": "limit", "in": "query", "description": "How many.", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 50, "default": 10}}
          ],
          "responses": {
            "200": {"description": "The query, completed.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Suggestions"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/v1/cite/{work}/{label}": {
        "get": {
          "operationId": "cite",
          "summary": "A reference to a passage, or to the words of another that it quotes, and where they stand.",
          "parameters": [
            {"name": "work", "in": "path", "required": true, "description": "The id of the work.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}},
            {"name": "label", "in": "path", "required": true, "description": "The label of the passage.", "schema": {"type": "string", "minLength": 1, "maxLength": 200}},
            {"name": "style", "in": "query", "description": "The style.", "required": false, "schema": {"type": "string", "enum": ["chicago", "mla", "apa", "bibtex", "ris", "csl-json"], "default": "chicago"}},
            {"name": "quotation", "in": "query", "description": "The quotation of the passage that is cited, counted from 1; without it, the passage itself.", "required": false, "schema": {"type": "integer", "minimum": 1, "maximum": 1000}}
          ],
          "responses": {
            "200": {"description": "The reference.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Citation"}}}},
            "404": {"description": "There is no such passage and never was, or it has fewer quotations.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "410": {"description": "The words of this passage are no longer in the work.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "308": {"description": "The words now stand in another passage."},
            "304": {"description": "Nothing has changed since."},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(refusals)
          }
        }
      },
      "/healthz": {
        "get": {
          "operationId": "health",
          "summary": "Whether the daemon runs.",
          "responses": {
            "200": {"description": "It runs.", "content": {"text/plain": {"schema": {"type": "string"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(misdirected)
          }
        }
      },
      "/readyz": {
        "get": {
          "operationId": "ready",
          "summary": "Whether it can answer.",
          "responses": {
            "200": {"description": "It can.", "content": {"text/plain": {"schema": {"type": "string"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "503": {"description": "The index cannot be read now, or is damaged.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(misdirected)
          }
        }
      },
      "/metrics": {
        "get": {
          "operationId": "metrics",
          "summary": "Counters in Prometheus' text form.",
          "responses": {
            "200": {"description": "The counters.", "content": {"text/plain": {"schema": {"type": "string"}}}},
            "403": {"description": "They are for clients on this machine.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(misdirected)
          }
        }
      },
      "/opensearch.xml": {
        "get": {
          "operationId": "opensearch",
          "summary": "A description for browsers.",
          "responses": {
            "200": {"description": "The description.", "content": {"application/opensearchdescription+xml": {}}},
            "400": {"description": "A parameter or the query is not understood.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
            \#(misdirected)
          }
        }
      }
    },
    "components": {
      "schemas": {
        "Range": {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 0
          },
          "minItems": 2,
          "maxItems": 2,
          "description": "Unicode code points, the end not included."
        },
        "NamedSource": {
          "type": "object",
          "properties": {
            "authors": {"type": "array", "items": {"type": "string"}},
            "title": {"type": ["string", "null"]},
            "container": {"type": ["string", "null"], "description": "The book or journal that it stands in."},
            "editors": {"type": "array", "items": {"type": "string"}},
            "volume": {"type": ["string", "null"]},
            "issue": {"type": ["string", "null"]},
            "pages": {"type": ["string", "null"]},
            "division": {"type": ["string", "null"], "description": "Another place in it: Section 24."},
            "year": {"type": ["integer", "null"]},
            "work": {"type": ["string", "null"]}
          },
          "required": ["authors", "title", "container", "editors", "volume", "issue", "pages", "division", "year", "work"]
        },
        "Pages": {
          "type": "object",
          "properties": {
            "first": {"type": "string"},
            "last": {"type": "string"},
            "inferred": {"type": "boolean"}
          },
          "required": ["first", "last", "inferred"]
        },
        "Basis": {
          "type": "string",
          "enum": ["stated", "inferred"]
        },
        "Selector": {
          "type": "object",
          "properties": {
            "type": {"type": "string", "enum": ["TextQuoteSelector"]},
            "exact": {"type": "string"},
            "prefix": {"type": "string"},
            "suffix": {"type": "string"}
          },
          "required": ["type", "exact"],
          "description": "The words and those around them (W3C Web Annotation Data Model)."
        },
        "Link": {
          "type": ["string", "null"],
          "description": "The address of the words, with a text directive; null if the work has none."
        },
        "Source": {
          "type": "object",
          "properties": {
            "work": {"type": "string"},
            "title": {"type": ["string", "null"]},
            "subtitle": {"type": ["string", "null"]},
            "authors": {"type": "array", "items": {"type": "string"}},
            "people": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}, "family": {"type": ["string", "null"]}, "given": {"type": ["string", "null"]}, "real_name": {"type": ["string", "null"]}, "role": {"type": "string", "enum": ["author", "editor", "translator", "contributor"]}, "basis": {"$ref": "#/components/schemas/Basis"}}, "required": ["name", "family", "given", "real_name", "role", "basis"]}},
            "year": {"type": ["integer", "null"]},
            "edition_year": {"type": ["integer", "null"]},
            "language": {"type": ["string", "null"]},
            "collection": {"type": ["string", "null"]},
            "publisher": {"type": ["string", "null"]},
            "place": {"type": ["string", "null"]},
            "section": {"type": "array", "items": {"type": "string"}},
            "pages": {"anyOf": [{"$ref": "#/components/schemas/Pages"}, {"type": "null"}]},
            "paragraph": {"type": ["integer", "null"]},
            "note": {"type": ["string", "null"]},
            "belongs_to": {"type": ["string", "null"]},
            "file": {"type": "string"},
            "url": {"type": ["string", "null"]},
            "rights": {"type": ["string", "null"]}
          },
          "required": ["work", "title", "subtitle", "authors", "people", "year", "edition_year", "language", "collection", "publisher", "place", "section", "pages", "paragraph", "note", "belongs_to", "file", "url", "rights"]
        },
        "Note": {
          "type": "object",
          "properties": {
            "number": {"type": "string"},
            "offset": {"type": ["integer", "null"]},
            "text": {"type": "string"},
            "id": {"type": "string"},
            "printed": {"type": ["string", "null"]},
            "basis": {"$ref": "#/components/schemas/Basis"}
          },
          "required": ["number", "offset", "text", "id", "printed", "basis"]
        },
        "Quotation": {
          "type": "object",
          "properties": {
            "range": {"$ref": "#/components/schemas/Range"},
            "text": {"type": "string"},
            "speaker": {"type": ["string", "null"]},
            "printed_speaker": {"type": ["string", "null"], "description": "The speaker as printed beside the words."},
            "source": {"anyOf": [{"$ref": "#/components/schemas/NamedSource"}, {"type": "null"}]},
            "via": {"type": "array", "items": {"$ref": "#/components/schemas/NamedSource"}},
            "note": {"type": ["string", "null"]},
            "basis": {"$ref": "#/components/schemas/Basis"},
            "evidence": {"$ref": "#/components/schemas/Evidence"}
          },
          "required": ["range", "text", "speaker", "printed_speaker", "source", "via", "note", "basis", "evidence"]
        },
        "Reference": {
          "type": "object",
          "properties": {
            "range": {"$ref": "#/components/schemas/Range"},
            "text": {"type": "string"},
            "source": {"$ref": "#/components/schemas/NamedSource"},
            "via": {"type": "array", "items": {"$ref": "#/components/schemas/NamedSource"}},
            "basis": {"$ref": "#/components/schemas/Basis"},
            "evidence": {"$ref": "#/components/schemas/Evidence"},
            "conflict": {"type": ["string", "null"], "description": "What in the reference contradicts itself, with both readings."}
          },
          "required": ["range", "text", "source", "via", "basis", "evidence", "conflict"]
        },
        "Evidence": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "rule": {"type": "string"},
              "range": {"$ref": "#/components/schemas/Range"},
              "passage": {"type": "string", "description": "The label of the passage in which the words stand, if it is another."}
            },
            "required": ["rule", "range"]
          }
        },
        "Passage": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "kind": {"type": "string", "enum": ["body", "quotation", "note", "verse"]},
            "score": {"type": ["number", "null"]},
            "text": {"type": "string"},
            "highlights": {"type": "array", "items": {"$ref": "#/components/schemas/Range"}},
            "snippet": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}, "match": {"type": "boolean"}}, "required": ["text", "match"]}},
            "source": {"$ref": "#/components/schemas/Source"},
            "notes": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
            "quotations": {"type": "array", "items": {"$ref": "#/components/schemas/Quotation"}},
            "citations": {"type": "array", "items": {"$ref": "#/components/schemas/Reference"}},
            "citation": {"type": "string"},
            "selector": {"$ref": "#/components/schemas/Selector"},
            "link": {"$ref": "#/components/schemas/Link"},
            "others": {"type": "integer", "minimum": 0, "description": "How many more passages of the work answer, at least; if grouped by work."},
            "match": {"$ref": "#/components/schemas/Match"},
            "explanation": {"type": "array", "items": {"type": "object", "properties": {"part": {"type": "string"}, "weight": {"type": "number"}}, "required": ["part", "weight"]}}
          },
          "required": ["id", "kind", "score", "text", "highlights", "snippet", "source", "notes", "quotations", "citations", "citation"]
        },
        "Match": {
          "type": "object",
          "description": "Where a passage has a quotation, and how it differs.",
          "properties": {
            "similarity": {"type": "number"},
            "range": {"$ref": "#/components/schemas/Range"},
            "differences": {"type": "array", "items": {"type": "object", "properties": {"asked": {"type": "string"}, "found": {"type": "string"}, "position": {"$ref": "#/components/schemas/Range"}, "range": {"$ref": "#/components/schemas/Range"}}, "required": ["asked", "found", "position", "range"]}}
          },
          "required": ["similarity", "range", "differences"]
        },
        "InterpretedQuery": {"type": "object", "properties": {"text": {"type": "string"}, "interpreted": {"type": "string"}, "suggestion": {"type": ["string", "null"]}, "warnings": {"type": "array", "items": {"type": "object", "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "position": {"anyOf": [{"$ref": "#/components/schemas/Range"}, {"type": "null"}]}}, "required": ["code", "message", "position"]}}}, "required": ["text", "interpreted", "suggestion", "warnings"]},
        "Concordance": {
          "type": "object",
          "properties": {
            "query": {"$ref": "#/components/schemas/InterpretedQuery"},
            "total": {"type": "integer", "minimum": 0},
            "passages": {"type": "integer", "minimum": 0},
            "took_ms": {"type": "number"},
            "revision": {"type": "string"},
            "deadline": {"$ref": "#/components/schemas/Deadline"},
            "lines": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}, "range": {"$ref": "#/components/schemas/Range"}, "left": {"type": "string"}, "match": {"type": "string"}, "right": {"type": "string"}, "citation": {"type": "string"}}, "required": ["id", "range", "left", "match", "right", "citation"]}},
            "next": {"type": ["string", "null"]}
          },
          "required": ["query", "total", "passages", "took_ms", "revision", "lines", "next"]
        },
        "Search": {
          "type": "object",
          "properties": {
            "query": {"$ref": "#/components/schemas/InterpretedQuery"},
            "total": {"type": "object", "properties": {"value": {"type": "integer", "minimum": 0}, "relation": {"type": "string", "enum": ["eq", "estimate"]}}, "required": ["value", "relation"]},
            "took_ms": {"type": "number"},
            "revision": {"type": "string"},
            "deadline": {"$ref": "#/components/schemas/Deadline"},
            "passages": {"type": "array", "items": {"$ref": "#/components/schemas/Passage"}},
            "facets": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "object", "properties": {"value": {"type": "string"}, "passages": {"type": "integer"}, "works": {"type": "integer"}}, "required": ["value", "passages", "works"]}}},
            "next": {"type": ["string", "null"]}
          },
          "required": ["query", "total", "took_ms", "revision", "passages", "facets", "next"]
        },
        "Passages": {
          "type": "object",
          "properties": {
            "passages": {"type": "array", "items": {"$ref": "#/components/schemas/Passage"}},
            "missing": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["passages", "missing"]
        },
        "Work": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "title": {"type": ["string", "null"]},
            "subtitle": {"type": ["string", "null"]},
            "authors": {"type": "array", "items": {"type": "string"}},
            "people": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}, "family": {"type": ["string", "null"]}, "given": {"type": ["string", "null"]}, "real_name": {"type": ["string", "null"]}, "role": {"type": "string", "enum": ["author", "editor", "translator", "contributor"]}, "basis": {"$ref": "#/components/schemas/Basis"}}, "required": ["name", "family", "given", "real_name", "role", "basis"]}},
            "year": {"type": ["integer", "null"]},
            "edition_year": {"type": ["integer", "null"]},
            "language": {"type": ["string", "null"]},
            "collection": {"type": ["string", "null"]},
            "publisher": {"type": ["string", "null"]},
            "place": {"type": ["string", "null"]},
            "url": {"type": ["string", "null"]},
            "rights": {"type": ["string", "null"]},
            "file": {"type": "string"},
            "format": {"type": "string"},
            "passages": {"type": "integer"},
            "words": {"type": "integer"},
            "pages": {"type": "integer"}
          },
          "required": ["id", "title", "subtitle", "authors", "people", "year", "edition_year", "language", "collection", "publisher", "place", "url", "rights", "file", "format", "passages", "words", "pages"]
        },
        "Works": {
          "type": "object",
          "properties": {
            "works": {"type": "array", "items": {"$ref": "#/components/schemas/Work"}},
            "next": {"type": ["string", "null"]}
          },
          "required": ["works", "next"]
        },
        "WorkPassages": {
          "type": "object",
          "properties": {
            "passages": {"type": "array", "items": {"$ref": "#/components/schemas/Passage"}},
            "next": {"type": ["string", "null"]}
          },
          "required": ["passages", "next"]
        },
        "Suggestions": {
          "type": "object",
          "properties": {
            "query": {"type": "string"},
            "suggestions": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["query", "suggestions"]
        },
        "Citation": {
          "type": "object",
          "properties": {
            "id": {"type": "string"},
            "style": {"type": "string"},
            "citation": {"type": "string"},
            "quotation": {"type": ["integer", "null"], "minimum": 1},
            "basis": {"anyOf": [{"$ref": "#/components/schemas/Basis"}, {"type": "null"}], "description": "Whether the attribution of the quotation is stated or inferred."},
            "selector": {"$ref": "#/components/schemas/Selector"},
            "link": {"$ref": "#/components/schemas/Link"}
          },
          "required": ["id", "style", "citation", "quotation", "basis", "selector", "link"]
        },
        "Deadline": {"type": "boolean", "enum": [true], "description": "Only where the time limit cut the answer: the total is an estimate, and passages may be missing."},
        "Problem": {
          "type": "object",
          "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": ["string", "null"]},
            "code": {"type": "string"},
            "position": {"anyOf": [{"$ref": "#/components/schemas/Range"}, {"type": "null"}]}
          },
          "required": ["type", "title", "status", "detail", "code", "position"]
        }
      }
    }
  }
  """#

/// What a search may be restricted by, where its parameters end.
private let filterParameters = filterFields.map {
  #"""
  {"name": "\#($0)", "in": "query", "description": "Passages of this value; several values are alternatives.", "required": false, "schema": {"type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 200}}, "style": "form", "explode": true}
  """#
}.joined(separator: ",\n          ")

/// What a request for another host is answered with.
private let misdirected = #"""
  "421": {"description": "The host is not one of this daemon.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
  """#

/// What any request may be answered with, where its responses end.
private let refusals = [
  #"""
  "413": {"description": "The request has a body.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
  """#,
  #"""
  "414": {"description": "The address is too long.", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
  """#,
  #"""
  "503": {"description": "The index cannot be read now, is damaged (corrupt), a worker ended (crashed), the question took too long (deadline), or too many wait (unavailable).", "headers": {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}, "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
  """#,
  misdirected,
].joined(separator: ",\n          ")
