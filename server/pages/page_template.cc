#include "server/pages/page_template.h"

#include <fmt/format.h>

#include "server/etag.h"

namespace kiertoon {

namespace {

constexpr std::string_view kHead = "<!--kiertoon:head-->";
constexpr std::string_view kMain = "<!--kiertoon:main-->";
constexpr std::string_view kLanguage = "__KIERTOON_LANG__";

bool has_once(std::string_view text, std::string_view mark) {
  const std::size_t first = text.find(mark);
  return first != std::string_view::npos &&
         text.find(mark, first + mark.size()) == std::string_view::npos;
}

void append(std::string& out, std::string_view text, std::string_view language) {
  for (std::size_t at = text.find(kLanguage); at != std::string_view::npos;
       at = text.find(kLanguage)) {
    out += text.substr(0, at);
    out += language;
    text.remove_prefix(at + kLanguage.size());
  }
  out += text;
}

}  // namespace

Expected<PageTemplate> PageTemplate::parse(std::string_view html) {
  for (const std::string_view mark : {kHead, kMain, kLanguage}) {
    if (!has_once(html, mark)) {
      return fail(ErrorCode::kInvalidData, fmt::format("it does not have {} once", mark));
    }
  }
  const std::size_t head = html.find(kHead);
  const std::size_t main = html.find(kMain);
  if (main < head) {
    return fail(ErrorCode::kInvalidData, fmt::format("it has {} before {}", kMain, kHead));
  }
  PageTemplate result;
  result.before_head_ = html.substr(0, head);
  result.before_main_ = html.substr(head + kHead.size(), main - head - kHead.size());
  result.after_main_ = html.substr(main + kMain.size());
  result.etag_ = make_etag({html});
  return result;
}

std::string PageTemplate::fill(const PageParts& parts) const {
  std::string out;
  out.reserve(before_head_.size() + before_main_.size() + after_main_.size() + parts.head.size() +
              parts.main.size());
  const std::string_view language = language_code(parts.language);
  append(out, before_head_, language);
  out += parts.head;
  append(out, before_main_, language);
  out += parts.main;
  append(out, after_main_, language);
  return out;
}

}  // namespace kiertoon
