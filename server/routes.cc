#include "server/routes.h"

#include <utility>

#include "server/analyze_service.h"
#include "server/asset.h"
#include "server/asset_service.h"
#include "server/briefing_service.h"
#include "server/deed_service.h"
#include "server/deeds_service.h"
#include "server/feeds/feed_services.h"
#include "server/health_service.h"
#include "server/pages/deed_page_service.h"
#include "server/pages/not_found_service.h"
#include "server/pages/web_file_service.h"
#include "server/similar_service.h"
#include "server/site_service.h"
#include "server/statistics_service.h"
#include "server/suggest_service.h"
#include "server/vocabulary_service.h"

namespace kiertoon {

Routes::Routes(const ServiceContext& context, const std::optional<WebFiles>& web) {
  add("GET", "/api/v1/deeds", std::make_unique<DeedsService>(context));
  add("GET", "/api/v1/deeds/{id}", std::make_unique<DeedService>(context));
  add("GET", "/api/v1/deeds/{id}/similar", std::make_unique<SimilarDeedsService>(context));
  add("POST", "/api/v1/similar", std::make_unique<SimilarTextService>(context));
  add("GET", "/api/v1/briefings", std::make_unique<BriefingService>(context));
  add("POST", "/api/v1/briefings", std::make_unique<PostedBriefingService>(context));
  add("GET", "/api/v1/statistics", std::make_unique<StatisticsService>(context));
  add("GET", "/api/v1/suggest", std::make_unique<SuggestService>(context));
  add("GET", "/api/v1/vocabulary", std::make_unique<VocabularyService>(context));
  add("GET", "/api/v1/site", std::make_unique<SiteService>(context));
  add("GET", "/api/v1/analyze", std::make_unique<AnalyzeService>(context));
  add("GET", "/feeds/search.atom", std::make_unique<AtomService>(context));
  add("GET", "/opensearch.xml", std::make_unique<OpenSearchService>(context));
  add("GET", "/opensearch/suggest", std::make_unique<OpensearchSuggestService>(context));
  add("GET", "/healthz", std::make_unique<HealthService>());
  add("GET", "/readyz", std::make_unique<ReadinessService>(context));
  add("GET", "/openapi.json", std::make_unique<AssetService>(asset("openapi.json")));
  add_pages(context, web);
}

void Routes::add_pages(const ServiceContext& context, const std::optional<WebFiles>& web) {
  if (!web) {
    add("GET", "/", std::make_unique<MissingPagesService>());
    add("GET", "/deeds/{id}", std::make_unique<MissingPagesService>());
    return;
  }
  add("GET", "/deeds/{id}", std::make_unique<DeedPageService>(context, web->templates()));
  otherwise_ = std::make_unique<NotFoundService>(web->templates().error);
  for (const WebFile& file : web->files()) {
    add("GET", file.address, std::make_unique<WebFileService>(file));
  }
}

void Routes::add(std::string_view method,
                 std::string_view pattern,
                 std::unique_ptr<Service> service) {
  routes_.push_back({method, pattern, service.get()});
  services_.push_back(std::move(service));
}

}  // namespace kiertoon
