// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/hidden_secrets.h"

#include "gateway/config/environment.h"
#include "gateway/config/schema.h"
#include "gateway/config/secrecy.h"

namespace gatehouse::config {

namespace {

bool isCredential(const std::string &path, const std::string &key)
{
    if (key == "headers" || key == "extra_headers")
        return true;
    const Key *row = findKey(path);
    const bool isKnown = row && !row->path.ends_with('*');
    return isKnown ? row->type == Type::Secret : soundsSecret(key);
}

Value hidden(const Value &value, const std::string &path, bool isSecret);

Value hiddenMap(const Value &map, const std::string &path, bool isSecret)
{
    std::vector<Value::Entry> entries;
    for (const auto &[key, value] : map.entries()) {
        const std::string place = path.empty() ? key : path + "." + key;
        entries.emplace_back(key, hidden(value, place, isSecret || isCredential(place, key)));
    }
    return Value::map(std::move(entries), map.mark());
}

Value hidden(const Value &value, const std::string &path, bool isSecret)
{
    if (value.kind() == Value::Kind::Map)
        return hiddenMap(value, path, isSecret);
    if (value.kind() == Value::Kind::List) {
        std::vector<Value> items;
        for (const Value &item : value.items())
            items.push_back(hidden(item, path + "[" + std::to_string(items.size()) + "]", isSecret));
        return Value::list(std::move(items), value.mark());
    }
    const bool isWritten = value.kind() != Value::Kind::Null && value.kind() != Value::Kind::Boolean;
    if (!isWritten || referenceIn(value).kind != Reference::Kind::None)
        return value;
    return isSecret || holdsPassword(value.asString()) ? value.asHidden() : value;
}

} // namespace

Value withHiddenSecrets(const Value &root)
{
    return hidden(root, {}, false);
}

} // namespace gatehouse::config
