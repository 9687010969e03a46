#include "server/pages/deed_page.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/pages/deed_page_service.h"
#include "server/pages/not_found_service.h"
#include "tests/server/test_server_index.h"

namespace kiertoon {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const WebFiles& web() {
  static const WebFiles files =
      WebFiles::load(std::filesystem::path(KIERTOON_SOURCE_DIR) / "tests" / "server" / "web")
          .value()
          .value();
  return files;
}

Reply ask(Call call, Contacts contacts = Contacts::kHidden) {
  call.host = call.host.empty() ? "teot.example" : call.host;
  return DeedPageService(make_service_context(server_test_service(), contacts), web().templates())
      .answer(call);
}

std::string header(const Reply& reply, std::string_view name) {
  for (const Header& one : reply.headers) {
    if (one.name == name) {
      return one.value;
    }
  }
  return {};
}

Call call_for(std::string id, std::string_view query = {}) {
  return {.variable = std::move(id), .parameters = *Parameters::parse(query)};
}

TEST(DeedPage, TellsTheDeedInTheTemplateOfDeeds) {
  const Reply reply = ask(call_for("2021-0042"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(
      reply.body,
      AllOf(HasSubstr("data-template=\"deed\""),
            HasSubstr("<article class=\"deed\" lang=\"fi\" data-id=\"2021-0042\">"),
            HasSubstr("<a href=\"/?theme=tyohyvinvointi&amp;lang=fi\">"),
            HasSubstr("<a href=\"/?organisation=kuusaranta&amp;lang=fi\">Kuusarannan kaupunki</a>"),
            HasSubstr("<span class=\"award\">Voittaja 2021</span>"),
            HasSubstr("<time datetime=\"2021-09-14\">14.9.2021</time>"),
            HasSubstr("<section class=\"deed-section deed-section-results\">"),
            HasSubstr("<p>Poissaolot vähenivät.</p>"),
            HasSubstr("<a href=\"https://example.org/2021-0042?a=1&amp;b=2\" rel=\"noopener\""),
            HasSubstr("<kt-deed-actions deed=\"2021-0042\" name=\""),
            HasSubstr("<p class=\"deed-address\">http://teot.example/deeds/2021-0042</p>")));
}

TEST(DeedPage, LeadsBackToTheSearchInTheLanguageOfTheReader) {
  EXPECT_THAT(ask(call_for("2021-0042", "lang=sv")).body,
              HasSubstr("<kt-back><a href=\"/?lang=sv\">Sök insatser</a></kt-back>"));
}

TEST(DeedPage, ListsSimilarDeedsWithoutScripts) {
  EXPECT_THAT(ask(call_for("2021-0042")).body,
              AllOf(HasSubstr("<kt-similar deed=\"2021-0042\" lang=\"fi\"><h2>"),
                    HasSubstr("<a href=\"/deeds/2024-0001?lang=fi\">")));
}

TEST(DeedPage, HasLabelsInTheLanguageOfTheReader) {
  Call call = call_for("2021-0042");
  call.accept_language = "sv-FI";
  const Reply swedish = ask(call);
  EXPECT_THAT(swedish.body,
              AllOf(HasSubstr("<html lang=\"sv\">"),
                    HasSubstr("<dt lang=\"sv\">Publicerad</dt>"),
                    HasSubstr("<h2 lang=\"sv\">Resultat</h2>"),
                    HasSubstr("<article class=\"deed\" lang=\"fi\"")));
  EXPECT_EQ(header(swedish, "Vary"), "Accept-Language");
  call = call_for("2021-0042", "lang=en&utm_source=a");
  call.accept_language = "sv-FI";
  EXPECT_THAT(ask(call).body, HasSubstr("<dt lang=\"en\">Published</dt>"));
}

TEST(DeedPage, MakesNoMarkupOfTheDeed) {
  EXPECT_THAT(ask(call_for("2021-0042")).body,
              AllOf(Not(HasSubstr("<script>")),
                    Not(HasSubstr("<b>")),
                    HasSubstr("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"),
                    HasSubstr("Työ&quot;ryhmä&quot; &lt;b&gt; &amp; &#39;hymy&#39;<br>\ntukee.")));
}

TEST(DeedPage, RunsNothingInline) {
  for (const char* id : {"2021-0042", "nothing"}) {
    EXPECT_THAT(header(ask(call_for(id)), "Content-Security-Policy"),
                AllOf(HasSubstr("default-src 'none'"),
                      HasSubstr("script-src 'self'"),
                      Not(HasSubstr("unsafe"))));
  }
}

TEST(DeedPage, ShowsContactsOnlyWhereTheOperatorDoes) {
  const Reply hidden = ask(call_for("2021-0042"));
  EXPECT_THAT(hidden.body, AllOf(Not(HasSubstr("Maija")), Not(HasSubstr("maija@example.org"))));
  EXPECT_EQ(hidden.caching, Caching::kShared);
  const Reply shown = ask(call_for("2021-0042"), Contacts::kShown);
  EXPECT_THAT(shown.body,
              AllOf(HasSubstr("Maija Esimerkki, <a href=\"mailto:maija@example.org\">"),
                    HasSubstr("<section class=\"deed-contacts\">")));
  EXPECT_EQ(shown.caching, Caching::kPrivate);
  EXPECT_NE(shown.etag, hidden.etag);
}

TEST(DeedPage, IsNotSentAgainToWhoHasIt) {
  Call call = call_for("2021-0042");
  const std::string etag = ask(call).etag;
  call.if_none_match = "\"" + etag + "-br\"";
  EXPECT_EQ(ask(call).status, 304);
  call.parameters = *Parameters::parse("lang=sv");
  EXPECT_EQ(ask(call).status, 200);
  call.parameters = {};
  call.host = "other.example";
  EXPECT_EQ(ask(call).status, 200);
}

TEST(DeedPage, SaysWhatIsNotThere) {
  const Reply reply = ask(call_for("<b>nothing", "lang=en"));
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.caching, Caching::kNoStore);
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("data-template=\"error\""),
                    HasSubstr("<h1>There is no such deed</h1>"),
                    HasSubstr("&lt;b&gt;nothing"),
                    Not(HasSubstr("<b>")),
                    HasSubstr("<a href=\"/?lang=en\">")));
}

TEST(NotFound, IsAPageForBrowsersAndAProblemForPrograms) {
  NotFoundService service(web().templates().error);
  Call call = call_for("/nothing", "lang=sv");
  call.accept = "text/html,application/xhtml+xml,*/*;q=0.8";
  const Reply page = service.answer(call);
  EXPECT_EQ(page.status, 404);
  EXPECT_EQ(page.caching, Caching::kNoStore);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("data-template=\"error\""),
                    HasSubstr("<h1>Sidan hittades inte</h1>"),
                    HasSubstr("<a href=\"/?lang=sv\">")));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
  call.variable = "/api/v1/nothing";
  EXPECT_EQ(service.answer(call).content_type, kProblemType);
  call.variable = "/nothing";
  call.accept = "*/*";
  const Reply problem = service.answer(call);
  EXPECT_EQ(problem.status, 404);
  EXPECT_THAT(problem.body, HasSubstr("there is nothing at '/nothing'"));
}

TEST(DeedPage, IsNotMadeForAHostThatIsNone) {
  Call call = call_for("2021-0042");
  call.host = "a\"b";
  EXPECT_EQ(ask(call).status, 400);
}

TEST(DeedPage, KeepsToItselfWhyItCannotAnswer) {
  const ServerTestIndex index;
  const auto broken = index.open();
  index.corrupt();
  Call call = call_for("2021-0042");
  call.host = "a";
  const Reply reply =
      DeedPageService(make_service_context(*broken, Contacts::kHidden), web().templates())
          .answer(call);
  EXPECT_GE(reply.status, 500);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("<h1>"), Not(HasSubstr(index.path().string()))));
}

// What a page shows of a deed that is in no index.
class PageOf {
 public:
  explicit PageOf(Deed deed) {
    stored_.deed = std::move(deed);
    stored_.organisation_slugs.resize(stored_.deed.organisations.size(), "slug");
    stored_.keyword_values = stored_.deed.keywords;
  }
  [[nodiscard]] std::string main() const { return deed_page_main(page()); }
  [[nodiscard]] std::string head() const { return deed_page_head(page()); }
  [[nodiscard]] json json_ld() const { return json::parse(deed_json_ld(page())); }

 private:
  [[nodiscard]] DeedPage page() const {
    return {.stored = stored_,
            .similar = similar_,
            .vocabulary = server_test_service().vocabulary(),
            .site = "https://teot.example"};
  }
  StoredDeed stored_;
  std::vector<SimilarDeed> similar_;
};

Deed joint_deed() {
  Deed deed;
  deed.id = "1";
  deed.title = "Otsikko";
  deed.organisations = {
      {.name = "Liminka", .type = OrganisationType::kMunicipality, .role = OrganisationRole::kLead},
      {.name = "Opisto", .type = OrganisationType::kCompany, .role = OrganisationRole::kPartner}};
  deed.themes = {"johtaminen"};
  deed.published = std::chrono::year(2024) / 5 / 2;
  deed.awards = {{.year = 2024, .kind = AwardKind::kWinner, .category = "johtaminen"}};
  return deed;
}

TEST(DeedPage, DescribesTheDeedToMachines) {
  EXPECT_EQ(PageOf(joint_deed()).json_ld(), json::parse(R"({
    "@context": "https://schema.org", "@type": "Article", "@id": "https://teot.example/deeds/1",
    "mainEntityOfPage": "https://teot.example/deeds/1", "headline": "Otsikko", "inLanguage": "fi",
    "datePublished": "2024-05-02", "author": [{"@type": "GovernmentOrganization", "name": "Liminka"}],
    "contributor": [{"@type": "Corporation", "name": "Opisto"}],
    "about": [{"@type": "Thing", "name": "Johtaminen ja esihenkilötyö"}],
    "award": ["Voittaja 2024 · Johtaminen ja esihenkilötyö"]})"));
  EXPECT_THAT(PageOf(joint_deed()).head(),
              AllOf(HasSubstr("<title>Otsikko – kiertoon</title>"),
                    HasSubstr("<link rel=\"canonical\" href=\"https://teot.example/deeds/1\">"),
                    HasSubstr("<link rel=\"alternate\" type=\"application/json\" "
                              "href=\"https://teot.example/api/v1/deeds/1\">"),
                    HasSubstr("<meta property=\"og:title\" content=\"Otsikko\">")));
}

TEST(DeedPage, OfAHostileDeedIsStillAPage) {
  const std::string evil =
      "</script></title><!-- \"'><img src=x onerror=alert(1)>\xE2\x80\xAE&amp;";
  Deed deed = joint_deed();
  deed.title = evil;
  deed.summary = evil;
  deed.sections = {{.text = evil + "\n\n\n" + std::string(10'000, 'x') + "\n\n"}};
  deed.organisations[0].name = evil;
  deed.keywords = {evil, "a&b=c#d"};
  deed.themes = {"\"><b>"};
  deed.awards[0].category = evil;
  deed.source = evil;
  deed.url = "javascript:alert(1)";
  const PageOf page(deed);
  for (const std::string& html : {page.main(), page.head()}) {
    EXPECT_THAT(html,
                AllOf(Not(HasSubstr("<img")),
                      Not(HasSubstr("<!--")),
                      Not(HasSubstr("<b>")),
                      Not(HasSubstr("href=\"javascript")),
                      Not(HasSubstr("\xE2\x80\xAE<"))));
  }
  const std::string head = page.head();
  EXPECT_EQ(head.find("</script>"), head.rfind("</script>"));
  EXPECT_EQ(head.find("</title>"), head.rfind("</title>"));
  EXPECT_EQ(page.json_ld()["headline"], evil);
  EXPECT_THAT(page.main(),
              AllOf(HasSubstr("<p>" + std::string(10'000, 'x') + "</p>"),
                    HasSubstr("/?keyword=a%26b%3Dc%23d&amp;lang=fi"),
                    Not(HasSubstr("<p></p>"))));
}

}  // namespace
}  // namespace kiertoon
