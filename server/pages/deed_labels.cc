#include "server/pages/deed_labels.h"

#include <fmt/format.h>

#include "server/pages/deed_texts.h"
#include "server/text.h"

namespace kiertoon {

namespace {

namespace texts = deed_texts;

constexpr std::size_t kDescriptionCharacters = 199;  // and an ellipsis

const Translated& text_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::kBackground:
      return texts::kBackground;
    case SectionKind::kGoal:
      return texts::kGoal;
    case SectionKind::kImplementation:
      return texts::kImplementation;
    case SectionKind::kResults:
      return texts::kResults;
    case SectionKind::kLessons:
      return texts::kLessons;
    case SectionKind::kOther:
      break;
  }
  return texts::kOther;
}

const Translated& text_of(AwardKind kind) {
  switch (kind) {
    case AwardKind::kHonourableMention:
      return texts::kHonourableMention;
    case AwardKind::kFinalist:
      return texts::kFinalist;
    case AwardKind::kWinner:
      break;
  }
  return texts::kWinner;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !line.empty();
      continue;
    }
    if (space) {
      line += ' ';
      space = false;
    }
    line += c;
  }
  return line;
}

}  // namespace

std::string_view section_label(SectionKind kind, Language language) {
  return text_of(kind).in(language);
}

std::string award_label(const Award& award, const Vocabulary& vocabulary, Language language) {
  std::string label = fmt::format("{} {}", text_of(award.kind).in(language), award.year);
  if (!award.category.empty()) {
    // Awards are given in a theme or a sector; others are named as the source does.
    const Facet facet = vocabulary.has_theme(award.category) ? Facet::kTheme : Facet::kSector;
    label += fmt::format(" · {}", vocabulary.label(facet, award.category, language));
  }
  return label;
}

std::string date_label(std::chrono::year_month_day date, Language language) {
  return language == Language::kEnglish ? to_iso(date)
                                        : fmt::format("{}.{}.{}",
                                                      static_cast<unsigned>(date.day()),
                                                      static_cast<unsigned>(date.month()),
                                                      static_cast<int>(date.year()));
}

std::string short_description(const Deed& deed) {
  const std::string_view text = !deed.summary.empty()    ? std::string_view(deed.summary)
                                : !deed.sections.empty() ? std::string_view(deed.sections[0].text)
                                                         : std::string_view();
  return quotable(on_one_line(text), kDescriptionCharacters);
}

std::string deed_path(std::string_view id, Language language) {
  return fmt::format("/deeds/{}?lang={}", percent_encode(id), language_code(language));
}

std::string page_path(std::string_view path, Language language) {
  return fmt::format("{}?lang={}", path, language_code(language));
}

std::string search_path(Facet facet, std::string_view value, Language language) {
  return fmt::format(
      "/?{}={}&lang={}", name_of(facet), percent_encode(value), language_code(language));
}

}  // namespace kiertoon
