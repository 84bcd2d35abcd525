// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

/// Looks into JSON that was checked before, and neither checks nor copies it again. Of what is no JSON nothing useful comes, and
/// no harm.
namespace gatehouse::observe {

/// The items of an array; none = \a array is none.
std::vector<std::string_view> itemsOf(std::string_view array);

/// The value of the member of an object, as JSON: of that name, of the name after that in it, and so on; where a list stands, in
/// the first of its items. Empty = there is none. Goes over each byte once, and stops there.
std::string_view valueAt(std::string_view json, std::initializer_list<std::string_view> names);

/// An object. Refers to the text that it is made from.
class KnownObject
{
public:
    KnownObject() = default;
    /// Empty where \a json is no object.
    explicit KnownObject(std::string_view json);
    /// The first item of \a array, which is gone over once; empty where it is no object.
    static KnownObject firstOf(std::string_view array);

    /// The value of the last member of that name, as JSON; empty = there is none. Names that need escaping are not found.
    std::string_view find(std::string_view name) const;
    bool has(std::string_view name) const { return !find(name).empty(); }
    bool isEmpty() const { return m_members.empty(); }

private:
    struct Member {
        std::string_view name, value;
    };
    std::vector<Member> m_members;
};

} // namespace gatehouse::observe
