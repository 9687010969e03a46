#include "search/report/briefing_candidates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "analysis/text.h"
#include "search/similar/closeness.h"
#include "search/similar/telling_words.h"

namespace kiertoon {
namespace {

// More than neighbours, versions and a chain can need: a deed ranked lower is no longer close.
constexpr std::size_t kRankedDeeds = 300;

// Terms looked at for words: several may stand for one word, and some for none worth showing.
constexpr std::size_t kTermsForWords = 40;
constexpr std::size_t kClusterWords = 5;

// How much of the beginning of an organisation's name an inflected form keeps: "Kuusarannan",
// "Kuusarannassa".
constexpr std::size_t kLeastCommonBeginning = 4;
constexpr std::size_t kLongestEnding = 3;

std::optional<int> year_of(const DeedFacts& deed) {
  return deed.published ? std::optional(static_cast<int>(deed.published->year())) : std::nullopt;
}

bool is_earlier_winner(const DeedFacts& deed, const DeedFacts& candidate) {
  const auto year = year_of(candidate);
  return std::any_of(deed.awards.begin(), deed.awards.end(), [&](const Award& award) {
    return award.kind == AwardKind::kWinner && (!year || award.year < *year);
  });
}

std::vector<std::string> shared_themes(const DeedFacts& a, const DeedFacts& b) {
  std::vector<std::string> shared;
  for (const std::string& theme : a.themes) {
    if (std::find(b.themes.begin(), b.themes.end(), theme) != b.themes.end()) {
      shared.push_back(theme);
    }
  }
  return shared;
}

std::set<std::uint32_t> terms_around(const SimilarityModel& model, const BriefedDeed& briefed) {
  std::set<std::uint32_t> terms;
  const auto add = [&](const auto& related) {
    for (const auto& one : related) {
      for (const WeightedTerm& term : model.vector_of(one.deed->document).terms) {
        terms.insert(term.term);
      }
    }
  };
  add(briefed.neighbours);
  add(briefed.versions);
  add(briefed.chain);
  return terms;
}

// Whether the word is a form of the first word of an organisation's name: the place it is called
// after.
bool is_name_of_organisation(std::string_view word, const DeedFacts& deed) {
  const std::string folded = fold(word);
  return std::any_of(
      deed.organisations.begin(), deed.organisations.end(), [&](const HitOrganisation& one) {
        const std::string name = fold(std::string_view(one.name).substr(0, one.name.find(' ')));
        const auto differs =
            std::mismatch(folded.begin(), folded.end(), name.begin(), name.end()).second;
        const auto common = static_cast<std::size_t>(differs - name.begin());
        return common >= kLeastCommonBeginning && common + kLongestEnding >= name.size();
      });
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CandidateBriefer::CandidateBriefer(const Snapshot& snapshot,
                                   Analyzer& analyzer,
                                   const Catalogue& catalogue)
    : model_(snapshot.similarity()),
      analyzer_(analyzer),
      catalogue_(catalogue),
      deeds_(snapshot.deeds()) {}

BriefedDeed CandidateBriefer::brief(const DeedFacts& deed, std::size_t neighbours) const {
  const Candidate candidate{.deed = deed,
                            .vector = model_.vector_of(deed.document),
                            .record = deeds_.record(deed.document)};
  BriefedDeed briefed;
  briefed.deed = &deed;
  briefed.summary = candidate.record.deed.summary;
  const std::vector<Ranked> ranking = rank(candidate);
  std::vector<Ranked> chain;
  for (const Ranked& other : ranking) {
    const auto closeness = closeness_of(other.similarity);
    if (!closeness) {
      break;
    }
    if (*closeness != Closeness::kLooselyRelated && share_organisation(deed, *other.deed)) {
      chain.push_back(other);
    }
    if (const auto kind = version_kind(deed, other)) {
      briefed.versions.push_back(
          {.deed = other.deed, .similarity = other.similarity, .kind = *kind});
    } else if (briefed.neighbours.size() < neighbours) {
      if (auto found = neighbour(candidate, other)) {
        briefed.neighbours.push_back(std::move(*found));
      }
    }
  }
  add_chain(briefed, std::move(chain));
  briefed.new_words = new_words(briefed, candidate.record);
  briefed.novelty = novelty(candidate, ranking);
  return briefed;
}

std::vector<CandidateBriefer::Ranked> CandidateBriefer::rank(const Candidate& candidate) const {
  std::vector<Ranked> ranking;
  const auto is_other = [&](std::uint32_t document) { return document != candidate.deed.document; };
  for (const auto& [document, score] : model_.nearest(candidate.vector, kRankedDeeds, is_other)) {
    ranking.push_back(
        {.deed = catalogue_.find_document(document), .similarity = calibrated(score)});
  }
  return ranking;
}

std::optional<VersionKind> CandidateBriefer::version_kind(const DeedFacts& candidate,
                                                          const Ranked& other) const {
  if (is_near_duplicate(model_.sketch(candidate.document), model_.sketch(other.deed->document))) {
    return VersionKind::kDuplicate;
  }
  const auto year = year_of(candidate);
  const auto other_year = year_of(*other.deed);
  if (other.similarity < kVersionSimilarity || !year || !other_year || *year == *other_year ||
      !share_organisation(candidate, *other.deed)) {
    return std::nullopt;
  }
  return *other_year < *year ? VersionKind::kEarlierVersion : VersionKind::kLaterVersion;
}

std::optional<BriefedNeighbour> CandidateBriefer::neighbour(const Candidate& candidate,
                                                            const Ranked& other) const {
  BriefedNeighbour neighbour{
      .deed = other.deed,
      .similarity = other.similarity,
      .closeness = closeness_of(other.similarity).value_or(Closeness::kLooselyRelated),
      .shared_words = words_for(candidate.record,
                                model_.shared_terms(candidate.vector, other.deed->document),
                                kMaxSharedWords),
      .shared_themes = shared_themes(candidate.deed, *other.deed),
      .is_earlier_winner = is_earlier_winner(*other.deed, candidate.deed)};
  const bool has_reason = !neighbour.shared_words.empty() || !neighbour.shared_themes.empty();
  return has_reason ? std::optional(std::move(neighbour)) : std::nullopt;
}

// `chain` comes nearest first.
void CandidateBriefer::add_chain(BriefedDeed& briefed, std::vector<Ranked> chain) {
  if (chain.size() > kMaxChainDeeds) {
    briefed.chain_left_out = chain.size() - kMaxChainDeeds;
    chain.resize(kMaxChainDeeds);
  }
  std::stable_sort(chain.begin(), chain.end(), [](const Ranked& a, const Ranked& b) {
    const auto& first = a.deed->published;
    const auto& second = b.deed->published;
    return first && second ? *first < *second : first.has_value() && !second.has_value();
  });
  for (const Ranked& one : chain) {
    briefed.chain.push_back({.deed = one.deed, .similarity = one.similarity});
  }
}

std::vector<std::string> CandidateBriefer::new_words(const BriefedDeed& briefed,
                                                     const DeedRecord& record) const {
  const std::set<std::uint32_t> around = terms_around(model_, briefed);
  auto terms = model_.telling_terms(briefed.deed->document);
  std::erase_if(terms, [&](const WeightedTerm& term) { return around.contains(term.term); });
  std::set<std::string_view> shared;  // a compound may be shared for one part and new for another
  for (const BriefedNeighbour& neighbour : briefed.neighbours) {
    shared.insert(neighbour.shared_words.begin(), neighbour.shared_words.end());
  }
  auto words = words_for(record, terms, kTermsForWords);
  std::erase_if(words, [&](const std::string& word) {
    return shared.contains(word) || has_digit(word) || is_name_of_organisation(word, *briefed.deed);
  });
  words.resize(std::min(words.size(), kMaxNewWords));
  return words;
}

std::vector<std::string> CandidateBriefer::words_for(const DeedRecord& record,
                                                     const std::vector<WeightedTerm>& terms,
                                                     std::size_t count) const {
  std::vector<std::string_view> names;
  for (const WeightedTerm& term : terms) {
    if (names.size() == kTermsForWords) {
      break;
    }
    names.push_back(model_.term(term.term));
  }
  return telling_words(record, names, count, analyzer_);
}

Novelty CandidateBriefer::novelty(const Candidate& candidate,
                                  const std::vector<Ranked>& ranking) const {
  const auto year = year_of(candidate.deed);
  if (!year) {
    return {.kind = NoveltyKind::kUndated};
  }
  const auto is_earlier = [&](const DeedFacts& other) {
    return other.published && static_cast<int>(other.published->year()) < *year;
  };
  const auto measured = [](const DeedFacts* nearest, double similarity) {
    return Novelty{.kind = NoveltyKind::kMeasured, .share = 1.0 - similarity, .nearest = nearest};
  };
  for (const Ranked& other : ranking) {
    if (is_earlier(*other.deed)) {
      return measured(other.deed, other.similarity);
    }
  }
  // Nothing earlier shares a term, or too many deeds of later years are nearer.
  const auto nearest = model_.nearest(candidate.vector, 1, [&](std::uint32_t document) {
    return is_earlier(*catalogue_.find_document(document));
  });
  if (!nearest.empty()) {
    return measured(catalogue_.find_document(nearest.front().document),
                    calibrated(nearest.front().score));
  }
  const auto& deeds = catalogue_.deeds();
  const bool any = std::any_of(deeds.begin(), deeds.end(), is_earlier);
  return any ? measured(nullptr, 0.0) : Novelty{.kind = NoveltyKind::kNothingEarlier};
}

std::vector<std::string> CandidateBriefer::common_words(
    const std::vector<const DeedFacts*>& deeds) const {
  struct Shared {
    std::size_t deeds = 0;
    float weight = 0.0F;
  };
  std::map<std::uint32_t, Shared> shared;
  for (const DeedFacts* deed : deeds) {
    for (const auto& [term, weight] : model_.vector_of(deed->document).terms) {
      ++shared[term].deeds;
      shared[term].weight += weight;
    }
  }
  const auto of_first = model_.vector_of(deeds.front()->document).terms;
  std::vector<WeightedTerm> terms;
  for (const auto& [term, weight] : of_first) {
    const Shared& found = shared[term];
    if (2 * found.deeds > deeds.size()) {
      terms.push_back({term, found.weight * static_cast<float>(found.deeds)});
    }
  }
  std::stable_sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
    return a.weight > b.weight;
  });
  auto words = words_for(deeds_.record(deeds.front()->document), terms, 2 * kClusterWords);
  std::erase_if(words, [&](const std::string& word) {
    return has_digit(word) || is_name_of_organisation(word, *deeds.front());
  });
  words.resize(std::min(words.size(), kClusterWords));
  return words;
}

}  // namespace kiertoon
