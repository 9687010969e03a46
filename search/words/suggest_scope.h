#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "search/index/snapshot.h"
#include "search/query/query_plans.h"
#include "search/query/search_request.h"
#include "search/query/search_tools.h"
#include "search/words/document_set.h"
#include "search/words/query_documents.h"
#include "search/words/suggest_names.h"
#include "search/words/typed_text.h"

namespace kiertoon {

// What completing a text works with.
struct SuggestTools {
  const Snapshot& snapshot;
  const SearchTools& search;
  QueryDocuments& documents;
  const SuggestNames& names;
  QueryPlans& plans;
};

// In which deeds a text is completed: those that the filters let through and that have the words
// before the one that is typed. For one request; throws what Xapian throws.
class SuggestScope {
 public:
  // Tools and filters must outlive the scope.
  SuggestScope(const SuggestTools& tools, const Filters& filters, const TypedText& typed);

  // Whether every deed is in the scope.
  [[nodiscard]] bool is_all() const { return !filtered_ && !joint_; }
  [[nodiscard]] bool contains(std::uint32_t document) const {
    return (!filtered_ || filtered_->contains(document)) && (!joint_ || joint_->contains(document));
  }

  // Deeds of the scope: all, or so many of them at regular distances.
  [[nodiscard]] std::vector<std::uint32_t> sample(std::size_t most) const;

  // Deeds of the scope that have the words of `text`, all of them, in any form.
  [[nodiscard]] std::size_t count_joint(std::string_view text, Language language) const;
  // Deeds of the scope that have a value of a facet.
  [[nodiscard]] std::size_t count_joint(Facet facet, std::string_view value) const;

  // Deeds that a search for `text` finds with the filters.
  [[nodiscard]] std::size_t count_found(std::string_view text) const;
  // The same with a filter more.
  [[nodiscard]] std::size_t count_found(std::string_view text,
                                        Facet facet,
                                        std::string_view value) const;

  // The terms of the index that stand for a word as a whole.
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view word, Language language) const;

 private:
  [[nodiscard]] DocumentSet find(std::string_view text) const;
  [[nodiscard]] std::size_t count_in_scope(DocumentSet found) const;
  void add_filters(const Filters& filters);
  [[nodiscard]] std::vector<std::string> years_in(const std::vector<YearRange>& ranges) const;
  void add_context(std::string_view clause);

  const SuggestTools& tools_;
  std::optional<DocumentSet> filtered_;
  std::optional<DocumentSet> joint_;  // deeds with all words before
};

}  // namespace kiertoon
