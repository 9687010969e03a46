#include "server/application.h"

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace kiertoon {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class LambdaService final : public Service {
 public:
  explicit LambdaService(std::function<Reply(const Call&)> answer) : answer_(std::move(answer)) {}
  Reply answer(const Call& call) override { return answer_(call); }

 private:
  std::function<Reply(const Call&)> answer_;
};

std::string header(const HttpReply& reply, std::string_view name) {
  std::string values;
  for (const Header& candidate : reply.headers) {
    if (candidate.name == name) {
      values += (values.empty() ? "" : "; ") + candidate.value;
    }
  }
  return values;
}

class ApplicationTest : public testing::Test {
 protected:
  Application make(std::vector<std::string> origins = {"*"}) {
    return Application(Router({{"GET", "/things/{id}", &thing_},
                               {"GET", "/large", &large_},
                               {"POST", "/large", &post_},
                               {"GET", "/picture", &picture_},
                               {"GET", "/packed", &packed_},
                               {"GET", "/broken", &broken_}}),
                       CorsPolicy(std::move(origins)));
  }

  LambdaService thing_{[](const Call& call) -> Reply {
    return {.body = call.variable, .etag = "tag", .caching = Caching::kShared};
  }};
  LambdaService large_{[](const Call&) -> Reply {
    return {.body = std::string(1025, 'a'), .etag = "tag", .caching = Caching::kPrivate};
  }};
  LambdaService picture_{[](const Call&) -> Reply {
    return {.body = std::string(1025, 'a'), .content_type = "image/png"};
  }};
  const CompressedForms forms_{.gzip = "gzipped", .brotli = "brotlied"};
  LambdaService packed_{[this](const Call&) -> Reply {
    return {.body = std::string(1025, 'a'),
            .etag = "tag",
            .caching = Caching::kStable,
            .readers = Readers::kEverybody,
            .compressed = &forms_};
  }};
  LambdaService post_{[](const Call& call) -> Reply { return {.body = call.body}; }};
  LambdaService broken_{[](const Call&) -> Reply { throw std::runtime_error("secret path"); }};
  Application application_ = make();
};

TEST_F(ApplicationTest, LeavesWhatIsNotThereToTheServiceForThat) {
  LambdaService otherwise([](const Call& call) -> Reply {
    return {.status = 404, .body = call.variable + " " + call.parameters.all("lang")[0]->value};
  });
  const Application application(Router({{"GET", "/large", &large_}}, &otherwise), CorsPolicy({}));
  const HttpReply reply = application.answer({.method = "GET", .target = "/n%C3%A4?lang=sv"});
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.body, "/nä sv");
  EXPECT_EQ(application.answer({.method = "GET", .target = "/large"}).status, 200);
}

TEST_F(ApplicationTest, HandsTheVariableOfThePathToTheService) {
  EXPECT_EQ(application_.answer({.method = "GET", .target = "/things/a.b-1?x=y"}).body, "a.b-1");
  EXPECT_EQ(application_.answer({.method = "GET", .target = "/things/%C3%A4"}).body, "ä");
  EXPECT_EQ(application_.answer({.method = "GET", .target = "/things/a+b"}).body, "a+b");
}

TEST_F(ApplicationTest, AnswersHeadLikeGet) {
  EXPECT_EQ(application_.answer({.method = "HEAD", .target = "/things/a"}).status, 200);
}

class NoSuchPath : public ApplicationTest, public testing::WithParamInterface<const char*> {};

TEST_P(NoSuchPath, IsNotFound) {
  const HttpReply reply = application_.answer({.method = "GET", .target = GetParam()});
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(header(reply, "Content-Type"), "application/problem+json");
  EXPECT_EQ(header(reply, "Cache-Control"), "no-store");
  EXPECT_EQ(nlohmann::json::parse(reply.body)["status"], 404);
}

INSTANTIATE_TEST_SUITE_P(ApplicationTest,
                         NoSuchPath,
                         testing::Values("/",
                                         "/things",
                                         "/things/",
                                         "/things/a/b",
                                         "/things/a%2Fb",
                                         "/Large",
                                         "/large/",
                                         "//large",
                                         "/../large",
                                         "/%22%3Cscript%3E%00"));

TEST_F(ApplicationTest, NamesTheMethodsThereAre) {
  const HttpReply reply = application_.answer({.method = "DELETE", .target = "/large"});
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(header(reply, "Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(application_.answer({.method = "POST", .target = "/things/a"}).status, 405);
  EXPECT_EQ(application_.answer({.method = "POST", .target = "/large", .body = "x"}).body, "x");
}

TEST_F(ApplicationTest, RefusesWhatIsNotUtf8) {
  for (const char* target : {"/things/%FF", "/things/a?q=%FF", "/\xE4", "/large?%FF"}) {
    const HttpReply reply = application_.answer({.method = "GET", .target = target});
    EXPECT_EQ(reply.status, 400) << target;
    EXPECT_THAT(reply.body, HasSubstr("invalid-encoding"));
  }
}

TEST_F(ApplicationTest, KeepsToItselfWhatAServiceThrew) {
  const HttpReply reply = application_.answer({.method = "GET", .target = "/broken"});
  EXPECT_EQ(reply.status, 500);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("internal-error"), Not(HasSubstr("secret"))));
  for (const Header& one : reply.headers) {
    EXPECT_THAT(one.value, Not(HasSubstr("secret")));
  }
}

TEST_F(ApplicationTest, CompressesLargeAnswersWhenAsked) {
  const auto ask = [&](const char* target, const char* encodings) {
    return application_.answer({.method = "GET", .target = target, .accept_encoding = encodings});
  };
  EXPECT_EQ(header(ask("/large", "gzip, br"), "Content-Encoding"), "br");
  EXPECT_EQ(header(ask("/large", "gzip, br"), "ETag"), "\"tag-br\"");
  EXPECT_EQ(header(ask("/large", "gzip"), "ETag"), "\"tag-gzip\"");
  EXPECT_EQ(header(ask("/large", "gzip"), "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(ask("/large", ""), "Vary"), "Accept-Encoding");
  EXPECT_EQ(header(ask("/large", "gzip;q=0"), "Content-Encoding"), "");
  EXPECT_EQ(ask("/large", "gzip;q=0").body.size(), 1025U);
  EXPECT_EQ(header(ask("/things/a", "gzip"), "Content-Encoding"), "");
  EXPECT_EQ(header(ask("/things/a", "gzip"), "Vary"), "");
}

TEST_F(ApplicationTest, LeavesPicturesAsTheyAre) {
  const HttpReply reply =
      application_.answer({.method = "GET", .target = "/picture", .accept_encoding = "br, gzip"});
  EXPECT_EQ(reply.body.size(), 1025U);
  EXPECT_EQ(header(reply, "Content-Encoding"), "");
}

TEST_F(ApplicationTest, SendsTheFormsMadeBeforehand) {
  const auto ask = [&](const char* encodings) {
    return application_.answer(
        {.method = "GET", .target = "/packed", .accept_encoding = encodings});
  };
  EXPECT_EQ(ask("br").body, "brotlied");
  EXPECT_EQ(ask("gzip").body, "gzipped");
  EXPECT_EQ(header(ask("gzip"), "ETag"), "\"tag-gzip\"");
  EXPECT_EQ(ask("").body.size(), 1025U);
}

TEST_F(ApplicationTest, LetsAllSitesLoadWhatIsForEverybody) {
  const HttpReply reply =
      make({"https://a.example"}).answer({.method = "GET", .target = "/packed"});
  EXPECT_EQ(header(reply, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header(reply, "Cross-Origin-Resource-Policy"), "cross-origin");
  EXPECT_EQ(header(reply, "Cache-Control"), "public, max-age=3600");
  EXPECT_EQ(header(reply, "Vary"), "Accept-Encoding");
}

TEST_F(ApplicationTest, SaysWhoMayKeepAnAnswer) {
  EXPECT_EQ(header(application_.answer({.method = "GET", .target = "/things/a"}), "Cache-Control"),
            "public, max-age=60");
  EXPECT_EQ(header(application_.answer({.method = "GET", .target = "/large"}), "Cache-Control"),
            "private, max-age=60");
}

TEST_F(ApplicationTest, SendsSecurityHeadersWithEverything) {
  for (const char* target : {"/things/a", "/nothing", "/broken"}) {
    const HttpReply reply = application_.answer({.method = "GET", .target = target});
    EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(reply, "Referrer-Policy"), "same-origin");
  }
}

TEST_F(ApplicationTest, AllowsAllOriginsWithAStar) {
  for (const char* origin : {"", "https://a.example", "null"}) {
    const HttpReply reply =
        application_.answer({.method = "GET", .target = "/things/a", .origin = origin});
    EXPECT_EQ(header(reply, "Access-Control-Allow-Origin"), "*");
    EXPECT_THAT(header(reply, "Vary"), IsEmpty());
  }
  EXPECT_EQ(header(application_.refusal(internal_error()), "Access-Control-Allow-Origin"), "*");
}

TEST_F(ApplicationTest, AllowsListedOriginsAlone) {
  const Application listed = make({"https://a.example", "https://b.example"});
  const auto ask = [&](const char* origin) {
    return listed.answer({.method = "GET", .target = "/nothing", .origin = origin});
  };
  EXPECT_EQ(header(ask("https://b.example"), "Access-Control-Allow-Origin"), "https://b.example");
  for (const char* other :
       {"", "null", "https://c.example", "https://a.example.evil", "http://a.example"}) {
    EXPECT_EQ(header(ask(other), "Access-Control-Allow-Origin"), "") << other;
    EXPECT_EQ(header(ask(other), "Vary"), "Origin");
  }
}

TEST_F(ApplicationTest, AnswersPreflightsWithoutABody) {
  const HttpReply reply = application_.answer({.method = "OPTIONS",
                                               .target = "/large",
                                               .origin = "https://a.example",
                                               .preflight_method = "POST"});
  EXPECT_EQ(reply.status, 204);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(header(reply, "Access-Control-Allow-Methods"), "GET, HEAD, POST, OPTIONS");
  EXPECT_THAT(header(reply, "Access-Control-Allow-Headers"), HasSubstr("Content-Type"));
  EXPECT_EQ(header(reply, "Access-Control-Max-Age"), "86400");
  const HttpReply plain = application_.answer({.method = "OPTIONS", .target = "/things/a"});
  EXPECT_EQ(plain.status, 204);
  EXPECT_EQ(header(plain, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(header(plain, "Access-Control-Allow-Methods"), "");
  EXPECT_EQ(application_.answer({.method = "OPTIONS", .target = "/nothing"}).status, 404);
}

}  // namespace
}  // namespace kiertoon
