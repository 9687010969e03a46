#include "analysis/word_bases.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kiertoon {
namespace {

// Knows the words it is told, as the lexicon and Voikko would.
class KnownWords final : public WordKnowledge {
 public:
  KnownWords(std::map<std::string, std::vector<std::string>, std::less<>> whole,
             std::set<std::string, std::less<>> bases)
      : whole_(std::move(whole)), bases_(std::move(bases)) {}

  [[nodiscard]] const std::vector<std::string>* whole_word(std::string_view base) const override {
    const auto found = whole_.find(base);
    return found == whole_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool is_base_form(std::string_view base) const override {
    return bases_.contains(base);
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> whole_;
  std::set<std::string, std::less<>> bases_;
};

const KnownWords& knowledge() {
  static const KnownWords words(
      {{"tekoäly", {}}, {"lautakunta", {}}, {"sähköposti", {"posti"}}, {"tieto-osasto", {}}},
      {"vähentää",
       "päivystys",
       "toiminta",
       "opetus",
       "kehittää",
       "uudelleen",
       "käyttö",
       "johtaja"});
  return words;
}

// "työ[0-3] hyvinvointi[3-14] ~kehittää[0-10]": a part with its place, a root with "~".
std::string shown(const WordReading& reading) {
  std::string text;
  for (const auto& part : reading.parts) {
    text += (text.empty() ? "" : " ") + std::string(part.kind == TermKind::kRoot ? "~" : "") +
            part.text + "[" + std::to_string(part.begin) + "-" + std::to_string(part.end) + "]";
  }
  return text;
}

struct Example {
  std::string base;
  std::string word_bases;
  std::string structure;
  std::string parts;
};

class WordBases : public ::testing::TestWithParam<Example> {};

TEST_P(WordBases, GiveThePartsAndRoots) {
  const auto& [base, word_bases, structure, parts] = GetParam();
  const WordReading reading = read_word_bases(
      {.base_form = base, .word_bases = word_bases, .structure = structure}, knowledge());
  EXPECT_EQ(reading.base, base);
  EXPECT_EQ(shown(reading), parts) << word_bases;
}

INSTANTIATE_TEST_SUITE_P(Compounds,
                         WordBases,
                         ::testing::Values(Example{"työhyvinvointi",
                                                   "+työ(työ)+hyvinvointi(hyvin=vointi)",
                                                   "=ppp=ppppp=ppppppp",
                                                   "työ[0-3] hyvinvointi[3-15]"},
                                           Example{"linja-auto",
                                                   "+linja(linja)+-+auto(auto)",
                                                   "=ppppp-=pppp",
                                                   "linja[0-5] auto[6-10]"},
                                           Example{"vanhempainvapaa",
                                                   "+vanhempain(vanhempi)+vapaa(vapaa)",
                                                   "=pppppppppp=ppppp",
                                                   "vanhempi[0-10] vapaa[10-15]"},
                                           Example{"koti", "+koti(koti)", "=pppp", ""},
                                           Example{"Liminka", "+Liminka(Liminka)", "=ippppp", ""}));

INSTANTIATE_TEST_SUITE_P(
    Derivations,
    WordBases,
    ::testing::Values(Example{"päivystyskuorma",
                              "+päivyst(päivystää)+ys(+ys)+kuorma(kuorma)",
                              "=ppppppppp=pppppp",
                              "~päivystää[0-9] päivystys[0-9] kuorma[9-15]"},
                      Example{"kehittämisteko",
                              "+kehittämis(kehittää)+teko(teko)",
                              "=pppppppppp=pppp",
                              "kehittää[0-10] teko[10-14]"},
                      Example{"opetus", "+opet(opettaa)+us(+us)", "=ppppppppp", "~opettaa[0-9]"},
                      Example{"toiminta", "+toimi(toimia)+n+ta(+ta)", "=pppppppp", "~toimia[0-8]"},
                      // Each link of the chain that is a word is a root.
                      Example{"vähennetty",
                              "+vähen(vähetä)ne(+tää)+t+ty(+ty)",
                              "=pppppppppp",
                              "~vähetä[0-10] ~vähentää[0-10]"},
                      // A bare root that is a word begins a part of its own.
                      Example{"uudelleenkäyttö",
                              "+uudelleen+käyt(käyttää)+tö(+tö)",
                              "=ppppppppp=pppppp",
                              "uudelleen[0-9] ~käyttää[9-15] käyttö[9-15]"}));

INSTANTIATE_TEST_SUITE_P(
    NeverSplit,
    WordBases,
    ::testing::Values(
        Example{"lautakunta", "+lauta(lauta)+kunta(kunta)", "=ppppp=ppppp", ""},
        Example{"sähköposti", "+sähkö(sähkö)+posti(posti)", "=ppppp=ppppp", "posti[0-10]"},
        Example{"tekoälyratkaisu",
                "+teko(teko)+äly(äly)+ratkais(ratkaista)+u(+u)",
                "=pppp=ppp=pppppppp",
                "tekoäly[0-7] ~ratkaista[7-15] ratkaisu[7-15]"},
        Example{"tarkastuslautakunta",
                "+tarkast(tarkastaa)+us(+us)+lauta(lauta)+kunta(kunta)",
                "=ppppppppp=ppppp=ppppp",
                "~tarkastaa[0-9] tarkastus[0-9] lautakunta[9-19]"}));

// What Voikko has no reason to say, and what it does say at the edges.
INSTANTIATE_TEST_SUITE_P(
    Broken,
    WordBases,
    ::testing::Values(
        Example{"", "", "", ""},
        Example{"työ", "", "=ppp", ""},
        Example{"työ", "+", "=ppp", ""},
        Example{"työ", "++++", "=ppp", ""},
        Example{"työ", "+-+-", "=ppp", ""},
        Example{"työ", "+työ(", "=ppp", ""},
        Example{"työ", "+työ(työ", "=ppp", ""},
        Example{"työ", "+työ)", "=ppp", "~työ)[0-3]"},
        Example{"työ", "+()", "=ppp", "~[0-3]"},
        Example{"työ", "+(+)", "=ppp", ""},
        Example{"työ", "(+ys)", "=ppp", ""},
        // Places that do not fit the parts: the whole word for each.
        Example{"työaika", "+työ(työ)+aika(aika)", "=ppppppp", "työ[0-7] aika[0-7]"},
        Example{"työaika", "+työ(työ)+aika(aika)", "", "työ[0-0] aika[0-0]"},
        Example{"työaika", "+työ(työ)+aika(aika)", "ppp", "työ[0-0] aika[0-0]"},
        Example{"työaika", "+työ(työ)+aika(aika)", "=p=p=p=p=p=p=p", "työ[0-7] aika[0-7]"}));

}  // namespace
}  // namespace kiertoon
