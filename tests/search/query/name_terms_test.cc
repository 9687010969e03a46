#include "search/query/name_terms.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/query/database_terms.h"
#include "tests/analysis/test_analyzer.h"

namespace kiertoon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A database of three terms, and those that look into it.
class NameTermsTest : public ::testing::Test {
 protected:
  NameTermsTest() {
    Xapian::Document document;
    for (const auto& term : {index_term(TermClass::kBase, "varhainen"),
                             index_term(TermClass::kBase, "tuki"),
                             index_term(TermClass::kPart, "tuki"),
                             index_term(TermClass::kPart, "hyvinvointi")}) {
      document.add_term(term);
    }
    database_.add_document(document);
  }

  // The texts of a name's terms, word by word.
  std::vector<std::vector<std::string>> texts(const std::string& name) {
    std::vector<std::vector<std::string>> texts;
    for (const auto& word : names_.of(name, Language::kFinnish)) {
      auto& of_word = texts.emplace_back();
      for (const auto& term : word) {
        of_word.push_back(term.term);
      }
    }
    return texts;
  }

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  DatabaseTerms terms_{database_};
  NameTerms names_{test_analyzer(), terms_};
};

TEST_F(NameTermsTest, AreThoseThatTheIndexHasAndMeanTheWholeName) {
  EXPECT_THAT(texts("tuki"),
              ElementsAre(ElementsAre(index_term(TermClass::kBase, "tuki"),
                                      index_term(TermClass::kPart, "tuki"))));
  // "hyvinvointi" is not all of it.
  EXPECT_THAT(texts("työhyvinvointi"), IsEmpty());
}

TEST_F(NameTermsTest, OfSeveralWordsStandForWholeWords) {
  EXPECT_THAT(texts("varhainen tuki"),
              ElementsAre(ElementsAre(index_term(TermClass::kBase, "varhainen")),
                          ElementsAre(index_term(TermClass::kBase, "tuki"))));
}

TEST_F(NameTermsTest, AreNoneWhenTheIndexLacksAWord) {
  EXPECT_THAT(texts("varhainen puuttuminen"), IsEmpty());
  EXPECT_THAT(texts(""), IsEmpty());
}

TEST_F(NameTermsTest, AreTheSameWhenAskedAgain) {
  const auto first = texts("varhainen tuki");
  EXPECT_THAT(texts("puuttuminen"), IsEmpty());
  EXPECT_EQ(texts("varhainen tuki"), first);
  EXPECT_THAT(texts("puuttuminen"), IsEmpty());
}

TEST_F(NameTermsTest, OfAnotherLanguageAreOthers) {
  EXPECT_THAT(names_.of("tuki", Language::kSwedish), IsEmpty());
  EXPECT_THAT(texts("tuki"), ElementsAre(ElementsAre(::testing::_, ::testing::_)));
}

TEST_F(NameTermsTest, TermsOfADatabaseAreRememberedEachForItself) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_TRUE(terms_.has(index_term(TermClass::kBase, "tuki")));
    EXPECT_FALSE(terms_.has(index_term(TermClass::kFinnishStem, "tuki")));
    EXPECT_FALSE(terms_.has(index_term(TermClass::kBase, "tue")));
  }
}

}  // namespace
}  // namespace kiertoon
