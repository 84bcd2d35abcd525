// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::observe::metrics {

/// The number of a label's value. 0 and 1 are the same for all labels.
using ValueId = std::uint32_t;
inline constexpr ValueId noValue = 0;    ///< shown as "None", as Python's client does
inline constexpr ValueId otherValue = 1; ///< shown as "other": of those beyond what is kept

/// The values that one label has had, each once. Bounded: what comes beyond \a most is "other". One thread.
class Dictionary
{
public:
    explicit Dictionary(std::size_t most);
    Dictionary(Dictionary &&) = default;
    Dictionary &operator=(Dictionary &&) = default;

    /// Where \a mayAdd is not said, a value that was never seen before is "other". Long ones are cut.
    ValueId idOf(std::string_view text, bool mayAdd = true);
    /// As it stands between the quotes of the exposition format.
    std::string_view shown(ValueId id) const { return m_shown[id]; }
    /// All values but those two, as they came.
    std::vector<std::string_view> values() const { return {m_texts.begin(), m_texts.end()}; }

private:
    ValueId add(std::string_view text);

    std::size_t m_most;
    std::deque<std::string> m_texts; // as they came; never moved, so that m_ids may look at them
    std::unordered_map<std::string_view, ValueId> m_ids;
    std::deque<std::string> m_shown;                            // by id
    std::unordered_map<std::string_view, ValueId> m_idsOfShown; // two texts may look the same
    std::string_view m_lastText;                                // mostly the next is the same
    ValueId m_lastId = noValue;
};

/// \a text as a label's value in the exposition format: escaped, and UTF-8 whatever it was.
std::string escaped(std::string_view text);

} // namespace gatehouse::observe::metrics
