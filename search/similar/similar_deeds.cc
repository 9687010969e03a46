#include "search/similar/similar_deeds.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <string_view>
#include <utility>

#include "search/index/deed_fields.h"
#include "search/index/deed_record.h"
#include "search/index/xapian_guard.h"
#include "search/query/facet_decider.h"
#include "search/query/hit_matches.h"
#include "search/query/snippet.h"
#include "search/similar/similar_choice.h"
#include "search/similar/telling_words.h"

namespace kiertoon {
namespace {

// Candidates beyond the wanted deeds: for duplicates to fold, full organisations and diversity.
constexpr std::size_t kCandidatesPerDeed = 5;
constexpr std::size_t kLeastCandidates = 100;
// Shared terms that are looked at for words to show.
constexpr std::size_t kTermsLookedAt = 5 * kMaxSharedWords;
// Words that stand in so large a share of the deeds say little about two of them; where there are
// few deeds, in so many.
constexpr double kCommonShare = 0.25;
constexpr std::size_t kLeastCommon = 5;
// A text of few words says less than its cosines: a sentence has some ten terms, a deed a hundred.
// Calibration is for whole deeds, so nothing is taken off from kTermsWithoutDoubt on.
constexpr double kTermsInDoubt = 3.0;
constexpr double kTermsWithoutDoubt = 60.0;

bool share_any(std::span<const std::uint32_t> a, const std::vector<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t value) {
    return std::find(b.begin(), b.end(), value) != b.end();
  });
}

// ASCII letters alone are compared without their case: the words are from the same deed.
bool is_same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return x == y || std::tolower(x) == std::tolower(y);
  });
}

// A snippet of what follows the title, with these words marked.
std::vector<Segment> snippet_with(const DeedRecord& record, const std::vector<std::string>& words) {
  const auto texts = running_texts(record.deed);
  std::vector<std::vector<TextMatch>> matches(texts.size());
  std::vector<MarkedText> body;
  for (std::size_t i = 1; i < std::min(texts.size(), record.tokens.size()); ++i) {
    for (const auto& place : record.tokens[i].places) {
      const auto own = texts[i].text.substr(place.start, place.end - place.start);
      const auto word = std::find_if(words.begin(), words.end(), [&](const std::string& shared) {
        return is_same_word(shared, own);
      });
      if (word != words.end()) {
        matches[i].push_back(
            {place.start, place.end, static_cast<std::size_t>(word - words.begin())});
      }
    }
    body.push_back({texts[i].text, matches[i]});
  }
  return make_snippet(body);
}

}  // namespace

// What a request asks for, looked up.
struct SimilarDeeds::Wanted {
  std::vector<const DeedFacts*> deeds;
  std::vector<std::uint32_t> organisations;  // of those deeds, as ordinals of the facet
  DeedVector vector;

  // What the page is told of a score.
  [[nodiscard]] double similarity_of(double score) const {
    const auto terms = static_cast<double>(vector.terms.size());
    const double doubt = kTermsInDoubt * std::max(0.0, 1 - terms / kTermsWithoutDoubt);
    return terms > 0 ? calibrated(score) * terms / (terms + doubt) : 0.0;
  }

  [[nodiscard]] bool has(std::uint32_t document) const {
    return std::any_of(deeds.begin(), deeds.end(), [&](const DeedFacts* deed) {
      return deed->document == document;
    });
  }
  [[nodiscard]] bool has_theme(const std::string& theme) const {
    return std::any_of(deeds.begin(), deeds.end(), [&](const DeedFacts* deed) {
      return std::find(deed->themes.begin(), deed->themes.end(), theme) != deed->themes.end();
    });
  }
};

SimilarDeeds::SimilarDeeds(const Snapshot& snapshot,
                           Analyzer& analyzer,
                           const Vocabulary& vocabulary)
    : snapshot_(snapshot), analyzer_(analyzer), catalogue_(snapshot.catalogue(vocabulary)) {}

DeedVector SimilarDeeds::vector_of_text(const std::string& text) const {
  const Language language = analyzer_.detect_language(text);
  ProfileWriter writer;
  for (const auto& token : analyzer_.analyze(text, language)) {
    const std::string_view word =
        std::string_view(text).substr(token.start, token.end - token.start);
    if (!analyzer_.is_stop_word(word, language)) {
      writer.add_terms(token, language, 1);
    }
  }
  return snapshot_.similarity().vector_of(writer.take());
}

Expected<SimilarDeeds::Wanted> SimilarDeeds::wanted(const SimilarRequest& request) const {
  Wanted wanted;
  std::vector<DeedVector> vectors;
  for (const auto& id : request.ids) {
    const DeedFacts* deed = catalogue_->find(id);
    if (deed == nullptr) {
      return fail(ErrorCode::kNotFound, "there is no deed with the id \"" + id + "\"");
    }
    wanted.deeds.push_back(deed);
    vectors.push_back(snapshot_.similarity().vector_of(deed->document));
    const auto organisations = snapshot_.columns().ordinals(Facet::kOrganisation, deed->document);
    wanted.organisations.insert(
        wanted.organisations.end(), organisations.begin(), organisations.end());
  }
  if (!request.text.empty()) {
    vectors.push_back(vector_of_text(request.text));
  }
  wanted.vector = snapshot_.similarity().combine(vectors);
  return wanted;
}

Expected<SimilarResult> SimilarDeeds::find(const SimilarRequest& request) const {
  const auto begun = std::chrono::steady_clock::now();
  const auto wanted = this->wanted(request);
  if (!wanted) {
    return tl::unexpected(wanted.error());
  }
  const FacetDecider filter(snapshot_.columns(), request.filters, {});
  const bool excludes_own = request.own_organisation == OwnOrganisation::kExcluded;
  const auto may_answer = [&](std::uint32_t document) {
    const auto organisations = snapshot_.columns().ordinals(Facet::kOrganisation, document);
    return !wanted->has(document) && filter.passes(document) &&
           !(excludes_own && share_any(organisations, wanted->organisations));
  };
  const SimilarityModel& model = snapshot_.similarity();
  auto nearest = model.nearest(
      wanted->vector, std::max(kLeastCandidates, kCandidatesPerDeed * request.limit), may_answer);
  if (request.distance == Distance::kCloseOnly) {
    std::erase_if(nearest, [&](const ScoredDeed& deed) {
      return !closeness_of(wanted->similarity_of(deed.score));
    });
  }
  return guard_xapian("the similar deeds cannot be read", [&] {
    SimilarResult result;
    for (const auto& chosen : choose_deeds(nearest, model, snapshot_.columns(), request)) {
      result.deeds.push_back(describe(chosen.deed, *wanted));
      for (const std::uint32_t duplicate : chosen.duplicates) {
        result.deeds.back().duplicates.push_back(catalogue_->find_document(duplicate)->id);
      }
    }
    result.generation = snapshot_.generation();
    result.took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begun);
    return result;
  });
}

SimilarDeed SimilarDeeds::describe(const ScoredDeed& found, const Wanted& wanted) const {
  const SimilarityModel& model = snapshot_.similarity();
  SimilarDeed deed;
  deed.facts = *catalogue_->find_document(found.document);
  deed.similarity = wanted.similarity_of(found.score);
  deed.closeness = closeness_of(deed.similarity).value_or(Closeness::kLooselyRelated);
  const DeedRecord record = snapshot_.deeds().record(found.document);
  deed.shared_words = telling_words(
      record, telling_terms(wanted.vector, found.document), kMaxSharedWords, analyzer_);
  deed.snippet = snippet_with(record, deed.shared_words);
  std::copy_if(deed.facts.themes.begin(),
               deed.facts.themes.end(),
               std::back_inserter(deed.shared_themes),
               [&](const std::string& theme) { return wanted.has_theme(theme); });
  const auto original =
      std::find_if(wanted.deeds.begin(), wanted.deeds.end(), [&](const DeedFacts* given) {
        return is_near_duplicate(model.sketch(given->document), model.sketch(found.document));
      });
  if (original != wanted.deeds.end()) {
    deed.duplicate_of = (*original)->id;
  }
  return deed;
}

std::vector<std::string_view> SimilarDeeds::telling_terms(const DeedVector& wanted,
                                                          std::uint32_t document) const {
  const SimilarityModel& model = snapshot_.similarity();
  const auto most = std::max(
      kLeastCommon,
      static_cast<std::size_t>(kCommonShare * static_cast<double>(model.document_count())));
  std::vector<std::string_view> terms;
  for (const auto& shared : model.shared_terms(wanted, document)) {
    if (terms.size() < kTermsLookedAt && model.document_frequency(shared.term) <= most) {
      terms.push_back(model.term(shared.term));
    }
  }
  return terms;
}

}  // namespace kiertoon
