// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "gateway/config/config.h"
#include "gateway/config/schema.h"
#include "gateway/pipeline/snapshot.h"

#include <cstdio>

namespace gatehouse::app {

namespace {

int print(const std::string &text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}

int check(const std::string &file)
{
    config::Config config = config::load(file);
    if (config.ok()) { // what only compiling finds, such as a provider that is not served yet
        const auto snapshot = pipeline::compile(config);
        config.diagnostics.insert(config.diagnostics.end(), snapshot->notes.begin(), snapshot->notes.end());
    }
    print(config::report(config));
    return config.ok() ? 0 : 1;
}

} // namespace

int runCommand(const Options &options)
{
    switch (options.task) {
    case Options::Task::Help: return print(helpText());
    case Options::Task::Version: return print("gatehouse " GATEHOUSE_VERSION "\n");
    case Options::Task::Check: return check(options.file);
    case Options::Task::Schema: return print(config::jsonSchema());
    case Options::Task::Reference: return print(config::referencePage());
    case Options::Task::Providers: return print(providerPage());
    case Options::Task::Invalid: std::fprintf(stderr, "gatehouse: %s\n", options.problem.c_str()); return 2;
    case Options::Task::Run: break;
    }
    return 0;
}

} // namespace gatehouse::app
