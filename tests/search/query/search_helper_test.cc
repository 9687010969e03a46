// What a search that finds nothing offers instead.

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/query/query_index.h"
#include "tests/search/similar/example_deeds.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::vector<Deed> deeds() {
  auto deeds = deeds_of(
      {{.id = "leader", .title = "Esihenkilön kahvihetki", .body = "Esihenkilö kuuntelee tiimiä."},
       {.id = "care", .title = "Kotihoidon reitit", .body = "Kotihoito ajaa lyhyempää reittiä."},
       {.id = "food", .title = "Kouluruoka maistuu", .body = "Ruokaa valmistetaan lähellä."}});
  deeds[0].themes = {"johtaminen"};
  deeds[1].themes = {"toimintatavat"};
  deeds[2].themes = {"toimintatavat"};
  return deeds;
}

const OtherWords kOtherWords{.thesaurus = "esihenkilo\tesimies | esihenkilö\tförman\n"};

QueryIndex& index() {
  static QueryIndex index(deeds(), kOtherWords);
  return index;
}

SearchRequest in_theme(std::string text, std::string theme) {
  SearchRequest request{.text = std::move(text)};
  request.filters.of(Facet::kTheme) = {std::move(theme)};
  return request;
}

// Each as "word 2: tried, tried".
std::vector<std::string> words(const SearchHelp& help) {
  std::vector<std::string> lines;
  for (const auto& word : help.words) {
    std::string line = word.word + " " + std::to_string(word.deeds);
    for (const auto& tried : word.tried) {
      line += (tried == word.tried.front() ? ": " : ", ") + tried;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> theme_lines(const SearchHelp& help) {
  std::vector<std::string> lines;
  for (const auto& theme : help.themes) {
    lines.push_back(theme.value + " " + std::to_string(theme.count));
  }
  return lines;
}

TEST(SearchHelp, ComesWhenNothingIsFound) {
  EXPECT_TRUE(index().search("xyzzy").help);
  EXPECT_TRUE(index().search("\"kouluruoan esihenkilö\"").help);
  EXPECT_TRUE(index().search("kotihoito vuosi:1999").help);
  EXPECT_TRUE(index().search(in_theme("kotihoito", "johtaminen")).help);
}

TEST(SearchHelp, DoesNotComeWithHitsOrWithoutWords) {
  EXPECT_FALSE(index().search("kotihoito").help);
  EXPECT_FALSE(index().search("").help);
  EXPECT_FALSE(index().search(in_theme("", "digitalisaatio")).help);
  EXPECT_FALSE(index().search(SearchRequest{.text = "xyzzy", .detail = HitDetail::kIdentity}).help);
}

TEST(SearchHelp, SaysOfEachWordWhatItFindsAlone) {
  const auto help = index().search("\"kotihoidon xyzzy ruoka\"").help;
  ASSERT_TRUE(help);
  EXPECT_THAT(words(*help), ElementsAre("kotihoidon 1", "xyzzy 0", "ruoka 1"));
}

TEST(SearchHelp, CountsWordsWithoutTheFilters) {
  const auto help = index().search(in_theme("kotihoito", "johtaminen")).help;
  ASSERT_TRUE(help);
  EXPECT_THAT(words(*help), ElementsAre("kotihoito 1"));
}

TEST(SearchHelp, SaysWhatWasTriedInPlaceOfAWord) {
  const auto synonym = index().search(in_theme("esimies", "toimintatavat")).help;
  ASSERT_TRUE(synonym);
  EXPECT_THAT(words(*synonym), ElementsAre("esimies 0: esihenkilö"));
  const auto translation = index().search(in_theme("förman", "toimintatavat")).help;
  ASSERT_TRUE(translation);
  EXPECT_THAT(words(*translation), ElementsAre("förman 0: esihenkilö"));
  const auto both = index().search(in_theme("mies esimies", "toimintatavat")).help;
  ASSERT_TRUE(both);
  EXPECT_THAT(words(*both), ElementsAre("mies 0", "esimies 0: esihenkilö"))
      << "a part of a word is another word";
}

TEST(SearchHelp, DoesNotTryAnythingForAnExactSearch) {
  const auto help =
      index()
          .search(SearchRequest{.text = "esimies", .interpretation = Interpretation::kExact})
          .help;
  ASSERT_TRUE(help);
  EXPECT_THAT(words(*help), ElementsAre("esimies 0"));
}

TEST(SearchHelp, LeavesOutWhatIsExcludedAndOperators) {
  const auto help = index().search("xyzzy -ruoka vuosi:2021 kieli:sv").help;
  ASSERT_TRUE(help);
  EXPECT_THAT(words(*help), ElementsAre("xyzzy 0"));
}

TEST(SearchHelp, TakesTwentyWordsAtMost) {
  std::string text;
  for (char c = 'a'; c <= 'y'; ++c) {
    text += std::string("xqzw") + c + "q ";
  }
  const auto help = index().search(text).help;
  ASSERT_TRUE(help);
  EXPECT_THAT(help->words, SizeIs(20));
}

// No deed has these words in this order.
const std::string kProblem = "\"sijaisten perehdytys kotihoidossa sairauspoissaolot\"";

SearchHelp example_help(const SearchRequest& request) {
  return value_or_throw(example_service().search(request)).help.value_or(SearchHelp());
}

std::vector<std::string> similar_ids(const SearchHelp& help) {
  std::vector<std::string> ids;
  for (const auto& deed : help.similar) {
    ids.push_back(deed.id);
  }
  return ids;
}

TEST(SearchHelp, OffersDeedsLikeTheWholeText) {
  const auto help = example_help({.text = kProblem});
  const auto like = value_or_throw(example_service().similar({.text = kProblem, .limit = 5})).deeds;
  EXPECT_THAT(help.similar, SizeIs(5));
  EXPECT_EQ(similar_ids(help), ids(like));
  const Deed& first = example_deed(help.similar.at(0).id);
  EXPECT_EQ(help.similar[0].title, first.title);
  EXPECT_EQ(help.similar[0].language, first.language);
  EXPECT_EQ(help.similar[0].published, first.published);
  ASSERT_THAT(help.similar[0].organisations, SizeIs(first.organisations.size()));
  EXPECT_EQ(help.similar[0].organisations[0].name, first.organisations[0].name);
}

TEST(SearchHelp, OffersTheThemesOfThoseDeedsWithTheDeedsOfAll) {
  const auto help = example_help({.text = kProblem});
  ASSERT_THAT(help.themes, Not(IsEmpty()));
  EXPECT_LE(help.themes.size(), 5U);
  for (const auto& theme : help.themes) {
    const auto has_theme = [&](const Deed& deed) {
      return std::count(deed.themes.begin(), deed.themes.end(), theme.value) > 0;
    };
    EXPECT_EQ(std::count_if(example_deeds().begin(), example_deeds().end(), has_theme), theme.count)
        << theme.value;
    EXPECT_TRUE(std::any_of(help.similar.begin(), help.similar.end(), [&](const auto& deed) {
      return has_theme(example_deed(deed.id));
    })) << theme.value;
  }
}

TEST(SearchHelp, OffersDeedsWhateverTheFilters) {
  const auto help = example_help(in_theme(kProblem, "johtaminen"));
  EXPECT_EQ(similar_ids(help), similar_ids(example_help({.text = kProblem})));
}

TEST(SearchHelp, OffersTheMostCommonThemesWhereNothingIsLikeTheText) {
  const auto help = index().search("xyzzy").help;
  ASSERT_TRUE(help);
  EXPECT_THAT(help->similar, IsEmpty());
  EXPECT_THAT(theme_lines(*help), ElementsAre("toimintatavat 2", "johtaminen 1"));
}

TEST(SearchHelp, SurvivesHostileText) {
  for (const std::string& text : {std::string("\xFF\xFE\xFF"),
                                  std::string("\"\""),
                                  std::string("-"),
                                  std::string("otsikko:"),
                                  std::string(4000, 'q'),
                                  std::string("a\0b", 3),
                                  std::string("?!")}) {
    const auto result = index().search(text);
    EXPECT_TRUE(result.help || result.total > 0) << text;
  }
}

TEST(SearchHelp, ComesFromAnEmptyIndexToo) {
  QueryIndex empty({}, kOtherWords);
  const auto help = empty.search("kotihoito").help;
  ASSERT_TRUE(help);
  EXPECT_THAT(words(*help), ElementsAre("kotihoito 0"));
  EXPECT_THAT(help->themes, IsEmpty());
}

}  // namespace
}  // namespace kiertoon
