#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/language.h"
#include "base/bounded_cache.h"
#include "indexer/rdf_reader.h"

namespace kiertoon {

enum class SkosLabelKind : std::uint8_t { kPreferred, kAlternative, kHidden };

struct SkosLabel {
  SkosLabelKind kind = SkosLabelKind::kPreferred;
  Language language = Language::kFinnish;
  std::string text;

  friend bool operator==(const SkosLabel&, const SkosLabel&) = default;
  friend bool operator<(const SkosLabel& a, const SkosLabel& b) {
    return std::tie(a.kind, a.language, a.text) < std::tie(b.kind, b.language, b.text);
  }
};

// Numbers of other concepts are their places in SkosVocabulary::concepts, in rising order.
struct SkosConcept {
  std::string uri;
  std::vector<SkosLabel> labels;  // sorted, none twice
  std::vector<std::uint32_t> broader;
  std::vector<std::uint32_t> related;  // both ways
};

struct SkosVocabulary {
  std::vector<SkosConcept> concepts;  // by URI
  std::size_t deprecated = 0;         // concepts left out
  std::size_t without_uri = 0;        // concepts left out: blank nodes
  std::size_t foreign_labels = 0;     // labels left out: in another language, or in none
  std::size_t lost_links = 0;         // between a concept and what is none of them
};

// Gathers the concepts of SKOS documents; what several documents say of one concept comes together.
// A concept is what is called a skos:Concept and neither deprecated nor a collection, group or
// scheme. Not thread-safe.
class SkosCollector {
 public:
  void add(const RdfStatement& statement);

  [[nodiscard]] SkosVocabulary take();

 private:
  struct Resource {
    bool is_concept = false;
    bool is_group = false;
    bool is_deprecated = false;
    std::vector<SkosLabel> labels;
    std::size_t foreign_labels = 0;

    [[nodiscard]] bool is_taken() const { return is_concept && !is_group && !is_deprecated; }
  };
  // Places in resources_.
  using Link = std::pair<std::uint32_t, std::uint32_t>;

  std::uint32_t number_of(std::string_view uri);
  void add_type(const RdfNode& subject, std::string_view type);
  void add_label(std::string_view subject, const RdfNode& label, SkosLabelKind kind);
  void add_link(std::string_view predicate, std::string_view subject, std::string_view object);
  // Concepts without their links, and for each resource its place among them.
  std::vector<std::optional<std::uint32_t>> take_concepts(SkosVocabulary& vocabulary);

  StringMap<std::uint32_t> numbers_;  // URI -> place in resources_
  std::vector<Resource> resources_;
  std::vector<Link> broader_;  // narrower, broader
  std::vector<Link> related_;  // the lower number first
  std::size_t without_uri_ = 0;
};

}  // namespace kiertoon
