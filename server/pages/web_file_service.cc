#include "server/pages/web_file_service.h"

#include <array>
#include <utility>

#include "server/etag.h"
#include "server/html_writer.h"
#include "server/pages/page_policy.h"

namespace kiertoon {

namespace {

Caching caching_of(WebFileKind kind) {
  switch (kind) {
    case WebFileKind::kHashed:
      return Caching::kForGood;
    case WebFileKind::kStable:
      return Caching::kStable;
    case WebFileKind::kPage:
    case WebFileKind::kTemplate:
      break;
  }
  return Caching::kShared;
}

struct Notice {
  std::string_view language;
  std::string_view before;
  std::string_view after;
};

constexpr std::string_view kBuildCommand = "script/server";
constexpr std::array<Notice, 3> kNotices{{
    {"fi",
     "Verkkosivuja ei ole vielä koostettu. Koosta ja käynnistä ne komennolla ",
     ". Rajapinta toimii jo: "},
    {"sv",
     "Webbsidorna har inte byggts ännu. Bygg och starta dem med kommandot ",
     ". Gränssnittet fungerar redan: "},
    {"en",
     "The pages have not been built yet. Build and start them with ",
     ". The API works already: "},
}};

void write_notice(HtmlWriter& html, const Notice& notice) {
  html.element("p", {{"lang", notice.language}}, [&] {
    html.text(notice.before);
    html.element("code", kBuildCommand);
    html.text(notice.after);
    html.local_link("/openapi.json", "openapi.json");
    html.text(".");
  });
}

std::string missing_pages_html() {
  HtmlWriter html;
  html.doctype();
  html.element("html", {{"lang", "fi"}}, [&] {
    html.element("head", [&] {
      html.void_element("meta", {{"charset", "utf-8"}});
      html.void_element("meta",
                        {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
      html.element("title", "kiertoon");
    });
    html.element("body", [&] {
      html.element("h1", "kiertoon");
      for (const Notice& notice : kNotices) {
        write_notice(html, notice);
      }
    });
  });
  return std::move(html).take();
}

}  // namespace

WebFileService::WebFileService(const WebFile& file)
    : file_(file), etag_(make_etag({file.content_type, kPagePolicy, file.content})) {}

Reply WebFileService::answer(const Call& call) {
  Reply reply =
      answer_unless_known(call, {.etag = etag_, .caching = caching_of(file_.kind)}, [&]() -> Reply {
        return {.body = file_.content,
                .content_type = file_.content_type,
                .compressed = &file_.compressed};
      });
  if (file_.content_type == kHtmlType) {
    reply.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  }
  if (file_.kind == WebFileKind::kStable) {
    reply.readers = Readers::kEverybody;
  }
  return reply;
}

Reply MissingPagesService::answer(const Call& /*call*/) {
  Reply reply{.status = 503, .body = missing_pages_html(), .content_type = kHtmlType};
  reply.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  return reply;
}

}  // namespace kiertoon
