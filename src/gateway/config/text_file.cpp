// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/text_file.h"

#include "gateway/config/yaml.h"

#include <QCryptographicHash>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

namespace gatehouse::config {

namespace {

namespace fs = std::filesystem;
using Saved = Result<void, std::string>;
using Done = Result<void, int>; // or errno

Failure<int> because(int error)
{
    return {error};
}

Saved inWords(const Done &done)
{
    return done ? Saved() : Saved(Failure {std::string(std::strerror(done.error()))});
}

/// A descriptor that is closed with its scope.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    int operator*() const { return m_number; }

private:
    int m_number;
};

Done writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return because(written < 0 ? errno : EIO);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

void syncFolder(const std::string &folder)
{
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.isOpen())
        ::fsync(*opened);
}

/// Where \a path leads to through its links, which need not be there.
std::string targetOf(const std::string &path)
{
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target.string();
}

std::string folderOf(const std::string &path)
{
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

Done likeBefore(int descriptor, const struct stat &before)
{
    const bool isOwned = ::fchown(descriptor, before.st_uid, before.st_gid) == 0;
    return isOwned && ::fchmod(descriptor, before.st_mode & 07777) == 0 ? Done() : because(errno);
}

/// Writes beside \a target and renames. Leaves nothing behind when it fails.
Done replace(const std::string &target, std::string_view text, const struct stat *before)
{
    std::string beside = folderOf(target) + "/." + fs::path(target).filename().string() + ".XXXXXX";
    const Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
    if (!file.isOpen())
        return because(errno);
    Done done = before ? likeBefore(*file, *before) : Done();
    if (done)
        done = writeAll(*file, text);
    if (done && ::fsync(*file) != 0)
        done = because(errno);
    if (done && ::rename(beside.c_str(), target.c_str()) != 0)
        done = because(errno);
    if (done)
        syncFolder(folderOf(target));
    else
        ::unlink(beside.c_str());
    return done;
}

Done overwrite(const std::string &target, std::string_view text)
{
    const Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen())
        return because(errno);
    if (Done written = writeAll(*file, text); !written)
        return written;
    const bool isWhole = ::ftruncate(*file, static_cast<off_t>(text.size())) == 0 && ::fsync(*file) == 0;
    return isWhole ? Done() : because(errno);
}

Saved overwriteOrRestore(const std::string &target, std::string_view text)
{
    const auto before = readText(target);
    if (!before)
        return Failure {before.error()};
    const Done done = overwrite(target, text);
    if (!done)
        (void)overwrite(target, *before);
    return inWords(done);
}

/// Whether another way of writing may work: a full disk stays full.
bool isAboutPlace(int error)
{
    return error == EACCES || error == EPERM || error == EBUSY || error == EXDEV || error == EROFS;
}

std::string whyNotWritable(const std::string &target, bool exists)
{
    if (exists)
        return ::access(target.c_str(), W_OK) == 0 ? std::string() : "the program may not write this file";
    std::error_code error;
    if (fs::exists(target, error))
        return "it is no file of text that can be written";
    return ::access(folderOf(target).c_str(), W_OK) == 0 ? std::string() : "the program may not make a file in its folder";
}

} // namespace

Result<std::string, std::string> readText(const std::string &path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return Failure {std::string("it is a folder")};
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return Failure {std::string(errno ? std::strerror(errno) : "it cannot be opened")};
    std::string text;
    char buffer[65536];
    while (text.size() <= fileLimit && (stream.read(buffer, sizeof buffer), stream.gcount() > 0))
        text.append(buffer, static_cast<std::size_t>(stream.gcount()));
    if (stream.bad())
        return Failure {std::string("it cannot be read")};
    return text;
}

std::string revisionOf(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex().toStdString();
}

FileState stateOf(const std::string &path)
{
    const std::string target = targetOf(path);
    struct stat found {
    };
    FileState state;
    state.exists = ::stat(target.c_str(), &found) == 0 && S_ISREG(found.st_mode);
    state.whyNot = whyNotWritable(target, state.exists);
    state.isWritable = state.whyNot.empty();
    if (state.exists)
        state.modified = std::chrono::system_clock::time_point(
            std::chrono::seconds(found.st_mtim.tv_sec) + std::chrono::microseconds(found.st_mtim.tv_nsec / 1000));
    return state;
}

Saved saveText(const std::string &path, std::string_view text)
{
    const std::string target = targetOf(path);
    struct stat before {
    };
    const bool exists = ::stat(target.c_str(), &before) == 0;
    if (exists && !S_ISREG(before.st_mode))
        return Failure {std::string("it is no regular file")};
    if (exists && ::access(target.c_str(), W_OK) != 0)
        return inWords(because(errno)); // what was made read-only is not replaced either
    const Done replaced = replace(target, text, exists ? &before : nullptr);
    return !replaced && exists && isAboutPlace(replaced.error()) ? overwriteOrRestore(target, text) : inWords(replaced);
}

} // namespace gatehouse::config
