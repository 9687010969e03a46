#include "search/words/phrase_counter.h"

#include <algorithm>

namespace kiertoon {
namespace {

// Whether what stands between two words leaves them neighbours.
bool joins(std::string_view between) {
  const auto ends_of_line = std::count(between.begin(), between.end(), '\n');
  return !between.empty() && ends_of_line <= 1 &&
         between.find_first_not_of(" \n\r") == std::string_view::npos;
}

}  // namespace

void PhraseCounter::begin_part(std::uint32_t first_document) {
  next_document_ = first_document;
}

void PhraseCounter::begin_deed() {
  documents_.push_back(next_document_++);
  words_.push_back(kDeedBorder);
}

void PhraseCounter::begin_text() {
  words_.push_back(kBorder);
  end_of_last_ = 0;
}

void PhraseCounter::add(const Token& token, std::string_view text, std::uint32_t word) {
  if (words_.size() >= kMostWords) {
    return;
  }
  if (end_of_last_ > 0 && end_of_last_ <= token.start) {
    std::string_view between = text.substr(end_of_last_, token.start - end_of_last_);
    const bool is_suspended = between.size() > 1 && between.front() == '-';
    between.remove_prefix(is_suspended ? 1 : 0);
    if (!joins(between)) {
      words_.push_back(kBorder);
    } else if (is_suspended && words_.back() < kBorder) {
      words_.back() |= kSuspended;
    }
  }
  // The scheme of an address is no word.
  words_.push_back(text.substr(token.end).starts_with("://") ? kBorder : word);
  end_of_last_ = token.end;
}

}  // namespace kiertoon
