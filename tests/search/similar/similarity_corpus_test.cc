#include "search/similar/similarity_corpus.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/similar/similarity_model.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Profiles = std::vector<DeedProfile>;

DeedProfile profile_of(const std::vector<std::string>& words) {
  std::map<std::string, std::uint32_t> frequencies;
  std::vector<WordHash> hashes;
  for (const auto& word : words) {
    ++frequencies["p:" + word];
    hashes.push_back(word_hash(word));
  }
  DeedProfile profile{.terms = {}, .sketch = TextSketch(hashes)};
  for (const auto& [term, frequency] : frequencies) {
    profile.terms.push_back({term, frequency});
  }
  return profile;
}

// Deeds of 20 words of one of six subjects, whose words begin with `prefix`.
Profiles make_profiles(std::size_t count, const std::string& prefix = "w", unsigned seed = 7) {
  std::mt19937 random(seed);
  Profiles profiles;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> words;
    for (int word = 0; word < 20; ++word) {
      words.push_back(prefix + std::to_string(i % 6) + "x" + std::to_string(random() % 30));
    }
    profiles.push_back(profile_of(words));
  }
  return profiles;
}

SimilarityCorpus fit(const Profiles& profiles) {
  return SimilarityCorpus::fit(profiles, {});
}

SimilarityCorpus keep(const SimilarityCorpus& earlier, const Profiles& profiles) {
  return SimilarityCorpus::fit(profiles, {.space_of = &earlier});
}

std::vector<std::uint32_t> folded_in(const SimilarityCorpus& corpus) {
  return {corpus.folded_in().begin(), corpus.folded_in().end()};
}

std::vector<std::uint32_t> numbers(std::uint32_t first, std::uint32_t last) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t number = first; number <= last; ++number) {
    all.push_back(number);
  }
  return all;
}

float latent_cosine(const SimilarityModel& model, std::uint32_t a, std::uint32_t b) {
  return cosine(model.vector_of(a).latent, model.vector_of(b).latent);
}

TEST(SimilarityCorpus, IsTheSameWhateverTheNumberOfThreads) {
  const Profiles profiles = make_profiles(300);
  const auto alone = SimilarityCorpus::fit(profiles, {.threads = 1});
  EXPECT_EQ(alone.serialise(), SimilarityCorpus::fit(profiles, {.threads = 3}).serialise());
  const Profiles more = make_profiles(320);
  EXPECT_EQ(SimilarityCorpus::fit(more, {.threads = 1, .space_of = &alone}).serialise(),
            SimilarityCorpus::fit(more, {.threads = 3, .space_of = &alone}).serialise());
}

TEST(SimilarityCorpus, FoldsNothingInWhenItFitsItsOwnSpace) {
  const auto corpus = fit(make_profiles(90));
  ASSERT_TRUE(corpus.space());
  EXPECT_EQ(corpus.space()->fitted_rows(), 90U);
  EXPECT_THAT(folded_in(corpus), IsEmpty());
  EXPECT_FALSE(corpus.refit_is_due());
}

TEST(KeptSpace, OfTheSameDeedsMakesTheSameBytes) {
  const Profiles profiles = make_profiles(90);
  const auto corpus = fit(profiles);
  EXPECT_EQ(keep(corpus, profiles).serialise(), corpus.serialise());
}

// Words of no other deed come between those that are there, and every number moves; nothing else
// changes, for the same deeds have each word, and their share is nearly the same.
TEST(KeptSpace, GivesUnchangedDeedsTheCosinesTheyHad) {
  Profiles profiles = make_profiles(90);
  const auto earlier = fit(profiles);
  profiles.insert(profiles.begin(), profile_of({"aaa", "w1a", "zzz"}));
  const auto later = keep(earlier, profiles);
  EXPECT_EQ(later.term_count(), earlier.term_count() + 3);
  EXPECT_THAT(folded_in(later), ElementsAre(1));
  const SimilarityModel before(earlier);
  const SimilarityModel after(later);
  for (std::uint32_t a = 1; a <= 90; ++a) {
    for (std::uint32_t b = 1; b <= a; ++b) {
      ASSERT_NEAR(latent_cosine(before, a, b), latent_cosine(after, a + 1, b + 1), 0.002)
          << a << ' ' << b;
    }
  }
}

TEST(KeptSpace, PlacesNewDeedsBesideThoseOfTheirSubject) {
  Profiles profiles = make_profiles(90);
  const auto earlier = fit(profiles);
  profiles.push_back(make_profiles(1, "w", 99).front());
  const SimilarityModel model(keep(earlier, profiles));
  EXPECT_GT(latent_cosine(model, 91, 1), 0.6F);
  EXPECT_LT(latent_cosine(model, 91, 2), 0.3F);
}

TEST(KeptSpace, ForgetsWordsThatNoDeedHasAnyMore) {
  Profiles profiles = make_profiles(90);
  const Profiles others = make_profiles(30, "gone");
  profiles.insert(profiles.end(), others.begin(), others.end());
  const auto earlier = fit(profiles);
  profiles.resize(90);
  const auto later = keep(earlier, profiles);
  ASSERT_TRUE(later.space());
  EXPECT_LT(later.space()->serialise().size(), earlier.space()->serialise().size());
  EXPECT_THAT(folded_in(later), IsEmpty());
  EXPECT_TRUE(SimilarityCorpus::parse(later.serialise()));
}

TEST(KeptSpace, CountsNewAndChangedDeedsAsFoldedInUntilTheNextFit) {
  Profiles profiles = make_profiles(90);
  const auto first = fit(profiles);
  profiles.insert(profiles.begin(), profile_of({"uusi", "teko"}));
  profiles[50] = profile_of({"muuttui"});
  const auto second = keep(first, profiles);
  EXPECT_THAT(folded_in(second), ElementsAre(1, 51));
  profiles.erase(profiles.begin() + 10);
  const auto third = keep(second, profiles);
  EXPECT_THAT(folded_in(third), ElementsAre(1, 50));
  profiles.erase(profiles.begin());
  EXPECT_THAT(folded_in(keep(third, profiles)), ElementsAre(49));
  EXPECT_THAT(folded_in(fit(profiles)), IsEmpty());
}

TEST(KeptSpace, TakesADeedThatCameBackForOneOfTheFit) {
  Profiles profiles = make_profiles(90);
  const auto first = fit(profiles);
  const DeedProfile original = profiles[3];
  profiles[3] = profile_of({"muuttui"});
  const auto second = keep(first, profiles);
  EXPECT_THAT(folded_in(second), ElementsAre(4));
  // The second corpus does not know any more what the fit's deed was.
  profiles[3] = original;
  EXPECT_THAT(folded_in(keep(second, profiles)), ElementsAre(4));
  // The first one does.
  EXPECT_THAT(folded_in(keep(first, profiles)), IsEmpty());
}

TEST(KeptSpace, AsksForARefitOnceMoreThanAFifthIsFoldedIn) {
  const auto earlier = fit(make_profiles(80));
  Profiles profiles = make_profiles(80);
  const Profiles more = make_profiles(21, "new");
  profiles.insert(profiles.end(), more.begin(), more.end() - 1);
  const auto fifth = keep(earlier, profiles);
  EXPECT_EQ(folded_in(fifth), numbers(81, 100));
  EXPECT_FALSE(fifth.refit_is_due());
  profiles.push_back(more.back());
  const auto beyond = keep(earlier, profiles);
  EXPECT_EQ(folded_in(beyond), numbers(81, 101));
  EXPECT_TRUE(beyond.refit_is_due());
  EXPECT_FALSE(fit(profiles).refit_is_due());
}

TEST(KeptSpace, AsksForARefitWhenThereIsNoneThoughDeedsAreEnough) {
  const auto small = fit(make_profiles(10));
  ASSERT_FALSE(small.space());
  EXPECT_FALSE(small.refit_is_due());
  EXPECT_FALSE(keep(small, make_profiles(20)).refit_is_due());
  const auto grown = keep(small, make_profiles(60));
  EXPECT_FALSE(grown.space());
  EXPECT_THAT(folded_in(grown), IsEmpty());
  EXPECT_TRUE(grown.refit_is_due());
}

TEST(KeptSpace, MayBeOfDeedsThatAreAllGone) {
  const auto later = keep(fit(make_profiles(60)), make_profiles(50, "other"));
  ASSERT_TRUE(later.space());
  EXPECT_EQ(folded_in(later), numbers(1, 50));
  EXPECT_TRUE(later.refit_is_due());
  const auto parsed = SimilarityCorpus::parse(later.serialise());
  ASSERT_TRUE(parsed) << parsed.error().to_string();
  EXPECT_GT(SimilarityModel(*parsed).similarity(1, 7), 0.05);
  EXPECT_EQ(keep(fit(make_profiles(60)), {}).document_count(), 0U);
}

SimilarityCorpus corpus_with_folded_in() {
  Profiles profiles = make_profiles(45);
  const auto earlier = fit(profiles);
  profiles.push_back(profile_of({"w0x1", "uusi"}));
  profiles.front() = profile_of({"w0x2", "muu"});
  return keep(earlier, profiles);
}

TEST(SimilarityCorpusBytes, LeadBackToTheCorpus) {
  const auto corpus = corpus_with_folded_in();
  const auto parsed = SimilarityCorpus::parse(corpus.serialise());
  ASSERT_TRUE(parsed) << parsed.error().to_string();
  EXPECT_EQ(parsed->serialise(), corpus.serialise());
  EXPECT_EQ(parsed->document_count(), 46U);
  EXPECT_EQ(parsed->term_count(), corpus.term_count());
  EXPECT_THAT(folded_in(*parsed), ElementsAre(1, 46));
  ASSERT_TRUE(parsed->space());
  EXPECT_EQ(parsed->space()->fitted_rows(), 45U);
  const auto none = SimilarityCorpus::parse(fit({}).serialise());
  ASSERT_TRUE(none) << none.error().to_string();
  EXPECT_EQ(none->document_count(), 0U);
}

TEST(SimilarityCorpusBytes, CutShortOrWithMoreBehindAreRefused) {
  const std::string bytes = corpus_with_folded_in().serialise();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    ASSERT_FALSE(SimilarityCorpus::parse(std::string_view(bytes).substr(0, length))) << length;
  }
  EXPECT_FALSE(SimilarityCorpus::parse(bytes + 'x'));
}

TEST(SimilarityCorpusBytes, OfAnotherVersionAreRefusedAsSuch) {
  std::string bytes = fit(make_profiles(3)).serialise();
  for (const char version : {'\1', '\3'}) {
    bytes[8] = version;
    const auto parsed = SimilarityCorpus::parse(bytes);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, ErrorCode::kVersionMismatch);
  }
}

// The numbers of the documents that are folded in are the last bytes.
TEST(SimilarityCorpusBytes, WithFoldedInDocumentsThatCannotBeAreRefused) {
  const std::string bytes = corpus_with_folded_in().serialise();
  const auto with_last = [&](char number) {
    return bytes.substr(0, bytes.size() - 4).append({number, 0, 0, 0});
  };
  EXPECT_TRUE(SimilarityCorpus::parse(with_last(46)));
  EXPECT_TRUE(SimilarityCorpus::parse(with_last(2)));
  EXPECT_FALSE(SimilarityCorpus::parse(with_last(0)));
  EXPECT_FALSE(SimilarityCorpus::parse(with_last(1)));  // twice
  EXPECT_FALSE(SimilarityCorpus::parse(with_last(47)));
}

TEST(SimilarityCorpusBytes, GarbledAnywhereLeadToAnErrorOrToAModelThatAnswers) {
  const std::string bytes = corpus_with_folded_in().serialise();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string garbled = bytes;
    const int flipped = i % 2 == 0 ? 0xFF : 0x01;
    garbled[i] = static_cast<char>(garbled[i] ^ flipped);
    auto parsed = SimilarityCorpus::parse(garbled);
    if (!parsed) {
      ++refused;
      continue;
    }
    const SimilarityModel model(std::move(*parsed));
    const double similarity = model.similarity(1, 2);
    ASSERT_TRUE(similarity >= 0 && similarity <= 1) << i << ": " << similarity;
  }
  EXPECT_GT(refused, bytes.size() / 10);
}

}  // namespace
}  // namespace kiertoon
