#include "server/feeds/feed_services.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/feeds/atom_feed.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ServiceContext context(Contacts contacts = Contacts::kHidden) {
  return make_service_context(server_test_service(), contacts);
}

Call call_of(std::string_view query) {
  return {.parameters = *Parameters::parse(query), .host = "teot.example"};
}

Reply feed(std::string_view query, Contacts contacts = Contacts::kHidden) {
  return AtomService(context(contacts)).answer(call_of(query));
}

TEST(AtomFeed, TellsWhatTheSearchFinds) {
  const Reply reply = feed("q=ty%C3%B6hyvinvoinnin&lang=sv");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.content_type, "application/atom+xml; charset=utf-8");
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("<title>Utvecklingsinsatser: työhyvinvoinnin</title>"),
                    HasSubstr("<id>urn:kiertoon:deed:2021-0042</id>"),
                    HasSubstr("href=\"http://teot.example/deeds/2021-0042?lang=sv\""),
                    HasSubstr("rel=\"via\" href=\"https://example.org/2021-0042?a=1&amp;b=2\""),
                    HasSubstr("<name>Kuusarannan kaupunki</name>"),
                    HasSubstr("label=\"Arbetshälsa och arbetarskydd\"")));
  EXPECT_THAT(reply.body, Not(HasSubstr("2021-0043")));
}

TEST(AtomFeed, BeginsWithTheNewest) {
  const std::string newest = feed("").body;
  EXPECT_LT(newest.find("deed:2024-0001"), newest.find("deed:2021-0043"));
  EXPECT_LT(newest.find("deed:2021-0043"), newest.find("deed:2021-0042"));
  const std::string oldest = feed("sort=oldest").body;
  EXPECT_LT(oldest.find("deed:2021-0042"), oldest.find("deed:2024-0001"));
  EXPECT_THAT(newest, HasSubstr("<updated>2024-05-02T00:00:00Z</updated>\n<link rel=\"self\""));
}

TEST(AtomFeed, NamesItselfAndTheSearchItTells) {
  EXPECT_THAT(
      feed("q=ty%C3%B6&theme=tyohyvinvointi&per_page=1&page=2").body,
      AllOf(
          HasSubstr("rel=\"self\" type=\"application/atom+xml\" href=\"http://teot.example/feeds/"
                    "search.atom?q=ty%C3%B6&amp;theme=tyohyvinvointi&amp;per_page=1&amp;page=2\""),
          HasSubstr("rel=\"alternate\" type=\"text/html\" "
                    "href=\"http://teot.example/?q=ty%C3%B6&amp;theme=tyohyvinvointi\"")));
}

TEST(AtomFeed, MakesNoMarkupOfDeedsAndShowsNoContacts) {
  EXPECT_THAT(feed("", Contacts::kShown).body,
              AllOf(HasSubstr("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"),
                    Not(HasSubstr("<script")),
                    Not(HasSubstr("Maija")),
                    Not(HasSubstr("maija@example.org"))));
}

TEST(AtomFeed, IsNotSentAgainToWhoHasIt) {
  Call call = call_of("q=ty%C3%B6&lang=fi");
  AtomService service(context());
  const std::string etag = service.answer(call).etag;
  call.if_none_match = "\"" + etag + "\"";
  EXPECT_EQ(service.answer(call).status, 304);
  call.host = "other.example";
  EXPECT_EQ(service.answer(call).status, 200);
}

TEST(AtomFeed, RefusesWhatASearchRefuses) {
  EXPECT_EQ(feed("lang=de").status, 400);
  EXPECT_EQ(feed("query=a").status, 400);
  EXPECT_EQ(AtomService(context()).answer({.host = "<"}).status, 400);
}

TEST(AtomFeed, HasAnAuthorAndADateForEveryEntry) {
  Deed deed;
  deed.id = "1";
  deed.title = "Otsikko";
  deed.url = "javascript:alert(1)";
  deed.organisations = {{.name = "Opisto", .role = OrganisationRole::kPartner}};
  const DeedsQuery query;
  const std::vector<Deed> deeds{deed};
  const std::string xml = atom_xml({.query = query,
                                    .parameters = {},
                                    .deeds = deeds,
                                    .vocabulary = server_test_service().vocabulary(),
                                    .site = "https://teot.example",
                                    .index_date = std::chrono::year(2026) / 11 / 22});
  EXPECT_THAT(xml,
              AllOf(HasSubstr("<author>\n<name>Opisto</name>"),
                    HasSubstr("<updated>2026-11-22T00:00:00Z</updated>"),
                    Not(HasSubstr("<published>")),
                    Not(HasSubstr("javascript"))));
}

TEST(OpenSearch, LeadsToTheSearchAndItsFeed) {
  const Reply reply = OpenSearchService(context()).answer(call_of("lang=en"));
  EXPECT_EQ(reply.content_type, "application/opensearchdescription+xml");
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("template=\"http://teot.example/?q={searchTerms}&amp;lang=en\""),
                    HasSubstr("/feeds/search.atom?q={searchTerms}&amp;lang=en")));
}

TEST(OpenSearch, FollowsTheBrowsersLanguage) {
  Call call = call_of("");
  call.accept_language = "sv";
  EXPECT_THAT(OpenSearchService(context()).answer(call).body, HasSubstr("<Language>sv</Language>"));
  EXPECT_EQ(OpenSearchService(context()).answer(call_of("lang=de")).status, 400);
  EXPECT_EQ(OpenSearchService(context()).answer(call_of("q=a")).status, 400);
}

}  // namespace
}  // namespace kiertoon
