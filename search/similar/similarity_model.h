#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "search/similar/deed_profile.h"
#include "search/similar/similarity_corpus.h"
#include "search/similar/text_sketch.h"
#include "search/similar/weighted_term.h"

namespace kiertoon {

// Where a deed, several deeds, or a text stand among the deeds of a generation. Both parts have
// length 1, or are all 0.
struct DeedVector {
  std::vector<WeightedTerm> terms;  // ascending by term
  std::vector<float> latent;        // empty without a latent space
};

struct ScoredDeed {
  std::uint32_t document = 0;  // its number in the generation, from 1
  double score = 0.0;          // 0 to 1
};

// How alike the deeds of a generation are: the cosine of their tf-idf vectors (Salton, Buckley:
// Term-weighting approaches in automatic text retrieval, 1988), mixed with the cosine in a latent
// space. Immutable, so thread-safe. A term's number says nothing beyond one model.
class SimilarityModel {
 public:
  SimilarityModel() : SimilarityModel(SimilarityCorpus()) {}  // of no deeds
  explicit SimilarityModel(SimilarityCorpus corpus);

  [[nodiscard]] std::size_t document_count() const { return corpus_.document_count(); }
  // 0 when the corpus was too small for a latent space.
  [[nodiscard]] std::size_t dimensions() const {
    return corpus_.space() ? corpus_.space()->dimensions() : 0;
  }

  [[nodiscard]] DeedVector vector_of(std::uint32_t document) const;
  [[nodiscard]] DeedVector vector_of(const DeedProfile& text) const;  // unknown terms are left out
  // The middle of several.
  [[nodiscard]] DeedVector combine(std::span<const DeedVector> vectors) const;

  // The best `count` documents that `may_answer` and share a term, best first, equal ones by
  // number.
  [[nodiscard]] std::vector<ScoredDeed> nearest(
      const DeedVector& wanted,
      std::size_t count,
      const std::function<bool(std::uint32_t)>& may_answer) const;

  struct SpaceLimits {
    std::size_t count = 10;
    double least = 0.0;  // cosine
  };
  // The nearest documents in the latent space that `may_answer`, whatever words they have, best
  // first, equal ones by number. Looks at every document: some 0.1 ms for a thousand.
  [[nodiscard]] std::vector<ScoredDeed> nearest_in_space(
      const DeedVector& wanted,
      const SpaceLimits& limits,
      const std::function<bool(std::uint32_t)>& may_answer) const;

  [[nodiscard]] double similarity(const DeedVector& wanted, std::uint32_t document) const;
  [[nodiscard]] double similarity(std::uint32_t a, std::uint32_t b) const;

  // Terms of both, the most telling (those that add most to the cosine) first.
  [[nodiscard]] std::vector<WeightedTerm> shared_terms(const DeedVector& wanted,
                                                       std::uint32_t document) const;
  // Terms of the document, those of no other among them, the most telling first.
  [[nodiscard]] std::vector<WeightedTerm> telling_terms(std::uint32_t document) const;

  [[nodiscard]] std::string_view term(std::uint32_t number) const { return corpus_.term(number); }
  [[nodiscard]] std::size_t document_frequency(std::uint32_t term) const {
    return corpus_.documents_with(term);
  }
  [[nodiscard]] const TextSketch& sketch(std::uint32_t document) const {
    return corpus_.sketch(document);
  }

 private:
  struct Posting {
    std::uint32_t document = 0;
    float weight = 0.0F;
  };

  [[nodiscard]] std::span<const WeightedTerm> row(std::uint32_t document) const;
  [[nodiscard]] std::span<const float> latent(std::uint32_t document) const;
  [[nodiscard]] double mixed(double cosine_of_terms,
                             std::span<const float> a,
                             std::span<const float> b) const;
  void move_to_middle(std::span<float> place, Language language) const;
  void make_rows();
  void make_postings();
  void make_latent();

  SimilarityCorpus corpus_;
  std::vector<std::uint32_t> row_begins_{0};  // of document d: [row_begins_[d - 1], row_begins_[d])
  std::vector<WeightedTerm> rows_;            // each of length 1
  std::vector<std::uint32_t> posting_begins_;
  std::vector<Posting> postings_;
  std::vector<float> latent_;  // dimensions() for each document
  // The middle of the Swedish deeds and of the English ones, which stand together in the space for
  // their language alone: their places are counted from there. Empty for Finnish.
  std::array<std::vector<float>, kLanguages.size()> middles_;
};

}  // namespace kiertoon
