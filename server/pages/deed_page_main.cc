#include <utility>

#include <fmt/format.h>

#include "server/html_writer.h"
#include "server/pages/deed_labels.h"
#include "server/pages/deed_page.h"
#include "server/pages/deed_texts.h"

namespace kiertoon {

namespace {

namespace texts = deed_texts;

constexpr std::size_t kExpectedBytes = 8'192;

class DeedArticle {
 public:
  explicit DeedArticle(const DeedPage& page)
      : page_(page), deed_(page.stored.deed), html_(kExpectedBytes) {}

  std::string write() && {
    html_.element("div", {{"class", "wide page deed-page"}}, [&] {
      html_.element("kt-back", [&] {
        html_.local_link(page_path("/", page_.language), texts::kSearch.in(page_.language));
      });
      html_.element(
          "article",
          {{"class", "deed"}, {"lang", language_code(deed_.language)}, {"data-id", deed_.id}},
          [&] { article(); });
      html_.element("kt-similar", {{"deed", deed_.id}, {"lang", ui()}}, [&] { similar(); });
    });
    return std::move(html_).take();
  }

 private:
  void article() {
    html_.element("header", [&] { header(); });
    html_.element("div", {{"class", "deed-side"}}, [&] {
      html_.element(
          "kt-deed-actions", {{"deed", deed_.id}, {"name", deed_.title}, {"lang", ui()}}, "");
      html_.element("dl", {{"class", "deed-facts"}}, [&] { facts(); });
    });
    html_.element("div", {{"class", "deed-body"}}, [&] { body(); });
    html_.element("p", {{"class", "deed-address"}}, canonical_address(page_));
  }

  void body() {
    for (const Section& section : deed_.sections) {
      this->section(section);
    }
    if (page_.contacts == Contacts::kShown && !deed_.contacts.empty()) {
      contacts();
    }
  }

  void header() {
    if (!deed_.themes.empty()) {
      html_.element("p", {{"class", "deed-kicker"}, {"lang", ui()}}, [&] {
        links(Facet::kTheme, deed_.themes);
      });
    }
    html_.element("h1", deed_.title);
    if (!deed_.summary.empty()) {
      html_.element("p", {{"class", "deed-summary"}}, [&] { lines(deed_.summary); });
    }
    if (!deed_.awards.empty()) {
      html_.element("p", {{"class", "deed-awards"}, {"lang", ui()}}, [&] {
        for (const Award& award : deed_.awards) {
          html_.text(&award == &deed_.awards.front() ? "" : " ");
          html_.element(
              "span", {{"class", "award"}}, award_label(award, page_.vocabulary, page_.language));
        }
      });
    }
  }

  void facts() {
    told_fact(deed_.organisations.size() > 1 ? texts::kOrganisations : texts::kOrganisation,
              [&] { organisations(); });
    date(texts::kPublished, deed_.published);
    if (deed_.modified != deed_.published) {
      date(texts::kModified, deed_.modified);
    }
    programme();
    if (!deed_.sectors.empty()) {
      fact(texts::kSectors, [&] { links(Facet::kSector, deed_.sectors); });
    }
    if (!deed_.keywords.empty()) {
      told_fact(texts::kKeywords, [&] { keywords(); });
    }
    if (deed_.language != page_.language) {
      fact(texts::kLanguage,
           [&] { html_.text(label(Facet::kLanguage, language_code(deed_.language))); });
    }
    if (!deed_.source.empty()) {
      told_fact(texts::kSource, [&] { html_.text(deed_.source); });
    }
    if (!deed_.url.empty()) {
      told_fact(texts::kOriginal, [&] {
        html_.link(deed_.url, deed_.url, {{"rel", "noopener"}, {"class", "deed-original"}});
      });
    }
  }

  // A fact whose value is in the language of the labels.
  template <typename Body>
  void fact(const Translated& name, Body body) {
    fact_in(ui(), name, body);
  }

  // A fact that the deed tells in its own language.
  template <typename Body>
  void told_fact(const Translated& name, Body body) {
    fact_in(language_code(deed_.language), name, body);
  }

  template <typename Body>
  void fact_in(std::string_view language, const Translated& name, Body body) {
    html_.element("div", [&] {
      html_.element("dt", {{"lang", ui()}}, name.in(page_.language));
      html_.element("dd", {{"lang", language}}, body);
    });
  }

  void date(const Translated& name, const std::optional<std::chrono::year_month_day>& day) {
    if (day) {
      fact(name, [&] {
        html_.element("time", {{"datetime", to_iso(*day)}}, date_label(*day, page_.language));
      });
    }
  }

  void programme() {
    const std::string programme =
        deed_.published ? page_.vocabulary.programme_of(static_cast<int>(deed_.published->year()))
                        : std::string();
    if (!programme.empty()) {
      fact(texts::kProgramme, [&] { links(Facet::kProgramme, {programme}); });
    }
  }

  // The values' names in the language of the labels, each leading to its search.
  void links(Facet facet, const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      html_.text(i == 0 ? "" : ", ");
      html_.local_link(search_path(facet, values[i], page_.language), label(facet, values[i]));
    }
  }

  void organisations() {
    for (std::size_t i = 0; i < deed_.organisations.size(); ++i) {
      const Organisation& organisation = deed_.organisations[i];
      html_.text(i == 0 ? "" : ", ");
      html_.local_link(
          search_path(Facet::kOrganisation, page_.stored.organisation_slugs.at(i), page_.language),
          organisation.name);
      if (organisation.role == OrganisationRole::kPartner) {
        html_.text(" (");
        html_.element("span", {{"lang", ui()}}, texts::kPartner.in(page_.language));
        html_.text(")");
      }
    }
  }

  void keywords() {
    for (std::size_t i = 0; i < deed_.keywords.size(); ++i) {
      html_.text(i == 0 ? "" : ", ");
      html_.local_link(
          search_path(Facet::kKeyword, page_.stored.keyword_values.at(i), page_.language),
          deed_.keywords[i]);
    }
  }

  void section(const Section& section) {
    html_.element(
        "section",
        {{"class", fmt::format("deed-section deed-section-{}", name_of(section.kind))}},
        [&] {
          html_.element("h2", {{"lang", ui()}}, section_label(section.kind, page_.language));
          paragraphs(section.text);
        });
  }

  // An empty line ends a paragraph.
  void paragraphs(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      if (const std::string_view paragraph = text.substr(0, end);
          paragraph.find_first_not_of(" \t\n") != std::string_view::npos) {
        html_.element("p", [&] { lines(paragraph); });
      }
      text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
    }
  }

  void lines(std::string_view text) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      html_.text(text.substr(0, end));
      html_.void_element("br", {});
      text.remove_prefix(end + 1);
    }
    html_.text(text);
  }

  void contacts() {
    html_.element("section", {{"class", "deed-contacts"}}, [&] {
      html_.element("h2", {{"lang", ui()}}, texts::kContacts.in(page_.language));
      html_.element("ul", [&] {
        for (const Contact& contact : deed_.contacts) {
          html_.element("li", [&] { this->contact(contact); });
        }
      });
    });
  }

  void contact(const Contact& contact) {
    html_.text(contact.name);
    if (!contact.email.empty()) {
      html_.text(contact.name.empty() ? "" : ", ");
      html_.mail_link(contact.email);
    }
    if (!contact.phone.empty()) {
      html_.text(contact.name.empty() && contact.email.empty() ? "" : ", ");
      html_.phone_link(contact.phone);
    }
  }

  void similar() {
    if (page_.similar.empty()) {
      return;
    }
    html_.element("h2", texts::kSimilar.in(page_.language));
    html_.element("ul", [&] {
      for (const SimilarDeed& one : page_.similar) {
        html_.element("li", {{"lang", language_code(one.facts.language)}}, [&] {
          html_.local_link(deed_path(one.facts.id, page_.language), one.facts.title);
          html_.text(whose(one.facts));
        });
      }
    });
  }

  // " (Kuusarannan kaupunki, Koski Oy, 2021)"
  static std::string whose(const DeedFacts& deed) {
    std::string result;
    for (const HitOrganisation& organisation : deed.organisations) {
      result += (result.empty() ? "" : ", ") + organisation.name;
    }
    if (deed.published) {
      result +=
          fmt::format("{}{}", result.empty() ? "" : ", ", static_cast<int>(deed.published->year()));
    }
    return result.empty() ? result : fmt::format(" ({})", result);
  }

  [[nodiscard]] std::string label(Facet facet, std::string_view value) const {
    return std::string(page_.vocabulary.label(facet, value, page_.language));
  }

  // The language of labels, which may be another than the deed's.
  [[nodiscard]] std::string_view ui() const { return language_code(page_.language); }

  const DeedPage& page_;
  const Deed& deed_;
  HtmlWriter html_;
};

}  // namespace

std::string deed_page_main(const DeedPage& page) {
  return DeedArticle(page).write();
}

}  // namespace kiertoon
