#include "server/health_service.h"

#include <cstdint>
#include <utility>

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
  const std::string generation = context_.search.generation();
  if (generation.empty()) {
    return reply_of(problem_of_status(503, "There is no index to search yet."));
  }
  JsonWriter json;
  json.object([&] {
    json.field("status", "ready");
    json.field("generation", generation);
    json.field("deeds", static_cast<std::uint64_t>(context_.search.deed_count()));
  });
  return {.body = std::move(json).take()};
}

}  // namespace kiertoon
