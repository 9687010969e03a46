#pragma once

#include <memory>
#include <string>

#include "analysis/analyzer.h"
#include "search/deed/deed.h"
#include "search/deed/vocabulary.h"

namespace Xapian {
class Document;
}

namespace kiertoon {

// Turns deeds into documents of the index: terms with their weights and positions, values, the
// record to show. Not thread-safe: one a thread, with an analyzer of its own.
class DocumentBuilder {
 public:
  DocumentBuilder(Analyzer& analyzer, const Vocabulary& vocabulary);

  [[nodiscard]] Xapian::Document build(const Deed& deed);

 private:
  Analyzer& analyzer_;
  const Vocabulary& vocabulary_;
};

}  // namespace kiertoon
