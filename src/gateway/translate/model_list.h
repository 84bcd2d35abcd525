// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// A model as its provider lists it. What the provider does not say is empty or 0.
struct ListedModel {
    std::string id;
    std::string mode = {}; ///< a word of model_info.mode, where what is said of the model, or its name, tells it
    std::int64_t context = 0;
    std::int64_t bytes = 0; ///< on the disk of a server of one's own
    std::string owner = {}; ///< owned_by: which program serves it, with servers of one's own
};

struct ModelList {
    std::vector<ListedModel> models; ///< in the provider's order, none twice
    bool isWhole = true;             ///< false where there are more than were read, or another page
};

/// The list in \a json, whatever its shape: OpenAI's and Anthropic's "data", Gemini's, Ollama's and Cohere's "models", Bedrock's
/// "modelSummaries", a bare array … \a member names a model there; \a prefix is taken off the names. At most \a most are
/// read. Nothing where there is no such list in it.
std::optional<ModelList> modelListFrom(std::string json, std::string_view member, std::string_view prefix, std::size_t most);

/// What a model of that name is for, as far as names go: "embedding", "rerank", "audio_transcription"; empty = nothing in it
/// tells.
std::string_view modeByName(std::string_view name);

} // namespace gatehouse::translate
