// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/secret_file.h"

#include "gateway/config/text_check.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::config {

namespace {

constexpr std::size_t longest = std::size_t(64) * 1024;

/// A file that is open for reading, or not.
class Descriptor
{
public:
    // A pipe would otherwise wait for its writer.
    explicit Descriptor(const std::string &path)
        : m_number(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

Failure<std::string> systemFailure()
{
    return Failure {std::string(std::strerror(errno))};
}

Result<std::string, std::string> contents(int descriptor)
{
    std::string text(longest + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count = ::read(descriptor, text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFailure();
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    text.resize(size);
    return text;
}

} // namespace

void dropLineBreak(std::string &text)
{
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
}

Result<SecretFile, std::string> readSecretFile(const std::string &path)
{
    const Descriptor file(path);
    struct stat facts {
    };
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0)
        return systemFailure();
    if (!S_ISREG(facts.st_mode))
        return Failure {std::string("it is no regular file")};
    auto text = contents(file.number());
    if (!text)
        return Failure {text.error()};
    if (text->size() > longest)
        return Failure {std::string("it is longer than 64 KiB, which no secret is")};
    if (!isUtf8(*text))
        return Failure {std::string("it is not UTF-8 text")};
    dropLineBreak(*text);
    return SecretFile {Secret(std::move(*text)), (facts.st_mode & S_IROTH) != 0};
}

} // namespace gatehouse::config
