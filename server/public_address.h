#pragma once

#include <string>
#include <string_view>

#include "server/call.h"
#include "server/service_context.h"

namespace kiertoon {

// Whether `host` may stand in an address: a name or an IPv4 address, or an IPv6 address in
// brackets, each with a port or without.
[[nodiscard]] bool is_host(std::string_view host);

// What absolute links to this server begin with, "https://teot.example.org": what the operator says
// (--public-url), else http and the request's Host. Refuses a Host that is none.
[[nodiscard]] Valid<std::string> public_address(const Call& call, const ServiceContext& context);

}  // namespace kiertoon
