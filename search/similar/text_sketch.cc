#include "search/similar/text_sketch.h"

#include <algorithm>
#include <utility>

namespace kiertoon {
namespace {

constexpr std::size_t kHashBytes = sizeof(WordHash);
constexpr unsigned kByteBits = 8;

WordHash read_hash(std::string_view bytes) {
  WordHash hash = 0;
  for (std::size_t i = 0; i < kHashBytes; ++i) {
    hash |= WordHash{static_cast<unsigned char>(bytes[i])} << (i * kByteBits);
  }
  return hash;
}

// Whether any of the smallest hashes of both together stands in both. Of texts that share 40 % of
// their words, five in a million pairs have none, so most pairs need no longer look.
bool may_be_near_duplicate(std::span<const WordHash> a, std::span<const WordHash> b) {
  constexpr std::size_t kSample = 24;
  for (std::size_t sampled = 0, i = 0, j = 0; sampled < kSample; ++sampled) {
    if (i == a.size() || j == b.size() || a[i] == b[j]) {
      return true;
    }
    const bool is_first = a[i] < b[j];
    i += static_cast<std::size_t>(is_first);
    j += static_cast<std::size_t>(!is_first);
  }
  return false;
}

}  // namespace

// FNV-1a of 64 bits, then the finaliser of MurmurHash3: FNV alone leaves the upper bits of short
// words alike, and a sketch needs smallest hashes that are a fair sample.
WordHash word_hash(std::string_view folded_word) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : folded_word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdULL;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
  return static_cast<WordHash>(hash >> 32U);
}

TextSketch::TextSketch(std::vector<WordHash> words) : hashes_(std::move(words)) {
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  hashes_.resize(std::min(hashes_.size(), kMaxHashes));
  hashes_.shrink_to_fit();
}

std::string TextSketch::encode() const {
  std::string bytes;
  bytes.reserve(hashes_.size() * kHashBytes);
  for (const WordHash hash : hashes_) {
    for (std::size_t i = 0; i < kHashBytes; ++i) {
      bytes += static_cast<char>(static_cast<unsigned char>(hash >> (i * kByteBits)));
    }
  }
  return bytes;
}

Expected<TextSketch> TextSketch::decode(std::string_view bytes) {
  constexpr const char* kDamaged = "a stored text sketch is damaged";
  constexpr const char* kHint = "build the index anew: kiertoon-indexer build";
  if (bytes.size() % kHashBytes != 0 || bytes.size() > kMaxHashes * kHashBytes) {
    return fail(ErrorCode::kInvalidData, kDamaged, kHint);
  }
  TextSketch sketch;
  sketch.hashes_.reserve(bytes.size() / kHashBytes);
  for (; !bytes.empty(); bytes.remove_prefix(kHashBytes)) {
    const WordHash hash = read_hash(bytes);
    if (!sketch.hashes_.empty() && hash <= sketch.hashes_.back()) {
      return fail(ErrorCode::kInvalidData, kDamaged, kHint);
    }
    sketch.hashes_.push_back(hash);
  }
  return sketch;
}

// The smallest hashes of both texts together are a sample of their union; counts those that stand
// in both. No branch depends on the hashes, which no processor could foresee.
double resemblance(const TextSketch& a, const TextSketch& b) {
  const std::span<const WordHash> first = a.hashes();
  const std::span<const WordHash> second = b.hashes();
  std::size_t sampled = 0;
  std::size_t shared = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  for (; sampled < TextSketch::kMaxHashes && i < first.size() && j < second.size(); ++sampled) {
    const WordHash left = first[i];
    const WordHash right = second[j];
    shared += static_cast<std::size_t>(left == right);
    i += static_cast<std::size_t>(left <= right);
    j += static_cast<std::size_t>(right <= left);
  }
  const std::size_t left_over = (first.size() - i) + (second.size() - j);
  sampled = std::min(sampled + left_over, TextSketch::kMaxHashes);
  return sampled == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(sampled);
}

bool is_near_duplicate(const TextSketch& a, const TextSketch& b) {
  if (!may_be_near_duplicate(a.hashes(), b.hashes())) {
    return false;
  }
  const std::size_t fewest = std::min(a.hashes().size(), b.hashes().size());
  return resemblance(a, b) >= (fewest < kFewestWords ? 1 : kNearDuplicateResemblance);
}

}  // namespace kiertoon
