#pragma once

#include <optional>

#include "search/deed/vocabulary.h"
#include "search/query/query_reading.h"
#include "search/query/search_result.h"
#include "server/json_writer.h"
#include "server/search_parameters.h"

namespace kiertoon {

// The field "query": what was asked and how it was understood.
void write_query(JsonWriter& json,
                 const DeedsQuery& query,
                 const QueryReading& reading,
                 const Vocabulary& vocabulary);

// The field "help": what to try when nothing was found; null otherwise.
void write_help(JsonWriter& json,
                const std::optional<SearchHelp>& help,
                const Vocabulary& vocabulary,
                Language labels);

}  // namespace kiertoon
