#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/language.h"
#include "base/bounded_cache.h"
#include "search/deed/facet.h"
#include "search/deed/vocabulary.h"
#include "search/index/snapshot.h"
#include "search/words/completion_table.h"

namespace kiertoon {

// Names of the themes and organisations that deeds of a snapshot have: those of the vocabulary in
// every language, and for organisations that it does not know what the deeds call them. Immutable
// once made, so thread-safe.
class SuggestNames {
 public:
  SuggestNames(const Snapshot& snapshot, const Vocabulary& vocabulary);

  using Counts = StringMap<std::size_t>;  // value -> deeds

  struct Name {
    Facet facet = Facet::kTheme;
    std::string value;
    Language language = Language::kFinnish;
  };

  // Of organisations, or of themes.
  [[nodiscard]] const CompletionTable& table(Facet facet) const {
    return facet == Facet::kTheme ? themes_ : organisations_;
  }
  // What an entry of either table names, by its tag.
  [[nodiscard]] const Name& name(std::uint32_t tag) const { return names_[tag]; }

 private:
  void add_themes(const Counts& counts, const Vocabulary& vocabulary);
  void add_organisations(const Counts& counts, const Vocabulary& vocabulary);
  void add_other_organisations(const CompletionTable& organisations,
                               const Counts& counts,
                               const Vocabulary& vocabulary);
  void add(Name name, std::string text, std::size_t count, std::vector<CompletionText>& texts);
  void add_label(const Label& label,
                 const Name& name,
                 std::size_t count,
                 std::vector<CompletionText>& texts);

  std::vector<Name> names_;
  std::vector<CompletionText> organisation_texts_;
  CompletionTable themes_;
  CompletionTable organisations_;
};

}  // namespace kiertoon
