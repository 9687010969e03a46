#include "search/similar/similarity_model.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

DeedProfile profile(std::vector<TermFrequency> terms) {
  return {.terms = std::move(terms), .sketch = {}};
}

SimilarityModel model_of(const std::vector<DeedProfile>& profiles) {
  return SimilarityModel(SimilarityCorpus::fit(profiles, {}));
}

bool anything(std::uint32_t) {
  return true;
}

// Two deeds have "a", three have "b", one has "c", two have "d".
SimilarityModel small_model() {
  return model_of({profile({{"p:a", 4}, {"p:b", 1}, {"p:c", 1}}),
                   profile({{"p:a", 1}, {"p:b", 1}}),
                   profile({{"p:b", 1}, {"p:d", 1}}),
                   profile({{"p:d", 9}})});
}

const double kA = std::log(5.0 / 2.0);  // in two of four deeds, counted as one more
const double kB = std::log(5.0 / 3.0);  // in three

double length(double x, double y) {
  return std::sqrt(x * x + y * y);
}

// Deeds of six subjects of ten words, a few of which each deed has: enough for a latent space.
std::vector<DeedProfile> deeds_of_subjects(std::size_t count) {
  std::vector<DeedProfile> profiles;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<TermFrequency> terms;
    for (std::size_t word = 0; word < 10; ++word) {
      if ((i / 6 + word * 7) % 3 != 0) {
        terms.push_back({"p:" + std::to_string(i % 6) + std::to_string(word), 1});
      }
    }
    profiles.push_back(profile(std::move(terms)));
  }
  return profiles;
}

std::vector<std::uint32_t> documents(const std::vector<ScoredDeed>& deeds) {
  std::vector<std::uint32_t> numbers;
  for (const auto& deed : deeds) {
    numbers.push_back(deed.document);
  }
  return numbers;
}

std::vector<std::string> names(const SimilarityModel& model,
                               const std::vector<WeightedTerm>& terms) {
  std::vector<std::string> all;
  for (const auto& term : terms) {
    all.emplace_back(model.term(term.term));
  }
  return all;
}

TEST(SimilarityModel, HasTheCosineWorkedOutByHand) {
  const SimilarityModel model = small_model();
  ASSERT_EQ(model.dimensions(), 0U);
  const double first = length(2 * kA, kB);
  const double second = length(kA, kB);
  const double third = length(kB, kA);
  EXPECT_NEAR(model.similarity(1, 2), (2 * kA * kA + kB * kB) / first / second, 1e-6);
  EXPECT_NEAR(model.similarity(1, 3), kB * kB / first / third, 1e-6);
  EXPECT_NEAR(model.similarity(3, 4), kA / third, 1e-6);
  EXPECT_EQ(model.similarity(1, 4), 0.0);
  EXPECT_NEAR(model.similarity(2, 2), 1.0, 1e-6);
  EXPECT_LE(model.similarity(2, 2), 1.0);
}

TEST(SimilarityModel, IsTheSameFromEitherSideAndForAVector) {
  const SimilarityModel model = model_of(deeds_of_subjects(60));
  ASSERT_GT(model.dimensions(), 0U);
  for (std::uint32_t a = 1; a <= 12; ++a) {
    for (std::uint32_t b = 1; b <= 12; ++b) {
      EXPECT_NEAR(model.similarity(a, b), model.similarity(b, a), 1e-6);
      EXPECT_NEAR(model.similarity(a, b), model.similarity(model.vector_of(a), b), 1e-6);
    }
  }
}

TEST(SimilarityModel, CountsWhatTheGuesserLeavesHalf) {
  const SimilarityModel model = model_of({profile({{"f:x", 1}, {"p:a", 1}}),
                                          profile({{"f:x", 1}, {"p:b", 1}}),
                                          profile({{"p:a", 1}, {"p:b", 1}}),
                                          profile({{"p:c", 1}})});
  const double half = 0.5;
  EXPECT_NEAR(model.similarity(1, 2), half * half / (half * half + 1), 1e-6);
  EXPECT_NEAR(model.similarity(1, 3), 1 / std::sqrt(half * half + 1) / std::sqrt(2), 1e-6);
}

TEST(SimilarityModel, PlacesATextAsTheDeedOfTheSameTerms) {
  const SimilarityModel model = model_of(deeds_of_subjects(60));
  const DeedVector deed = model.vector_of(7);
  const DeedVector text = model.vector_of(deeds_of_subjects(60)[6]);
  EXPECT_NEAR(model.similarity(text, 7), 1.0, 1e-5);
  ASSERT_EQ(text.terms.size(), deed.terms.size());
  EXPECT_EQ(text.latent, deed.latent);
}

TEST(SimilarityModel, LeavesOutWordsThatNoDeedOrOneAloneHas) {
  const SimilarityModel model = small_model();
  EXPECT_THAT(model.vector_of(profile({{"p:c", 3}, {"p:zz", 3}})).terms, IsEmpty());
  EXPECT_THAT(names(model, model.vector_of(profile({{"p:a", 3}, {"p:zz", 3}})).terms),
              ElementsAre("p:a"));
}

TEST(SimilarityModel, TellsWordsThatOneDeedAloneHas) {
  const SimilarityModel model = small_model();
  EXPECT_THAT(names(model, model.telling_terms(1)), ElementsAre("p:a", "p:c", "p:b"));
}

TEST(SimilarityModel, FindsTwoEqualDeedsThatAreAllOfAnIndex) {
  const SimilarityModel model = model_of({profile({{"p:a", 1}}), profile({{"p:a", 1}})});
  EXPECT_THAT(documents(model.nearest(model.vector_of(1), 2, anything)), ElementsAre(1, 2));
}

TEST(SimilarityModel, FindsTheNearestFirst) {
  const SimilarityModel model = small_model();
  const auto nearest = model.nearest(model.vector_of(2), 10, anything);
  EXPECT_THAT(documents(nearest), ElementsAre(2, 1, 3));
  for (const auto& deed : nearest) {
    EXPECT_NEAR(deed.score, model.similarity(2, deed.document), 1e-6);
  }
  EXPECT_THAT(documents(model.nearest(model.vector_of(2), 1, anything)), ElementsAre(2));
  EXPECT_THAT(model.nearest(model.vector_of(2), 0, anything), IsEmpty());
}

TEST(SimilarityModel, OrdersEqualDeedsByNumber) {
  std::vector<DeedProfile> profiles(6, profile({{"p:a", 1}}));
  profiles.push_back(profile({{"p:b", 1}}));
  const SimilarityModel model = model_of(profiles);
  EXPECT_THAT(documents(model.nearest(model.vector_of(3), 4, anything)), ElementsAre(1, 2, 3, 4));
}

TEST(SimilarityModel, AsksAboutDeedsThatShareATermAlone) {
  const SimilarityModel model = small_model();
  std::vector<std::uint32_t> asked;
  const auto nearest = model.nearest(model.vector_of(1), 10, [&](std::uint32_t document) {
    asked.push_back(document);
    return document != 1;
  });
  EXPECT_THAT(asked, ElementsAre(1, 2, 3));
  EXPECT_THAT(documents(nearest), ElementsAre(2, 3));
}

TEST(SimilarityModel, FindsTheSameWithALatentSpaceAsByComparingAll) {
  const SimilarityModel model = model_of(deeds_of_subjects(90));
  ASSERT_GT(model.dimensions(), 0U);
  const auto nearest = model.nearest(model.vector_of(5), 8, [](std::uint32_t d) { return d != 5; });
  ASSERT_THAT(nearest, SizeIs(8));
  for (const auto& deed : nearest) {
    EXPECT_NEAR(deed.score, model.similarity(5, deed.document), 1e-5);
    EXPECT_EQ(deed.document % 6, 5U);  // its own subject
  }
  for (std::uint32_t other = 1; other <= 90; ++other) {
    const auto numbers = documents(nearest);
    if (other != 5 && std::find(numbers.begin(), numbers.end(), other) == numbers.end()) {
      EXPECT_LE(model.similarity(5, other), nearest.back().score + 1e-5);
    }
  }
}

TEST(SimilarityModel, CombinesToTheMiddle) {
  const SimilarityModel model = small_model();
  const std::vector<DeedVector> both{model.vector_of(2), model.vector_of(4)};
  const DeedVector middle = model.combine(both);
  EXPECT_THAT(names(model, middle.terms), ElementsAre("p:a", "p:b", "p:d"));
  // Two of length 1 at right angles: each is 45 degrees from the middle.
  EXPECT_NEAR(model.similarity(middle, 2), std::sqrt(0.5), 1e-6);
  EXPECT_NEAR(model.similarity(middle, 4), std::sqrt(0.5), 1e-6);
}

TEST(SimilarityModel, CombinesOneToItself) {
  const SimilarityModel model = model_of(deeds_of_subjects(60));
  const std::vector<DeedVector> twice{model.vector_of(1), model.vector_of(1)};
  EXPECT_NEAR(model.similarity(model.combine(std::span(twice).first(1)), 1), 1.0, 1e-5);
  EXPECT_NEAR(model.similarity(model.combine(twice), 1), 1.0, 1e-5);
}

TEST(SimilarityModel, CombinesNothingToNothing) {
  for (const auto& model : {small_model(), model_of(deeds_of_subjects(60)), SimilarityModel()}) {
    const DeedVector nothing = model.combine({});
    EXPECT_THAT(nothing.terms, IsEmpty());
    EXPECT_THAT(nothing.latent, SizeIs(model.dimensions()));
    EXPECT_THAT(model.nearest(nothing, 10, anything), IsEmpty());
  }
}

TEST(SimilarityModel, TellsSharedTermsMostTellingFirst) {
  const SimilarityModel model = small_model();
  EXPECT_THAT(names(model, model.shared_terms(model.vector_of(1), 2)), ElementsAre("p:a", "p:b"));
  EXPECT_THAT(names(model, model.shared_terms(model.vector_of(1), 3)), ElementsAre("p:b"));
  EXPECT_THAT(model.shared_terms(model.vector_of(1), 4), IsEmpty());
  double sum = 0;
  for (const auto& term : model.shared_terms(model.vector_of(1), 2)) {
    sum += double{term.weight};
  }
  EXPECT_NEAR(sum, model.similarity(1, 2), 1e-6);  // what each adds to the cosine
}

TEST(SimilarityModel, TellsATermsDeeds) {
  const SimilarityModel model = small_model();
  for (const auto& term : model.telling_terms(3)) {
    EXPECT_EQ(model.document_frequency(term.term), model.term(term.term) == "p:b" ? 3U : 2U);
  }
}

TEST(SimilarityModel, TakesDeedsAndTextsWithoutWords) {
  const SimilarityModel model =
      model_of({profile({}), profile({{"p:a", 1}}), profile({{"p:a", 1}}), profile({})});
  EXPECT_EQ(model.similarity(1, 4), 0.0);
  EXPECT_EQ(model.similarity(1, 1), 0.0);
  EXPECT_THAT(model.nearest(model.vector_of(1), 5, anything), IsEmpty());
  EXPECT_THAT(model.nearest(model.vector_of(profile({})), 5, anything), IsEmpty());
  EXPECT_THAT(documents(model.nearest(model.vector_of(2), 5, anything)), ElementsAre(2, 3));
  EXPECT_THAT(model.telling_terms(1), IsEmpty());
}

TEST(SimilarityModel, TakesAnIndexWithoutDeeds) {
  const SimilarityModel model;
  EXPECT_EQ(model.document_count(), 0U);
  EXPECT_THAT(model.nearest(model.vector_of(profile({{"p:a", 1}})), 5, anything), IsEmpty());
}

TEST(SimilarityModel, KeepsItsBoundsWithHugeFrequencies) {
  constexpr std::uint32_t kHuge = 4'294'967'295;
  const SimilarityModel model = model_of({profile({{"p:a", kHuge}, {"p:b", kHuge}}),
                                          profile({{"p:a", kHuge}, {"p:b", 1}}),
                                          profile({{"p:c", 1}})});
  for (std::uint32_t a = 1; a <= 3; ++a) {
    for (std::uint32_t b = 1; b <= 3; ++b) {
      EXPECT_GE(model.similarity(a, b), 0.0);
      EXPECT_LE(model.similarity(a, b), 1.0);
    }
  }
  EXPECT_GT(model.similarity(1, 2), 0.5);
}

}  // namespace
}  // namespace kiertoon
