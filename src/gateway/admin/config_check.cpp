// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_check.h"

#include "gateway/pipeline/snapshot.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using config::Diagnostic;

bool isError(const Diagnostic &said)
{
    return said.level == Diagnostic::Level::Error;
}

// Nothing that compiling says keeps the rest from being used, unless the whole is broken.
void addNotes(ConfigCheck &check, const pipeline::Snapshot &snapshot)
{
    for (Diagnostic note : snapshot.notes) {
        if (isError(note) && snapshot.ok())
            note.level = Diagnostic::Level::Warning;
        check.said.push_back(std::move(note));
    }
}

} // namespace

bool ConfigCheck::isUsable() const
{
    return std::none_of(said.begin(), said.end(), isError);
}

ConfigCheck checkConfig(const std::string &text, const config::FileSource &source)
{
    const config::Config config = config::parse(text, source.path, {source.environment, source.keychain, source.stored});
    ConfigCheck check {config.diagnostics, config.root.find("include").asStrings()};
    if (!config.ok())
        return check;
    const auto snapshot = pipeline::compile(config);
    addNotes(check, *snapshot);
    if (const auto allowed = source.mayRun ? source.mayRun(snapshot->settings.auth.masterKey) : Result<>(); !allowed)
        check.said.push_back({Diagnostic::Level::Error, config.root.find("general_settings").keyMark(), allowed.error().message});
    return check;
}

} // namespace gatehouse::admin
