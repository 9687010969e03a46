#include "search/similar/latent_space.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <random>

#include <Eigen/Core>
#include <Eigen/SVD>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Rows = std::vector<std::vector<WeightedTerm>>;

constexpr std::size_t kTermCount = 120;

// Rows of 12 terms; each row has one of `subjects` subjects and takes nine terms of ten from it.
Rows make_rows(std::size_t count, std::uint32_t subjects = 6) {
  std::mt19937 generator(7);
  const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
  const auto terms_per_subject = static_cast<std::uint32_t>(kTermCount) / subjects;
  Rows rows(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto subject = static_cast<std::uint32_t>(i) % subjects;
    while (rows[i].size() < 12) {
      const std::uint32_t term = random() % 10 < 9
                                     ? subject * terms_per_subject + random() % terms_per_subject
                                     : random() % static_cast<std::uint32_t>(kTermCount);
      const auto is_same = [term](const WeightedTerm& other) { return other.term == term; };
      if (std::none_of(rows[i].begin(), rows[i].end(), is_same)) {
        rows[i].push_back({term, 0.5F + static_cast<float>(random() % 100) / 50});
      }
    }
    std::sort(rows[i].begin(), rows[i].end(), [](auto a, auto b) { return a.term < b.term; });
  }
  return rows;
}

LatentSpace fit(const Rows& rows, const LatentSpaceOptions& options = {}) {
  return LatentSpace::fit(rows, kTermCount, options).value();
}

std::vector<float> project(const LatentSpace& space, const std::vector<WeightedTerm>& row) {
  std::vector<float> vector(space.dimensions(), -1);
  space.project(row, vector);
  return vector;
}

float similarity(const LatentSpace& space,
                 const std::vector<WeightedTerm>& a,
                 const std::vector<WeightedTerm>& b) {
  return cosine(project(space, a), project(space, b));
}

float length_of(const std::vector<float>& vector) {
  return std::sqrt(cosine(vector, vector));
}

// The places of all rows in the space of the exact singular vectors, one row each.
Eigen::MatrixXd exact_places(const Rows& rows, Eigen::Index dimensions) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(rows.size()),
                                                 static_cast<Eigen::Index>(kTermCount));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const WeightedTerm& term : rows[i]) {
      matrix(static_cast<Eigen::Index>(i), term.term) = term.weight;
    }
  }
  matrix.rowwise().normalize();
  const Eigen::BDCSVD<Eigen::MatrixXd> svd(matrix, Eigen::ComputeThinV);
  Eigen::MatrixXd places = matrix * svd.matrixV().leftCols(dimensions);
  places.rowwise().normalize();
  return places;
}

TEST(LatentSpace, HasTheCosinesOfTheExactSingularVectors) {
  // As many dimensions as subjects: behind them the singular values fall off, so the space of the
  // first ones is well defined.
  const Rows rows = make_rows(90);
  const LatentSpace space = fit(rows, {.dimensions = 6});
  ASSERT_EQ(space.dimensions(), 6U);
  const Eigen::MatrixXd places = exact_places(rows, 6);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double exact =
          places.row(static_cast<Eigen::Index>(i)).dot(places.row(static_cast<Eigen::Index>(j)));
      ASSERT_NEAR(similarity(space, rows[i], rows[j]), exact, 0.01) << i << ' ' << j;
    }
  }
}

TEST(LatentSpace, BringsTermsTogetherThatShareTheirCompany) {
  // Terms 0 and 1 never meet in a row; each stands among terms of the first subject.
  Rows rows = make_rows(60);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::erase_if(rows[i], [](const WeightedTerm& term) { return term.term < 2; });
    if (i % 6 == 0) {
      rows[i].insert(rows[i].begin(), {static_cast<std::uint32_t>(i / 6 % 2), 2});
    }
  }
  const LatentSpace space = fit(rows, {.dimensions = 6});
  EXPECT_GT(similarity(space, {{0, 1}}, {{1, 1}}), 0.8F);
  EXPECT_LT(similarity(space, {{0, 1}}, {{70, 1}}), 0.4F);
}

TEST(LatentSpace, IsTheSameWhateverTheNumberOfThreads) {
  const Rows rows = make_rows(1500);  // several blocks of rows
  const std::string bytes = fit(rows, {.threads = 1}).serialise();
  for (const std::size_t threads : {0U, 1U, 2U, 5U}) {
    EXPECT_EQ(fit(rows, {.threads = threads}).serialise(), bytes) << threads;
  }
}

TEST(LatentSpace, PlacesRowsAtLengthOneHoweverTheyAreScaled) {
  const Rows rows = make_rows(80);
  const LatentSpace space = fit(rows);
  std::vector<WeightedTerm> scaled = rows[3];
  for (WeightedTerm& term : scaled) {
    term.weight *= 40;
  }
  EXPECT_NEAR(length_of(project(space, rows[3])), 1, 1e-5);
  EXPECT_NEAR(similarity(space, rows[3], scaled), 1, 1e-5);
}

TEST(LatentSpace, PlacesRowsWithoutKnownTermsNowhere) {
  Rows rows = make_rows(80);
  for (auto& row : rows) {
    std::erase_if(row, [](const WeightedTerm& term) { return term.term == 5; });
  }
  rows[0].push_back({5, 1});  // one row only: the space does not learn it
  std::sort(rows[0].begin(), rows[0].end(), [](auto a, auto b) { return a.term < b.term; });
  const LatentSpace space = fit(rows);
  const std::vector<float> nowhere(space.dimensions(), 0);
  const std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  EXPECT_EQ(project(space, {}), nowhere);
  EXPECT_EQ(project(space, {{5, 1}}), nowhere);
  EXPECT_EQ(project(space, {{kTermCount, 1}, {last, 1}}), nowhere);
  EXPECT_EQ(project(space, {{6, 0}}), nowhere);
  EXPECT_EQ(project(space, {{6, 1}, {last, 1}}), project(space, {{6, 1}}));
}

TEST(LatentSpace, IsFittedOnASampleOfALargeCorpus) {
  const Rows rows = make_rows(1000);
  const LatentSpace space = fit(rows, {.dimensions = 6, .sample = 200});
  EXPECT_EQ(space.fitted_rows(), 200U);
  // Every fifth row was used; the others have places too, near those of their subject.
  EXPECT_GT(similarity(space, rows[1], rows[7]), 0.6F);
  EXPECT_LT(similarity(space, rows[1], rows[2]), 0.5F);
}

TEST(LatentSpace, HasFewerDimensionsWhereTheCorpusIsSmall) {
  const LatentSpace small = fit(make_rows(80));
  EXPECT_GE(small.dimensions(), 5U);
  EXPECT_LE(small.dimensions(), 20U);
  EXPECT_EQ(fit(make_rows(1000), {.dimensions = 50}).dimensions(), 50U);
}

TEST(LatentSpace, IsNotFittedOnTooFewRows) {
  EXPECT_FALSE(LatentSpace::fit({}, 0, {}));
  EXPECT_FALSE(LatentSpace::fit(make_rows(10), kTermCount, {}));
  EXPECT_FALSE(LatentSpace::fit(Rows(500), kTermCount, {}));
  EXPECT_FALSE(LatentSpace::fit(make_rows(500), 0, {}));
  EXPECT_FALSE(LatentSpace::fit(make_rows(500), kTermCount, {.sample = 10}));
  EXPECT_FALSE(LatentSpace::fit(make_rows(500), kTermCount, {.dimensions = 0}));
}

TEST(LatentSpace, LeavesOutEmptyRows) {
  Rows rows = make_rows(90);
  const LatentSpace without = fit(rows, {.dimensions = 6});
  rows.insert(rows.begin() + 20, 30, {});
  const LatentSpace with = fit(rows, {.dimensions = 6});
  EXPECT_EQ(with.fitted_rows(), 90U);
  EXPECT_EQ(with.serialise(), without.serialise());
}

TEST(LatentSpace, OfRowsThatRepeatHasOnlyTheDimensionsThereAre) {
  const Rows three = make_rows(3, 3);
  Rows rows;
  for (std::size_t i = 0; i < 300; ++i) {
    rows.push_back(three[i % 3]);
  }
  const LatentSpace space = fit(rows);
  EXPECT_EQ(space.dimensions(), 3U);
  EXPECT_NEAR(similarity(space, rows[0], rows[3]), 1, 1e-4);
  EXPECT_LT(similarity(space, rows[0], rows[1]), 0.8F);
}

using Numbers = std::vector<std::optional<std::uint32_t>>;

// Numbers that turn the terms round and leave gaps between them.
Numbers turned_round() {
  Numbers numbers;
  for (std::uint32_t term = 0; term < kTermCount; ++term) {
    numbers.emplace_back(2 * (static_cast<std::uint32_t>(kTermCount) - 1 - term) + 1);
  }
  return numbers;
}

std::vector<WeightedTerm> renumbered(const std::vector<WeightedTerm>& row, const Numbers& numbers) {
  std::vector<WeightedTerm> turned;
  for (const WeightedTerm& term : row) {
    if (numbers[term.term]) {
      turned.push_back({*numbers[term.term], term.weight});
    }
  }
  return turned;
}

TEST(RenumberedSpace, HasEveryRowWhereItWas) {
  const Rows rows = make_rows(90);
  const LatentSpace space = fit(rows, {.dimensions = 9});
  const Numbers numbers = turned_round();
  const LatentSpace other = space.renumbered(numbers, 2 * kTermCount);
  EXPECT_EQ(other.term_count(), 2 * kTermCount);
  EXPECT_EQ(other.dimensions(), 9U);
  EXPECT_EQ(other.fitted_rows(), 90U);
  for (const auto& row : rows) {
    EXPECT_EQ(project(other, renumbered(row, numbers)), project(space, row));
  }
  EXPECT_EQ(length_of(project(other, {{0, 1}, {2, 1}})), 0);  // the gaps
  EXPECT_TRUE(LatentSpace::parse(other.serialise()));
}

TEST(RenumberedSpace, WithTheSameNumbersIsTheSame) {
  const LatentSpace space = fit(make_rows(60));
  Numbers numbers;
  for (std::uint32_t term = 0; term < kTermCount; ++term) {
    numbers.emplace_back(term);
  }
  EXPECT_EQ(space.renumbered(numbers, kTermCount).serialise(), space.serialise());
}

TEST(RenumberedSpace, ForgetsTermsWithoutANumber) {
  const LatentSpace space = fit(make_rows(60));
  Numbers numbers(kTermCount);
  numbers[5] = 0;
  const LatentSpace small = space.renumbered(numbers, 1);
  EXPECT_EQ(project(small, {{0, 1}}), project(space, {{5, 1}}));
  const LatentSpace none = space.renumbered(Numbers(kTermCount), 0);
  EXPECT_EQ(length_of(project(none, {{0, 1}})), 0);
  EXPECT_TRUE(LatentSpace::parse(none.serialise()));
}

TEST(LatentSpace, KnowsWhetherRowsAreEnoughForAFit) {
  for (const std::size_t count : {0U, 5U, 39U, 40U, 90U}) {
    const Rows rows = make_rows(count);
    EXPECT_EQ(LatentSpace::can_fit(rows, kTermCount, {}),
              LatentSpace::fit(rows, kTermCount, {}).has_value())
        << count;
  }
  EXPECT_FALSE(LatentSpace::can_fit(Rows(100), kTermCount, {}));
  EXPECT_FALSE(LatentSpace::can_fit(make_rows(90), kTermCount, {.sample = 30}));
}

TEST(LatentSpaceBytes, LeadBackToTheSpace) {
  const Rows rows = make_rows(90);
  const LatentSpace space = fit(rows, {.dimensions = 9});
  const auto parsed = LatentSpace::parse(space.serialise());
  ASSERT_TRUE(parsed) << parsed.error().to_string();
  EXPECT_EQ(parsed->dimensions(), space.dimensions());
  EXPECT_EQ(parsed->term_count(), kTermCount);
  EXPECT_EQ(parsed->fitted_rows(), 90U);
  EXPECT_EQ(parsed->serialise(), space.serialise());
  EXPECT_EQ(project(*parsed, rows[5]), project(space, rows[5]));
}

TEST(LatentSpaceBytes, TakeAboutOneByteForEachDimensionOfATerm) {
  const LatentSpace space = fit(make_rows(1000), {.dimensions = 96});
  EXPECT_LE(space.serialise().size(), kTermCount * (96 + 8) + 100);
}

TEST(LatentSpaceBytes, CutShortOrWithMoreBehindAreRefused) {
  const std::string bytes = fit(make_rows(60), {.dimensions = 6}).serialise();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ASSERT_FALSE(LatentSpace::parse(std::string_view(bytes).substr(0, length))) << length;
  }
  EXPECT_FALSE(LatentSpace::parse(bytes + 'x'));
}

TEST(LatentSpaceBytes, OfAnotherVersionAreRefusedAsSuch) {
  std::string bytes = fit(make_rows(60)).serialise();
  ++bytes[4];
  const auto parsed = LatentSpace::parse(bytes);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code, ErrorCode::kVersionMismatch);
}

// The header is six numbers of four bytes: magic, version, dimensions, terms, rows, known terms.
TEST(LatentSpaceBytes, WithAnyNumberOfTheHeaderGarbledAreRefused) {
  const std::string bytes = fit(make_rows(60), {.dimensions = 6}).serialise();
  for (const std::size_t place : {0U, 4U, 8U, 12U, 20U}) {
    for (const std::uint32_t number : {0U, 77U, 0x7FFF'FFFFU, 0xFFFF'FFF0U, 0xFFFF'FFFFU}) {
      std::string garbled = bytes;
      std::memcpy(garbled.data() + place, &number, sizeof number);
      EXPECT_FALSE(LatentSpace::parse(garbled)) << place << ' ' << number;
    }
  }
}

TEST(LatentSpaceBytes, GarbledAnywhereLeadToAnErrorOrToASpaceThatStandsFirm) {
  const Rows rows = make_rows(60);
  const std::string bytes = fit(rows, {.dimensions = 6}).serialise();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int flipped : {0x01, 0x80, 0xFF}) {
      std::string garbled = bytes;
      garbled[i] = static_cast<char>(garbled[i] ^ flipped);
      const auto parsed = LatentSpace::parse(garbled);
      if (!parsed) {
        ++refused;
        continue;
      }
      for (std::size_t row = 0; row < 5; ++row) {
        const float length = length_of(project(*parsed, rows[row]));
        ASSERT_TRUE(length == 0 || std::abs(length - 1) < 1e-4F) << i << ": " << length;
      }
    }
  }
  // All of the ranks of the terms, above all.
  EXPECT_GT(refused, 3 * kTermCount * sizeof(std::uint32_t));
}

TEST(Cosine, IsTheDotProductWhateverTheSize) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::vector<float> a(size, 2);
    const std::vector<float> b(size, 0.5F);
    EXPECT_FLOAT_EQ(cosine(a, b), static_cast<float>(size));
  }
}

}  // namespace
}  // namespace kiertoon
