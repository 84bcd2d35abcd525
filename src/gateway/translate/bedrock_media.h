// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::translate {

/// What Converse calls a file: the member that holds it and its format. Both are empty for a kind that Converse has no word for.
struct BedrockMedia {
    std::string_view member; ///< "image", "document", "video", "audio"
    std::string_view format; ///< "png"
};
BedrockMedia bedrockMedia(std::string_view mediaType);
/// The same by the ending of a file's name or address.
BedrockMedia bedrockMediaOfFile(std::string_view name);

} // namespace gatehouse::translate
