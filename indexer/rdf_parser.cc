#include "indexer/rdf_parser.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <optional>
#include <utility>

#include <raptor2.h>

#include "base/utf8.h"

namespace kiertoon {
namespace {

constexpr std::size_t kLongestReason = 200;  // bytes

struct RaptorDeleter {
  void operator()(raptor_world* world) const { raptor_free_world(world); }
  void operator()(raptor_parser* parser) const { raptor_free_parser(parser); }
  void operator()(raptor_uri* uri) const { raptor_free_uri(uri); }
  void operator()(unsigned char* text) const { raptor_free_memory(text); }
};

template <typename T>
using RaptorPtr = std::unique_ptr<T, RaptorDeleter>;

std::string_view text_of(raptor_uri* uri) {
  std::size_t size = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
  return {reinterpret_cast<const char*>(text), size};
}

std::string_view text_of(const unsigned char* text, std::size_t size) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text), size);
}

RdfNode node_of(const raptor_term& term) {
  if (term.type == RAPTOR_TERM_TYPE_URI) {
    return {RdfNode::Kind::kUri, text_of(term.value.uri), {}};
  }
  if (term.type == RAPTOR_TERM_TYPE_LITERAL) {
    const auto& literal = term.value.literal;
    return {RdfNode::Kind::kLiteral,
            text_of(literal.string, literal.string_len),
            text_of(literal.language, literal.language_len)};
  }
  return {RdfNode::Kind::kBlank, text_of(term.value.blank.string, term.value.blank.string_len), {}};
}

// On one line, and not longer than a line should be.
std::string sentence_of(const char* text) {
  std::string sentence = to_valid_utf8(truncate_utf8(text, kLongestReason));
  std::replace_if(
      sentence.begin(), sentence.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return sentence;
}

std::optional<int> line_of(const raptor_locator* locator) {
  return locator != nullptr && locator->line > 0 ? std::optional(locator->line) : std::nullopt;
}

}  // namespace

struct RdfParser::State {
  State(std::string document, const VisitStatement& visitor)
      : name(std::move(document)), visit(visitor) {}

  // Raptor is written in C: an exception must not pass through it.
  static void on_statement(void* data, raptor_statement* statement) {
    auto& state = *static_cast<State*>(data);
    if (state.thrown || !state.reason.empty()) {
      return;
    }
    try {
      state.visit({node_of(*statement->subject),
                   text_of(statement->predicate->value.uri),
                   node_of(*statement->object)});
    } catch (...) {
      state.thrown = std::current_exception();
    }
  }

  // Keeps the first error, with the first line that is known of it: the parser goes on and reports
  // what follows from it.
  static void on_message(void* data, raptor_log_message* message) {
    auto& state = *static_cast<State*>(data);
    if (message->level < RAPTOR_LOG_LEVEL_ERROR) {
      return;
    }
    if (state.reason.empty()) {
      state.reason = sentence_of(message->text);
    }
    if (!state.line) {
      state.line = line_of(message->locator);
    }
    if (!state.line && state.parser) {
      state.line = line_of(raptor_parser_get_locator(state.parser.get()));
    }
  }

  static int refuse_uri(void*, raptor_uri*) { return 1; }

  [[nodiscard]] bool open(RdfFormat format) {
    world.reset(raptor_new_world());
    if (!world) {
      return false;
    }
    raptor_world_set_flag(world.get(), RAPTOR_WORLD_FLAG_WWW_SKIP_INIT_FINISH, 1);
    raptor_world_set_log_handler(world.get(), this, on_message);
    if (raptor_world_open(world.get()) != 0) {
      return false;
    }
    const char* syntax = format == RdfFormat::kTurtle ? "turtle" : "rdfxml";
    parser.reset(raptor_new_parser(world.get(), syntax));
    return parser && forbid_reading() && start();
  }

  [[nodiscard]] bool forbid_reading() const {
    raptor_parser_set_uri_filter(parser.get(), refuse_uri, nullptr);
    const auto set = [this](raptor_option option, int value) {
      return raptor_parser_set_option(parser.get(), option, nullptr, value) == 0;
    };
    return set(RAPTOR_OPTION_NO_NET, 1) && set(RAPTOR_OPTION_NO_FILE, 1) &&
           set(RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0);
  }

  [[nodiscard]] bool start() {
    raptor_parser_set_statement_handler(parser.get(), this, on_statement);
    const std::string path = std::filesystem::absolute(name).string();
    const RaptorPtr<unsigned char> text(raptor_uri_filename_to_uri_string(path.c_str()));
    base.reset(text ? raptor_new_uri(world.get(), text.get()) : nullptr);
    return base && raptor_parser_parse_start(parser.get(), base.get()) == 0;
  }

  std::string name;
  const VisitStatement& visit;
  std::exception_ptr thrown;
  std::string reason;  // of the first error; empty while there is none
  std::optional<int> line;
  // In this order: each needs those before it until it is gone.
  RaptorPtr<raptor_world> world;
  RaptorPtr<raptor_uri> base;
  RaptorPtr<raptor_parser> parser;
};

RdfParser::RdfParser(std::unique_ptr<State> state) : state_(std::move(state)) {}
RdfParser::~RdfParser() = default;

Expected<std::unique_ptr<RdfParser>> RdfParser::create(const std::string& name,
                                                       RdfFormat format,
                                                       const VisitStatement& visit) {
  auto state = std::make_unique<State>(name, visit);
  if (!state->open(format)) {
    return fail(ErrorCode::kInternal, name + ": the RDF parser does not start " + state->reason);
  }
  return std::unique_ptr<RdfParser>(new RdfParser(std::move(state)));
}

Expected<void> RdfParser::feed(std::string_view piece) {
  return parse(piece, false);
}

Expected<void> RdfParser::finish() {
  return parse({}, true);
}

Expected<void> RdfParser::parse(std::string_view piece, bool is_last) {
  const int failed = raptor_parser_parse_chunk(state_->parser.get(),
                                               reinterpret_cast<const unsigned char*>(piece.data()),
                                               piece.size(),
                                               is_last ? 1 : 0);
  if (state_->thrown) {
    std::rethrow_exception(state_->thrown);
  }
  if (failed == 0 && state_->reason.empty()) {
    return {};
  }
  const auto line =
      state_->line ? state_->line : line_of(raptor_parser_get_locator(state_->parser.get()));
  const std::string place = line ? state_->name + ":" + std::to_string(*line) : state_->name;
  return fail(ErrorCode::kInvalidData,
              place + ": " + (state_->reason.empty() ? "is not well-formed" : state_->reason));
}

}  // namespace kiertoon
