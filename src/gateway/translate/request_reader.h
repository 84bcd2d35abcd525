// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/json_walk.h"
#include "gateway/translate/members.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What the readers of both dialects share: typed access to members with errors that say where ("messages[2].content must be
/// a string or an array"). The first error stays; every reader returns false from then on.
class RequestReader
{
protected:
    /// Remembers \a what as BadRequest, behind the place being read.
    bool fail(std::string_view member, std::string_view what);
    bool failed() const { return m_error.has_value(); }

    /// Absent and null leave \a into alone and are fine.
    bool text(const Members &object, std::string_view name, std::string &into);
    bool requiredText(const Members &object, std::string_view name, std::string &into);
    bool integer(const Members &object, std::string_view name, std::optional<std::int64_t> &into);
    bool number(const Members &object, std::string_view name, std::optional<double> &into);
    bool boolean(const Members &object, std::string_view name, std::optional<bool> &into);
    /// The text of an object.
    bool object(const Members &object, std::string_view name, std::string &into);
    /// One string or an array of strings.
    bool texts(const Members &object, std::string_view name, std::vector<std::string> &into);
    /// True when \a raw is an array of objects, or absent.
    bool isList(const Members &object, std::string_view name);
    /// Has \a each read every object of the array \a raw, which stands under \a name.
    template <typename Each> bool eachObject(std::string_view name, std::string_view raw, Each each)
    {
        if (wire::jsonKind(raw) != 'a')
            return fail(name, "must be an array");
        m_place = {name};
        for (JsonWalk walk(raw); walk.next(); ++m_place.item) {
            if (wire::jsonKind(walk.raw()) != 'o')
                return fail({}, "must be an object");
            if (!each(walk.raw()))
                return false;
        }
        m_place = {};
        return true;
    }

    /// The same of a list that need not be there.
    template <typename Each> bool eachOf(const Members &object, std::string_view name, Each each)
    {
        const std::string_view raw = object.find(name);
        return wire::jsonIsNull(raw) || eachObject(name, raw, each);
    }

    /// Where reading is, for errors.
    struct Place {
        std::string_view list; ///< "messages", "tools", "system"; empty = the top level
        int item = 0;
        int part = -1;                      ///< of the item's content
        std::string_view parts = "content"; ///< what the dialect calls that
    };
    Place m_place;
    std::optional<Error> m_error;
};

/// \a raw, cut to a length that fits an error message, at a character's end.
std::string shortened(std::string_view raw, std::size_t most = 200);

} // namespace gatehouse::translate
