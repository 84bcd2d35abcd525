// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_media.h"

#include "gateway/wire/headers.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

struct Row {
    std::string_view mediaType;
    BedrockMedia media;
};
constexpr std::array rows {
    Row {"image/png", {"image", "png"}},
    Row {"image/jpeg", {"image", "jpeg"}},
    Row {"image/jpg", {"image", "jpeg"}},
    Row {"image/gif", {"image", "gif"}},
    Row {"image/webp", {"image", "webp"}},
    Row {"application/pdf", {"document", "pdf"}},
    Row {"text/csv", {"document", "csv"}},
    Row {"application/msword", {"document", "doc"}},
    Row {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"document", "docx"}},
    Row {"application/vnd.ms-excel", {"document", "xls"}},
    Row {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"document", "xlsx"}},
    Row {"text/html", {"document", "html"}},
    Row {"text/plain", {"document", "txt"}},
    Row {"text/markdown", {"document", "md"}},
    Row {"video/x-matroska", {"video", "mkv"}},
    Row {"video/quicktime", {"video", "mov"}},
    Row {"video/mp4", {"video", "mp4"}},
    Row {"video/webm", {"video", "webm"}},
    Row {"video/x-flv", {"video", "flv"}},
    Row {"video/mpeg", {"video", "mpeg"}},
    Row {"video/x-ms-wmv", {"video", "wmv"}},
    Row {"video/3gpp", {"video", "three_gp"}},
    Row {"audio/mp3", {"audio", "mp3"}},
    Row {"audio/mpeg", {"audio", "mp3"}},
    Row {"audio/wav", {"audio", "wav"}},
    Row {"audio/x-wav", {"audio", "wav"}},
    Row {"audio/flac", {"audio", "flac"}},
    Row {"audio/aac", {"audio", "aac"}},
    Row {"audio/ogg", {"audio", "ogg"}},
    Row {"audio/opus", {"audio", "opus"}},
    Row {"audio/mp4", {"audio", "mp4"}},
    Row {"audio/m4a", {"audio", "m4a"}},
    Row {"audio/webm", {"audio", "webm"}},
    Row {"audio/pcm16", {"audio", "pcm"}},
};

} // namespace

BedrockMedia bedrockMedia(std::string_view mediaType)
{
    const std::string name = wire::lowered(mediaType);
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return each.mediaType == name; });
    return row == rows.end() ? BedrockMedia {} : row->media;
}

BedrockMedia bedrockMediaOfFile(std::string_view name)
{
    std::string ending = wire::lowered(name.substr(name.rfind('.') + 1)); // npos + 1 is 0
    if (ending == "jpg")
        ending = "jpeg";
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return each.media.format == ending; });
    return row == rows.end() ? BedrockMedia {} : row->media;
}

} // namespace gatehouse::translate
