#pragma once

#include <string>
#include <string_view>

#include "analysis/language.h"
#include "base/error.h"

namespace kiertoon {

// What fills a template. `head` and `main` are HTML.
struct PageParts {
  Language language = Language::kFinnish;
  std::string_view head;
  std::string_view main;
};

// A built HTML page with places that the server fills: the comments <!--kiertoon:head--> and
// <!--kiertoon:main-->, and __KIERTOON_LANG__ where its language stands. What is filled in is not
// looked at again. Immutable, so thread-safe.
class PageTemplate {
 public:
  // Fails with kInvalidData, naming the place, when one is missing or stands there twice.
  [[nodiscard]] static Expected<PageTemplate> parse(std::string_view html);

  [[nodiscard]] std::string fill(const PageParts& parts) const;

  // Of the template itself: part of the ETag of every page it makes.
  [[nodiscard]] const std::string& etag() const { return etag_; }

 private:
  PageTemplate() = default;

  // Around the two comments; the language's mark still in them.
  std::string before_head_;
  std::string before_main_;
  std::string after_main_;
  std::string etag_;
};

}  // namespace kiertoon
