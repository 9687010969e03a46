#include "search/words/near_words.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <string>

#include "search/words/spelling.h"

namespace kiertoon {
namespace {

constexpr std::size_t kLeastSegment = 2;  // letters; of shorter ones too many words have each
constexpr std::size_t kMostSegments = 3;
constexpr std::size_t kShortestForThree = 6;  // segments; they make up for a swap over a border

// FNV-1a, begun with a number that tells apart what the text stands for.
std::uint32_t hash_of(std::uint32_t kind, std::string_view text) {
  constexpr std::uint32_t kOffsetBasis = 2166136261U;
  constexpr std::uint32_t kPrime = 16777619U;
  std::uint32_t hash = (kOffsetBasis ^ kind) * kPrime;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return hash ^ (hash >> 16U);
}

std::size_t edits_for(std::size_t letters) {
  return letters < NearWords::kShortestForTwo ? 1 : 2;
}

std::size_t segments_of(std::size_t letters) {
  return letters < kShortestForThree ? 2 : kMostSegments;
}

struct Segment {
  std::size_t begin = 0;
  std::size_t size = 0;
};

// Segment number `index` of a word with so many letters: the last ones take what is left over.
Segment segment_of(std::size_t letters, std::size_t index) {
  const std::size_t count = segments_of(letters);
  const std::size_t size = letters / count;
  const std::size_t short_ones = count - letters % count;
  const std::size_t before = index * size + (index > short_ones ? index - short_ones : 0);
  return {before, size + (index >= short_ones ? 1 : 0)};
}

std::uint32_t segment_hash(std::size_t letters, std::size_t index, std::string_view text) {
  return hash_of(static_cast<std::uint32_t>(letters * kMostSegments + index), text);
}

}  // namespace

NumberBuckets::NumberBuckets(std::span<const Item> items) {
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(items.size(), 1));
  begins_.assign(buckets + 1, 0);
  const std::size_t mask = buckets - 1;
  for (const Item& item : items) {
    ++begins_[(item.hash & mask) + 1];
  }
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    begins_[bucket + 1] += begins_[bucket];
  }
  numbers_.resize(items.size());
  auto next = begins_;
  for (const Item& item : items) {
    numbers_[next[item.hash & mask]++] = item.number;
  }
}

std::span<const std::uint32_t> NumberBuckets::of(std::uint32_t hash) const {
  if (begins_.empty()) {
    return {};
  }
  const std::size_t bucket = hash & (begins_.size() - 2);
  return std::span(numbers_).subspan(begins_[bucket], begins_[bucket + 1] - begins_[bucket]);
}

NearWords::Shape NearWords::shape_of(std::string_view bare) {
  constexpr std::uint32_t kBits = 32;
  Shape shape{.size = static_cast<std::uint8_t>(
                  std::min<std::size_t>(bare.size(), std::numeric_limits<std::uint8_t>::max()))};
  for (const char c : bare) {
    shape.letters |= 1U << (static_cast<unsigned char>(c) % kBits);
  }
  return shape;
}

NearWords::NearWords(const WordList& words) : words_(&words) {
  std::vector<NumberBuckets::Item> skeletons;
  std::vector<NumberBuckets::Item> segments;
  skeletons.reserve(words.size());
  segments.reserve(words.size() * kMostSegments);
  for (WordList::Number number = 0; number < words.size(); ++number) {
    skeletons.push_back({hash_of(0, skeleton(words.folded(number))), number});
    const std::string bare = without_dots(words.folded(number));
    const auto [letters, size] = shape_of(bare);
    letters_.push_back(letters);
    sizes_.push_back(size);
    for (std::size_t i = 0; i < segments_of(bare.size()); ++i) {
      const auto [begin, length] = segment_of(bare.size(), i);
      if (length >= kLeastSegment) {
        segments.push_back(
            {segment_hash(bare.size(), i, std::string_view(bare).substr(begin, length)), number});
      }
    }
  }
  by_skeleton_ = NumberBuckets(skeletons);
  by_segment_ = NumberBuckets(segments);
}

std::vector<NearWord> NearWords::with_skeleton_of(std::string_view folded) const {
  std::vector<NearWord> found;
  const std::string bones = skeleton(folded);
  const Letters typed(folded);
  for (const std::uint32_t number : by_skeleton_.of(hash_of(0, bones))) {
    if (skeleton(words_->folded(number)) != bones) {
      continue;  // of the same bucket by chance
    }
    const auto cost = spelling_cost(
        typed, Letters(words_->folded(number)), std::numeric_limits<std::int16_t>::max());
    if (cost) {
      found.push_back({number, *cost});
    }
  }
  return found;
}

void NearWords::add_sharing(std::string_view bare,
                            std::size_t size,
                            std::vector<std::uint32_t>& numbers) const {
  const std::size_t edits = edits_for(bare.size());
  const Shape shape = shape_of(bare);
  const auto may_be_near = [&](std::uint32_t number) {
    const int differing = std::popcount(letters_[number] ^ shape.letters);
    return sizes_[number] == size && static_cast<std::size_t>(differing) <= 2 * edits;
  };
  for (std::size_t i = 0; i < segments_of(size); ++i) {
    const auto [place, length] = segment_of(size, i);
    if (length < kLeastSegment) {
      continue;
    }
    const std::size_t first = place > edits ? place - edits : 0;
    for (std::size_t begin = first; begin <= place + edits && begin + length <= bare.size();
         ++begin) {
      const auto found = by_segment_.of(segment_hash(size, i, bare.substr(begin, length)));
      std::copy_if(found.begin(), found.end(), std::back_inserter(numbers), may_be_near);
    }
  }
}

std::vector<std::uint32_t> NearWords::sharing_a_segment(std::string_view bare) const {
  std::vector<std::uint32_t> numbers;
  const std::size_t edits = edits_for(bare.size());
  const std::size_t shortest = bare.size() > edits ? bare.size() - edits : 1;
  for (std::size_t size = shortest; size <= bare.size() + edits; ++size) {
    add_sharing(bare, size, numbers);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::vector<NearWord> NearWords::within(std::string_view folded, int most) const {
  std::vector<NearWord> found;
  if (words_ == nullptr || folded.empty()) {
    return found;
  }
  const Letters typed(folded);
  for (const std::uint32_t number : sharing_a_segment(without_dots(folded))) {
    if (const auto cost = spelling_cost(typed, Letters(words_->folded(number)), most)) {
      found.push_back({number, *cost});
    }
  }
  return found;
}

}  // namespace kiertoon
