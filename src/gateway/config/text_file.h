// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <chrono>
#include <string>
#include <string_view>

/// The configuration's file as bytes on the disk. Any thread; these wait for the disk.
namespace gatehouse::config {

/// The text of \a path, at most one byte more than readYaml() takes; or why there is none.
Result<std::string, std::string> readText(const std::string &path);

/// "none", or the SHA-256 of a text's bytes in hexadecimal digits.
inline constexpr std::string_view noRevision = "none";
std::string revisionOf(std::string_view text);

/// What the disk says of a file.
struct FileState {
    bool exists = false; ///< as a regular file: a pipe can be read once only, and has been
    bool isWritable = false;
    std::string whyNot = {}; ///< it cannot be written
    std::chrono::system_clock::time_point modified = {};
};
FileState stateOf(const std::string &path);

/// Puts \a text into \a path as a whole: written beside it, brought to the disk, put in its place. Mode and owner stay, symbolic
/// links are followed, a new file is its owner's alone (0600). Where it cannot be put in its place (a mounted file, a folder that
/// cannot be written, another owner) it is written over, and what was in it is put back when that fails. The error says why.
Result<void, std::string> saveText(const std::string &path, std::string_view text);

} // namespace gatehouse::config
