// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/spool.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::pipeline {

namespace {

Failure<Error> noRoom(int problem)
{
    return {Error {Fault::Internal, std::string("The upload cannot be kept on the gateway's disk: ") + std::strerror(problem)}};
}

// Some file systems make no file without a name: there it has one for a moment.
int makeNamed(const std::string &directory)
{
    std::string name = directory + "/upload-XXXXXX";
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0)
        ::unlink(name.c_str());
    return file;
}

} // namespace

Spool::Spool(std::string directory)
    : m_directory(std::move(directory))
{
}

Spool::~Spool()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<> Spool::append(std::string_view bytes)
{
    if (m_file < 0 && m_size + bytes.size() <= keptInMemory) {
        m_memory.append(bytes);
        m_size += bytes.size();
        return {};
    }
    if (m_file < 0) {
        if (auto opened = open(); !opened)
            return opened;
    }
    return write(bytes);
}

Result<> Spool::open()
{
    m_file = ::open(m_directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (m_file < 0)
        m_file = makeNamed(m_directory);
    if (m_file < 0)
        return noRoom(errno);
    m_size = 0;
    const std::string kept = std::exchange(m_memory, {});
    return write(kept);
}

Result<> Spool::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(m_file, bytes.data(), bytes.size(), static_cast<off_t>(m_size));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return noRoom(done < 0 ? errno : ENOSPC);
        m_size += static_cast<std::uint64_t>(done);
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

Result<std::size_t> Spool::read(std::uint64_t offset, std::span<char> room) const
{
    const std::size_t size = std::min<std::uint64_t>(room.size(), m_size - std::min(m_size, offset));
    if (m_file < 0) {
        std::copy_n(m_memory.data() + offset, size, room.data());
        return size;
    }
    ssize_t got = -1;
    do
        got = ::pread(m_file, room.data(), size, static_cast<off_t>(offset));
    while (got < 0 && errno == EINTR);
    if (got < 0 || (got == 0 && size))
        return noRoom(got < 0 ? errno : EIO);
    return static_cast<std::size_t>(got);
}

} // namespace gatehouse::pipeline
