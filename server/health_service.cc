#include "server/health_service.h"

#include <cstdint>
#include <utility>

#include <spdlog/spdlog.h>

#include "server/json_writer.h"

namespace kiertoon {

Reply HealthService::answer(const Call& /*call*/) {
  JsonWriter json;
  json.object([&] {
    json.field("status", "ok");
    json.field("version", version());
  });
  return {.body = std::move(json).take()};
}

Reply ReadinessService::answer(const Call& /*call*/) {
  if (const auto checked = context_.search.check(); !checked) {
    spdlog::error("readiness: {}", checked.error().to_string());
    return reply_of(problem_of_status(503, "The index cannot be opened."));
  }
  JsonWriter json;
  json.object([&] {
    json.field("status", "ready");
    json.field("generation", context_.search.generation());
    json.field("deeds", static_cast<std::uint64_t>(context_.search.deed_count()));
  });
  return {.body = std::move(json).take()};
}

}  // namespace kiertoon
