// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/edits.h"
#include "gateway/translate/files.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

class Splicer
{
public:
    Splicer(std::string_view messages, Files &files)
        : m_files(files)
        , m_edits(messages)
    {
        JsonItems each(messages);
        while (each.next())
            visitContent(member(each.raw(), "content"), true);
    }

    std::optional<std::string> take()
    {
        if (m_edits.empty())
            return std::nullopt;
        std::string result;
        m_edits.apply(result);
        return result;
    }

private:
    void visitContent(std::string_view content, bool mayHoldResults)
    {
        JsonItems blocks(content);
        while (blocks.next()) {
            const std::string_view type = member(blocks.raw(), "type");
            const std::string_view word = innerOf(type);
            if (word == "image" || word == "document")
                visitMedia(type, member(blocks.raw(), "source"));
            else if (word == "tool_result" && mayHoldResults)
                visitContent(member(blocks.raw(), "content"), false);
        }
    }

    void visitMedia(std::string_view type, std::string_view source)
    {
        if (innerOf(member(source, "type")) != "url")
            return;
        const std::string url = textOf(member(source, "url"));
        const File *file = isWebAddress(url) ? fileAt(m_files, url) : nullptr;
        if (!file)
            return;
        wire::JsonWriter json;
        json.beginObject().key("type").string("base64").key("media_type").string(file->mediaType);
        m_edits.replace(source, json.key("data").string(file->data).endObject().take());
        m_edits.replace(type, file->mediaType.starts_with("image/") ? R"("image")" : R"("document")");
    }

    Files &m_files;
    Edits m_edits;
};

} // namespace

std::optional<std::string> withFiles(std::string_view messages, Files &files)
{
    if (messages.find(R"("url")") == std::string_view::npos) // the usual case, and a search is quicker than a walk
        return std::nullopt;
    return Splicer(messages, files).take();
}

} // namespace gatehouse::translate
