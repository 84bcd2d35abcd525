// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "app/key_commands.h"
#include "gateway/config/config.h"
#include "gateway/config/keychain.h"
#include "gateway/config/schema.h"
#include "gateway/observe/metrics/registry.h"
#include "gateway/pipeline/snapshot.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <string>

namespace gatehouse::app {

namespace {

/// Qt's application object for a program that was given no arguments of Qt's.
class BareApplication
{
    std::string m_name = "gatehouse";
    std::array<char *, 2> m_arguments {m_name.data(), nullptr};
    int m_count = 1;
    QCoreApplication m_application {m_count, m_arguments.data()};
};

int print(const std::string &text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}

int check(const Options &options)
{
    config::Config config =
        config::load(options.file, {config::processEnvironment(), config::Keychain::reader(options.keychainTime)});
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
    const BareApplication application; // the keychain answers through its event loop
    switch (options.task) {
    case Options::Task::Help: return print(helpText());
    case Options::Task::Version: return print("gatehouse " GATEHOUSE_VERSION "\n");
    case Options::Task::Check: return check(options);
    case Options::Task::Schema: return print(config::jsonSchema());
    case Options::Task::Reference: return print(config::referencePage());
    case Options::Task::Providers: return print(providerPage());
    case Options::Task::Metrics: return print(observe::metrics::page());
    case Options::Task::Key: return runKeyCommand(options);
    case Options::Task::Invalid: std::fprintf(stderr, "gatehouse: %s\n", options.problem.c_str()); return 2;
    case Options::Task::Run: break;
    }
    return 0;
}

} // namespace gatehouse::app
