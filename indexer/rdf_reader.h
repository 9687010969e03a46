#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "indexer/line_reader.h"

namespace kiertoon {

enum class RdfFormat : std::uint8_t { kTurtle, kRdfXml };

// By the end of a file's name: .ttl is Turtle; .rdf, .owl, .xml are RDF/XML.
[[nodiscard]] std::optional<RdfFormat> rdf_format_of(std::string_view file_name);

struct RdfNode {
  enum class Kind : std::uint8_t { kUri, kBlank, kLiteral };

  Kind kind = Kind::kUri;
  std::string_view text;      // absolute URI, label of a blank node, or text of a literal
  std::string_view language;  // tag of a literal as written, or empty
};

// Valid while it is visited. Literals may hold any bytes: an escape can spell what is no character.
struct RdfStatement {
  RdfNode subject;
  std::string_view predicate;  // URI
  RdfNode object;
};

struct RdfLimits {
  std::size_t line_mib = 16;
  std::size_t document_mib = 512;
};

struct RdfInput {
  std::string name;  // path of the file, for messages and as the base of relative URIs
  RdfFormat format = RdfFormat::kTurtle;
  ReadBytes read;
  RdfLimits limits = {};
};

using VisitStatement = std::function<void(const RdfStatement&)>;

// Visits the statements of a document in their order; some may have been visited when it fails.
// Nothing outside the document is ever read, whatever it refers to, and XML with a document type is
// refused, since that can define entities which grow without bound. Memory: RDF/XML is read in a
// stream; Turtle is held whole, about twice its size. Fails with kInvalidData, naming file and
// line, when the text is not well-formed or not UTF-8, or when it or a line of it is over the
// limits; and with what reading fails with.
[[nodiscard]] Expected<void> read_rdf(const RdfInput& input, const VisitStatement& visit);

}  // namespace kiertoon
