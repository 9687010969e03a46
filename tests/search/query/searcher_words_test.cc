// Which deeds words find, and in which order.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TEST(Searcher, FindsADeedByAnyFormOfItsWords) {
  TestIndex index({{.id = "a", .title = "Mallia työhyvinvointiin", .body = "Kuormaa mitattiin."},
                   {.id = "b", .title = "Ruokapalvelut kouluissa"}});
  for (const std::string query : {"työhyvinvointi",
                                  "työhyvinvoinnin",
                                  "työhyvinvointia",
                                  "TYÖHYVINVOINTIIN",
                                  "Työhyvinvoinnissakin",
                                  "tyo\u0308hyvinvointi",
                                  "työ\u00ADhyvin\u00ADvoinnista",
                                  "hyvinvoinnista",
                                  "hyvinvointi",
                                  "työn",
                                  "mallit",
                                  "mallien",
                                  "kuorma",
                                  "kuormasta",
                                  "mittasimme"}) {
    EXPECT_THAT(index.ids(query), Contains("a")) << query;
  }
}

TEST(Searcher, DoesNotFindADeedByOtherWords) {
  TestIndex index({{.id = "a", .title = "Mallia työhyvinvointiin"}, {.id = "b", .title = "Ruoka"}});
  for (const std::string query : {"hyväksyntä", "malttia", "vointi", "tyo", "xyz", "2021"}) {
    EXPECT_THAT(index.ids(query), IsEmpty()) << query;
  }
}

TEST(Searcher, MeetsNothingByAWordThatNoDeedHas) {
  TestIndex index({{.id = "a", .title = "Mallia työhyvinvointiin"}, {.id = "b", .title = "Ruoka"}});
  EXPECT_THAT(index.ids("\"mallia xyz\""), IsEmpty());
  EXPECT_THAT(index.ids("otsikko:xyz"), IsEmpty());
  EXPECT_THAT(index.ids("malli xyz"), ElementsAre("a"));
  EXPECT_THAT(index.ids("malli -xyz"), ElementsAre("a"));
  EXPECT_THAT(index.ids("xyz OR ruoka"), ElementsAre("b"));
}

TEST(Searcher, PutsTheWholeWordBeforeTheWordPart) {
  TestIndex index({{.id = "a", .title = "Päivystyskuorma laski puoleen"},
                   {.id = "b", .title = "Suuri kuorma laski puoleen"}});
  EXPECT_THAT(index.ids("kuorma"), ElementsAre("b", "a"));
  EXPECT_THAT(index.ids("päivystyskuorma"), Contains("a"));
}

TEST(Searcher, MeetsNoFunctionWordByAPartOfACompound) {
  TestIndex index({{.id = "a", .title = "Palvelu toimii"}, {.id = "b", .title = "Mitä te teette"}});
  EXPECT_THAT(index.ids("te-palvelu"), ElementsAre("a"));
  EXPECT_THAT(index.ids("te"), ElementsAre("b"));
}

TEST(Searcher, NamesTheBaseFormThatIsNearestToWhatIsTyped) {
  TestIndex index({{.id = "a", .title = "Vanhempien ilta"}, {.id = "b", .title = "Ruoka"}});
  for (const std::string query : {"vanhempi", "vanhemmat"}) {
    const auto hits = index.search(query).hits;
    ASSERT_THAT(hits, SizeIs(1)) << query;
    ASSERT_THAT(hits[0].matched, SizeIs(1)) << query;
    EXPECT_EQ(hits[0].matched[0].as, "vanhempi") << query;
  }
}

TEST(Searcher, PutsTheTitleBeforeTheSection) {
  TestIndex index({{.id = "a", .title = "Uusi tapa", .body = "Kokeilimme mentorointia."},
                   {.id = "b", .title = "Mentorointia", .body = "Kokeilimme uutta tapaa."}});
  EXPECT_THAT(index.ids("mentorointi"), ElementsAre("b", "a"));
}

TEST(Searcher, PutsAllWordsBeforeSome) {
  TestIndex index({{.id = "a", .title = "Kotihoito ja kotihoito, aina vain kotihoito"},
                   {.id = "b", .title = "Perehdytys sairaalassa"},
                   {.id = "c", .title = "Perehdytys alkaa", .body = "Tiimi toimii kotihoidossa."}});
  const auto ids = index.ids("kotihoidon perehdytys");
  ASSERT_THAT(ids, SizeIs(3));
  EXPECT_EQ(ids.front(), "c");
}

TEST(Searcher, PutsWordsThatStandTogetherBeforeScatteredOnes) {
  const std::string between =
      "Monta muuta asiaa tapahtui silloin samassa paikassa eri ihmisten kanssa koko vuoden ajan.";
  TestIndex index(
      {{.id = "a", .title = "x", .body = "Etsimme malleja. " + between + " Uusia ideoita tuli."},
       {.id = "b", .title = "x", .body = between + " Uusia malleja etsimme. Ideoita tuli."}});
  EXPECT_THAT(index.ids("uusi malli"), ElementsAre("b", "a"));
}

TEST(Searcher, RequiresAPhraseInAnyInflection) {
  TestIndex index({{.id = "a", .title = "Matalan kynnyksen palvelu"},
                   {.id = "b", .title = "Kynnys on matala"},
                   {.id = "c", .title = "Matala kynnys ja tuki"}});
  EXPECT_THAT(index.ids("\"matala kynnys\""), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(index.ids("”matala kynnys” tuki"), ElementsAre("c", "a"));
  EXPECT_THAT(index.ids("\"kynnys tuki\""), IsEmpty());
}

TEST(Searcher, DoesNotLetAPhraseReachFromTitleToSection) {
  TestIndex index({{.id = "a", .title = "Palvelu matala", .body = "kynnys madaltui"}});
  EXPECT_THAT(index.ids("\"matala kynnys\""), IsEmpty());
}

TEST(Searcher, ExcludesTheWordButNotItsCompounds) {
  TestIndex index({{.id = "a", .title = "Työhyvinvointi paranee"},
                   {.id = "b", .title = "Hyvinvointi ja työ paranee"},
                   {.id = "c", .title = "Hyvinvointi paranee, kun töitä on sopivasti"}});
  EXPECT_THAT(index.ids("hyvinvointi -työ"), ElementsAre("a"));
  EXPECT_THAT(index.ids("hyvinvointi -työhyvinvointi"), UnorderedElementsAre("b", "c"));
}

TEST(Searcher, TakesAllDeedsSaveTheExcludedOnes) {
  TestIndex index({{.id = "a", .title = "Lean"}, {.id = "b", .title = "Agile"}});
  EXPECT_THAT(index.ids("-agile"), ElementsAre("a"));
  EXPECT_THAT(index.ids("-\"agile lean\""), UnorderedElementsAre("a", "b"));
}

TEST(Searcher, FindsEitherSideOfAnOr) {
  TestIndex index({{.id = "a", .title = "Mentorointi"},
                   {.id = "b", .title = "Työnohjaus"},
                   {.id = "c", .title = "Palkan osat"}});
  EXPECT_THAT(index.ids("mentorointia OR työnohjausta"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("\"uusi malli\" OR palkka"), ElementsAre("c"));
}

TEST(Searcher, FindsAbbreviationsByTheirBeginningInAnyCase) {
  TestIndex index({{.id = "a", .title = "Uusi HUS alkaa"},
                   {.id = "b", .title = "Hus sieltä, huudettiin"},
                   {.id = "c", .title = "KOVA-mittari ja KOVA"},
                   {.id = "d", .title = "Lean"}});
  for (const std::string query : {"HU*", "hu*", "Hus*", "otsikko:hu*"}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b")) << query;
  }
  EXPECT_THAT(index.ids("kov*"), ElementsAre("c"));
  EXPECT_THAT(index.ids("lean -hu*"), ElementsAre("d"));
  EXPECT_THAT(index.ids("husx*"), IsEmpty());
}

TEST(Searcher, ShowsARepeatedBeginningOnce) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Leanin alkeet"}});
  const auto result = index.search("le* le* le*");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits.front().matched.size(), 1U);
}

TEST(Searcher, ShowsTheAbbreviationThatABeginningMet) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Uusi HUS alkaa"}});
  const auto result = index.search("hu*");
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(marked(result.hits.front().title), "Uusi [HUS] alkaa");
  ASSERT_EQ(result.hits.front().matched.size(), 1U);
  EXPECT_EQ(result.hits.front().matched.front().as, "HUS");
}

TEST(Searcher, FindsWordsByTheirBeginning) {
  TestIndex index({{.id = "a", .title = "Digitalisaatio etenee"},
                   {.id = "b", .title = "Digiloikan jälkeen"},
                   {.id = "c", .title = "Uusi analyysi"}});
  EXPECT_THAT(index.ids("digi*"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("DIGIT*"), ElementsAre("a"));
  EXPECT_THAT(index.ids("digi* -digitalisaatio"), ElementsAre("b"));
  EXPECT_THAT(index.ids("zz*"), IsEmpty());
}

TEST(Searcher, StillFindsByStopWordsAlone) {
  TestIndex index({{.id = "a", .title = "Miten meillä on asiat"}, {.id = "b", .title = "Lean"}});
  for (const std::string query : {"miten on", "Miten?", "miten, on!"}) {
    EXPECT_THAT(index.ids(query), ElementsAre("a")) << query;
  }
}

TEST(Searcher, PassesOverStopWordsBesideOthers) {
  TestIndex index({{.id = "a", .title = "Miten meillä on asiat ja mitä niistä"},
                   {.id = "b", .title = "Leania kunnassa"}});
  EXPECT_THAT(index.ids("miten on lean?"), ElementsAre("b"));
}

TEST(Searcher, AnswersLongQuestions) {
  TestIndex index(
      {{.id = "a", .title = "Perehdytys kotihoidossa", .body = "Sijaiset oppivat työn."},
       {.id = "b", .title = "Liikuntaa nuorille"}});
  const auto result = index.search(
      "Meillä on kotihoidossa paljon sijaisia ja vaihtuvuus on suurta, eikä kukaan ehdi "
      "perehdyttää uusia tekijöitä kunnolla, joten miten muut ovat saaneet perehdytyksen "
      "toimimaan niin, että työ sujuu heti alusta asti eikä kuormita vanhoja tekijöitä?");
  ASSERT_GE(result.hits.size(), 1U);
  EXPECT_EQ(result.hits.front().id, "a");
}

TEST(Searcher, TellsHusTheHospitalFromHusTheWord) {
  TestIndex index({{.id = "a", .title = "HUS uudistaa leikkaussalit"},
                   {.id = "b", .title = "Hus sieltä, huudettiin", .body = "hus hus"}});
  EXPECT_THAT(index.ids("HUS"), ElementsAre("a"));
  EXPECT_THAT(index.ids("HUS:n"), ElementsAre("a"));
  EXPECT_THAT(index.ids("hus"), UnorderedElementsAre("a", "b"));
}

TEST(Searcher, FindsDeedsInTheirLanguages) {
  TestIndex index({{.id = "fi", .title = "Henkilöstön jaksaminen"},
                   {.id = "sv",
                    .title = "Medarbetarna orkar bättre",
                    .body = "Lärarna fick mentorer.",
                    .language = Language::kSwedish},
                   {.id = "en",
                    .title = "Nurses are coping better",
                    .body = "Meetings were shortened.",
                    .language = Language::kEnglish}});
  const auto untranslated = [&](const char* text) {
    return index.ids({.text = text, .interpretation = Interpretation::kWithoutTranslation});
  };
  EXPECT_THAT(untranslated("medarbetare"), ElementsAre("sv"));
  EXPECT_THAT(untranslated("lärare"), ElementsAre("sv"));
  EXPECT_THAT(untranslated("hur orkar medarbetaren"), ElementsAre("sv"));
  EXPECT_THAT(untranslated("nurse"), ElementsAre("en"));
  EXPECT_THAT(untranslated("shorter meeting"), ElementsAre("en"));
  EXPECT_THAT(untranslated("jaksamisesta"), ElementsAre("fi"));
}

TEST(Searcher, FindsEnglishPhrasesInFinnishText) {
  TestIndex index({{.id = "a", .title = "Design sprint kunnassa"},
                   {.id = "b", .title = "Otimme käyttöön design thinking -mallin"}});
  EXPECT_THAT(index.ids("\"design sprint\""), ElementsAre("a"));
  EXPECT_THAT(index.ids("design sprints").front(), "a");
  EXPECT_THAT(index.ids("\"design thinking\""), ElementsAre("b"));
}

TEST(Searcher, FindsHyphenatedWordsByTheirPartsAndEitherHyphen) {
  TestIndex index(std::vector<DeedText>{{.id = "a", .title = "Hr-toimintojen uudistus"}});
  for (const std::string query : {"hr-toiminnot",
                                  "hr",
                                  "hr\u2011toiminnot",
                                  "\"hr-toimintojen "
                                  "uudistus\""}) {
    EXPECT_THAT(index.ids(query), ElementsAre("a")) << query;
  }
}

TEST(Searcher, FindsEveryDeedWithoutAWord) {
  TestIndex index({{.id = "a", .title = "Lean"}, {.id = "b", .title = "Agile"}});
  for (const std::string query : {"", "   ", "?!", "\"\"", "OR"}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b")) << query;
  }
}

TEST(Searcher, GivesAsidesLessWeight) {
  TestIndex index(
      {{.id = "a", .title = "Lait muuttuvat"}, {.id = "b", .title = "Tuotteet muuttuvat"}});
  EXPECT_THAT(index.ids("lait (tuotteet)"), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace kiertoon
