#include "indexer/search_forms.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> finnish(std::string_view label) {
  return SearchForms(test_analyzer()).of(label, Language::kFinnish);
}

TEST(SearchFormsTest, PutFinnishWordsIntoTheirBaseForm) {
  EXPECT_THAT(finnish("esihenkilöt"), ElementsAre("esihenkilö"));
  EXPECT_THAT(finnish("sähköiset palvelut"), ElementsAre("sähköinen palvelu"));
  EXPECT_THAT(finnish("johtaminen"), ElementsAre("johtaa"));
  EXPECT_THAT(finnish("tekoälyn käyttö, koulut"), ElementsAre("tekoäly käyttö, koulu"));
}

TEST(SearchFormsTest, LeaveWhatIsInBaseFormOrUnclearOrUnknown) {
  for (const std::string_view label :
       {"työhyvinvointi", "HUS", "alat", "kuusi", "blorkkamus", ""}) {
    EXPECT_THAT(finnish(label), IsEmpty()) << label;
  }
}

TEST(SearchFormsTest, AreNoWordsThatSayNothing) {
  EXPECT_THAT(finnish("oleminen"), IsEmpty());  // a form of "olla"
}

TEST(SearchFormsTest, LeaveQualifiersOut) {
  EXPECT_THAT(finnish("johtajat (ammatit)"), ElementsAre("johtajat", "johtaja"));
  const SearchForms forms(test_analyzer());
  EXPECT_THAT(forms.of("cranes (birds)", Language::kEnglish), ElementsAre("cranes"));
  EXPECT_THAT(forms.of("tranor (fåglar)", Language::kSwedish), ElementsAre("tranor"));
  EXPECT_THAT(forms.of("(birds)", Language::kEnglish), IsEmpty());
  EXPECT_THAT(forms.of("birds)", Language::kEnglish), IsEmpty());
  EXPECT_THAT(forms.of("(big) birds", Language::kEnglish), IsEmpty());
}

TEST(SearchFormsTest, BearAnyBytes) {
  EXPECT_THAT(finnish("\xFF\xC3 (\xFE)"), ElementsAre("\xFF\xC3"));
}

}  // namespace
}  // namespace kiertoon
