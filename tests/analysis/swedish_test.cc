#include "analysis/swedish.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace kiertoon {
namespace {

TEST(IndefiniteForm, DropsTheArticle) {
  const std::map<std::string, std::string> forms{{"skolan", "skola"},
                                                 {"skolans", "skola"},
                                                 {"miljön", "miljö"},
                                                 {"frånvaron", "frånvaro"},
                                                 {"strategin", "strategi"},
                                                 {"policyn", "policy"},
                                                 {"arbetet", "arbete"},
                                                 {"arbetets", "arbete"},
                                                 {"barnet", "barne"},
                                                 {"programmet", "program"}};
  for (const auto& [definite, indefinite] : forms) {
    EXPECT_EQ(indefinite_form(definite), indefinite) << definite;
  }
}

TEST(IndefiniteForm, IsNoneOfOtherWords) {
  for (const std::string word : {"",
                                 "n",
                                 "ön",
                                 "man",
                                 "utan",
                                 "skola",
                                 "kommun",
                                 "kommunen",
                                 "skolor",
                                 "hemligt",
                                 "hus",
                                 "mans"}) {
    EXPECT_FALSE(indefinite_form(word)) << word;
  }
}

}  // namespace
}  // namespace kiertoon
