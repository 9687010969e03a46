#include "server/pages/error_page.h"

#include <utility>

#include <fmt/format.h>

#include "server/html_writer.h"
#include "server/pages/deed_labels.h"
#include "server/pages/deed_texts.h"
#include "server/pages/page_policy.h"

namespace kiertoon {

namespace {

std::string error_main(const ErrorWords& words, Language language) {
  namespace texts = deed_texts;
  HtmlWriter html;
  html.element("div", {{"class", "wide page error-page"}}, [&] {
    html.element("h1", words.title);
    html.element("p", {{"class", "lead"}}, words.text);
    html.element("ul", [&] {
      html.element("li",
                   [&] { html.local_link(page_path("/", language), texts::kSearch.in(language)); });
      html.element("li", [&] {
        html.local_link(page_path("/describe", language), texts::kDescribe.in(language));
      });
    });
  });
  return std::move(html).take();
}

}  // namespace

Reply error_page(const PageTemplate& page, const ErrorWords& words, Language language) {
  HtmlWriter head;
  head.element("title", fmt::format("{} – kiertoon", words.title));
  head.void_element("meta", {{"name", "robots"}, {"content", "noindex"}});
  const std::string main = error_main(words, language);
  return {.status = 404,
          .body = page.fill({.language = language, .head = std::move(head).take(), .main = main}),
          .content_type = kHtmlType};
}

}  // namespace kiertoon
