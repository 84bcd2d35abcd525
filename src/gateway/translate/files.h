// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files that a request names by their addresses, for providers that have to be handed them. Whoever calls encode() fetches.
namespace gatehouse::translate {

struct File {
    std::string mediaType;
    std::string data; ///< in base64
};

struct Files {
    std::map<std::string, std::shared_ptr<const File>, std::less<>> found; ///< by address
    std::vector<std::string> wanted; ///< addresses of those that are not there, each once, in the order of the request
};

/// Whether \a url is one that can be fetched: http or https, in any spelling.
bool isWebAddress(std::string_view url);

/// The file that stands at \a url; nullptr where it is not there, and then it is wanted.
const File *fileAt(Files &files, const std::string &url);

/// Puts the files into the blocks of \a conversation that need them: by the row of \a target's dialect. False where some are
/// not there; target.files->wanted names them. The work of a request without addresses is a look at each of its blocks.
bool putFiles(Conversation &conversation, const Target &target);

/// The same for \a messages in Anthropic's words, as text, of which nothing else is changed; nothing where they name no address.
/// For Claude behind a cloud, whose callers speak Anthropic's words themselves.
std::optional<std::string> withFiles(std::string_view messages, Files &files);

/// Which files a provider of a dialect is handed: see DialectRow::needsFile.
bool openAiNeedsFile(const Block &block, const Target &target);
bool anthropicNeedsFile(const Block &block, const Target &target);
bool geminiNeedsFile(const Block &block, const Target &target);
bool bedrockNeedsFile(const Block &block, const Target &target);
bool ollamaNeedsFile(const Block &block, const Target &target);

} // namespace gatehouse::translate
