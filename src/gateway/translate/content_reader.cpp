// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/content_reader.h"

#include "gateway/translate/json_walk.h"
#include "gateway/translate/media.h"

#include <utility>

namespace gatehouse::translate {

bool ContentReader::content(const Members &owner, std::string_view name, std::vector<Block> &into)
{
    const std::string_view raw = owner.find(name);
    if (wire::jsonIsNull(raw))
        return true;
    if (wire::jsonKind(raw) == 's') {
        Block block;
        if (!text(owner, name, block.text))
            return false;
        into.push_back(std::move(block));
        return true;
    }
    if (wire::jsonKind(raw) != 'a')
        return fail(name, "must be a string or an array");
    const int outer = m_place.part; // a tool's result has content of its own; its errors name the result
    int part = 0;
    for (JsonWalk walk(raw); walk.next(); ++part) {
        if (outer < 0)
            m_place.part = part;
        if (!readPart(walk.raw(), into))
            return false;
    }
    m_place.part = outer;
    return true;
}

bool ContentReader::image(std::string_view name, std::string_view url, Block &block)
{
    block.kind = Block::Kind::Image;
    if (!setMedia(block, url))
        return fail(name, "must be a URL or a data URL with base64");
    if (!block.data.empty() && !block.mediaType.starts_with("image/")) // a document in an image's clothes
        block.kind = Block::Kind::Document;
    return true;
}

bool ContentReader::file(std::string_view name, std::string data, std::string_view format, Block &block)
{
    block.kind = Block::Kind::Document;
    if (data.find(':') == data.npos) { // base64 alone: no URL is without a colon
        block.mediaType = format.empty() ? mediaTypeOf(block.name) : format;
        block.data = std::move(data);
    } else if (!setMedia(block, data)) {
        return fail(name, "must be base64 or a data URL with base64");
    }
    if (block.mediaType.starts_with("image/"))
        block.kind = Block::Kind::Image;
    return true;
}

bool ContentReader::audio(const Members &part, Block &block)
{
    const Members audio(part.find("input_audio"));
    block.kind = Block::Kind::Audio;
    std::string format;
    if (!requiredText(audio, "data", block.data) || !text(audio, "format", format))
        return false;
    block.mediaType = "audio/" + format;
    return true;
}

} // namespace gatehouse::translate
