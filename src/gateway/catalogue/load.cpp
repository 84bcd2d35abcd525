// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/load.h"

#include "gateway/catalogue/built_in.h"

#include <QFile>

#include <iterator>

namespace gatehouse::catalogue {

namespace {

using config::Diagnostic;

// LiteLLM's own map has not yet two megabytes.
constexpr qint64 largestFile = 64 * 1024 * 1024;

// The path that \a address names; empty when it is one of the network's.
std::string pathOf(const std::string &address)
{
    constexpr std::string_view scheme = "file://";
    if (address.starts_with(scheme))
        return address.substr(scheme.size());
    return address.find("://") == std::string::npos ? address : std::string();
}

Result<std::string> textOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Failure {Error {Fault::InvalidRequest, file.errorString().toStdString()}};
    if (file.size() > largestFile)
        return Failure {Error {Fault::InvalidRequest, "it is larger than 64 MiB"}};
    std::string text(static_cast<std::size_t>(file.size()), '\0');
    const qint64 read = file.read(text.data(), file.size());
    if (read != file.size())
        return Failure {Error {Fault::InvalidRequest, "it cannot be read: " + file.errorString().toStdString()}};
    return text;
}

Result<Catalogue> fromFile(const std::string &path)
{
    auto text = textOf(path);
    if (!text)
        return Failure {std::move(text).error()};
    auto entries = entriesFrom(std::move(*text));
    if (!entries)
        return Failure {std::move(entries).error()};
    if (entries->empty())
        return Failure {Error {Fault::InvalidRequest, "it holds no models"}};
    return Catalogue(std::move(*entries));
}

bool isTrue(const std::optional<std::string> &word)
{
    return word && (*word == "True" || *word == "true" || *word == "1");
}

// What to read instead of the built-in table, and where that was said.
struct Wish {
    std::string address;
    config::Mark mark;
};

Wish wishOf(const config::Config &config)
{
    const config::Value given = config.given("litellm_settings.model_cost_map_url");
    if (!given.isNull())
        return {given.asString(), given.mark()};
    if (isTrue(config.environment("LITELLM_LOCAL_MODEL_COST_MAP")))
        return {};
    return {config.environment("LITELLM_MODEL_COST_MAP_URL").value_or(""), {"LITELLM_MODEL_COST_MAP_URL", 0, 0}};
}

} // namespace

Catalogue builtIn()
{
    std::vector<Entry> all;
    for (const std::string_view text : builtInTexts()) {
        auto entries = entriesFrom(std::string(text));
        Q_ASSERT(entries); // tests/gateway/catalogue/tst_built_in.cpp
        if (entries)
            std::move(entries->begin(), entries->end(), std::back_inserter(all));
    }
    return Catalogue(std::move(all));
}

Loaded load(const config::Config &config)
{
    const Wish wish = wishOf(config);
    if (wish.address.empty())
        return {builtIn(), {}, {}};
    const std::string path = pathOf(wish.address);
    constexpr const char *stays = "; the built-in table of models and prices is used";
    if (path.empty())
        return {builtIn(), {},
            {{Diagnostic::Level::Warning, wish.mark,
                "the price map '" + wish.address + "' is not fetched: give the path of a file" + stays}}};
    auto catalogue = fromFile(path);
    if (!catalogue)
        return {builtIn(), path,
            {{Diagnostic::Level::Error, wish.mark, "the price map '" + path + "': " + catalogue.error().message + stays}}};
    return {std::move(*catalogue), path, {}};
}

} // namespace gatehouse::catalogue
