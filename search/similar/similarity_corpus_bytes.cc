// How a SimilarityCorpus is written to a file and read back.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "base/byte_stream.h"
#include "search/similar/similarity_corpus.h"

namespace kiertoon {
namespace {

constexpr std::array<char, 8> kMagic{'k', 'i', 'e', 'r', 's', 'i', 'm', '\n'};
constexpr std::uint32_t kVersion = 2;
constexpr const char* kHint = "build the index anew: kiertoon-indexer build";

tl::unexpected<Error> damaged() {
  return fail(ErrorCode::kInvalidData, "the index's model of similarity is damaged", kHint);
}

Expected<void> check_header(ByteReader& reader) {
  if (reader.value<std::array<char, 8>>() != kMagic) {
    return damaged();
  }
  return reader.value<std::uint32_t>() == kVersion
             ? Expected<void>()
             : fail(ErrorCode::kVersionMismatch,
                    "the index's model of similarity was made by another version of this program",
                    kHint);
}

// Whether these are numbers of documents, ascending.
bool are_documents(std::span<const std::uint32_t> numbers, std::size_t document_count) {
  const auto disorder = std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>());
  return disorder == numbers.end() &&
         (numbers.empty() || (numbers.front() > 0 && numbers.back() <= document_count));
}

// Nothing when the bytes end too early.
std::optional<std::vector<std::string>> read_terms(ByteReader& reader) {
  const auto count = reader.value<std::uint32_t>();
  std::vector<std::string> terms;
  while (count && terms.size() < *count) {
    const auto term = reader.text();
    if (!term) {
      return std::nullopt;
    }
    terms.emplace_back(*term);
  }
  return count ? std::optional(std::move(terms)) : std::nullopt;
}

// Nothing when the bytes end too early, or are no sketches.
std::optional<std::vector<TextSketch>> read_sketches(ByteReader& reader, std::size_t count) {
  std::vector<TextSketch> sketches;
  while (sketches.size() < count) {
    const auto encoded = reader.text();
    auto sketch = encoded ? TextSketch::decode(*encoded) : damaged();
    if (!sketch) {
      return std::nullopt;
    }
    sketches.push_back(std::move(*sketch));
  }
  return sketches;
}

Expected<std::optional<LatentSpace>> read_space(ByteReader& reader) {
  const auto bytes = reader.text();
  if (!bytes) {
    return damaged();
  }
  if (bytes->empty()) {
    return std::nullopt;
  }
  return LatentSpace::parse(*bytes).map(
      [](LatentSpace&& space) { return std::optional(std::move(space)); });
}

}  // namespace

std::string SimilarityCorpus::serialise() const {
  ByteWriter writer;
  writer.value(kMagic);
  writer.value(kVersion);
  writer.value(static_cast<std::uint32_t>(terms_.size()));
  for (const auto& term : terms_) {
    writer.text(term);
  }
  writer.values(std::span(begins_));
  writer.values(std::span(frequencies_));
  for (const auto& sketch : sketches_) {
    writer.text(sketch.encode());
  }
  writer.text(space_ ? space_->serialise() : std::string());
  writer.values(std::span(folded_in_));
  return writer.take();
}

// Frequencies must point at terms, and ascend within a document.
bool SimilarityCorpus::is_whole() const {
  const bool begins_ascend = !begins_.empty() && begins_.front() == 0 &&
                             begins_.back() == frequencies_.size() &&
                             std::is_sorted(begins_.begin(), begins_.end());
  if (!begins_ascend || !std::is_sorted(terms_.begin(), terms_.end())) {
    return false;
  }
  for (std::uint32_t document = 1; document < begins_.size(); ++document) {
    const auto row = frequencies(document);
    const auto disorder = std::adjacent_find(
        row.begin(), row.end(), [](const auto& a, const auto& b) { return a.term >= b.term; });
    if (disorder != row.end() || (!row.empty() && row.back().term >= terms_.size())) {
      return false;
    }
  }
  return are_documents(folded_in_, document_count()) &&
         (space_ ? space_->term_count() == terms_.size() : folded_in_.empty());
}

Expected<SimilarityCorpus> SimilarityCorpus::parse(std::string_view bytes) {
  ByteReader reader(bytes);
  if (auto header = check_header(reader); !header) {
    return tl::unexpected(header.error());
  }
  auto terms = read_terms(reader);
  auto begins = reader.values<std::uint32_t>();
  auto frequencies = reader.values<NumberedFrequency>();
  if (!terms || !begins || begins->empty() || !frequencies) {
    return damaged();
  }
  auto sketches = read_sketches(reader, begins->size() - 1);
  if (!sketches) {
    return damaged();
  }
  auto space = read_space(reader);
  if (!space) {
    return tl::unexpected(space.error());
  }
  auto folded_in = reader.values<std::uint32_t>();
  if (!folded_in || !reader.at_end()) {
    return damaged();
  }
  SimilarityCorpus corpus;
  corpus.terms_ = std::move(*terms);
  corpus.begins_ = std::move(*begins);
  corpus.frequencies_ = std::move(*frequencies);
  corpus.sketches_ = std::move(*sketches);
  corpus.space_ = std::move(*space);
  corpus.folded_in_ = std::move(*folded_in);
  if (!corpus.is_whole()) {
    return damaged();
  }
  corpus.count_documents();
  return corpus;
}

}  // namespace kiertoon
