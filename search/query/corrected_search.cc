#include "search/query/corrected_search.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include <xapian.h>

#include "base/tsv.h"
#include "search/index/xapian_guard.h"

namespace kiertoon {
namespace {

// Hits that are so few that somebody may wonder whether they typed what they meant.
constexpr std::size_t kFewHits = 5;

QueryCorrection describe(std::string_view text,
                         const std::vector<TextCorrection>& corrections,
                         CorrectionState state) {
  QueryCorrection description{
      .text = corrected_text(text, corrections), .state = state, .changes = {}};
  for (const auto& correction : corrections) {
    const auto from = text.substr(correction.start, correction.end - correction.start);
    description.changes.push_back({std::string(from), correction.to});
  }
  return description;
}

// Those that may be trusted so far.
std::vector<TextCorrection> trusted(std::vector<TextCorrection> corrections, Trust trust) {
  std::erase_if(corrections, [trust](const TextCorrection& it) { return it.trust > trust; });
  return corrections;
}

template <typename Predicate>
bool any_of(const std::vector<ExpandedWord>& words, Predicate predicate) {
  return std::any_of(words.begin(), words.end(), predicate);
}

// Words that the search knew under other names are no slips. Translations of a Finnish word do not
// tell: of what is no word, dictionaries translate the pieces.
void leave_out_understood(std::vector<TextCorrection>& corrections,
                          std::string_view text,
                          const QueryReading& reading) {
  const auto is_understood = [&](const TextCorrection& correction) {
    const auto word = text.substr(correction.start, correction.end - correction.start);
    const auto names_word = [&](const ExpandedWord& expanded) {
      const auto words = split_words(expanded.word);
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    const auto names_foreign_word = [&](const ExpandedWord& expanded) {
      return expanded.language != Language::kFinnish && names_word(expanded);
    };
    return any_of(reading.synonyms, names_word) || any_of(reading.unmet_synonyms, names_word) ||
           any_of(reading.translated, names_foreign_word) ||
           any_of(reading.unmet_translated, names_foreign_word);
  };
  std::erase_if(corrections, is_understood);
}

// The text with a word in the place of each correction that meets what the index has of it.
std::string text_that_is_met(std::string_view text, std::vector<TextCorrection> corrections) {
  constexpr std::string_view kMeetsNothing = "qxqxqxqxqx";
  for (auto& correction : corrections) {
    correction.to = correction.met.empty() ? kMeetsNothing : correction.met;
  }
  return corrected_text(text, corrections);
}

// Words of the corrected query that are not those typed are met by correction.
void mark_corrected(std::vector<Hit>& hits,
                    const std::vector<QueryChange>& changes,
                    Analyzer& analyzer) {
  for (const auto& change : changes) {
    std::vector<std::string> words;
    for (const auto& token : analyzer.analyze(change.to, Language::kFinnish)) {
      words.push_back(change.to.substr(token.start, token.end - token.start));
    }
    for (auto& hit : hits) {
      for (auto& match : hit.matched) {
        if (std::find(words.begin(), words.end(), match.word) != words.end()) {
          match.word = change.from;
          match.how = MatchKind::kCorrection;
        }
      }
    }
  }
}

}  // namespace

CorrectedSearch::CorrectedSearch(const Snapshot& snapshot,
                                 Searcher& searcher,
                                 const KnownWords& names,
                                 Analyzer& analyzer)
    : searcher_(searcher),
      analyzer_(analyzer),
      corrector_(snapshot.spelling(), names, searcher.terms(), analyzer) {}

Expected<std::size_t> CorrectedSearch::count(const SearchRequest& request, std::string text) {
  SearchRequest counting = request;
  counting.text = std::move(text);
  counting.offset = 0;
  counting.limit = 0;
  counting.facets.clear();
  return searcher_.search(counting).map([](const SearchResult& result) { return result.total; });
}

Expected<CorrectedSearch::Corrections> CorrectedSearch::corrections_of(
    const SearchRequest& request) {
  return guard_xapian("the search failed", [&] { return corrector_.correct(request.text); });
}

Expected<CorrectedSearch::Corrections> CorrectedSearch::last_resort(
    const SearchRequest& request, const Corrections& corrections) {
  if (!corrections.empty()) {
    return trusted(corrections, Trust::kDoubtful);
  }
  return guard_xapian("the search failed", [&] { return corrector_.join_words(request.text); });
}

Expected<SearchResult> CorrectedSearch::apply_to(const SearchRequest& request,
                                                 const Corrections& corrections) {
  SearchRequest corrected = request;
  corrected.text = corrected_text(request.text, corrections);
  return searcher_.search(corrected).map([&](SearchResult&& result) {
    auto description = describe(request.text, corrections, CorrectionState::kApplied);
    mark_corrected(result.hits, description.changes, analyzer_);
    result.reading.correction = std::move(description);
    return std::move(result);
  });
}

Expected<SearchResult> CorrectedSearch::run(const SearchRequest& request) {
  auto corrections = corrections_of(request);
  if (!corrections) {
    return tl::unexpected(corrections.error());
  }
  auto result = searcher_.search(request);
  if (!result) {
    return result;
  }
  leave_out_understood(*corrections, request.text, result->reading);
  if (const Corrections sure = trusted(*corrections, Trust::kSure); !sure.empty()) {
    result = run_with_sure(request, sure, std::move(*result));
  }
  if (!result || result->reading.correction || result->total > kFewHits) {
    return result;
  }
  if (result->total == 0) {
    const auto others = last_resort(request, *corrections);
    if (!others) {
      return tl::unexpected(others.error());
    }
    if (!others->empty()) {
      auto found = apply_to(request, *others);
      if (!found || found->total > 0) {
        return found;
      }
    }
  }
  return offer(request, *corrections, std::move(*result));
}

// A word that the index does not have may meet deeds by a guess that splits it ("paivakodissa" into
// "paiva" and "koti"). Those are no hits of the word, and do not count here.
Expected<SearchResult> CorrectedSearch::run_with_sure(const SearchRequest& request,
                                                      const Corrections& sure,
                                                      SearchResult result) {
  const auto found_now = count(request, text_that_is_met(request.text, sure));
  auto corrected = apply_to(request, sure);
  if (!found_now || !corrected) {
    return tl::unexpected(found_now ? corrected.error() : found_now.error());
  }
  if (corrected->total > 0 && corrected->total >= *found_now) {
    return corrected;
  }
  if (corrected->total > 0 && corrected->total >= result.total) {
    result.reading.correction = describe(request.text, sure, CorrectionState::kOffered);
  }
  return result;
}

Expected<SearchResult> CorrectedSearch::offer(const SearchRequest& request,
                                              const Corrections& corrections,
                                              SearchResult result) {
  if (corrections.empty()) {
    return result;
  }
  const auto found_then = count(request, corrected_text(request.text, corrections));
  if (!found_then) {
    return tl::unexpected(found_then.error());
  }
  if (*found_then > result.total) {
    result.reading.correction = describe(request.text, corrections, CorrectionState::kOffered);
  }
  return result;
}

Expected<SearchResult> CorrectedSearch::search(const SearchRequest& request) {
  if (request.text.empty() || request.interpretation == Interpretation::kExact) {
    return searcher_.search(request);
  }
  const auto begun = std::chrono::steady_clock::now();
  auto result = run(request);
  if (result) {
    result->took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begun);
  }
  return result;
}

}  // namespace kiertoon
