#include "search/words/query_documents.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

using Xapian::Query;

constexpr std::uint32_t kDocuments = 300;
constexpr std::uint32_t kCommon = 50;

// Document d has the term "n" for each n that divides d, "word" at place 1, and "even" or "odd" at
// place 2.
Xapian::WritableDatabase divisors() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::uint32_t number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_posting("word", 1);
    document.add_posting(number % 2 == 0 ? "even" : "odd", 2);
    for (std::uint32_t divisor = 1; divisor <= number; ++divisor) {
      if (number % divisor == 0) {
        document.add_term(std::to_string(divisor));
      }
    }
    database.add_document(document);
  }
  return database;
}

std::vector<std::uint32_t> members(const DocumentSet& set) {
  std::vector<std::uint32_t> documents;
  for (std::uint32_t document = 1; document <= set.last(); ++document) {
    if (set.contains(document)) {
      documents.push_back(document);
    }
  }
  return documents;
}

std::vector<std::uint32_t> matched(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, kDocuments);
  std::vector<std::uint32_t> documents;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    documents.push_back(*match);
  }
  std::sort(documents.begin(), documents.end());
  return documents;
}

Query both(Query::op op, const Query& a, const Query& b) {
  return {op, a, b};
}

class QueryDocumentsTest : public testing::Test {
 protected:
  Xapian::WritableDatabase database_ = divisors();
  CommonTerms common_ = CommonTerms::load(database_, kCommon);
  QueryDocuments documents_{database_, common_};

  void expect_as_xapian(const Query& query) {
    EXPECT_EQ(members(documents_.find(query)), matched(database_, query))
        << query.get_description();
  }
};

TEST_F(QueryDocumentsTest, FindsWhatXapianFinds) {
  const Query two("2");
  const Query three("3");
  const Query rare("151");
  expect_as_xapian(two);
  expect_as_xapian(rare);
  expect_as_xapian(Query("none"));
  expect_as_xapian(Query(std::string()));
  for (const auto op : {Query::OP_OR,
                        Query::OP_AND,
                        Query::OP_AND_NOT,
                        Query::OP_AND_MAYBE,
                        Query::OP_FILTER,
                        Query::OP_SYNONYM,
                        Query::OP_MAX,
                        Query::OP_XOR}) {
    expect_as_xapian(both(op, two, three));
    expect_as_xapian(both(op, rare, both(Query::OP_OR, three, Query("7"))));
    expect_as_xapian(both(op, Query(std::string()), both(op, two, rare)));
  }
  expect_as_xapian(Query(Query::OP_SCALE_WEIGHT, both(Query::OP_AND, two, three), 0.5));
}

TEST_F(QueryDocumentsTest, FindsPhrasesNearnessAndBeginnings) {
  const std::vector<Query> words{Query("word"), Query("odd")};
  const Query phrase(Query::OP_PHRASE, words.begin(), words.end(), 2);
  const Query near(Query::OP_NEAR, words.begin(), words.end(), 2);
  const std::vector<Query> turned{Query("odd"), Query("word")};
  expect_as_xapian(phrase);
  expect_as_xapian(Query(Query::OP_PHRASE, turned.begin(), turned.end(), 2));
  expect_as_xapian(near);
  expect_as_xapian(both(Query::OP_OR, Query("odd"), near));
  expect_as_xapian(both(Query::OP_AND, Query("3"), phrase));
  expect_as_xapian(Query(Query::OP_WILDCARD, "29"));
}

TEST_F(QueryDocumentsTest, FindsTheSameWithNextToNoRoomToKeepTerms) {
  const CommonTerms none;
  QueryDocuments forgetful(database_, none, 0);
  const Query query = both(Query::OP_OR, both(Query::OP_AND, Query("2"), Query("3")), Query("5"));
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(members(forgetful.find(query)), matched(database_, query));
  }
}

TEST_F(QueryDocumentsTest, HasSetsForCommonTermsAlone) {
  // "word", "even", "odd", and the numbers that divide more than 50 of 300: 1 to 5.
  EXPECT_EQ(common_.size(), 8U);
  ASSERT_NE(common_.find("5"), nullptr);
  EXPECT_EQ(members(*common_.find("5")), matched(database_, Query("5")));
  EXPECT_EQ(common_.find("6"), nullptr);
  EXPECT_EQ(CommonTerms::load(database_).size(), 0U) << "of a small index";
  EXPECT_EQ(CommonTerms::load(Xapian::Database("", Xapian::DB_BACKEND_INMEMORY)).size(), 0U);
}

TEST(DocumentSet, CountsItsMembersAtTheBorders) {
  for (const std::uint32_t last : {0U, 1U, 63U, 64U, 65U, 128U}) {
    EXPECT_EQ(DocumentSet::all(last).count(), last);
    EXPECT_TRUE(DocumentSet(last).empty());
    EXPECT_EQ(DocumentSet::all(last).empty(), last == 0);
  }
}

TEST(DocumentSet, JoinsAndDivides) {
  DocumentSet evens(100);
  DocumentSet threes(100);
  for (std::uint32_t number = 1; number <= 100; ++number) {
    if (number % 2 == 0) {
      evens.insert(number);
    }
    if (number % 3 == 0) {
      threes.insert(number);
    }
  }
  EXPECT_EQ(evens.count_shared(threes), 16U);
  DocumentSet either = evens;
  either |= threes;
  EXPECT_EQ(either.count(), 67U);
  DocumentSet neither = DocumentSet::all(100);
  neither -= either;
  EXPECT_EQ(neither.count(), 33U);
  EXPECT_FALSE(neither.contains(2));
  EXPECT_TRUE(neither.contains(1));
}

}  // namespace
}  // namespace kiertoon
