// On the example deeds: every suggestion's count is what a search for it finds, and what was typed
// stands in it.

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "search/words/completion_key.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

class SuggesterCounts : public testing::TestWithParam<std::string_view> {
 protected:
  static TestIndex& index() {
    static TestIndex shared{
        read_deeds(std::filesystem::path(KIERTOON_SOURCE_DIR) / "data/deeds/examples.jsonl")};
    return shared;
  }

  static std::size_t found(const Suggestion& suggestion, Filters filters) {
    if (suggestion.filter) {
      filters.of(suggestion.filter->facet) = {suggestion.filter->value};
    }
    return index()
        .search({.text = suggestion.completion,
                 .filters = std::move(filters),
                 .facets = {Facet::kTheme}})
        .total;
  }

  static void expect_true_counts(const SuggestRequest& request) {
    const auto result = index().service().suggest(request);
    ASSERT_TRUE(result) << result.error().to_string();
    for (const auto& suggestion : result->suggestions) {
      if (suggestion.kind != SuggestionKind::kDeed) {
        EXPECT_EQ(suggestion.count, found(suggestion, request.filters))
            << request.text << " -> " << suggestion.completion;
      }
      EXPECT_GT(suggestion.count, 0U) << suggestion.completion;
    }
  }
};

TEST_P(SuggesterCounts, AreThoseOfTheSearch) {
  const std::string text(GetParam());
  expect_true_counts({.text = text});
  Filters filters;
  filters.of(Facet::kTheme) = {"tyohyvinvointi", "koulut-ja-oppilaitokset"};
  expect_true_counts({.text = text, .filters = filters});
  filters.years.push_back({.first = 2021, .last = 2023});
  expect_true_counts({.text = text, .filters = filters});
}

INSTANTIATE_TEST_SUITE_P(Prefixes,
                         SuggesterCounts,
                         testing::Values("",
                                         "t",
                                         "ko",
                                         "tyo",
                                         "hoit",
                                         "sairaus",
                                         "perehd",
                                         "kotihoidon s",
                                         "etätyö o",
                                         "opettajan koulu t",
                                         "hoitajan ja lääk",
                                         "-tyo",
                                         "koulu -tyo",
                                         "\"suomeksi ja ru",
                                         "otsikko:etä",
                                         "teema:joh",
                                         "organisaatio:kuu",
                                         "vuosi:2022 k",
                                         "kieli:sv arb",
                                         "early ch",
                                         "arbets",
                                         "kuusarannan kau",
                                         "tyovuorosu",
                                         "esihenkl"));

}  // namespace
}  // namespace kiertoon
