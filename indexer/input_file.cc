#include "indexer/input_file.h"

#include <cerrno>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace kiertoon {
namespace {

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  File(File&&) = delete;
  File& operator=(File&&) = delete;
  ~File() {
    if (descriptor_ != STDIN_FILENO) {
      ::close(descriptor_);
    }
  }

  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

tl::unexpected<Error> input_error(const std::string& name) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
  return fail(code, "cannot read " + name + ": " + std::system_category().message(errno));
}

}  // namespace

Expected<ReadBytes> open_input(const std::string& name) {
  const int descriptor = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return input_error(name);
  }
  const auto file = std::make_shared<File>(descriptor);
  return [file, name](std::span<char> buffer) -> Expected<std::size_t> {
    const ssize_t size = ::read(file->descriptor(), buffer.data(), buffer.size());
    if (size < 0) {
      return input_error(name);
    }
    return static_cast<std::size_t>(size);
  };
}

}  // namespace kiertoon
