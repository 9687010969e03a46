#include "search/similar/text_sketch.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/tsv.h"

namespace kiertoon {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::string_view kDeed =
    "neljäsluokkalaiset hävikkiagentteina lumikankaan koulukeittiöllä biojätteen punnitsevat "
    "lapset itse lautasille jäävä ruoka väheni kolmanneksen yhdessä lukuvuodessa";
constexpr std::string_view kAgain =
    "neljäsluokkalaiset hävikkiagentteina lumikankaan koulukeittiöllä biojätteen punnitsevat "
    "lapset itse lautasille jäävä ruoka on vähentynyt lähes puoleen kahdessa lukuvuodessa";
constexpr std::string_view kInOtherWords =
    "koululaiset vaa'an ääressä keittiön roskat kertyvät nyt oppilaiden silmien alla ja poisheitto "
    "putosi selvästi kun lapset ottivat vastuun ruoka ei enää lennä astiaan";

TextSketch sketch(std::string_view text) {
  std::vector<WordHash> hashes;
  for (const std::string& word : split_words(text)) {
    hashes.push_back(word_hash(word));
  }
  return TextSketch(std::move(hashes));
}

// The numbers [begin, end) as words.
TextSketch sketch_of_numbers(int begin, int end) {
  std::vector<WordHash> hashes;
  for (int i = begin; i < end; ++i) {
    hashes.push_back(word_hash(std::to_string(i)));
  }
  return TextSketch(std::move(hashes));
}

TEST(TextSketch, RecognisesALightlyEditedText) {
  EXPECT_TRUE(is_near_duplicate(sketch(kDeed), sketch(kDeed)));
  EXPECT_TRUE(is_near_duplicate(sketch(kDeed), sketch(kAgain)));
  EXPECT_TRUE(is_near_duplicate(sketch(kAgain), sketch(kDeed)));
}

TEST(TextSketch, TellsTheSameIdeaInOtherWordsApart) {
  EXPECT_GT(resemblance(sketch(kDeed), sketch(kInOtherWords)), 0);
  EXPECT_FALSE(is_near_duplicate(sketch(kDeed), sketch(kInOtherWords)));
}

TEST(TextSketch, IgnoresOrderAndRepetition) {
  const TextSketch expected = sketch("ruoka lapset keittiö");
  EXPECT_THAT(sketch("keittiö ruoka lapset ruoka").hashes(), ElementsAreArray(expected.hashes()));
}

TEST(TextSketch, AnEmptyTextIsADuplicateOfNothing) {
  EXPECT_EQ(resemblance(TextSketch(), TextSketch()), 0);
  EXPECT_FALSE(is_near_duplicate(TextSketch(), TextSketch()));
  EXPECT_FALSE(is_near_duplicate(TextSketch(), sketch("ruoka")));
  EXPECT_FALSE(is_near_duplicate(sketch(kDeed), TextSketch()));
}

TEST(TextSketch, ShortTextsAreDuplicatesOfTheSameWordsOnly) {
  EXPECT_TRUE(is_near_duplicate(sketch("etätyön pelisäännöt"), sketch("etätyön pelisäännöt")));
  EXPECT_FALSE(
      is_near_duplicate(sketch("etätyön pelisäännöt"), sketch("etätyön pelisäännöt sote")));
  // One word of each is another: 7 of 9 words are shared, and 6 of 8.
  EXPECT_TRUE(is_near_duplicate(sketch("a b c d e f g h"), sketch("a b c d e f g x")));
  EXPECT_FALSE(is_near_duplicate(sketch("a b c d e f g"), sketch("a b c d e f x")));
}

TEST(TextSketch, TheThresholdIsADuplicateStill) {
  // 40 of 100 words are shared, and 39 of 99.
  EXPECT_TRUE(is_near_duplicate(sketch_of_numbers(0, 70), sketch_of_numbers(30, 100)));
  EXPECT_FALSE(is_near_duplicate(sketch_of_numbers(0, 69), sketch_of_numbers(30, 99)));
}

TEST(TextSketch, ResemblanceIsExactForShortTexts) {
  EXPECT_DOUBLE_EQ(resemblance(sketch("a b c"), sketch("b c d")), 0.5);
  EXPECT_DOUBLE_EQ(resemblance(sketch("a b c"), sketch("d e")), 0);
  EXPECT_DOUBLE_EQ(resemblance(sketch_of_numbers(0, 200), sketch_of_numbers(56, 256)), 144.0 / 256);
}

TEST(TextSketch, ResemblanceOfLongTextsIsEstimated) {
  for (const int shared : {0, 1'000, 2'500, 4'000, 5'000}) {
    const double exact = shared / (10'000.0 - shared);
    EXPECT_NEAR(resemblance(sketch_of_numbers(0, 5'000),
                            sketch_of_numbers(5'000 - shared, 10'000 - shared)),
                exact,
                0.09)  // three standard errors
        << shared;
  }
}

TEST(TextSketch, ResemblanceOfAShortAndALongTextIsSmall) {
  EXPECT_NEAR(resemblance(sketch_of_numbers(0, 100), sketch_of_numbers(0, 10'000)), 0.01, 0.02);
}

TEST(TextSketch, KeepsTheSmallestHashes) {
  std::vector<WordHash> hashes;
  for (WordHash hash = 2'000; hash > 0; --hash) {
    hashes.push_back(hash);
  }
  const TextSketch sketch(hashes);
  ASSERT_THAT(sketch.hashes(), SizeIs(TextSketch::kMaxHashes));
  EXPECT_EQ(sketch.hashes().front(), 1U);
  EXPECT_EQ(sketch.hashes().back(), TextSketch::kMaxHashes);
}

TEST(TextSketch, BytesAreTheSameOnEveryMachine) {
  EXPECT_EQ(word_hash(""), 0xefd01f60U);
  EXPECT_EQ(word_hash("ruokahävikki"), 0x10680469U);
  EXPECT_EQ(TextSketch({0x04030201U, 0xffU}).encode(), std::string("\xff\0\0\0\1\2\3\4", 8));
}

TEST(TextSketch, DecodesWhatItEncoded) {
  for (const TextSketch& original : {TextSketch(), sketch(kDeed), sketch_of_numbers(0, 5'000)}) {
    const std::string bytes = original.encode();
    EXPECT_LE(bytes.size(), 1'024U);
    const auto decoded = TextSketch::decode(bytes);
    ASSERT_TRUE(decoded) << decoded.error().to_string();
    EXPECT_THAT(decoded->hashes(), ElementsAreArray(original.hashes()));
  }
}

TEST(TextSketch, RefusesBytesItCannotHaveWritten) {
  const std::string bytes = sketch_of_numbers(0, 5'000).encode();
  const std::string first = bytes.substr(0, 4);
  const std::string second = bytes.substr(4, 4);
  for (const std::string& hostile : {std::string("x"),
                                     bytes.substr(1),
                                     bytes + std::string(4, '\xff'),
                                     second + first,
                                     first + first,
                                     std::string(8, '\0'),
                                     std::string(1'000'000, '\xff')}) {
    const auto decoded = TextSketch::decode(hostile);
    ASSERT_FALSE(decoded) << hostile.size();
    EXPECT_EQ(decoded.error().code, ErrorCode::kInvalidData);
    EXPECT_THAT(decoded.error().message, HasSubstr("text sketch is damaged"));
  }
}

}  // namespace
}  // namespace kiertoon
