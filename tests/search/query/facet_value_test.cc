#include "search/query/facet_value.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

// "" when nothing is named.
std::string named(Facet facet, std::string_view text) {
  return named_facet_value(*test_vocabulary(), facet, text).value_or("");
}

TEST(FacetValue, IsNamedByItself) {
  EXPECT_EQ(named(Facet::kLanguage, "sv"), "sv");
  EXPECT_EQ(named(Facet::kAward, "honourable_mention"), "honourable_mention");
  EXPECT_EQ(named(Facet::kProgramme, "kuntatyo2030"), "kuntatyo2030");
  EXPECT_EQ(named(Facet::kOrganisationType, "wellbeing_county"), "wellbeing_county");
}

TEST(FacetValue, IsNamedByItsLabelInAnyLanguageAndCase) {
  for (const Facet facet :
       {Facet::kLanguage, Facet::kAward, Facet::kProgramme, Facet::kOrganisationType}) {
    for (const std::string value : {"fi", "winner", "kuntatyo2030", "company"}) {
      if (named(facet, value).empty()) {
        continue;
      }
      for (const Language language : kLanguages) {
        const std::string label(test_vocabulary()->label(facet, value, language));
        EXPECT_EQ(named(facet, label), value) << label;
      }
    }
  }
  EXPECT_EQ(named(Facet::kLanguage, "SUOMI"), "fi");
  EXPECT_EQ(named(Facet::kLanguage, "svenska"), "sv");
  EXPECT_EQ(named(Facet::kAward, "Kunniamaininta"), "honourable_mention");
  EXPECT_EQ(named(Facet::kOrganisationType, "Hyvinvointialue"), "wellbeing_county");
}

TEST(FacetValue, IsNamedByNothingElse) {
  for (const std::string text : {"", "suom", "gold", "kuntatyo", "sv fi", "\xFF", "x"}) {
    EXPECT_EQ(named(Facet::kLanguage, text), "") << text;
    EXPECT_EQ(named(Facet::kAward, text), "") << text;
    EXPECT_EQ(named(Facet::kProgramme, text), "") << text;
  }
  EXPECT_EQ(named(Facet::kAward, "sv"), "") << "a language";
}

TEST(FacetValue, IsOfAFacetWithAFixedSetOfValues) {
  EXPECT_EQ(named(Facet::kTheme, "johtaminen"), "");
  EXPECT_EQ(named(Facet::kOrganisation, "liminka"), "");
  EXPECT_EQ(named(Facet::kYear, "2021"), "");
  EXPECT_EQ(named(Facet::kKeyword, "chatbot"), "");
}

}  // namespace
}  // namespace kiertoon
