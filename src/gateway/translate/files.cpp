// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/files.h"

#include "gateway/translate/bedrock_invoke.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/media.h"
#include "gateway/translate/vertex_claude.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::string_view http = "http://", https = "https://";

bool beginsWith(std::string_view url, std::string_view start)
{
    return wire::sameName(url.substr(0, start.size()), start);
}

bool isSecure(const Block &block)
{
    return beginsWith(block.url, https);
}

bool isByAddress(const Block &block)
{
    const bool mayBe = block.kind == Block::Kind::Image || block.kind == Block::Kind::Document;
    return mayBe && block.data.empty() && isWebAddress(block.url);
}

// By what the caller says, else by how the address ends.
std::string_view kindOf(const Block &block)
{
    return block.mediaType.empty() ? mediaTypeOfUrl(block.url) : std::string_view(block.mediaType);
}

// What Google keeps is known to it by its address alone, and to nobody else.
bool isGooglesOwn(std::string_view url)
{
    constexpr std::array<std::string_view, 5> places {"https://generativelanguage.googleapis.com/", "https://www.youtube.com/",
        "https://youtube.com/", "https://m.youtube.com/", "https://youtu.be/"};
    return std::any_of(places.begin(), places.end(), [&](std::string_view place) { return beginsWith(url, place); });
}

class Putter
{
public:
    explicit Putter(const Target &target)
        : m_target(target)
        , m_needsFile(row(target.dialect).needsFile)
    {
    }

    bool isNeeded() const { return m_needsFile && m_target.files; }

    void visit(std::vector<Block> &blocks)
    {
        for (Block &block : blocks) {
            if (!block.content.empty())
                visit(block.content);
            if (isByAddress(block) && m_needsFile(block, m_target))
                put(block);
        }
    }

private:
    void put(Block &block)
    {
        if (const File *file = fileAt(*m_target.files, block.url))
            fill(block, *file);
    }

    // A caller who says what it is knows better than the server, as with LiteLLM; which kind of block holds it follows from that.
    static void fill(Block &block, const File &file)
    {
        if (block.mediaType.empty())
            block.mediaType = file.mediaType;
        block.data = file.data;
        block.url.clear();
        block.kind = block.mediaType.starts_with("image/") ? Block::Kind::Image : Block::Kind::Document;
    }

    const Target &m_target;
    bool (*m_needsFile)(const Block &, const Target &);
};

} // namespace

bool isWebAddress(std::string_view url)
{
    return beginsWith(url, https) || beginsWith(url, http);
}

const File *fileAt(Files &files, const std::string &url)
{
    const auto found = files.found.find(url);
    if (found != files.found.end())
        return found->second.get();
    if (std::find(files.wanted.begin(), files.wanted.end(), url) == files.wanted.end())
        files.wanted.push_back(url);
    return nullptr;
}

bool putFiles(Conversation &conversation, const Target &target)
{
    Putter putter(target);
    if (!putter.isNeeded())
        return true;
    for (Message &message : conversation.messages)
        putter.visit(message.blocks);
    return target.files->wanted.empty();
}

// Chat completions take pictures by their address, and documents inline only.
bool openAiNeedsFile(const Block &block, const Target &)
{
    return block.kind == Block::Kind::Document;
}

// Anthropic fetches by https. Where Claude is served by Google or Amazon, nobody fetches.
bool anthropicNeedsFile(const Block &block, const Target &target)
{
    return !isSecure(block) || isInvoked(target) || isClaudeOnVertex(target);
}

// The Gemini API fetches films and sound; Vertex also whatever else it is told the kind of. Both as LiteLLM has it.
bool geminiNeedsFile(const Block &block, const Target &target)
{
    const std::string_view kind = kindOf(block);
    if (isGooglesOwn(block.url) || kind.starts_with("video/") || kind.starts_with("audio/"))
        return false;
    const bool isVertex = target.deployment.provider.name.starts_with("vertex_ai");
    return !isVertex || !isSecure(block) || kind.empty();
}

bool bedrockNeedsFile(const Block &, const Target &)
{
    return true;
}

// Of files it takes pictures alone.
bool ollamaNeedsFile(const Block &block, const Target &)
{
    return block.kind == Block::Kind::Image || kindOf(block).starts_with("image/");
}

} // namespace gatehouse::translate
