#include "search/similar/deed_profile.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/document_builder.h"
#include "tests/search/test_index.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

std::map<std::string, std::uint32_t> frequencies(const DeedProfile& profile) {
  std::map<std::string, std::uint32_t> all;
  for (const auto& term : profile.terms) {
    all[term.term] = term.frequency;
  }
  return all;
}

std::map<std::string, std::uint32_t> terms_of(std::string_view text,
                                              Language language = Language::kFinnish,
                                              std::uint32_t weight = 1) {
  ProfileWriter writer;
  for (const auto& token : test_analyzer().analyze(text, language)) {
    writer.add_terms(token, language, weight);
  }
  return frequencies(writer.take());
}

DeedProfile profile_of(const Deed& deed) {
  return DocumentBuilder(test_analyzer(), *test_vocabulary()).build(deed).profile;
}

TEST(DeedProfile, CountsBaseFormsAndParts) {
  EXPECT_THAT(terms_of("työhyvinvoinnista hyvinvointi"),
              ElementsAre(Pair("p:hyvinvointi", 2), Pair("p:työ", 1), Pair("p:työhyvinvointi", 1)));
}

TEST(DeedProfile, CountsAWordOfAHeavyFieldMoreThanOnce) {
  EXPECT_THAT(terms_of("kahvi", Language::kFinnish, 4), ElementsAre(Pair("p:kahvi", 4)));
}

TEST(DeedProfile, CountsTheStemsOfItsOwnLanguageAlone) {
  EXPECT_THAT(terms_of("nurses", Language::kEnglish), UnorderedElementsAre(Pair("e:nurs", 1)));
  EXPECT_THAT(terms_of("barnens", Language::kSwedish), UnorderedElementsAre(Pair("s:barn", 1)));
  for (const auto& [term, frequency] : terms_of("sairaanhoitajat perehdyttivät sijaisia")) {
    EXPECT_FALSE(term.starts_with("s:") || term.starts_with("e:")) << term;
  }
}

TEST(DeedProfile, ListsTermsInOrderAndBeginsAnewOnceTaken) {
  ProfileWriter writer;
  for (const auto& token : test_analyzer().analyze("ovi kahvi auto kahvi", Language::kFinnish)) {
    writer.add_terms(token, Language::kFinnish, 1);
  }
  writer.add_word("ovi");
  const DeedProfile profile = writer.take();
  EXPECT_TRUE(std::is_sorted(profile.terms.begin(),
                             profile.terms.end(),
                             [](const auto& a, const auto& b) { return a.term < b.term; }));
  EXPECT_THAT(frequencies(profile),
              ElementsAre(Pair("p:auto", 1), Pair("p:kahvi", 2), Pair("p:ovi", 1)));
  EXPECT_EQ(profile.sketch.hashes().size(), 1U);
  const DeedProfile next = writer.take();
  EXPECT_THAT(next.terms, IsEmpty());
  EXPECT_THAT(next.sketch.hashes(), IsEmpty());
}

TEST(DeedProfile, HashesWordsWhateverTheirCase) {
  ProfileWriter a;
  ProfileWriter b;
  a.add_word("TYÖ");
  b.add_word("työ");
  EXPECT_EQ(a.take().sketch.encode(), b.take().sketch.encode());
}

TEST(DeedProfile, NamesTermsAsItCountsThem) {
  for (const Language language : kLanguages) {
    const auto known = terms_of("HUSin chatbotin hoitajat hembesök nurses", language);
    std::size_t named = 0;
    for (const auto& token :
         test_analyzer().analyze("HUSin chatbotin hoitajat hembesök nurses", language)) {
      for (const auto& term : *token.terms) {
        const std::string name = profile_term(term, language);
        EXPECT_EQ(name.empty(), term.kind == TermKind::kSurfaceForm || term.language != language);
        named += known.count(name);
      }
    }
    EXPECT_GE(named, known.size());
  }
  EXPECT_EQ(profile_term({.text = "työ", .kind = TermKind::kSurfaceForm}, Language::kFinnish), "");
}

TEST(DeedProfile, OfADeedHasItsTextsButNotItsOrganisationsOrThemes) {
  Deed deed = deed_of({.id = "a", .title = "Kahvi", .summary = "Auto", .body = "Kahvi ja ovi"});
  deed.organisations = {{.name = "Limingan kunta", .type = OrganisationType::kMunicipality}};
  deed.themes = {"digitalisaatio"};
  deed.sectors = {"perusopetus"};
  deed.keywords = {"chatbot"};
  const auto terms = frequencies(profile_of(deed));
  EXPECT_GT(terms.at("p:kahvi"), terms.at("p:auto"));
  EXPECT_GT(terms.at("p:auto"), terms.at("p:ovi"));
  EXPECT_TRUE(terms.contains("p:chatbot"));
  for (const char* name :
       {"p:liminka", "p:kunta", "p:digitalisaatio", "p:perusopetus", "p:opetus", "p:ja"}) {
    EXPECT_FALSE(terms.contains(name)) << name;
  }
}

TEST(DeedProfile, OfADeedSketchesItsRunningTextWithStopWords) {
  const Deed deed = deed_of({.id = "a", .title = "Kahvi", .summary = "", .body = "kahvi ja ovi"});
  EXPECT_EQ(profile_of(deed).sketch.hashes().size(), 3U);
}

TEST(DeedProfile, TakesAnyText) {
  for (const std::string_view text : {std::string_view("\xFF\xC3"),
                                      std::string_view("\0", 1),
                                      std::string_view("---"),
                                      std::string_view("p: f: \x1F")}) {
    ProfileWriter writer;
    writer.add_word(text);
    for (const auto& token : test_analyzer().analyze(text, Language::kFinnish)) {
      writer.add_terms(token, Language::kFinnish, 1);
    }
    EXPECT_EQ(writer.take().sketch.hashes().size(), 1U);
  }
}

}  // namespace
}  // namespace kiertoon
