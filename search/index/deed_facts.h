#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"
#include "search/index/deed_store.h"
#include "search/query/search_request.h"
#include "search/query/search_result.h"

namespace kiertoon {

// What lists and reports need of one deed: everything that is short. No running text, no contacts.
struct DeedFacts {
  std::uint32_t document = 0;  // its number in the generation
  std::string id;
  std::string url;
  Language language = Language::kFinnish;
  std::string title;
  std::vector<HitOrganisation> organisations;  // in the deed's order
  std::vector<std::string> themes;
  std::vector<std::string> sectors;
  std::vector<std::string> keywords;  // as the facet has them
  std::string programme;              // slug; empty without a date or before the first programme
  std::optional<std::chrono::year_month_day> published;
  std::optional<std::chrono::year_month_day> modified;
  std::vector<Award> awards;
};

[[nodiscard]] DeedFacts facts_of(std::uint32_t document,
                                 const Deed& deed,
                                 const Vocabulary& vocabulary);

// Whether a search with these filters would let the deed through.
[[nodiscard]] bool matches(const DeedFacts& deed, const Filters& filters);

// The facts of all deeds of a generation. Immutable, so thread-safe; references and pointers into
// it live as long as it does. Some 0.65 KB a deed.
class Catalogue {
 public:
  // Takes deeds in any order, each document number and each id once.
  explicit Catalogue(std::vector<DeedFacts> deeds);

  // Reads every deed. Throws as DeedStore::record() does.
  [[nodiscard]] static Catalogue load(const DeedStore& store, const Vocabulary& vocabulary);

  // In order of document number.
  [[nodiscard]] const std::vector<DeedFacts>& deeds() const { return deeds_; }

  // The deed with that id or that document number; null when there is none.
  [[nodiscard]] const DeedFacts* find(std::string_view id) const;
  [[nodiscard]] const DeedFacts* find_document(std::uint32_t document) const;

 private:
  std::vector<DeedFacts> deeds_;
  std::vector<std::uint32_t> by_id_;  // positions in deeds_, in order of id
};

}  // namespace kiertoon
