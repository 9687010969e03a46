#include "search/similar/latent_space.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include <Eigen/Core>
#include <fmt/format.h>

#include "search/similar/truncated_svd.h"

namespace kiertoon {
namespace {

// A space of fewer rows knows too few terms that occur together.
constexpr std::size_t kLeastRows = 40;
// With as many dimensions as rows, the space would say no more than the terms themselves. Of 4, 8
// and 16, mixed with BM25 on samples of questions to librarians, 8 was best at 60, 200, 400 and 800
// rows, 4 at 100.
constexpr std::size_t kRowsPerDimension = 8;
constexpr std::size_t kMostDimensions = 4096;
// Vectors are added so many dimensions at a time, in registers.
constexpr std::size_t kStripe = 16;
constexpr float kLargestNumber = 127;

constexpr std::uint32_t kMagic = 0x5053'4C4B;  // "KLSP"
constexpr std::uint32_t kVersion = 1;

struct Header {
  std::uint32_t magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t dimensions = 0;
  std::uint32_t term_count = 0;
  std::uint32_t fitted_rows = 0;
  std::uint32_t known_terms = 0;
};
static_assert(std::endian::native == std::endian::little, "the bytes are little-endian");

std::size_t stride_of(std::size_t dimensions) {
  return (dimensions + kStripe - 1) / kStripe * kStripe;
}

using Row = std::vector<WeightedTerm>;

// At most `sample` rows, evenly spaced.
std::vector<const Row*> choose_rows(std::span<const Row> rows, std::size_t sample) {
  const std::size_t count = std::min(rows.size(), sample);
  std::vector<const Row*> chosen;
  chosen.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    chosen.push_back(&rows[i * rows.size() / count]);
  }
  return chosen;
}

// For each term, how many of the terms before it stand in at least two rows.
std::vector<std::uint32_t> rank_terms(const std::vector<const Row*>& rows, std::size_t term_count) {
  std::vector<std::uint32_t> frequencies(term_count);
  for (const Row* row : rows) {
    for (const WeightedTerm& term : *row) {
      if (term.term < term_count) {
        ++frequencies[term.term];
      }
    }
  }
  std::vector<std::uint32_t> ranks(term_count + 1);
  for (std::size_t term = 0; term < term_count; ++term) {
    ranks[term + 1] = ranks[term] + (frequencies[term] >= 2 ? 1 : 0);
  }
  return ranks;
}

// Whether there is a vector for a term; its place is ranks[term].
bool is_known(std::span<const std::uint32_t> ranks, std::uint32_t term) {
  return std::size_t{term} + 1 < ranks.size() && ranks[term] != ranks[std::size_t{term} + 1];
}

// The known terms of the rows, each row scaled to length 1; rows without any are left out.
SparseMatrix make_matrix(const std::vector<const Row*>& rows,
                         std::span<const std::uint32_t> ranks) {
  SparseMatrix matrix;
  matrix.column_count = ranks.back();
  for (const Row* row : rows) {
    const std::size_t begin = matrix.values.size();
    double squares = 0;
    for (const WeightedTerm& term : *row) {
      if (is_known(ranks, term.term)) {
        matrix.columns.push_back(ranks[term.term]);
        matrix.values.push_back(term.weight);
        squares += double{term.weight} * double{term.weight};
      }
    }
    if (squares > 0 && std::isfinite(squares)) {
      const auto scale = static_cast<float>(1 / std::sqrt(squares));
      std::for_each(matrix.values.begin() + static_cast<std::ptrdiff_t>(begin),
                    matrix.values.end(),
                    [scale](float& value) { value *= scale; });
      matrix.starts.push_back(matrix.values.size());
    } else {
      matrix.columns.resize(begin);
      matrix.values.resize(begin);
    }
  }
  return matrix;
}

// sum += scale * numbers, for as many as `sum` has; a whole number of stripes.
void add_scaled(std::span<float> sum, const std::int8_t* numbers, float scale) {
  for (std::size_t begin = 0; begin < sum.size(); begin += kStripe) {
    // A copy, because the compiler must take bytes in memory for parts of the floats beside them.
    std::array<std::int8_t, kStripe> stripe{};
    std::memcpy(stripe.data(), numbers + begin, kStripe);
    float* target = sum.data() + begin;
    for (std::size_t i = 0; i < kStripe; ++i) {
      target[i] += scale * static_cast<float>(stripe[i]);
    }
  }
}

template <typename T>
void append(std::string& bytes, std::span<const T> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

// Takes `count` values from the front of the bytes, which hold them.
template <typename T>
std::vector<T> take(std::string_view& bytes, std::size_t count) {
  std::vector<T> values(count);
  if (count > 0) {
    std::memcpy(values.data(), bytes.data(), count * sizeof(T));
    bytes.remove_prefix(count * sizeof(T));
  }
  return values;
}

std::uint64_t size_with(const Header& header) {
  const std::uint64_t stride = stride_of(header.dimensions);
  return sizeof(Header) + (std::uint64_t{header.term_count} + 1) * sizeof(std::uint32_t) +
         header.known_terms * (sizeof(float) + stride);
}

bool are_ranks(std::span<const std::uint32_t> ranks, std::uint32_t known_terms) {
  return ranks.front() == 0 && ranks.back() == known_terms &&
         std::adjacent_find(ranks.begin(), ranks.end(), [](std::uint32_t a, std::uint32_t b) {
           return b != a && b != a + 1;
         }) == ranks.end();
}

tl::unexpected<Error> damaged(std::string_view what) {
  return fail(ErrorCode::kInvalidData,
              fmt::format("the latent space is damaged: {}", what),
              "build the index anew: kiertoon-indexer build");
}

}  // namespace

std::optional<LatentSpace> LatentSpace::fit(std::span<const std::vector<WeightedTerm>> rows,
                                            std::size_t term_count,
                                            const LatentSpaceOptions& options) {
  const std::vector<const Row*> chosen = choose_rows(rows, options.sample);
  LatentSpace space;
  space.ranks_ = rank_terms(chosen, term_count);
  const SparseMatrix matrix = make_matrix(chosen, space.ranks_);
  if (matrix.row_count() < kLeastRows) {
    return std::nullopt;
  }
  const std::size_t rank =
      std::min({options.dimensions, matrix.row_count() / kRowsPerDimension, kMostDimensions});
  const TruncatedSvd svd = truncated_svd(matrix, {.rank = rank, .threads = options.threads});
  if (svd.singular_values.empty()) {
    return std::nullopt;
  }
  space.dimensions_ = svd.singular_values.size();
  space.term_count_ = term_count;
  space.fitted_rows_ = matrix.row_count();
  space.store_vectors(svd.right_vectors);
  return space;
}

bool LatentSpace::can_fit(std::span<const std::vector<WeightedTerm>> rows,
                          std::size_t term_count,
                          const LatentSpaceOptions& options) {
  const std::vector<const Row*> chosen = choose_rows(rows, options.sample);
  return make_matrix(chosen, rank_terms(chosen, term_count)).row_count() >= kLeastRows;
}

LatentSpace LatentSpace::renumbered(std::span<const std::optional<std::uint32_t>> numbers,
                                    std::size_t new_term_count) const {
  std::vector<std::optional<std::uint32_t>> places(new_term_count);  // here, by new number
  for (std::uint32_t term = 0; term < term_count_; ++term) {
    if (numbers[term] && is_known(ranks_, term)) {
      places[*numbers[term]] = ranks_[term];
    }
  }
  const auto stride = static_cast<std::ptrdiff_t>(stride_of(dimensions_));
  LatentSpace space;
  space.dimensions_ = dimensions_;
  space.term_count_ = new_term_count;
  space.fitted_rows_ = fitted_rows_;
  space.ranks_.push_back(0);
  for (const auto& place : places) {
    if (place) {
      const auto vector = vectors_.begin() + static_cast<std::ptrdiff_t>(*place) * stride;
      space.scales_.push_back(scales_[*place]);
      space.vectors_.insert(space.vectors_.end(), vector, vector + stride);
    }
    space.ranks_.push_back(static_cast<std::uint32_t>(space.scales_.size()));
  }
  return space;
}

void LatentSpace::store_vectors(std::span<const float> vectors) {
  const std::size_t count = vectors.size() / dimensions_;
  const std::size_t stride = stride_of(dimensions_);
  scales_.resize(count);
  vectors_.resize(count * stride);
  for (std::size_t i = 0; i < count; ++i) {
    const auto vector = vectors.subspan(i * dimensions_, dimensions_);
    float largest = 0;
    for (const float value : vector) {
      largest = std::max(largest, std::abs(value));
    }
    scales_[i] = largest / kLargestNumber;
    const float factor = largest > 0 ? kLargestNumber / largest : 0;
    std::transform(
        vector.begin(),
        vector.end(),
        vectors_.begin() + static_cast<std::ptrdiff_t>(i * stride),
        [factor](float value) { return static_cast<std::int8_t>(std::lround(value * factor)); });
  }
}

void LatentSpace::project(std::span<const WeightedTerm> row, std::span<float> vector) const {
  const std::size_t stride = stride_of(dimensions_);
  std::vector<float> sum(stride);
  for (const WeightedTerm& term : row) {
    if (is_known(ranks_, term.term)) {
      const std::size_t place = ranks_[term.term];
      add_scaled(sum, vectors_.data() + place * stride, term.weight * scales_[place]);
    }
  }
  const Eigen::Map<const Eigen::VectorXf> sums(sum.data(), static_cast<Eigen::Index>(dimensions_));
  const float length = sums.norm();
  Eigen::Map<Eigen::VectorXf> place(vector.data(), sums.size());
  if (length > 0 && std::isfinite(length)) {
    place = sums / length;
  } else {
    place.setZero();
  }
}

std::string LatentSpace::serialise() const {
  const Header header{.dimensions = static_cast<std::uint32_t>(dimensions_),
                      .term_count = static_cast<std::uint32_t>(term_count_),
                      .fitted_rows = static_cast<std::uint32_t>(fitted_rows_),
                      .known_terms = static_cast<std::uint32_t>(scales_.size())};
  std::string bytes;
  bytes.reserve(size_with(header));
  append(bytes, std::span(&header, 1));
  append(bytes, std::span(ranks_));
  append(bytes, std::span(scales_));
  append(bytes, std::span(vectors_));
  return bytes;
}

Expected<LatentSpace> LatentSpace::parse(std::string_view bytes) {
  if (bytes.size() < sizeof(Header)) {
    return damaged("it is cut short");
  }
  const std::size_t size = bytes.size();
  const Header header = take<Header>(bytes, 1).front();
  if (header.magic != kMagic) {
    return damaged("it is something else");
  }
  if (header.version != kVersion) {
    return fail(ErrorCode::kVersionMismatch,
                fmt::format("the latent space has version {}, this program reads version {}",
                            header.version,
                            kVersion),
                "build the index anew: kiertoon-indexer build");
  }
  if (header.dimensions == 0 || header.dimensions > kMostDimensions || size_with(header) != size) {
    return damaged("its size is not what its header says");
  }
  LatentSpace space;
  space.dimensions_ = header.dimensions;
  space.term_count_ = header.term_count;
  space.fitted_rows_ = header.fitted_rows;
  space.ranks_ = take<std::uint32_t>(bytes, space.term_count_ + 1);
  space.scales_ = take<float>(bytes, header.known_terms);
  space.vectors_ = take<std::int8_t>(bytes, header.known_terms * stride_of(space.dimensions_));
  if (!are_ranks(space.ranks_, header.known_terms)) {
    return damaged("its terms are out of order");
  }
  // Components of directions of length 1 are never more than 1.
  if (!std::all_of(space.scales_.begin(), space.scales_.end(), [](float scale) {
        return scale >= 0 && scale <= 1;
      })) {
    return damaged("a scale is out of range");
  }
  return space;
}

float cosine(std::span<const float> a, std::span<const float> b) {
  const auto size = static_cast<Eigen::Index>(a.size());
  return Eigen::Map<const Eigen::VectorXf>(a.data(), size)
      .dot(Eigen::Map<const Eigen::VectorXf>(b.data(), size));
}

}  // namespace kiertoon
