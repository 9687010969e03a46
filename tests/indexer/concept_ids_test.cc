#include "indexer/concept_ids.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/thesaurus.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;

TEST(ConceptIds, AreTheLastPartOfTheUri) {
  EXPECT_THAT(concept_ids({"http://www.yso.fi/onto/yso/p1278",
                           "http://x/voc#Työ Hyvinvointi",
                           "http://x/topics/12/",
                           "urn:nbn:fi:au:slm:s1"}),
              ElementsAre("p1278", "tyo-hyvinvointi", "12", "s1"));
}

TEST(ConceptIds, TellSchemesApartByThePartBefore) {
  EXPECT_THAT(concept_ids({"http://f/koko/p1", "http://f/yso/p1", "http://f/yso/p2"}),
              ElementsAre("koko-p1", "yso-p1", "p2"));
}

TEST(ConceptIds, NumberWhatIsStillTheSame) {
  EXPECT_THAT(concept_ids({"http://a/yso/p1", "http://b/yso/p1", "http://b/yso/P1"}),
              ElementsAre("yso-p1", "yso-p1-2", "yso-p1-3"));
  EXPECT_THAT(concept_ids({"http://a/yso/p1", "http://b/yso/p1", "http://b/yso-p1"}),
              ElementsAre("yso-p1-2", "yso-p1-3", "yso-p1"));
}

TEST(ConceptIds, AreDifferentAndFitWhateverTheUris) {
  std::vector<std::string> uris{"",
                                "/",
                                "///",
                                "#",
                                ":",
                                "http://",
                                "\xFF\xFE",
                                "http://a/%F0%9F",
                                "http://a/кот",
                                "http://a/\xF0\x9F\x90\x88"};
  for (const char c : {'a', 'b'}) {
    uris.push_back("http://x/" + std::string(5'000, 'p') + c);
    uris.push_back("http://" + std::string(5'000, 'x') + c + "/p");
  }
  const std::vector<std::string> ids = concept_ids({uris.begin(), uris.end()});
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), uris.size());
  for (const std::string& id : ids) {
    EXPECT_FALSE(id.empty());
    EXPECT_LE(id.size(), kLongestConceptId);
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos)
        << id;
  }
}

}  // namespace
}  // namespace kiertoon
