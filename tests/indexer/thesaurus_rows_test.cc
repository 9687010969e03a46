#include "indexer/thesaurus_rows.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/thesaurus.h"
#include "indexer/rdf_reader.h"
#include "tests/analysis/test_analyzer.h"
#include "tests/repeat.h"
#include "tests/test_folder.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kFinnish = 0;
constexpr std::size_t kEnglish = 2;

class ThesaurusRowsTest : public testing::Test {
 protected:
  // Reads Turtle in which y: is a scheme and s: is SKOS; checks that the rows load.
  void make(std::string_view turtle) {
    SkosCollector collector;
    const std::string text =
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n@prefix y: <http://f/yso/> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n" +
        std::string(turtle);
    const auto read =
        read_rdf({.name = "test", .format = RdfFormat::kTurtle, .read = read_from(text)},
                 [&](const RdfStatement& statement) { collector.add(statement); });
    ASSERT_TRUE(read) << read.error().message;
    vocabulary_ = collector.take();
    made_ = value_or_throw(make_thesaurus_rows(vocabulary_, test_analyzer()));
    const auto file = folder_.write("made.tsv", to_tsv(made_.rows, "a\ntest"));
    const auto loaded = Thesaurus::load({file});
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->size(), made_.rows.size());
  }

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const ThesaurusRow& row : made_.rows) {
      ids.push_back(row.id);
    }
    return ids;
  }

  TestFolder folder_;
  SkosVocabulary vocabulary_;
  ThesaurusRows made_;
};

TEST_F(ThesaurusRowsTest, HoldThePreferredNameFirst) {
  make(R"(y:p1 s:hiddenLabel "koirra"@fi ; s:altLabel "hauva"@fi, "haukku"@fi ;
               s:prefLabel "koira"@fi, "dog"@EN-gb ; a s:Concept .)");
  ASSERT_THAT(ids(), ElementsAre("p1"));
  EXPECT_THAT(made_.rows[0].names[kFinnish], ElementsAre("koira", "haukku", "hauva", "koirra"));
  EXPECT_THAT(made_.rows[0].names[kEnglish], ElementsAre("dog"));
}

TEST_F(ThesaurusRowsTest, LeaveOutWhatIsNoConceptToSearchBy) {
  make(R"(y:p1 a s:Concept ; s:prefLabel "koira"@fi .
          y:p2 a s:Concept ; s:prefLabel "kissa"@fi ; owl:deprecated true .
          y:p3 a s:Concept ; s:prefLabel "lehmä"@fi ; owl:deprecated "1" .
          y:p4 a s:Concept ; s:prefLabel "hevonen"@fi ; owl:deprecated false .
          y:p5 a s:Collection, s:Concept ; s:prefLabel "eläimet"@fi .
          y:p6 s:prefLabel "tyypitön"@fi .
          y:p7 a s:Concept ; s:prefLabel "Hund"@de, "kieletön" .
          [] a s:Concept ; s:prefLabel "nimetön"@fi .)");
  EXPECT_THAT(ids(), ElementsAre("p1", "p4"));
  EXPECT_EQ(vocabulary_.deprecated, 2U);
  EXPECT_EQ(vocabulary_.without_uri, 1U);
  EXPECT_EQ(vocabulary_.foreign_labels, 2U);
  EXPECT_EQ(made_.nameless, 1U);
}

TEST_F(ThesaurusRowsTest, LinkOnlyWhatIsThere) {
  make(
      R"(y:p1 a s:Concept ; s:prefLabel "koira"@fi ; s:broader y:p2, y:p1, y:p9, y:p8 ; s:related y:p3 .
          y:p2 a s:Concept ; s:prefLabel "eläin"@fi ; s:narrower y:p1, y:p3 ; s:exactMatch y:p3 .
          y:p3 a s:Concept ; s:prefLabel "kissa"@fi ; s:broader y:p2 .
          y:p8 a s:Concept .)");
  ASSERT_THAT(ids(), ElementsAre("p1", "p2", "p3"));
  EXPECT_THAT(made_.rows[0].broader, ElementsAre("p2"));
  EXPECT_THAT(made_.rows[0].related, ElementsAre("p3"));
  EXPECT_THAT(made_.rows[1].broader, IsEmpty());
  EXPECT_THAT(made_.rows[2].broader, ElementsAre("p2"));
  EXPECT_THAT(made_.rows[2].related, ElementsAre("p1"));
  EXPECT_EQ(vocabulary_.lost_links, 1U);
  EXPECT_EQ(made_.lost_links, 1U);
}

TEST_F(ThesaurusRowsTest, GiveANameToTwoConceptsThatPreferIt) {
  make(R"skos(y:p1 a s:Concept ; s:prefLabel "eka"@fi ; s:altLabel "kuusi"@fi .
              y:p2 a s:Concept ; s:prefLabel "Kuusi"@fi .
              y:p3 a s:Concept ; s:prefLabel "kuusi (puut)"@fi .
              y:p4 a s:Concept ; s:prefLabel "kuusi"@fi .)skos");
  EXPECT_THAT(made_.rows[0].names[kFinnish], ElementsAre("eka"));
  EXPECT_THAT(made_.rows[1].names[kFinnish], ElementsAre("Kuusi"));
  EXPECT_THAT(made_.rows[2].names[kFinnish], ElementsAre("kuusi (puut)"));
  EXPECT_THAT(made_.rows[3].names[kFinnish], ElementsAre("kuusi"));
  EXPECT_EQ(made_.refused.of_too_many_concepts, 1U);
}

TEST_F(ThesaurusRowsTest, LeaveOutAndCountNamesThatNoThesaurusTakes) {
  make("y:p1 a s:Concept ; s:prefLabel \"koira\"@fi ; s:altLabel \"" + std::string(201, 'a') +
       "\"@fi, \"" + repeat("ä ", 100'000) +
       R"("@fi, "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän"@fi, "..."@fi,
        "a|b"@fi, "a\u0007b"@fi, "\uD800"@fi, ""@fi, "  "@fi, "\u007F"@fi .)");
  EXPECT_THAT(made_.rows[0].names[kFinnish], ElementsAre("koira"));
  EXPECT_EQ(made_.refused.too_long, 2U);
  EXPECT_EQ(made_.refused.without_word_or_too_many, 2U);
  EXPECT_GE(made_.refused.unwritable, 5U);
}

TEST_F(ThesaurusRowsTest, PutNamesOnOneLine) {
  make("y:p1 a s:Concept ; s:prefLabel \"\"\" sähköinen\t\n  asiointi\r\n\"\"\"@fi .");
  EXPECT_THAT(made_.rows[0].names[kFinnish], ElementsAre("sähköinen asiointi"));
}

TEST_F(ThesaurusRowsTest, BearIdsThatLookLikeTheHeaderOrAComment) {
  make(R"(y:concept a s:Concept ; s:prefLabel "käsite"@fi .
          <http://f/yso#> a s:Concept ; s:prefLabel "risuaita"@fi .)");
  EXPECT_THAT(ids(), ElementsAre("concept", "yso"));
}

}  // namespace
}  // namespace kiertoon
