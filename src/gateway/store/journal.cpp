// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/journal.h"

#include "gateway/store/frame.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::store {

namespace {

constexpr std::string_view ending = ".journal", draftEnding = ".journal.new";
constexpr std::size_t reserve = 1024 * 1024; // for the calls that still run when no further segment can be had

Failure<Error> failure(const std::string &what)
{
    return Failure {Error {Fault::Internal, what + ": " + std::strerror(errno)}};
}

// Rising with the time, and never one that was there before: what is in SQL is known by it.
std::string newName()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%015lld-%08x", // 15 digits of milliseconds are enough for 30,000 years
        static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()), std::random_device {}());
    return text.data() + std::string(ending);
}

std::size_t sizeOf(const std::string &path)
{
    struct stat facts {
    };
    return ::stat(path.c_str(), &facts) == 0 ? static_cast<std::size_t>(facts.st_size) : 0;
}

// An open and locked file with room taken on the disk already, so that the last write of a call does not meet a full one; -1
// when it cannot be had. It gets its name when it is locked: one that is not is anybody's to book and remove.
int make(const std::string &path, off_t room)
{
    const std::string draft = path + ".new";
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return -1;
    const bool hasRoom = ::fallocate(file, FALLOC_FL_KEEP_SIZE, 0, room) == 0 || errno == EOPNOTSUPP || errno == ENOSYS;
    if (hasRoom && ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::rename(draft.c_str(), path.c_str()) == 0)
        return file;
    const int reason = errno;
    ::close(file);
    ::unlink(draft.c_str());
    errno = reason;
    return -1;
}

bool isLocked(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isFree = ::flock(file, LOCK_SH | LOCK_NB) == 0;
    ::close(file);
    return !isFree;
}

std::vector<std::string> namesIn(const std::string &directory, std::string_view end = ending)
{
    std::vector<std::string> all;
    const std::unique_ptr<DIR, int (*)(DIR *)> handle(::opendir(directory.c_str()), &::closedir);
    while (const dirent *entry = handle ? ::readdir(handle.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name.size() > end.size() && name.substr(name.size() - end.size()) == end)
            all.emplace_back(name);
    }
    return all;
}

// What a program that died left behind before its file had its name. One that another makes at this moment is younger.
void removeDrafts(const std::string &directory)
{
    constexpr std::time_t longestMaking = 60;
    for (const std::string &name : namesIn(directory, draftEnding)) {
        const std::string path = directory + "/" + name;
        struct stat facts {
        };
        if (::stat(path.c_str(), &facts) == 0 && std::time(nullptr) - facts.st_mtime > longestMaking && !isLocked(path))
            ::unlink(path.c_str());
    }
}

// The new file's name too must be on the disk before its content counts.
void syncDirectory(const std::string &directory)
{
    const int handle = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

} // namespace

Journal::~Journal()
{
    close();
}

Result<> Journal::open(JournalOptions options)
{
    const std::lock_guard lock(m_lock);
    m_options = std::move(options);
    const std::string &directory = m_options.directory;
    if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
        return failure("cannot make the journal " + directory);
    removeDrafts(directory);
    if (auto begun = begin(); !begun)
        return begun;
    m_isWritable = true;
    m_isOpen = true;
    return {};
}

void Journal::close()
{
    const std::lock_guard lock(m_lock);
    m_isOpen = false;
    if (m_file < 0)
        return;
    if (m_options.syncEvery)
        sync();
    ::close(std::exchange(m_file, -1));
}

Result<> Journal::begin()
{
    const std::string name = newName();
    const int file = make(pathOf(name), static_cast<off_t>(m_options.segmentBytes + reserve));
    if (file < 0)
        return failure("cannot write the journal " + m_options.directory);
    if (m_options.syncEvery)
        syncDirectory(m_options.directory);
    if (m_file >= 0) {
        if (m_options.syncEvery)
            sync();
        if (::ftruncate(m_file, static_cast<off_t>(m_bytes)) != 0)
            errno = 0; // what was reserved and not used is given back, or is with the file
        ::close(m_file);
    }
    m_file = file;
    m_name = name;
    m_ownNames.insert(name);
    m_bytes = 0;
    return {};
}

// What was written in part is taken back; where even that fails, a reader passes over it.
Result<> Journal::write(std::string_view bytes)
{
    const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
    if (written == static_cast<ssize_t>(bytes.size())) {
        m_bytes += bytes.size();
        return {};
    }
    const int reason = written < 0 ? errno : ENOSPC;
    if (written > 0 && ::ftruncate(m_file, static_cast<off_t>(m_bytes)) != 0)
        m_bytes += static_cast<std::size_t>(written);
    errno = reason;
    return failure("cannot write the journal " + m_options.directory);
}

Result<> Journal::append(std::string_view record)
{
    if (record.size() > longestRecord)
        return Failure {Error {Fault::Internal, "a record of " + std::to_string(record.size()) + " bytes is too long"}};
    auto put = add(framed(record));
    if (m_listener && !m_isTold.exchange(true))
        m_listener();
    return put;
}

Result<> Journal::add(std::string_view frame)
{
    const std::lock_guard lock(m_lock);
    if (m_file < 0)
        return {};
    if (m_bytes >= m_options.segmentBytes && m_isWritable && !begin())
        m_isWritable = false;
    if (auto written = write(frame); !written) {
        m_isWritable = false;
        return written;
    }
    m_isDirty = true;
    if (m_options.syncEvery && m_options.syncEvery->count() == 0)
        sync();
    return {};
}

// Under the lock. A disk that cannot sync cannot be trusted with more.
void Journal::sync()
{
    m_syncedAt = std::chrono::steady_clock::now();
    if (!std::exchange(m_isDirty, false))
        return;
    if (::fdatasync(m_file) != 0)
        m_isWritable = false;
}

void Journal::tend()
{
    int file = -1;
    {
        const std::lock_guard lock(m_lock);
        if (m_file < 0)
            return;
        if (!m_isWritable && begin())
            m_isWritable = true;
        const auto now = std::chrono::steady_clock::now();
        if (m_options.syncEvery && m_isDirty && now - m_syncedAt >= *m_options.syncEvery) {
            m_isDirty = false;
            m_syncedAt = now;
            file = ::dup(m_file); // synced without the lock: nobody's answer waits for the disk
        }
    }
    if (file < 0)
        return;
    if (::fdatasync(file) != 0)
        m_isWritable = false;
    ::close(file);
}

bool Journal::isDirty() const
{
    const std::lock_guard lock(m_lock);
    return m_isDirty && m_options.syncEvery.has_value();
}

// Only what the lock guards is copied under it: appending never waits for a directory to be read.
std::vector<Segment> Journal::segments() const
{
    Segment current;
    std::set<std::string> own;
    std::string directory;
    {
        const std::lock_guard lock(m_lock);
        current = {m_name, m_bytes, m_file >= 0, true};
        own = m_ownNames;
        directory = m_options.directory;
    }
    std::vector<Segment> all;
    for (const std::string &name : namesIn(directory)) {
        const std::string path = directory + "/" + name;
        if (current.isCurrent && name == current.name)
            all.push_back(current);
        else if (!isLocked(path)) // one that was begun in the meantime is locked by us
            all.push_back({name, sizeOf(path), false, own.count(name) > 0});
    }
    std::sort(all.begin(), all.end(), [](const Segment &one, const Segment &other) { return one.name < other.name; });
    return all;
}

Result<std::string> Journal::read(const Segment &segment, std::size_t from) const
{
    const int file = ::open(pathOf(segment.name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT)
        return std::string();
    if (file < 0)
        return failure("cannot read " + pathOf(segment.name));
    std::string bytes(segment.bytes - std::min(from, segment.bytes), '\0');
    std::size_t have = 0;
    ssize_t got = 1;
    while (have < bytes.size() && got > 0) {
        got = ::pread(file, bytes.data() + have, bytes.size() - have, static_cast<off_t>(from + have));
        have += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    const int reason = errno;
    ::close(file);
    errno = reason;
    if (got < 0)
        return failure("cannot read " + pathOf(segment.name));
    bytes.resize(have);
    return bytes;
}

void Journal::remove(const std::string &name)
{
    ::unlink(pathOf(name).c_str());
    const std::lock_guard lock(m_lock);
    m_ownNames.erase(name);
}

} // namespace gatehouse::store
