#include "server/feeds/atom_feed.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "server/etag.h"
#include "server/feeds/feed_texts.h"
#include "server/feeds/xml_writer.h"
#include "server/pages/deed_labels.h"
#include "server/text.h"

namespace kiertoon {

namespace {

// Parameters that choose a part of the hits, not which hits there are.
constexpr std::string_view kPage = "page";
constexpr std::string_view kPerPage = "per_page";

// "?q=ty%C3%B6&lang=sv"; empty without parameters.
std::string query_string(const Parameters& parameters, bool with_pages) {
  std::string result;
  for (const Parameter& one : parameters.items()) {
    if (with_pages || (one.name != kPage && one.name != kPerPage)) {
      result += fmt::format("{}{}={}",
                            result.empty() ? "?" : "&",
                            percent_encode(one.name),
                            percent_encode(one.value));
    }
  }
  return result;
}

// A deed knows its days alone.
std::string timestamp(std::chrono::year_month_day day) {
  return to_iso(day) + "T00:00:00Z";
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

class AtomWriter {
 public:
  explicit AtomWriter(const AtomFeed& feed) : feed_(feed) {}

  std::string write() && {
    const std::string_view language = language_code(feed_.query.labels);
    xml_.element("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", language}}, [&] {
      head();
      for (const Deed& deed : feed_.deeds) {
        xml_.element("entry", {{"xml:lang", language_code(deed.language)}}, [&] { entry(deed); });
      }
    });
    return std::move(xml_).take();
  }

 private:
  void head() {
    xml_.element("id", fmt::format("urn:kiertoon:search:{}", make_etag({canonical(feed_.query)})));
    xml_.element("title", title());
    xml_.element("updated", timestamp(newest()));
    link("self",
         "application/atom+xml",
         "/feeds/search.atom" + query_string(feed_.parameters, true));
    link("alternate", "text/html", "/" + query_string(feed_.parameters, false));
    xml_.element("generator", "kiertoon");
  }

  [[nodiscard]] std::string title() const {
    const Language language = feed_.query.labels;
    const std::string& text = feed_.query.request.text;
    return text.empty() ? std::string(feed_texts::kAllDeeds.in(language))
                        : fmt::format("{}: {}", feed_texts::kDeeds.in(language), text);
  }

  void link(std::string_view relation, std::string_view type, const std::string& path) {
    xml_.empty_element(
        "link",
        {{"rel", relation}, {"type", type}, {"href", fmt::format("{}{}", feed_.site, path)}});
  }

  void entry(const Deed& deed) {
    xml_.element("id", "urn:kiertoon:deed:" + deed.id);
    xml_.element("title", deed.title);
    xml_.element("updated", timestamp(updated(deed)));
    if (deed.published) {
      xml_.element("published", timestamp(*deed.published));
    }
    link("alternate", "text/html", deed_path(deed.id, feed_.query.labels));
    if (is_web_address(deed.url)) {
      xml_.empty_element("link", {{"rel", "via"}, {"href", deed.url}});
    }
    organisations(deed);
    for (const std::string& theme : deed.themes) {
      xml_.empty_element(
          "category",
          {{"term", theme},
           {"label", feed_.vocabulary.label(Facet::kTheme, theme, feed_.query.labels)}});
    }
    if (const std::string summary = deed.summary.empty() ? short_description(deed) : deed.summary;
        !summary.empty()) {
      xml_.element("summary", {{"type", "text"}}, summary);
    }
  }

  void organisations(const Deed& deed) {
    for (const Organisation& one : deed.organisations) {
      const bool partner = one.role == OrganisationRole::kPartner;
      const auto name = [&] { xml_.element("name", one.name); };
      if (partner) {
        xml_.element("contributor", {}, name);
      } else {
        xml_.element("author", {}, name);
      }
    }
    // Every entry needs an author: where all organisations are partners, all are.
    if (std::all_of(deed.organisations.begin(), deed.organisations.end(), [](const auto& one) {
          return one.role == OrganisationRole::kPartner;
        })) {
      xml_.element("author", {}, [&] {
        xml_.element("name", deed.organisations.empty() ? "kiertoon" : deed.organisations[0].name);
      });
    }
  }

  [[nodiscard]] std::chrono::year_month_day updated(const Deed& deed) const {
    return deed.modified.value_or(deed.published.value_or(feed_.index_date));
  }

  [[nodiscard]] std::chrono::year_month_day newest() const {
    if (feed_.deeds.empty()) {
      return feed_.index_date;
    }
    auto result = updated(feed_.deeds.front());
    for (const Deed& deed : feed_.deeds) {
      result = std::max(result, updated(deed));
    }
    return result;
  }

  const AtomFeed& feed_;
  XmlWriter xml_;
};

}  // namespace

std::string atom_xml(const AtomFeed& feed) {
  return AtomWriter(feed).write();
}

}  // namespace kiertoon
