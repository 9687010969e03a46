#include "server/pages/not_found_service.h"

#include <array>
#include <string_view>

#include "server/media_type.h"
#include "server/pages/deed_texts.h"
#include "server/pages/error_page.h"
#include "server/pages/page_language.h"
#include "server/pages/page_policy.h"

namespace kiertoon {

namespace {

constexpr std::array<std::string_view, 2> kOffered{"application/json", "text/html"};

bool wants_page(const Call& call) {
  return !call.variable.starts_with("/api/") && preferred_media_type(call.accept, kOffered) == 1;
}

}  // namespace

Reply NotFoundService::answer(const Call& call) {
  if (!wants_page(call)) {
    return reply_of(nothing_at(call.variable));
  }
  const Language language = page_language(call);
  Reply reply = error_page(page_,
                           {.title = std::string(deed_texts::kNoPage.in(language)),
                            .text = std::string(deed_texts::kNoPageText.in(language))},
                           language);
  reply.headers.push_back({"Content-Security-Policy", std::string(kPagePolicy)});
  reply.headers.push_back({"Vary", "Accept, Accept-Language"});
  return reply;
}

}  // namespace kiertoon
