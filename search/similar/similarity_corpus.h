#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "search/similar/deed_profile.h"
#include "search/similar/latent_space.h"
#include "search/similar/text_sketch.h"
#include "search/similar/weighted_term.h"

namespace kiertoon {

struct NumberedFrequency {
  std::uint32_t term = 0;
  std::uint32_t frequency = 0;
};

class SimilarityCorpus;

struct SimilarityCorpusOptions {
  std::size_t threads = 2;
  // Takes over the latent space of this earlier corpus instead of fitting one; none if it has none.
  const SimilarityCorpus* space_of = nullptr;
};

// What a generation keeps beside its database for finding similar deeds: the profiles of its deeds,
// terms as numbers, and a latent space, fitted on them or on those of an earlier generation.
// Document numbers begin at 1, as in the database. Immutable once made, so thread-safe.
class SimilarityCorpus {
 public:
  SimilarityCorpus() = default;  // of no deeds

  // `profiles[i]` is document i + 1. The same profiles make the same corpus, whatever the
  // number of threads.
  [[nodiscard]] static SimilarityCorpus fit(std::span<const DeedProfile> profiles,
                                            const SimilarityCorpusOptions& options);

  // Bytes for a file, and back. Fails with kVersionMismatch or kInvalidData.
  [[nodiscard]] std::string serialise() const;
  [[nodiscard]] static Expected<SimilarityCorpus> parse(std::string_view bytes);

  // A term of one document connects it with none.
  static constexpr std::size_t kConnectingDocuments = 2;

  [[nodiscard]] std::size_t document_count() const { return sketches_.size(); }
  [[nodiscard]] std::size_t term_count() const { return terms_.size(); }
  // Nothing when there are too few deeds.
  [[nodiscard]] const std::optional<LatentSpace>& space() const { return space_; }
  // Documents whose terms are not those of any that the space was fitted on; ascending. They stand
  // in it by projection alone.
  [[nodiscard]] std::span<const std::uint32_t> folded_in() const { return folded_in_; }
  // Whether a space fitted on these deeds would be better: too many are folded in, or there is no
  // space though the deeds are enough for one.
  [[nodiscard]] bool refit_is_due() const;

  [[nodiscard]] std::string_view term(std::uint32_t number) const { return terms_[number]; }
  [[nodiscard]] std::optional<std::uint32_t> find_term(std::string_view term) const;
  [[nodiscard]] std::size_t documents_with(std::uint32_t term) const {
    return documents_with_[term];
  }
  // Of what its terms are; Finnish for a deed without any.
  [[nodiscard]] Language language_of(std::uint32_t document) const;
  // Ascending by term.
  [[nodiscard]] std::span<const NumberedFrequency> frequencies(std::uint32_t document) const;
  [[nodiscard]] const TextSketch& sketch(std::uint32_t document) const {
    return sketches_[document - 1];
  }

  // The rows of the cosine and of the latent space: terms that more than one deed has, by their
  // weights. Not of length 1.
  [[nodiscard]] std::vector<WeightedTerm> cosine_row(
      std::span<const NumberedFrequency> frequencies,
      std::size_t least_documents = kConnectingDocuments) const;
  [[nodiscard]] std::vector<WeightedTerm> latent_row(
      std::span<const NumberedFrequency> frequencies) const;

 private:
  void number_terms(std::span<const DeedProfile> profiles);
  void count_documents();
  void take_space_of(const SimilarityCorpus& earlier);
  [[nodiscard]] std::vector<std::vector<WeightedTerm>> latent_rows() const;
  [[nodiscard]] bool is_whole() const;
  [[nodiscard]] double idf(std::uint32_t term) const;

  std::vector<std::string> terms_;        // ascending
  std::vector<std::uint32_t> begins_{0};  // of document d: [begins_[d - 1], begins_[d])
  std::vector<NumberedFrequency> frequencies_;
  std::vector<TextSketch> sketches_;
  std::optional<LatentSpace> space_;
  std::vector<std::uint32_t> folded_in_;       // ascending; empty without a space
  std::vector<std::uint32_t> documents_with_;  // by term
  std::array<std::uint32_t, kLanguages.size()> documents_in_{};
};

}  // namespace kiertoon
