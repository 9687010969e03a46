#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "indexer/deed_collector.h"

namespace kiertoon {

// Opens every source, then reads them one after the other. Fails at the first that cannot be read.
[[nodiscard]] Expected<void> collect(const std::vector<std::string>& sources,
                                     DeedCollector& collector);

// "Read 212 deeds: 210 right, 2 wrong." and the deeds by language.
void report_counts(const CollectionCounts& counts, Reporter& reporter);

}  // namespace kiertoon
