#include "search/similar/similarity_model.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace kiertoon {
namespace {

// Chosen on kirjastonhoitaja-similar and on documents of one class of makupalat-classes: so much of
// the latent space helps on both, more of it on the first alone.
constexpr double kLatentShare = 0.2;
constexpr std::size_t kLeastCandidates = 200;  // are scored in the latent space too

void normalise_length(std::vector<WeightedTerm>& row) {
  double squares = 0;
  for (const auto& term : row) {
    squares += double{term.weight} * double{term.weight};
  }
  if (squares > 0) {
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (auto& term : row) {
      term.weight *= scale;
    }
  }
}

void normalise_length(std::span<float> vector) {
  const float length = std::sqrt(cosine(vector, vector));
  if (length > 0) {
    for (float& value : vector) {
      value /= length;
    }
  }
}

// Calls `visit(term, weight_a, weight_b)` for the terms of both.
template <typename Visitor>
void for_each_shared(std::span<const WeightedTerm> a,
                     std::span<const WeightedTerm> b,
                     Visitor visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].term == b[j].term) {
      visit(a[i].term, a[i].weight, b[j].weight);
      ++i;
      ++j;
    } else if (a[i].term < b[j].term) {
      ++i;
    } else {
      ++j;
    }
  }
}

double dot(std::span<const WeightedTerm> a, std::span<const WeightedTerm> b) {
  double sum = 0;
  for_each_shared(a, b, [&](std::uint32_t, float x, float y) { sum += double{x} * double{y}; });
  return sum;
}

void sort_by_weight(std::vector<WeightedTerm>& terms) {
  std::stable_sort(terms.begin(), terms.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
    return a.weight > b.weight;
  });
}

bool is_better(const ScoredDeed& a, const ScoredDeed& b) {
  return a.score != b.score ? a.score > b.score : a.document < b.document;
}

void keep_best(std::vector<ScoredDeed>& deeds, std::size_t count) {
  const auto middle = deeds.begin() + static_cast<std::ptrdiff_t>(std::min(count, deeds.size()));
  std::partial_sort(deeds.begin(), middle, deeds.end(), is_better);
  deeds.erase(middle, deeds.end());
}

}  // namespace

SimilarityModel::SimilarityModel(SimilarityCorpus corpus) : corpus_(std::move(corpus)) {
  make_rows();
  make_postings();
  make_latent();
}

void SimilarityModel::make_rows() {
  for (std::uint32_t document = 1; document <= document_count(); ++document) {
    auto row = corpus_.cosine_row(corpus_.frequencies(document));
    normalise_length(row);
    rows_.insert(rows_.end(), row.begin(), row.end());
    row_begins_.push_back(static_cast<std::uint32_t>(rows_.size()));
  }
}

void SimilarityModel::make_postings() {
  posting_begins_.assign(corpus_.term_count() + 1, 0);
  for (const auto& term : rows_) {
    ++posting_begins_[term.term + 1];
  }
  for (std::size_t i = 1; i < posting_begins_.size(); ++i) {
    posting_begins_[i] += posting_begins_[i - 1];
  }
  postings_.resize(rows_.size());
  std::vector<std::uint32_t> next(posting_begins_.begin(), posting_begins_.end() - 1);
  for (std::uint32_t document = 1; document <= document_count(); ++document) {
    for (const auto& term : row(document)) {
      postings_[next[term.term]++] = {document, term.weight};
    }
  }
}

void SimilarityModel::make_latent() {
  latent_.assign(document_count() * dimensions(), 0.0F);
  for (std::uint32_t document = 1; dimensions() > 0 && document <= document_count(); ++document) {
    corpus_.space()->project(
        corpus_.latent_row(corpus_.frequencies(document)),
        std::span(latent_).subspan((document - 1) * dimensions(), dimensions()));
  }
  for (const Language language : {Language::kSwedish, Language::kEnglish}) {
    std::vector<float> middle(dimensions());
    float count = 0;
    for (std::uint32_t document = 1; document <= document_count(); ++document) {
      if (corpus_.language_of(document) == language) {
        std::transform(
            middle.begin(), middle.end(), latent(document).begin(), middle.begin(), std::plus<>());
        ++count;
      }
    }
    std::for_each(
        middle.begin(), middle.end(), [&](float& value) { value /= std::max(count, 1.0F); });
    middles_.at(static_cast<std::size_t>(language)) = std::move(middle);
  }
  for (std::uint32_t document = 1; document <= document_count(); ++document) {
    move_to_middle(std::span(latent_).subspan((document - 1) * dimensions(), dimensions()),
                   corpus_.language_of(document));
  }
}

void SimilarityModel::move_to_middle(std::span<float> place, Language language) const {
  const auto& middle = middles_.at(static_cast<std::size_t>(language));
  if (middle.size() == place.size()) {
    std::transform(place.begin(), place.end(), middle.begin(), place.begin(), std::minus<>());
    normalise_length(place);
  }
}

std::span<const WeightedTerm> SimilarityModel::row(std::uint32_t document) const {
  const std::uint32_t begin = row_begins_[document - 1];
  return std::span(rows_).subspan(begin, row_begins_[document] - begin);
}

std::span<const float> SimilarityModel::latent(std::uint32_t document) const {
  return std::span(latent_).subspan((document - 1) * dimensions(), dimensions());
}

DeedVector SimilarityModel::vector_of(std::uint32_t document) const {
  const auto terms = row(document);
  const auto place = latent(document);
  return {.terms = {terms.begin(), terms.end()}, .latent = {place.begin(), place.end()}};
}

DeedVector SimilarityModel::vector_of(const DeedProfile& text) const {
  std::vector<NumberedFrequency> known;
  for (const auto& term : text.terms) {
    if (const auto number = corpus_.find_term(term.term)) {
      known.push_back({*number, term.frequency});
    }
  }
  DeedVector vector{.terms = corpus_.cosine_row(known), .latent = std::vector<float>(dimensions())};
  normalise_length(vector.terms);
  if (corpus_.space()) {
    corpus_.space()->project(corpus_.latent_row(known), vector.latent);
    if (!known.empty()) {
      move_to_middle(vector.latent, language_of_term(corpus_.term(known.front().term)));
    }
  }
  return vector;
}

DeedVector SimilarityModel::combine(std::span<const DeedVector> vectors) const {
  std::vector<WeightedTerm> all;
  DeedVector middle{.terms = {}, .latent = std::vector<float>(dimensions())};
  for (const auto& vector : vectors) {
    all.insert(all.end(), vector.terms.begin(), vector.terms.end());
    for (std::size_t i = 0; i < middle.latent.size(); ++i) {
      middle.latent[i] += vector.latent[i];
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const WeightedTerm& a, const WeightedTerm& b) {
    return a.term < b.term;
  });
  for (const auto& term : all) {
    if (middle.terms.empty() || middle.terms.back().term != term.term) {
      middle.terms.push_back(term);
    } else {
      middle.terms.back().weight += term.weight;
    }
  }
  normalise_length(middle.terms);
  normalise_length(middle.latent);
  return middle;
}

double SimilarityModel::mixed(double cosine_of_terms,
                              std::span<const float> a,
                              std::span<const float> b) const {
  const double score = corpus_.space()
                           ? (1 - kLatentShare) * cosine_of_terms +
                                 kLatentShare * std::max(0.0, static_cast<double>(cosine(a, b)))
                           : cosine_of_terms;
  return std::clamp(score, 0.0, 1.0);
}

std::vector<ScoredDeed> SimilarityModel::nearest(
    const DeedVector& wanted,
    std::size_t count,
    const std::function<bool(std::uint32_t)>& may_answer) const {
  std::vector<float> cosines(document_count() + 1, 0.0F);
  for (const auto& [term, weight] : wanted.terms) {
    for (std::uint32_t i = posting_begins_[term]; i < posting_begins_[term + 1]; ++i) {
      cosines[postings_[i].document] += weight * postings_[i].weight;
    }
  }
  std::vector<ScoredDeed> candidates;
  for (std::uint32_t document = 1; document <= document_count(); ++document) {
    if (cosines[document] > 0 && may_answer(document)) {
      candidates.push_back({document, cosines[document]});
    }
  }
  keep_best(candidates, std::max(kLeastCandidates, 2 * count));
  for (auto& candidate : candidates) {
    candidate.score = mixed(candidate.score, wanted.latent, latent(candidate.document));
  }
  keep_best(candidates, count);
  return candidates;
}

std::vector<ScoredDeed> SimilarityModel::nearest_in_space(
    const DeedVector& wanted,
    const SpaceLimits& limits,
    const std::function<bool(std::uint32_t)>& may_answer) const {
  std::vector<ScoredDeed> near;
  for (std::uint32_t document = 1; dimensions() > 0 && document <= document_count(); ++document) {
    const double score = cosine(wanted.latent, latent(document));
    if (score >= limits.least && score > 0 && may_answer(document)) {
      near.push_back({document, score});
    }
  }
  keep_best(near, limits.count);
  return near;
}

double SimilarityModel::similarity(const DeedVector& wanted, std::uint32_t document) const {
  return mixed(dot(wanted.terms, row(document)), wanted.latent, latent(document));
}

double SimilarityModel::similarity(std::uint32_t a, std::uint32_t b) const {
  return mixed(dot(row(a), row(b)), latent(a), latent(b));
}

std::vector<WeightedTerm> SimilarityModel::shared_terms(const DeedVector& wanted,
                                                        std::uint32_t document) const {
  std::vector<WeightedTerm> shared;
  for_each_shared(wanted.terms, row(document), [&](std::uint32_t term, float a, float b) {
    shared.push_back({term, a * b});
  });
  sort_by_weight(shared);
  return shared;
}

std::vector<WeightedTerm> SimilarityModel::telling_terms(std::uint32_t document) const {
  auto telling = corpus_.cosine_row(corpus_.frequencies(document), 1);
  sort_by_weight(telling);
  return telling;
}

}  // namespace kiertoon
