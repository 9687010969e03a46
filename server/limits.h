#pragma once

#include <chrono>
#include <cstddef>

namespace kiertoon::limits {

// What one client may ask of the server, and why. What an operator may want to change is an option
// (server/options.h) whose default stands here.

// Request line and headers together. Browsers send 1-2 KiB; cookies of an embedding site may add a
// few more.
inline constexpr std::size_t kHeadBytes = std::size_t{16} * 1024;

// Request line. A query of 1,000 Finnish characters takes some 1,800 bytes encoded; cpp-httplib
// stops at 8,192.
inline constexpr std::size_t kRequestLineBytes = 8'000;

// Browsers send some 20 headers, proxies add a handful.
inline constexpr std::size_t kHeaderCount = 100;

// Body of a request: 64 KiB of text, which JSON may escape to twice that.
inline constexpr std::size_t kBodyBytes = std::size_t{128} * 1024;

// Text that GET /analyze takes.
inline constexpr std::size_t kAnalyzedCharacters = 1'000;

// Filter values in one search; each costs a posting list.
inline constexpr std::size_t kFilterValues = 100;

// An answer shorter than this fits one packet, compressed or not.
inline constexpr std::size_t kCompressAboveBytes = 1'024;

// Connections at a time; beyond it the one that has been silent for the longest makes room.
inline constexpr std::size_t kConnections = 4'096;

// Connections the kernel holds until they are accepted (cpp-httplib asks for 5).
inline constexpr int kBacklog = 511;

// Workers beyond the number of processors, so that a probe of /healthz is answered while long
// requests keep the processors busy. No more: a worker never waits for a client, and each has tools
// of its own for searching, of some 4 MB.
inline constexpr std::size_t kSpareWorkers = 2;

// From the first byte of a request to the last of its headers and body, however the client spreads
// them.
inline constexpr std::chrono::milliseconds kReadTimeout{5'000};

// Silence between two requests of a connection. It costs a kilobyte of memory, not a worker.
inline constexpr std::chrono::milliseconds kIdleTimeout{30'000};

// For a client to take its whole answer.
inline constexpr std::chrono::milliseconds kWriteTimeout{20'000};

// How long a browser or proxy may keep an answer before it asks again. Asking again is cheap: the
// ETag of an unchanged index is answered by 304 without a search.
inline constexpr std::chrono::seconds kFreshFor{60};

// How long a browser or proxy may keep what other web sites load from here: long enough that a page
// view seldom asks, short enough that a correction reaches them within the hour.
inline constexpr std::chrono::seconds kStableFreshFor{3'600};

// A year, the longest that RFC 9111 knew: for what changes its address with its content.
inline constexpr std::chrono::seconds kHashedFreshFor{31'536'000};

// How long a browser may keep the answer to a CORS preflight.
inline constexpr std::chrono::seconds kPreflightFreshFor{86'400};

}  // namespace kiertoon::limits
