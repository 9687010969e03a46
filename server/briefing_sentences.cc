#include "server/briefing_sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "server/briefing_texts.h"
#include "server/pages/deed_labels.h"

namespace kiertoon {

namespace {

namespace texts = briefing_texts;

constexpr std::array<Translated, kFacetCount> kFacetTitles{
    {{"teema", "tema", "theme"},
     {"toimiala", "sektor", "sector"},
     {"organisaatio", "organisation", "organisation"},
     {"organisaatiotyyppi", "organisationstyp", "type of organisation"},
     {"ohjelma", "program", "programme"},
     {"kieli", "språk", "language"},
     {"palkinto", "pris", "award"},
     {"avainsana", "nyckelord", "keyword"},
     {"vuosi", "år", "year"}}};

constexpr std::array<Translated, 3> kClosenessTexts{
    {{"hyvin lähellä", "mycket nära", "very close"},
     {"sama aihe", "samma ämne", "same subject"},
     {"löyhästi samaa aihetta", "löst besläktad", "loosely related"}}};

constexpr std::array<Translated, 3> kVersionTexts{
    {{"lähes sama teksti", "nästan samma text", "nearly the same text"},
     {"mahdollinen aiempi versio", "möjlig tidigare version", "possibly an earlier version"},
     {"mahdollinen myöhempi versio", "möjlig senare version", "possibly a later version"}}};

// {0}: novelty, {1}: the nearest deed, {2}: similarity.
constexpr Translated kMeasured{
    "Uutuus {0}: lähin aiempien vuosien teko on {1}, samankaltaisuus {2}.",
    "Nyhetsvärde {0}: den närmaste insatsen från tidigare år är {1}, likhet {2}.",
    "Novelty {0}: the nearest deed of earlier years is {1}, similarity {2}."};
constexpr Translated kOwnNearest{" Se on saman organisaation teko.",
                                 " Den är samma organisations insats.",
                                 " It is a deed of the same organisation."};
constexpr Translated kNothingShared{
    "Uutuus {0}: aiempien vuosien teoissa ei ole mitään samaa.",
    "Nyhetsvärde {0}: insatserna från tidigare år har ingenting gemensamt med den.",
    "Novelty {0}: deeds of earlier years have nothing in common with it."};
constexpr Translated kNoveltyUndated{
    "Uutuutta ei voi laskea, koska teolla ei ole julkaisupäivää.",
    "Nyhetsvärdet kan inte beräknas, eftersom insatsen saknar publiceringsdag.",
    "Novelty cannot be computed: the deed has no date of publication."};
constexpr Translated kNothingEarlier{
    "Uutuutta ei voi laskea, koska aiempien vuosien tekoja ei ole.",
    "Nyhetsvärdet kan inte beräknas, eftersom det inte finns insatser från tidigare år.",
    "Novelty cannot be computed: there are no deeds of earlier years."};

// In the order of WarningKind. {0}: the candidate, {1}: what it is about.
constexpr std::array<Translated, 7> kWarningTexts{
    {{"Ehdokas {0} on nimetty pyynnössä useammin kuin kerran. Se on mukana kerran.",
      "Kandidat {0} nämns mer än en gång i urvalet. Den ingår en gång.",
      "Candidate {0} is named more than once in the request. It is included once."},
     {"Ehdokkaat {0} ja {1} ovat lähes sama teksti. Sama teko on ehkä lähetetty kahdesti.",
      "Kandidaterna {0} och {1} har nästan samma text. Samma insats har kanske skickats in två "
      "gånger.",
      "Candidates {0} and {1} are nearly the same text. The same deed may have been sent in "
      "twice."},
     {"Ehdokkaan {0} palkinto on vuodelta {1}, mutta teko on julkaistu toisena vuonna.",
      "Priset till kandidat {0} är från år {1}, men insatsen har publicerats ett annat år.",
      "An award of candidate {0} is of {1}, but the deed was published in another year."},
     {"Organisaatiolle {0} on merkitty eri ehdokkaissa eri tyyppi: {1}.",
      "Organisationen {0} har olika typ i olika kandidater: {1}.",
      "Candidates give the organisation {0} different types: {1}."},
     {"Ehdokkaalla {0} ei ole teemaa.",
      "Kandidat {0} har inget tema.",
      "Candidate {0} has no theme."},
     {"Ehdokkaalla {0} ei ole julkaisupäivää.",
      "Kandidat {0} har ingen publiceringsdag.",
      "Candidate {0} has no date of publication."},
     {"Ehdokkaalla {0} ei ole vetäjäksi merkittyä organisaatiota.",
      "Ingen organisation är angiven som ledare för kandidat {0}.",
      "Candidate {0} has no organisation that leads it."}}};

constexpr Translated kIds{"tunnukset ({})", "koder ({})", "ids ({})"};

template <typename Items, typename TextOf>
std::string joined(const Items& items, TextOf text_of) {
  std::string result;
  for (const auto& item : items) {
    result += result.empty() ? "" : ", ";
    result += text_of(item);
  }
  return result;
}

}  // namespace

std::string listed(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

BriefingSentences::BriefingSentences(const Briefing& briefing,
                                     const Vocabulary& vocabulary,
                                     Language language)
    : briefing_(briefing), vocabulary_(vocabulary), language_(language) {
  for (const BriefedDeed& candidate : briefing.candidates) {
    numbers_.emplace(candidate.deed, numbers_.size() + 1);
  }
}

int BriefingSentences::whole_percent(double share) {
  return static_cast<int>(std::lround(100.0 * share));
}

std::string BriefingSentences::percent(double share) const {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  return fmt::format("{}{}%",
                     whole_percent(share),
                     language_ == Language::kEnglish ? std::string_view() : kNoBreakSpace);
}

std::string BriefingSentences::day(std::chrono::year_month_day day) const {
  return date_label(day, language_);
}

std::string BriefingSentences::published(const DeedFacts& deed) const {
  return deed.published ? day(*deed.published) : std::string(texts::kUndated.in(language_));
}

std::string BriefingSentences::year(const DeedFacts& deed) const {
  return deed.published ? std::to_string(static_cast<int>(deed.published->year()))
                        : std::string(texts::kUndated.in(language_));
}

std::string BriefingSentences::organisations(const DeedFacts& deed) const {
  return joined(deed.organisations, [this](const HitOrganisation& one) {
    return one.role == OrganisationRole::kPartner
               ? fmt::format("{} ({})", one.name, texts::kPartner.in(language_))
               : one.name;
  });
}

std::string BriefingSentences::themes(const std::vector<std::string>& slugs) const {
  return joined(slugs, [this](const std::string& slug) { return label(Facet::kTheme, slug); });
}

std::string BriefingSentences::theme(const ThemeGroup& group) const {
  return group.theme.empty() ? std::string(texts::kNoTheme.in(language_))
                             : label(Facet::kTheme, group.theme);
}

std::string BriefingSentences::sectors(const DeedFacts& deed) const {
  return joined(deed.sectors,
                [this](const std::string& slug) { return label(Facet::kSector, slug); });
}

std::string BriefingSentences::awards(const DeedFacts& deed) const {
  return joined(deed.awards, [this](const Award& award) {
    std::string text = fmt::format("{} {}", label(Facet::kAward, name_of(award.kind)), award.year);
    if (!award.category.empty()) {
      // Awards are given in a theme or a sector; others are named as the source does.
      const bool is_theme = vocabulary_.has_theme(award.category);
      text +=
          fmt::format(" ({})", label(is_theme ? Facet::kTheme : Facet::kSector, award.category));
    }
    return text;
  });
}

std::string_view BriefingSentences::closeness(Closeness closeness) const {
  return kClosenessTexts.at(static_cast<std::size_t>(closeness)).in(language_);
}

std::string_view BriefingSentences::version(VersionKind kind) const {
  return kVersionTexts.at(static_cast<std::size_t>(kind)).in(language_);
}

std::string BriefingSentences::deed(const DeedFacts& deed) const {
  return fmt::format("{} ({}, {})", quoted(deed.title), organisations(deed), year(deed));
}

std::optional<std::size_t> BriefingSentences::number(const DeedFacts& deed) const {
  const auto found = numbers_.find(&deed);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::string BriefingSentences::novelty(const BriefedDeed& candidate) const {
  const Novelty& novelty = candidate.novelty;
  if (novelty.kind == NoveltyKind::kUndated) {
    return std::string(kNoveltyUndated.in(language_));
  }
  if (novelty.kind == NoveltyKind::kNothingEarlier) {
    return std::string(kNothingEarlier.in(language_));
  }
  if (novelty.nearest == nullptr) {
    return fmt::format(fmt::runtime(kNothingShared.in(language_)), percent(novelty.share));
  }
  // What is left of 100 %, so that the two shown add up to it.
  const double similarity = (100 - whole_percent(novelty.share)) / 100.0;
  std::string text = fmt::format(fmt::runtime(kMeasured.in(language_)),
                                 percent(novelty.share),
                                 deed(*novelty.nearest),
                                 percent(similarity));
  if (share_organisation(*candidate.deed, *novelty.nearest)) {
    text += kOwnNearest.in(language_);
  }
  return text;
}

std::string BriefingSentences::chain(const BriefedDeed& candidate) const {
  const DeedFacts& own = *candidate.deed;
  const auto comes_after = [&](const DeedFacts& other) {
    return own.published && (!other.published || *own.published < *other.published);
  };
  const auto place = std::find_if(candidate.chain.begin(),
                                  candidate.chain.end(),
                                  [&](const ChainDeed& one) { return comes_after(*one.deed); });
  std::string text;
  const auto add = [&](const DeedFacts& deed, std::string_view title) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " → ", year(deed), title);
  };
  for (auto one = candidate.chain.begin(); one != place; ++one) {
    add(*one->deed, one->deed->title);
  }
  add(own, texts::kThis.in(language_));
  for (auto one = place; one != candidate.chain.end(); ++one) {
    add(*one->deed, one->deed->title);
  }
  return candidate.chain_left_out > 0 ? fmt::format("{} (+ {})", text, candidate.chain_left_out)
                                      : text;
}

std::string BriefingSentences::reasons(const BriefedNeighbour& neighbour) const {
  std::string text;
  const auto add = [&](const Translated& label, const std::string& what) {
    if (!what.empty()) {
      text += fmt::format("{}{}: {}", text.empty() ? "" : " · ", label.in(language_), what);
    }
  };
  add(texts::kSharedWords, listed(neighbour.shared_words));
  add(texts::kSharedThemes, themes(neighbour.shared_themes));
  add(texts::kAwards, awards(*neighbour.deed));
  return text;
}

std::string BriefingSentences::warning(const BriefingWarning& warning) const {
  const std::string first =
      warning.candidate ? named(*warning.candidate) : quoted(warning.organisation);
  std::string second;
  if (warning.other) {
    second = named(*warning.other);
  } else if (warning.kind == WarningKind::kAwardOfAnotherYear) {
    second = std::to_string(warning.award_year);
  } else {
    second = joined(warning.types, [this](OrganisationType type) {
      return label(Facet::kOrganisationType, name_of(type));
    });
  }
  const Translated& text = kWarningTexts.at(static_cast<std::size_t>(warning.kind));
  return fmt::format(fmt::runtime(text.in(language_)), first, second);
}

std::string BriefingSentences::request() const {
  const BriefingRequest& request = briefing_.request;
  if (!request.ids.empty()) {
    return fmt::format(fmt::runtime(kIds.in(language_)), request.ids.size());
  }
  std::string text;
  const auto add = [&](Facet facet, const std::string& values) {
    if (!values.empty()) {
      text += text.empty() ? "" : "; ";
      text += fmt::format("{}: {}", kFacetTitles.at(index_of(facet)).in(language_), values);
    }
  };
  add(Facet::kYear, joined(request.filters.years, text_of));
  for (std::size_t i = 0; i < kFacetCount; ++i) {
    const auto facet = static_cast<Facet>(i);
    add(facet, joined(request.filters.of(facet), [&](const std::string& value) {
          return label(facet, value);
        }));
  }
  return text;
}

std::string BriefingSentences::date() const {
  return briefing_.date ? day(*briefing_.date) : std::string();
}

std::string BriefingSentences::named(std::size_t candidate) const {
  return fmt::format(
      "{} ({})", candidate + 1, quoted(briefing_.candidates.at(candidate).deed->title));
}

std::string BriefingSentences::quoted(std::string_view title) const {
  return language_ == Language::kEnglish ? fmt::format("“{}”", title) : fmt::format("”{}”", title);
}

std::string text_of(const YearRange& years) {
  const auto end = [](const std::optional<int>& year) {
    return year ? std::to_string(*year) : std::string();
  };
  const std::string first = end(years.first);
  const std::string last = end(years.last);
  return first == last ? first : first + ".." + last;
}

}  // namespace kiertoon
