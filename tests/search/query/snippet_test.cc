#include "search/query/snippet.h"

#include <chrono>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/repeat.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::string_view kEllipsis = "…";

// Where `words` stand in `text`, each the match of its own word of a query.
std::vector<TextMatch> matches_of(std::string_view text, const std::vector<std::string>& words) {
  std::vector<TextMatch> matches;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (std::size_t word = 0; word < words.size(); ++word) {
      if (text.substr(i).starts_with(words[word])) {
        matches.push_back({static_cast<std::uint32_t>(i),
                           static_cast<std::uint32_t>(i + words[word].size()),
                           word});
      }
    }
  }
  return matches;
}

std::string filler(std::size_t sentences) {
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) {
    text += "Tässä lauseessa numero " + std::to_string(i) + " ei ole mitään haettua. ";
  }
  return text;
}

std::string snippet_of(const std::string& text, const std::vector<std::string>& words) {
  const auto matches = matches_of(text, words);
  const MarkedText marked_text{text, matches};
  return marked(make_snippet({&marked_text, 1}));
}

TEST(MarkMatches, CoversTheWholeText) {
  const std::string text = "Mallia työhyvinvointiin, ja työhön";
  const auto segments = mark_matches(text, matches_of(text, {"työ", "hyvinvointi"}));
  EXPECT_EQ(plain(segments), text);
  EXPECT_EQ(marked(segments), "Mallia [työhyvinvointi]in, ja [työ]hön");
}

TEST(MarkMatches, GivesOneSegmentWhenNothingMatches) {
  EXPECT_EQ(mark_matches("Työ", {}).size(), 1U);
  EXPECT_TRUE(mark_matches("", {}).empty());
}

TEST(MarkMatches, PassesOverMatchesThatOverlapOrReachTooFar) {
  const std::vector<TextMatch> matches{{0, 3, 0}, {2, 5, 1}, {4, 99, 2}};
  EXPECT_EQ(marked(mark_matches("abcdef", matches)), "[abc]def");
}

TEST(Snippet, IsTheWholeTextWhenItIsShort) {
  EXPECT_EQ(snippet_of("Työ kannattaa aina.", {"kannattaa"}), "Työ [kannattaa] aina.");
}

TEST(Snippet, ShowsThePlaceOfTheMatchBetweenEllipses) {
  const std::string snippet =
      snippet_of(filler(20) + "Kokeilu onnistui hyvin. " + filler(20), {"Kokeilu"});
  EXPECT_THAT(snippet, HasSubstr("[Kokeilu] onnistui hyvin."));
  EXPECT_THAT(snippet, StartsWith(std::string(kEllipsis) + " "));
  EXPECT_TRUE(snippet.ends_with(" " + std::string(kEllipsis)));
}

TEST(Snippet, HasNoEllipsisAtTheEndsOfTheText) {
  EXPECT_THAT(snippet_of("Kokeilu alkoi. " + filler(20), {"Kokeilu"}),
              Not(StartsWith(std::string(kEllipsis))));
  EXPECT_FALSE(
      snippet_of(filler(20) + "Lopuksi kokeilu.", {"kokeilu"}).ends_with(std::string(kEllipsis)));
}

TEST(Snippet, BeginsWithTheSentenceWhenThatIsNear) {
  EXPECT_THAT(snippet_of(filler(20) + "Se oli kokeilu. " + filler(5), {"kokeilu"}),
              StartsWith(std::string(kEllipsis) + " Se oli [kokeilu]"));
}

TEST(Snippet, TakesThePassageWithMostWords) {
  const std::string text =
      "Alku on tässä. " + filler(20) + "Alku ja loppu yhdessä. " + filler(20) + "Loppu.";
  EXPECT_THAT(snippet_of(text, {"Alku", "loppu"}), HasSubstr("[Alku] ja [loppu] yhdessä"));
}

TEST(Snippet, JoinsTwoPassagesThatShowMoreThanOne) {
  const std::string text = filler(3) + "Alku on tässä. " + filler(20) + "Loppu on täällä.";
  const std::string snippet = snippet_of(text, {"Alku", "Loppu"});
  EXPECT_THAT(snippet, HasSubstr("[Alku]"));
  EXPECT_THAT(snippet, HasSubstr("[Loppu]"));
  EXPECT_LT(snippet.find("[Alku]"), snippet.find("[Loppu]"));
}

TEST(Snippet, JoinsPassagesOfTwoTexts) {
  const std::string first = filler(5) + "Alku on tässä. " + filler(5);
  const std::string second = filler(5) + "Loppu on täällä. " + filler(5);
  const auto in_first = matches_of(first, {"Alku", "Loppu"});
  const auto in_second = matches_of(second, {"Alku", "Loppu"});
  const std::vector<MarkedText> texts{{first, in_first}, {second, in_second}};
  const std::string snippet = marked(make_snippet(texts));
  EXPECT_THAT(snippet, HasSubstr("[Alku]"));
  EXPECT_THAT(snippet, HasSubstr("[Loppu]"));
}

TEST(Snippet, WithoutAMatchIsTheOpeningOfTheFirstTextThatHasOne) {
  const std::string text = filler(20);
  const std::vector<MarkedText> texts{{"", {}}, {text, {}}};
  const std::string snippet = plain(make_snippet(texts));
  EXPECT_THAT(snippet, StartsWith("Tässä lauseessa numero 0"));
  EXPECT_LE(snippet.size(), kSnippetBytes + kEllipsis.size() + 1);
}

TEST(Snippet, OfNothingIsEmpty) {
  EXPECT_TRUE(make_snippet({}).empty());
  const MarkedText nothing{"", {}};
  EXPECT_TRUE(make_snippet({&nothing, 1}).empty());
}

TEST(Snippet, IsNeverMuchLongerThanAsked) {
  const std::string text = filler(10) + "alku " + filler(10) + "loppu " + filler(10);
  for (const std::size_t max_bytes : {20U, 60U, 100U, 260U, 1000U}) {
    const auto matches = matches_of(text, {"alku", "loppu"});
    const MarkedText marked_text{text, matches};
    EXPECT_LE(plain(make_snippet({&marked_text, 1}, max_bytes)).size(), max_bytes + 40)
        << max_bytes;
  }
}

TEST(Snippet, OfATextFullOfMatchesIsMadeInTimeLinearInThem) {
  const auto begun = std::chrono::steady_clock::now();
  const std::string snippet = snippet_of(repeat("lean ", 100'000), {"lean"});
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
  EXPECT_THAT(snippet, StartsWith("[lean] [lean]"));
}

TEST(Snippet, NeverCutsACharacter) {
  for (const std::string letter : {"ä", "ა", "\U0001F642"}) {
    std::string text;
    for (int i = 0; i < 400; ++i) {
      text += letter;
    }
    text += " osuma ";
    text += text;
    for (const std::size_t max_bytes : {10U, 11U, 12U, 13U, 50U, 51U, 260U}) {
      const auto matches = matches_of(text, {"osuma"});
      const MarkedText marked_text{text, matches};
      EXPECT_TRUE(is_valid_utf8(plain(make_snippet({&marked_text, 1}, max_bytes)))) << max_bytes;
    }
  }
}

TEST(Snippet, KeepsWordsWhole) {
  const std::string text = filler(50);
  for (std::size_t max_bytes = 60; max_bytes < 120; ++max_bytes) {
    const MarkedText marked_text{text, {}};
    std::string snippet = plain(make_snippet({&marked_text, 1}, max_bytes));
    ASSERT_TRUE(snippet.ends_with(" …"));
    snippet.resize(snippet.size() - kEllipsis.size() - 1);
    EXPECT_EQ(text[snippet.size()], ' ') << snippet;
  }
}

TEST(Snippet, ShowsAMatchThatIsLongerThanItself) {
  const std::string word(5000, 'x');
  const std::string snippet = snippet_of("alku " + word + " loppu", {word});
  EXPECT_THAT(snippet, HasSubstr("[x"));
}

}  // namespace
}  // namespace kiertoon
