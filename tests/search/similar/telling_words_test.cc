#include "search/similar/telling_words.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index/deed_record.h"
#include "search/index/document_builder.h"
#include "tests/search/test_index.h"
#include "tests/value_or_throw.h"

namespace kiertoon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

DeedRecord record_of(const DeedText& text) {
  const auto indexed = DocumentBuilder(test_analyzer(), *test_vocabulary()).build(deed_of(text));
  return value_or_throw(decode_deed_record(indexed.record));
}

std::vector<std::string> words(const DeedText& text,
                               const std::vector<std::string_view>& terms,
                               std::size_t count = 6) {
  return telling_words(record_of(text), terms, count, test_analyzer());
}

TEST(TellingWords, AreAsTheDeedWritesThemInTheOrderOfTheTerms) {
  const DeedText deed{.id = "a",
                      .title = "Perehdytys uusiksi",
                      .summary = "Kotihoidossa on chatbot.",
                      .body = "Sijaiset kiittävät."};
  EXPECT_THAT(words(deed, {"p:chatbot", "p:sijainen", "p:kotihoito", "p:perehdytys"}),
              ElementsAre("chatbot", "Sijaiset", "Kotihoidossa", "Perehdytys"));
  EXPECT_THAT(words(deed, {"p:chatbot", "p:sijainen", "p:kotihoito"}, 2),
              ElementsAre("chatbot", "Sijaiset"));
  EXPECT_THAT(words(deed, {"p:chatbot"}, 0), IsEmpty());
  EXPECT_THAT(words(deed, {}), IsEmpty());
}

TEST(TellingWords, AreWholeWordsBeforeCompounds) {
  const DeedText deed{.id = "a",
                      .title = "Keittiöhävikki",
                      .summary = "Ruokahävikki puolittui.",
                      .body = "Hävikki punnitaan."};
  EXPECT_THAT(words(deed, {"p:hävikki"}), ElementsAre("Hävikki"));
}

TEST(TellingWords, AreCompoundsWhereNothingElseHasTheTerm) {
  const DeedText deed{.id = "a", .title = "Ruokahävikki puolittui", .summary = "", .body = ""};
  EXPECT_THAT(words(deed, {"p:hävikki"}), ElementsAre("Ruokahävikki"));
}

TEST(TellingWords, PreferLowerCase) {
  const DeedText deed{
      .id = "a", .title = "Perehdytys", .summary = "Perehdytys ja perehdytys", .body = ""};
  EXPECT_THAT(words(deed, {"p:perehdytys"}), ElementsAre("perehdytys"));
}

TEST(TellingWords, ShowNothingTwice) {
  const DeedText deed{.id = "a",
                      .title = "Ruokahävikki",
                      .summary = "Ruokahävikin seuranta, ruokahävikistä oppia",
                      .body = ""};
  EXPECT_THAT(words(deed, {"p:hävikki", "p:ruoka", "p:ruokahävikki", "p:hävikki"}), SizeIs(1));
}

TEST(TellingWords, AreNotSilly) {
  const DeedText deed{
      .id = "a",
      .title = "Vuoden 2021 työ",
      .summary = "Tehtiin ja kehitettiin kunnassa uusia asioita kolmen vuoden ajan.",
      .body = ""};
  EXPECT_THAT(words(deed,
                    {"p:vuosi",
                     "p:2021",
                     "p:työ",
                     "p:tehdä",
                     "p:ja",
                     "p:kehittää",
                     "p:kunta",
                     "p:uusi",
                     "p:asia",
                     "p:kolme"}),
              IsEmpty());
}

TEST(TellingWords, LeaveOutTermsTheDeedDoesNotHave) {
  const DeedText deed{.id = "a", .title = "Kahvi", .summary = "Auto", .body = ""};
  EXPECT_THAT(words(deed, {"p:laiva", "s:kahvi", "p:kahvi", "", "p:", "x", "q:auto"}),
              ElementsAre("Kahvi"));
}

TEST(TellingWords, OfASwedishDeedAreSwedish) {
  const DeedText deed{.id = "a",
                      .title = "Introduktion för vikarier",
                      .summary = "Vikarierna inom hemvården är tre och de får en introduktion.",
                      .body = "",
                      .language = Language::kSwedish};
  EXPECT_THAT(words(deed, {"s:introduktion", "s:tre", "s:vikari", "s:hemvård", "s:är"}),
              ElementsAre("introduktion", "vikarier", "hemvården"));
}

TEST(TellingWords, OfADamagedTokenTableAreThoseThatAreLeft) {
  DeedRecord record =
      record_of({.id = "a", .title = "Kahvi", .summary = "Auto", .body = "Sijainen"});
  record.tokens.resize(1);
  const auto shown = telling_words(record, {"p:kahvi", "p:auto", "p:sijainen"}, 6, test_analyzer());
  EXPECT_THAT(shown, ElementsAre("Kahvi"));
  record.tokens[0].places[0].end = 1000;
  EXPECT_THAT(telling_words(record, {"p:kahvi"}, 6, test_analyzer()), IsEmpty());
}

}  // namespace
}  // namespace kiertoon
