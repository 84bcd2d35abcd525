// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What a caller was given of an answer so far, read from the caller's own events: all that an encoder must know to write the
/// rest, whether a relay or an encoder wrote the beginning.
struct Given {
    /// A content block of Anthropic's, an item of Responses'. Other dialects have none.
    struct Part {
        enum class Stage {
            Announced, ///< it was said to come
            Open,      ///< it is being said
            Said,      ///< its text is whole
            Closed,    ///< and that was said too
            Done,      ///< nothing of it follows
        };
        Stage stage = Stage::Announced;
        std::string type = {};
        std::string id = {};            ///< as written between its quotes
        std::string text = {};          ///< of an item that is not done, escaped: what was said of it
        std::string annotations = "[]"; ///< of such a text
        std::string doneJson = {};      ///< of an item, as it ended up
    };

    std::string idJson, modelJson; ///< what the answer and its model are called
    std::int64_t createdAt = 0;
    std::int64_t nextEvent = 0; ///< Responses numbers its events
    std::vector<Part> parts;    ///< by their index
    bool isFinished = false;    ///< Gemini: why it ended was said, though more may follow
    std::string_view odd = {};  ///< why nobody else can go on with what was given; empty = somebody can
};

// What one event of the caller's dialect says of that.
void noteOpenAi(const wire::JsonObject &event, Given &given);
void noteAnthropic(const wire::JsonObject &event, Given &given);
void noteGemini(const wire::JsonObject &event, Given &given);
void noteResponses(const wire::JsonObject &event, Given &given);

/// The part at \a index, made if it is new; nullptr for one that no honest answer has.
Given::Part *partAt(Given &given, std::int64_t index);

} // namespace gatehouse::translate
