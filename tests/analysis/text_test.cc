#include "analysis/text.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

struct Pair {
  std::string in;
  std::string out;
};

class Normalise : public ::testing::TestWithParam<Pair> {};

TEST_P(Normalise, ComposesAndDropsWhatIsInvisible) {
  EXPECT_EQ(normalise(GetParam().in), GetParam().out);
}

INSTANTIATE_TEST_SUITE_P(
    Words,
    Normalise,
    ::testing::Values(Pair{"", ""},
                      Pair{"Työ", "Työ"},
                      Pair{"tyo\u0308", "työ"},                        // o + diaeresis
                      Pair{"A\u030Abo", "Åbo"},                        // A + ring
                      Pair{"cafe\u0301", "café"},                      // e + acute
                      Pair{"työ\u00ADhyvinvointi", "työhyvinvointi"},  // soft hyphen
                      Pair{"työ\u200Bpaja", "työpaja"} /* zero width space */,
                      Pair{"\uFEFFteko", "teko"},        // byte order mark
                      Pair{"\u202Eteko\u202C", "teko"},  // right-to-left override
                      Pair{"hr\u2011työ", "hr-työ"},     // the hyphen where no line breaks
                      Pair{"hr\u2010työ", "hr-työ"},
                      Pair{"\U0001F642", "\U0001F642"},
                      Pair{"\u00AD", ""},
                      Pair{"ty\xF6", "ty\uFFFD"},
                      Pair{"\xC3", "\uFFFD"}));

class Fold : public ::testing::TestWithParam<Pair> {};

TEST_P(Fold, DropsCaseAndAccentsButKeepsFinnishLetters) {
  EXPECT_EQ(fold(normalise(GetParam().in)), GetParam().out);
}

INSTANTIATE_TEST_SUITE_P(Letters,
                         Fold,
                         ::testing::Values(Pair{"", ""},
                                           Pair{"TYÖ", "työ"},
                                           Pair{"Ääni", "ääni"},
                                           Pair{"ÅBO", "åbo"},
                                           Pair{"A\u0308A\u0308NI", "ääni"},
                                           Pair{"Café", "cafe"},
                                           Pair{"ŠKODA", "skoda"},
                                           Pair{"Žižka", "zizka"},
                                           Pair{"Ørsted", "örsted"},
                                           Pair{"Ærø", "ärö"},
                                           Pair{"Straße", "strasse"},
                                           Pair{"Łódź", "lodz"},
                                           Pair{"Ça", "ca"},
                                           Pair{"señor", "senor"},
                                           Pair{"İstanbul", "istanbul"},
                                           Pair{"ırmak", "irmak"},
                                           Pair{"Þór", "thor"},
                                           Pair{"ệ", "e"},  // two accents on one letter
                                           Pair{"a\u0301\u0302", "a"},
                                           Pair{"ГОРОД", "город"},
                                           Pair{"kunta2030", "kunta2030"},
                                           Pair{"HR-työ:n", "hr-työ:n"}));

TEST(Fold, KeepsDifferentFinnishWordsApart) {
  EXPECT_NE(fold("näkki"), fold("nakki"));
  EXPECT_NE(fold("työ"), fold("tyo"));
  EXPECT_NE(fold("båt"), fold("bat"));
}

TEST(Fold, IsDoneOnce) {
  for (const std::string word : {"TYÖ", "Straße", "Łódź", "ệ", "İ", "ty\xF6", "HR:n"}) {
    const std::string folded = fold(normalise(word));
    EXPECT_EQ(fold(folded), folded) << word;
    EXPECT_TRUE(is_valid_utf8(folded)) << word;
  }
}

TEST(ToLower, KeepsAccents) {
  EXPECT_EQ(to_lower("CAFÉ Šakki ÅÄÖ"), "café šakki åäö");
  EXPECT_EQ(to_lower(""), "");
}

TEST(ToUpper, RaisesEveryLetter) {
  EXPECT_EQ(to_upper("työ-s2 é"), "TYÖ-S2 É");
  EXPECT_EQ(to_upper("ß"), "ß");  // has no single capital
  EXPECT_EQ(to_upper(""), "");
}

TEST(Capitalise, RaisesTheFirstLetterAlone) {
  EXPECT_EQ(capitalise("liminka"), "Liminka");
  EXPECT_EQ(capitalise("äänekoski"), "Äänekoski");
  EXPECT_EQ(capitalise("hUS"), "HUS");
  EXPECT_EQ(capitalise("2030"), "2030");
  EXPECT_EQ(capitalise(""), "");
}

TEST(IsUpperCase, NeedsTwoLettersAndNoLowerCaseOne) {
  for (const std::string word : {"HUS", "ÄÖ", "KT-HR", "2M-IT"}) {
    EXPECT_TRUE(is_upper_case(word)) << word;
  }
  for (const std::string word : {"", "H", "Hus", "hus", "HUSin", "HÄn", "2030", "A1", "-"}) {
    EXPECT_FALSE(is_upper_case(word)) << word;
  }
}

TEST(BeginsInLowerCase, LooksAtTheFirstLetter) {
  for (const std::string word : {"a", "öljy", "ePassi"}) {
    EXPECT_TRUE(begins_in_lower_case(word)) << word;
  }
  for (const std::string word : {"", "A", "Öljy", "2030", "-a", "\xF6"}) {
    EXPECT_FALSE(begins_in_lower_case(word)) << word;
  }
}

}  // namespace
}  // namespace kiertoon
