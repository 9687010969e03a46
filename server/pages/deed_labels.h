#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "analysis/language.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"

namespace kiertoon {

// "Tulokset".
[[nodiscard]] std::string_view section_label(SectionKind kind, Language language);

// "Voittaja 2023 · Työhyvinvointi".
[[nodiscard]] std::string award_label(const Award& award,
                                      const Vocabulary& vocabulary,
                                      Language language);

// "14.9.2021"; in English "2021-09-14".
[[nodiscard]] std::string date_label(std::chrono::year_month_day date, Language language);

// What a deed says in short, on one line of at most 200 characters: its summary, else its first
// section.
[[nodiscard]] std::string short_description(const Deed& deed);

// Path of a deed's page: "/deeds/1?lang=sv".
[[nodiscard]] std::string deed_path(std::string_view id, Language language);

// Path of a page in a language: "/describe?lang=sv".
[[nodiscard]] std::string page_path(std::string_view path, Language language);

// Path of the search for a facet's value: "/?theme=johtaminen&lang=sv".
[[nodiscard]] std::string search_path(Facet facet, std::string_view value, Language language);

}  // namespace kiertoon
