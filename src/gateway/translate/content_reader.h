// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/request_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What the readers of messages share, whatever the dialect: content that is a string or parts, and the media in the
/// parts.
class ContentReader : protected RequestReader
{
public:
    virtual ~ContentReader() = default;

protected:
    /// A string is one text; of an array readPart() reads each item. Absent and null are no content.
    bool content(const Members &owner, std::string_view name, std::vector<Block> &into);
    virtual bool readPart(std::string_view raw, std::vector<Block> &into) = 0;

    /// A picture at \a url, or in it. \a name is where it stands, for errors.
    bool image(std::string_view name, std::string_view url, Block &block);
    /// A file whose bytes are \a data: base64 or a data URL. \a format is its media type; empty = what its name says.
    bool file(std::string_view name, std::string data, std::string_view format, Block &block);
    /// OpenAI's input_audio.
    bool audio(const Members &part, Block &block);
};

} // namespace gatehouse::translate
