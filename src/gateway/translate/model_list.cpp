// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/model_list.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

namespace gatehouse::translate {

namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longestName = 512;

// Members that hold the list; the first that is an array.
constexpr std::array lists {"data", "models", "modelSummaries", "result", "endpoints"};
constexpr std::array contexts {
    "max_model_len", "max_context_length", "context_length", "context_window", "inputTokenLimit", "max_input_tokens"};
// Members that say what a model can be asked: one word or several.
constexpr std::array purposes {"type", "task", "endpoints", "supportedGenerationMethods", "outputModalities"};

struct Purpose {
    std::string_view word, mode;
};
constexpr std::array words {
    Purpose {"chat", "chat"},
    Purpose {"llm", "chat"},
    Purpose {"vlm", "chat"},
    Purpose {"generateContent", "chat"},
    Purpose {"TEXT", "chat"},
    Purpose {"embed", "embedding"},
    Purpose {"embedding", "embedding"},
    Purpose {"embeddings", "embedding"},
    Purpose {"embedContent", "embedding"},
    Purpose {"EMBEDDING", "embedding"},
    Purpose {"rerank", "rerank"},
    Purpose {"IMAGE", "image_generation"},
    Purpose {"image", "image_generation"},
    Purpose {"moderation", "moderation"},
};
constexpr std::array names {
    Purpose {"rerank", "rerank"},
    Purpose {"embed", "embedding"},
    Purpose {"whisper", "audio_transcription"},
};

std::string textIn(const dom::element &entry, std::string_view member)
{
    std::string_view text;
    return entry[member].get(text) ? std::string() : std::string(text);
}

std::int64_t countIn(const dom::element &entry, std::string_view member)
{
    constexpr std::int64_t most = 4'000'000'000'000'000;
    std::int64_t count = 0;
    return entry[member].get(count) ? 0 : std::clamp<std::int64_t>(count, 0, most);
}

std::string_view modeOf(std::string_view word)
{
    const auto row = std::find_if(words.begin(), words.end(), [word](const Purpose &each) { return each.word == word; });
    return row == words.end() ? std::string_view() : row->mode;
}

// A model that can chat is a chat model, whatever it can do besides.
std::string_view modeAmong(const dom::element &said)
{
    std::string_view word, mode;
    if (!said.get(word))
        return modeOf(word);
    dom::array several;
    if (said.get(several))
        return {};
    for (const dom::element each : several) {
        if (each.get(word) || modeOf(word).empty())
            continue;
        if (mode.empty() || modeOf(word) == "chat")
            mode = modeOf(word);
    }
    return mode;
}

std::string modeOf(const dom::element &entry, std::string_view name)
{
    for (const char *purpose : purposes) {
        dom::element said;
        if (entry[purpose].get(said))
            continue;
        if (const auto mode = modeAmong(said); !mode.empty())
            return std::string(mode);
    }
    return std::string(modeByName(name));
}

std::optional<ListedModel> modelFrom(const dom::element &entry, std::string_view member, std::string_view prefix)
{
    std::string name = textIn(entry, member);
    if (name.starts_with(prefix))
        name.erase(0, prefix.size());
    const auto isControl = [](unsigned char character) { return character < ' ' || character == 0x7f; };
    if (name.empty() || name.size() > longestName || std::any_of(name.begin(), name.end(), isControl))
        return std::nullopt;
    ListedModel model {std::move(name)};
    model.mode = modeOf(entry, model.id);
    for (const char *context : contexts)
        model.context = model.context > 0 ? model.context : countIn(entry, context);
    model.bytes = countIn(entry, "size");
    model.owner = textIn(entry, "owned_by");
    return model;
}

std::optional<dom::array> listIn(const dom::element &root)
{
    dom::array list;
    if (!root.get(list))
        return list;
    for (const char *member : lists) {
        if (!root[member].get(list))
            return list;
    }
    return std::nullopt;
}

bool hasNextPage(const dom::element &root)
{
    bool more = false;
    std::string_view next;
    return (!root["has_more"].get(more) && more) || (!root["nextPageToken"].get(next) && !next.empty())
        || (!root["next_page_token"].get(next) && !next.empty());
}

} // namespace

std::optional<ModelList> modelListFrom(std::string json, std::string_view member, std::string_view prefix, std::size_t most)
{
    dom::parser parser; // not kept: it is larger than the text
    dom::element root;
    if (parser.parse(json).get(root))
        return std::nullopt;
    const auto entries = listIn(root);
    if (!entries)
        return std::nullopt;
    ModelList list;
    list.isWhole = !hasNextPage(root);
    std::unordered_set<std::string> known;
    for (const dom::element entry : *entries) {
        if (list.models.size() == most) {
            list.isWhole = false;
            break;
        }
        auto model = modelFrom(entry, member, prefix);
        if (model && known.insert(model->id).second)
            list.models.push_back(std::move(*model));
    }
    if (list.models.empty() && entries->size() > 0) // a list of something else
        return std::nullopt;
    return list;
}

std::string_view modeByName(std::string_view name)
{
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const Purpose &each : names) {
        if (small.find(each.word) != std::string::npos)
            return each.mode;
    }
    return {};
}

} // namespace gatehouse::translate
