#include "search/query/found_deeds.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "search/query/xapian_query.h"

namespace kiertoon {
namespace {

using Query = Xapian::Query;

// Document i has "all", the letters of the divisors of i from b (2) to f (6), and "x y" when i is
// a square; the more words, the longer.
class FoundDeedsTest : public ::testing::Test {
 protected:
  FoundDeedsTest() {
    for (Xapian::docid i = 1; i <= kDocuments; ++i) {
      Xapian::Document document;
      document.add_term("all", 1 + i % 7);
      for (Xapian::docid divisor = 2; divisor <= 6; ++divisor) {
        if (i % divisor == 0) {
          document.add_term(std::string(1, static_cast<char>('a' + divisor - 1)), 1 + i % 3);
        }
      }
      if (i == 1 || i == 4 || i == 9 || i == 16 || i == 25) {
        document.add_posting("x", 1);
        document.add_posting("y", 2);
      }
      database_.add_document(document);
    }
  }

  using Ranking = std::vector<std::pair<Xapian::docid, double>>;

  Ranking ranking(const Query& query) {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(weighting_scheme());
    const Xapian::MSet found = enquire.get_mset(0, kDocuments);
    Ranking ranking;
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      ranking.emplace_back(*hit, hit.get_weight());
    }
    return ranking;
  }

  // Documents with weights that add up in another order may differ in the last digits.
  void expect_same(const Query& a, const Query& b) {
    const auto one = ranking(a);
    const auto other = ranking(b);
    ASSERT_FALSE(one.empty());
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      EXPECT_EQ(one[i].first, other[i].first) << i;
      EXPECT_NEAR(one[i].second, other[i].second, 1e-9) << i;
    }
  }

  [[nodiscard]] Query found(const Query& query) const { return found_deeds(database_, query); }

  static constexpr Xapian::docid kDocuments = 2000;
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
  const Query names_ = weighted(Query(Query::OP_SYNONYM, Query("d"), Query("e")), 0.7);
  const Query phrase_ = Query(Query::OP_PHRASE, Query("x"), Query("y"));
};

TEST_F(FoundDeedsTest, AreThoseOfTheQueryWithTheirWeights) {
  for (const auto& query : {names_, phrase_, Query(Query::OP_OR, names_, phrase_)}) {
    ASSERT_EQ(found(query).get_type(), Query::LEAF_POSTING_SOURCE);
    expect_same(query, found(query));
  }
}

TEST_F(FoundDeedsTest, StandForTheQueryInOthers) {
  for (const auto op :
       {Query::OP_OR, Query::OP_AND, Query::OP_AND_MAYBE, Query::OP_AND_NOT, Query::OP_FILTER}) {
    expect_same(Query(op, Query("f"), names_), Query(op, Query("f"), found(names_)));
    expect_same(Query(op, names_, Query("f")), Query(op, found(names_), Query("f")));
  }
  expect_same(weighted(names_, 0.35), weighted(found(names_), 0.35));
}

TEST_F(FoundDeedsTest, MayStandInAQueryTwice) {
  const Query once = found(names_);
  expect_same(Query(Query::OP_OR, names_, Query(Query::OP_AND, names_, Query("b"))),
              Query(Query::OP_OR, once, Query(Query::OP_AND, once, Query("b"))));
  expect_same(names_, once);  // and be asked again
}

TEST_F(FoundDeedsTest, OfNothingAreAnEmptyQuery) {
  EXPECT_TRUE(found(Query("nowhere")).empty());
  EXPECT_TRUE(found(Query(Query::OP_PHRASE, Query("y"), Query("x"))).empty());
}

TEST_F(FoundDeedsTest, AreNotKeptWhereTheyAreMany) {
  EXPECT_EQ(found(Query("all")).get_type(), Query::LEAF_TERM);
  EXPECT_EQ(found(Query("b")).get_type(), Query::LEAF_POSTING_SOURCE);  // 1,000 of them
}

}  // namespace
}  // namespace kiertoon
