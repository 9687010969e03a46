#include "server/pages/page_language.h"

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

struct Preference {
  const char* header;
  std::optional<Language> language;
};

class PreferredLanguage : public testing::TestWithParam<Preference> {};

TEST_P(PreferredLanguage, IsTheOneLikedBest) {
  EXPECT_EQ(preferred_language(GetParam().header), GetParam().language) << GetParam().header;
}

INSTANTIATE_TEST_SUITE_P(PageLanguage,
                         PreferredLanguage,
                         testing::Values(Preference{"sv", Language::kSwedish},
                                         Preference{"SV-FI", Language::kSwedish},
                                         Preference{"en-GB,en;q=0.9,fi;q=0.8", Language::kEnglish},
                                         Preference{"de, fi;q=0.5, sv;q=0.7", Language::kSwedish},
                                         Preference{"fi,sv", Language::kFinnish},
                                         Preference{"sv;q=0", std::nullopt},
                                         Preference{"sv;q=2", std::nullopt},
                                         Preference{"svx", std::nullopt},
                                         Preference{"*", std::nullopt},
                                         Preference{"", std::nullopt},
                                         Preference{",,;;q=1,-", std::nullopt}));

Language language_for(std::string_view query, const char* accept_language) {
  return page_language(
      {.parameters = *Parameters::parse(query), .accept_language = accept_language});
}

TEST(PageLanguage, IsThatOfTheAddressThenOfTheBrowser) {
  EXPECT_EQ(language_for("lang=en", "sv"), Language::kEnglish);
  EXPECT_EQ(language_for("", "sv"), Language::kSwedish);
  EXPECT_EQ(language_for("", "de"), Language::kFinnish);
}

TEST(PageLanguage, ForgivesABrokenAddress) {
  EXPECT_EQ(language_for("lang=xx", "sv"), Language::kSwedish);
  EXPECT_EQ(language_for("lang=", ""), Language::kFinnish);
  EXPECT_EQ(language_for("lang=sv&lang=en", ""), Language::kSwedish);
}

}  // namespace
}  // namespace kiertoon
