#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "indexer/rdf_reader.h"

namespace kiertoon {

// Raptor's parsers of Turtle and RDF/XML, fed piece by piece. Reads nothing but what it is fed. Not
// thread-safe.
class RdfParser {
 public:
  // `name` is the document's path, `visit` outlives the parser.
  [[nodiscard]] static Expected<std::unique_ptr<RdfParser>> create(const std::string& name,
                                                                   RdfFormat format,
                                                                   const VisitStatement& visit);
  ~RdfParser();
  RdfParser(const RdfParser&) = delete;
  RdfParser& operator=(const RdfParser&) = delete;
  RdfParser(RdfParser&&) = delete;
  RdfParser& operator=(RdfParser&&) = delete;

  // Fails with kInvalidData, naming document and line; there is no going on after that. Throws what
  // `visit` throws.
  [[nodiscard]] Expected<void> feed(std::string_view piece);
  [[nodiscard]] Expected<void> finish();

 private:
  struct State;
  explicit RdfParser(std::unique_ptr<State> state);

  [[nodiscard]] Expected<void> parse(std::string_view piece, bool is_last);

  std::unique_ptr<State> state_;
};

}  // namespace kiertoon
