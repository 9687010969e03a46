#include "analysis/word_breaker.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  static const auto breaker = WordBreaker::create();
  EXPECT_TRUE(breaker);
  Words words;
  for (const auto& span : (*breaker)->words(text)) {
    words.emplace_back(text.substr(span.start, span.end - span.start));
  }
  return words;
}

struct Example {
  std::string text;
  Words words;
};

class WordBreakerRules : public ::testing::TestWithParam<Example> {};

TEST_P(WordBreakerRules, FindsTheWords) {
  EXPECT_EQ(words_of(GetParam().text), GetParam().words) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Sentences,
                         WordBreakerRules,
                         ::testing::Values(Example{"", {}},
                                           Example{" \n\t ", {}},
                                           Example{"?! ... – —", {}},
                                           Example{"Teko, joka kannatti!",
                                                   {"Teko", "joka", "kannatti"}},
                                           Example{"(työ)hyvinvointi", {"työ", "hyvinvointi"}},
                                           Example{"ja/tai", {"ja", "tai"}},
                                           Example{"a\nb\r\nc", {"a", "b", "c"}},
                                           Example{"Åbo ääni öljy", {"Åbo", "ääni", "öljy"}},
                                           Example{"l'école d’or", {"l'école", "d’or"}}));

INSTANTIATE_TEST_SUITE_P(Hyphens,
                         WordBreakerRules,
                         ::testing::Values(Example{"hr-toimintojen", {"hr-toimintojen"}},
                                           Example{"hr\u2010toimintojen", {"hr\u2010toimintojen"}},
                                           Example{"hr\u2011toimintojen", {"hr\u2011toimintojen"}},
                                           Example{"linja-auto-onnettomuus",
                                                   {"linja-auto-onnettomuus"}},
                                           Example{"sosiaali- ja terveyspalvelut",
                                                   {"sosiaali", "ja", "terveyspalvelut"}},
                                           Example{"keittiöhenkilökunta ja -välineet",
                                                   {"keittiöhenkilökunta", "ja", "välineet"}},
                                           Example{"covid-19", {"covid-19"}},
                                           Example{"2M-IT", {"2M-IT"}},
                                           Example{"työ--hyvinvointi", {"työ", "hyvinvointi"}},
                                           Example{"työ – hyvinvointi", {"työ", "hyvinvointi"}},
                                           Example{"työ–hyvinvointi", {"työ", "hyvinvointi"}}));

INSTANTIATE_TEST_SUITE_P(Colons,
                         WordBreakerRules,
                         ::testing::Values(Example{"JHL:n", {"JHL:n"}},
                                           Example{"HUS:iin", {"HUS:iin"}},
                                           Example{"EU:ssa", {"EU:ssa"}},
                                           Example{"Tavoite: parempi", {"Tavoite", "parempi"}},
                                           Example{"Huom:TÄRKEÄ", {"Huom", "TÄRKEÄ"}},
                                           Example{"suhde 3:1", {"suhde", "3", "1"}},
                                           Example{"https://tori", {"https", "tori"}}));

INSTANTIATE_TEST_SUITE_P(Numbers,
                         WordBreakerRules,
                         ::testing::Values(Example{"2021-2024", {"2021", "2024"}},
                                           Example{"2021–2024", {"2021", "2024"}},
                                           Example{"klo 8:30 ja 16.15",
                                                   {"klo", "8", "30", "ja", "16.15"}},
                                           Example{"1,5 miljoonaa", {"1,5", "miljoonaa"}},
                                           Example{"20 %", {"20"}},
                                           Example{"Kuntatyö2030", {"Kuntatyö2030"}},
                                           Example{"24/7", {"24", "7"}}));

TEST(WordBreaker, KeepsAnEMailAddressTogether) {
  EXPECT_EQ(words_of("Kysy: etu.suku@liminka.example."),
            (Words{"Kysy", "etu.suku@liminka.example"}));
}

TEST(WordBreaker, LeavesEmojiOutButNotTheWordsBesideThem) {
  EXPECT_EQ(words_of("Hienoa\U0001F642työtä \U0001F469\u200D\U0001F4BB!"),
            (Words{"Hienoa", "työtä"}));
}

TEST(WordBreaker, KeepsAWordWithSoftHyphensOrCombiningMarksWhole) {
  EXPECT_EQ(words_of("työ\u00ADhyvin\u00ADvointi"), (Words{"työ\u00ADhyvin\u00ADvointi"}));
  EXPECT_EQ(words_of("tyo\u0308 on"), (Words{"tyo\u0308", "on"}));
}

TEST(WordBreaker, GivesByteOffsetsThatGoForward) {
  const std::string text = "Ääkkösiä: työ, yö – ja\xF6 HR:n";
  const auto breaker = WordBreaker::create();
  ASSERT_TRUE(breaker);
  std::uint32_t end = 0;
  for (const auto& span : (*breaker)->words(text)) {
    EXPECT_LE(end, span.start);
    EXPECT_LT(span.start, span.end);
    end = span.end;
  }
  EXPECT_LE(end, text.size());
  EXPECT_EQ((*breaker)->words("ä ö").back().start, 3U);
}

TEST(WordBreaker, SurvivesIllFormedBytes) {
  EXPECT_THAT(words_of("ehj\xE4 työ \xFF\xFE ja"), ::testing::IsSupersetOf({"työ", "ja"}));
  EXPECT_NO_THROW((void)words_of(std::string("\0\0a\0", 4)));
}

TEST(WordBreaker, ForgetsTheTextBefore) {
  EXPECT_EQ(words_of("työ-"), (Words{"työ"}));
  EXPECT_EQ(words_of("n"), (Words{"n"}));
}

}  // namespace
}  // namespace kiertoon
