// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/conversation.h"

#include <optional>
#include <string>
#include <string_view>

/// Pictures and documents inside requests: data URLs, base64 and kinds of files.
namespace gatehouse::translate {

/// Puts \a url into the block: a data URL as media type and base64, any other as url. False when it is a data URL that is
/// not base64.
bool setMedia(Block &block, std::string_view url);

/// "data:image/png;base64,…", or the block's url.
std::string mediaUrl(const Block &block);

/// The media type a file name stands for, else application/pdf.
std::string_view mediaTypeOf(std::string_view fileName);

/// The media type that the path of \a url ends like; empty when it tells nothing.
std::string_view mediaTypeOfUrl(std::string_view url);

/// The text that \a base64 holds, if it is base64 of UTF-8.
std::optional<std::string> decodedText(std::string_view base64);

} // namespace gatehouse::translate
