// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/shown.h"

#include "gateway/config/secrecy.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::providers {

using config::Value;

std::string shownAddress(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == url.npos)
        return std::string(url);
    url = url.substr(0, url.find_first_of("?#", scheme));
    const std::size_t host = scheme + 3;
    const std::size_t at = url.substr(0, url.find('/', host)).rfind('@');
    if (at == url.npos || at < host)
        return std::string(url);
    return std::string(url.substr(0, host)) + std::string(url.substr(at + 1));
}

namespace {

// "input_cost_per_token" ends like a token that is a secret.
bool isCredential(std::string_view name, const Value &value)
{
    return value.isSecret() || (config::soundsSecret(name) && name.find("_cost_") == name.npos);
}

} // namespace

std::string shown(const Value &map)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : map.entries()) {
        if (value.isNull() || isCredential(name, value))
            continue;
        json.key(name);
        if (value.kind() == Value::Kind::String)
            json.string(shownAddress(value.asString()));
        else
            json.raw(value.show());
    }
    return json.endObject().take();
}

} // namespace gatehouse::providers
