#include "analysis/transliteration.h"

#include <cstdint>
#include <memory>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace kiertoon {
namespace {

icu::UnicodeString utf16_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_of_other_script(UChar32 code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(code_point, &status);
  return u_isalpha(code_point) != 0 && script != USCRIPT_LATIN && script != USCRIPT_COMMON &&
         script != USCRIPT_INHERITED;
}

// The apostrophes stand for soft signs and the like: "Helʹsinki".
std::unique_ptr<icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      "Any-Latin; Latin-ASCII; [\\u0027\\u0060] Remove", UTRANS_FORWARD, status));
  return U_FAILURE(status) != 0 ? nullptr : std::move(made);
}

}  // namespace

bool has_other_script(std::string_view text) {
  const icu::UnicodeString unicode = utf16_of(text);
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    if (is_of_other_script(unicode.char32At(i))) {
      return true;
    }
  }
  return false;
}

std::string transliterate(std::string_view text) {
  // Stateless, so threads may share it.
  static const std::unique_ptr<icu::Transliterator> transliterator = make_transliterator();
  icu::UnicodeString unicode = utf16_of(text);
  if (transliterator) {
    transliterator->transliterate(unicode);
  }
  std::string ascii;
  unicode.toUTF8String(ascii);
  return ascii;
}

}  // namespace kiertoon
