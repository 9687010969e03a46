#include "analysis/word_breaker.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace kiertoon {
namespace {

constexpr std::size_t kLongestCaseEnding = 8;  // bytes after a colon: ":issa", ":iden", ":ksien"
constexpr std::array<std::string_view, 3> kHyphens{"-", "\xE2\x80\x90", "\xE2\x80\x91"};

bool is_hyphen(std::string_view text) {
  return std::find(kHyphens.begin(), kHyphens.end(), text) != kHyphens.end();
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the words on both sides of `joint` are one word: "hr-toimintojen" and "JHL:n", but not
// "2021-2024" or "8:30".
bool joins(std::string_view left, std::string_view joint, std::string_view right) {
  if (is_hyphen(joint)) {
    return !(is_digit(left.back()) && is_digit(right.front()));
  }
  return joint == ":" && right.size() <= kLongestCaseEnding &&
         std::all_of(right.begin(), right.end(), is_lower_letter);
}

}  // namespace

class WordBreaker::Iterator {
 public:
  explicit Iterator(std::unique_ptr<icu::BreakIterator> breaks) : breaks_(std::move(breaks)) {}

  // Calls `visit(start, end, is_word)` for each segment of `text`.
  template <typename Visitor>
  void for_each_segment(std::string_view text, Visitor visit) {
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks_->setText(&utext, status);
    if (U_SUCCESS(status) != 0) {
      std::int32_t start = breaks_->first();
      for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE;
           start = end, end = breaks_->next()) {
        visit(static_cast<std::uint32_t>(start),
              static_cast<std::uint32_t>(end),
              breaks_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT);
      }
    }
    utext_close(&utext);
  }

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

WordBreaker::WordBreaker(std::unique_ptr<Iterator> iterator) : iterator_(std::move(iterator)) {}
WordBreaker::~WordBreaker() = default;

Expected<std::unique_ptr<WordBreaker>> WordBreaker::create() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) {
    return fail(ErrorCode::kUnavailable,
                std::string("ICU has no word boundaries: ") + u_errorName(status),
                "install libicu72");
  }
  return std::unique_ptr<WordBreaker>(
      new WordBreaker(std::make_unique<Iterator>(std::move(breaks))));
}

std::vector<WordSpan> WordBreaker::words(std::string_view text) {
  std::vector<WordSpan> words;
  words.reserve(text.size() / 7);
  std::string_view joint;  // what stands between the last word and here, when it may join words
  iterator_->for_each_segment(text, [&](std::uint32_t start, std::uint32_t end, bool is_word) {
    const std::string_view segment = text.substr(start, end - start);
    if (!is_word) {
      const bool follows_word = !words.empty() && words.back().end == start;
      joint = follows_word ? segment : std::string_view();
      return;
    }
    if (!joint.empty() &&
        joins(text.substr(words.back().start, words.back().end - words.back().start),
              joint,
              segment)) {
      words.back().end = end;
    } else {
      words.push_back({start, end});
    }
    joint = {};
  });
  return words;
}

}  // namespace kiertoon
