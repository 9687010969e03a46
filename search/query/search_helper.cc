#include "search/query/search_helper.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/tsv.h"
#include "search/query/query_words.h"

namespace kiertoon {
namespace {

constexpr std::size_t kMostWords = 20;
constexpr std::size_t kMostThemes = 5;
constexpr std::size_t kMostSimilar = 5;

void add_tried(std::vector<std::string>& tried,
               const std::vector<ExpandedWord>& expanded,
               std::string_view word) {
  for (const auto& other : expanded) {
    const auto words = split_words(other.word);
    if (std::find(words.begin(), words.end(), word) != words.end()) {
      tried.insert(tried.end(), other.as.begin(), other.as.end());
    }
  }
}

// What the search took the word for.
std::vector<std::string> tried_for(std::string_view word, const QueryReading& reading) {
  std::vector<std::string> tried;
  add_tried(tried, reading.synonyms, word);
  add_tried(tried, reading.translated, word);
  if (reading.correction) {
    for (const auto& change : reading.correction->changes) {
      if (change.from == word) {
        tried.push_back(change.to);
      }
    }
  }
  return tried;
}

SimilarHelp brief(const SimilarDeed& deed) {
  return {.id = deed.facts.id,
          .title = deed.facts.title,
          .language = deed.facts.language,
          .organisations = deed.facts.organisations,
          .published = deed.facts.published};
}

}  // namespace

SearchHelper::SearchHelper(const Snapshot& snapshot,
                           Searcher& searcher,
                           const SimilarDeeds& similar_deeds,
                           Analyzer& analyzer)
    : snapshot_(snapshot),
      searcher_(searcher),
      similar_deeds_(similar_deeds),
      analyzer_(analyzer) {}

Expected<SearchHelp> SearchHelper::help(const SearchRequest& request, const SearchResult& empty) {
  auto words = words_of(request, empty.reading);
  if (!words) {
    return tl::unexpected(words.error());
  }
  const auto similar = similar_deeds_.find({.text = request.text, .limit = kMostSimilar});
  if (!similar) {
    return tl::unexpected(similar.error());
  }
  SearchHelp help{.words = std::move(*words), .themes = themes_of(similar->deeds), .similar = {}};
  std::transform(
      similar->deeds.begin(), similar->deeds.end(), std::back_inserter(help.similar), brief);
  return help;
}

Expected<std::vector<WordHelp>> SearchHelper::words_of(const SearchRequest& request,
                                                       const QueryReading& reading) {
  std::vector<WordHelp> words;
  for (const auto& place : query_words(request.text, analyzer_)) {
    if (words.size() == kMostWords) {
      break;
    }
    std::string word = request.text.substr(place.start, place.end - place.start);
    const auto alone = searcher_.search({.text = word,
                                         .limit = 0,
                                         .interpretation = Interpretation::kExact,
                                         .detail = HitDetail::kIdentity});
    if (!alone) {
      return tl::unexpected(alone.error());
    }
    auto tried = tried_for(word, reading);
    words.push_back({std::move(word), alone->total, std::move(tried)});
  }
  return words;
}

// The themes that most of the similar deeds have; without such, the most common ones of all.
std::vector<FacetValue> SearchHelper::themes_of(const std::vector<SimilarDeed>& deeds) const {
  const auto& all = snapshot_.counts()->at(index_of(Facet::kTheme)).values;
  std::vector<std::pair<std::size_t, FacetValue>> themes;  // with the similar deeds of each
  for (const auto& theme : all) {
    const auto near = static_cast<std::size_t>(
        std::count_if(deeds.begin(), deeds.end(), [&](const SimilarDeed& deed) {
          const auto& own = deed.facts.themes;
          return std::find(own.begin(), own.end(), theme.value) != own.end();
        }));
    if (near > 0 || deeds.empty()) {
      themes.emplace_back(near, theme);
    }
  }
  std::stable_sort(
      themes.begin(), themes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<FacetValue> nearest;
  for (std::size_t i = 0; i < std::min(themes.size(), kMostThemes); ++i) {
    nearest.push_back(std::move(themes[i].second));
  }
  return nearest;
}

}  // namespace kiertoon
