// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/given.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// The output items of a response while they are streamed, and the events that tell of them. An item is known by its place, the
/// output_index; texts are kept escaped, because all that was said is repeated at the end.
class ResponsesItems
{
public:
    enum class Type { Text, Refusal, Thought, Call, Search, Image };
    struct Item {
        Type type;
        std::string id = {};
        std::string text = {};   ///< escaped: what was said, or the arguments
        std::string sealed = {}; ///< escaped: of a thought
        std::string callIdJson = {}, nameJson = {};
        std::string annotations = "[]"; ///< of a text
        std::string done = {};          ///< as it ended up
    };

    std::size_t size() const { return m_items.size(); }
    const Item &at(std::size_t place) const { return m_items[place]; }
    /// How much memory the items come to, roughly.
    std::size_t kept() const { return m_kept; }
    /// The items that are done, as an array.
    std::string output() const;

    /// The first event that is written is the one with number \a sequence.
    void countFrom(std::int64_t sequence) { m_sequence = sequence; }
    /// The beginning of any event; whoever calls it closes the object.
    void begin(std::string_view type, std::string &out);

    /// Adds an item and says so.
    std::size_t open(Item made, std::string &out);
    /// More of what is said in it.
    void append(std::size_t at, std::string_view escaped, std::string &out);
    /// More of the signature of a thought.
    void seal(std::size_t at, std::string_view escaped) { m_items[at].sealed += escaped; }
    /// Only a text has any, and only once.
    void annotate(std::size_t at, std::string_view annotationsJson, std::string &out);
    /// Nothing where it is closed already.
    void close(std::size_t at, std::string_view status, std::string &out);
    /// An item that comes in one piece, with what it is to be in `done`.
    void whole(Item made, std::string &out);
    /// An item that others began. Returns its place where it is still open.
    std::optional<std::size_t> resume(const Given::Part &part, std::string &out);

private:
    void beginFor(std::string_view type, std::size_t at, std::string &out);
    void item(std::string_view type, std::size_t at, std::string_view json, std::string &out);
    void addPart(std::size_t at, std::string &out);
    void partDone(std::size_t at, std::string_view textJson, std::string &out);
    void closeBegun(std::size_t at, bool isPartOpen, std::string &out);
    void closeText(std::size_t at, std::string &out);
    void closeThought(std::size_t at, std::string &out);
    void closeCall(std::size_t at, std::string &out);
    std::string shown(const Item &item, std::string_view status, std::string_view textJson) const;

    std::vector<Item> m_items;
    std::size_t m_kept = 0;
    std::int64_t m_sequence = 0;
};

} // namespace gatehouse::translate
