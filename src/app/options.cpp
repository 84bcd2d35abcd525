// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace gatehouse::app {

namespace {

/// One flag: with a value or without, and what it does to the options. Returns a complaint, or nothing.
struct Flag {
    std::string_view name;
    std::string_view value; ///< what the value is called in the help; empty = takes none
    std::string_view help;  ///< empty = LiteLLM's flag without a meaning here
    std::string (*apply)(Options &options, const std::string &value);
};

template <typename Number> std::string readNumber(const std::string &text, Number &number, Number least, Number most)
{
    Number value {};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size() || value < least || value > most)
        return "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ", not '" + text + "'";
    number = value;
    return {};
}

std::string readSeconds(const std::string &text, std::chrono::milliseconds &duration)
{
    double seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > 86'400)
        return "expected a number of seconds, not '" + text + "'";
    duration = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    return {};
}

std::string nothing(Options &, const std::string &)
{
    return {};
}

template <std::string Options::*member> std::string store(Options &options, const std::string &value)
{
    options.*member = value;
    return {};
}

template <bool Options::*member> std::string raise(Options &options, const std::string &)
{
    options.*member = true;
    return {};
}

template <Options::Task task> std::string choose(Options &options, const std::string &)
{
    options.task = task;
    return {};
}

std::string setPort(Options &options, const std::string &value)
{
    return readNumber<std::uint16_t>(value, options.gateway.port, 0, 65535);
}

std::string setWorkers(Options &options, const std::string &value)
{
    return readNumber<int>(value, options.gateway.workers, 1, 256);
}

const std::vector<Flag> &flags()
{
    static const std::vector<Flag> rows {
        {"service", "", "run headless: no window, no tray, no display needed", &raise<&Options::service>},
        {"minimized", "", "start the desktop in the tray", &raise<&Options::minimized>},
        {"config", "FILE", "configuration (LiteLLM's YAML); default: config.yaml in the data directory, else a demo",
            &store<&Options::configFile>},
        {"data-dir", "DIR", "where state is kept; default: the user's data directory", &store<&Options::dataDir>},
        {"host", "ADDRESS", "address to listen on; default 127.0.0.1",
            [](Options &o, const std::string &v) {
                o.gateway.host = v;
                return std::string();
            }},
        {"port", "N", "port to listen on; default 4000, 0 = any free one", &setPort},
        {"workers", "N", "worker threads; default: as many as cores", &setWorkers},
        {"num-workers", "N", "the same, as LiteLLM spells it", &setWorkers},
        {"ssl-certfile-path", "FILE", "certificate chain in PEM: serve HTTPS",
            [](Options &o, const std::string &v) {
                o.gateway.certificateFile = v;
                return std::string();
            }},
        {"ssl-keyfile-path", "FILE", "its private key in PEM",
            [](Options &o, const std::string &v) {
                o.gateway.keyFile = v;
                return std::string();
            }},
        {"allow-open-access-without-key", "",
            "listen on an address that others can reach although no master key is set: anybody who reaches it spends your money",
            &raise<&Options::allowOpenAccess>},
        {"stop-timeout", "SECONDS", "how long running requests may finish when the gateway stops; default 30",
            [](Options &o, const std::string &v) { return readSeconds(v, o.gateway.stopTime); }},
        {"header-timeout", "SECONDS", "how long a request's head may take to arrive; default 15",
            [](Options &o, const std::string &v) { return readSeconds(v, o.gateway.headerTime); }},
        {"keychain-timeout", "SECONDS", "how long the keychain may take to answer, people's typing included; default 30",
            [](Options &o, const std::string &v) { return readSeconds(v, o.keychainTime); }},
        {"log-level", "LEVELS", "error, warning, info or debug, also for one category: info,routing=debug",
            &store<&Options::logLevel>},
        {"debug", "", "log more", &raise<&Options::debug>},
        {"detailed-debug", "", "the same", &raise<&Options::debug>},
        {"model", "NAME", "serve this one model without a configuration file, for every request", &store<&Options::model>},
        {"alias", "NAME", "with --model: the name callers use", &store<&Options::alias>},
        {"api-base", "URL", "with --model: the provider's address", &store<&Options::apiBase>},
        {"drop-params", "", "with --model: drop parameters the provider does not know", &raise<&Options::dropParams>},
        {"request-timeout", "SECONDS", "with --model: how long a request may take", &store<&Options::requestTimeout>},
        {"version", "", "print the version", &choose<Options::Task::Version>},
        {"help", "", "print this help", &choose<Options::Task::Help>},
        {"add-function-to-prompt", "", "", &nothing},
        {"add-key", "x", "", &nothing},
        {"api-version", "x", "", &nothing},
        {"ciphers", "x", "", &nothing},
        {"headers", "x", "", &nothing},
        {"health", "", "", &nothing},
        {"iam-token-db-auth", "", "", &nothing},
        {"keepalive-timeout", "x", "", &nothing},
        {"local", "", "", &nothing},
        {"log-config", "x", "", &nothing},
        {"max-budget", "x", "", &nothing},
        {"max-requests-before-restart", "x", "", &nothing},
        {"max-tokens", "x", "", &nothing},
        {"num-requests", "x", "", &nothing},
        {"run-gunicorn", "", "", &nothing},
        {"run-hypercorn", "", "", &nothing},
        {"run-granian", "", "", &nothing},
        {"save", "", "", &nothing},
        {"skip-server-startup", "", "", &nothing},
        {"telemetry", "x", "", &nothing},
        {"temperature", "x", "", &nothing},
        {"test", "", "", &nothing},
        {"test-async", "", "", &nothing},
        {"use-prisma-db-push", "", "", &nothing},
        {"use-prisma-migrate", "", "", &nothing},
        {"use-queue", "", "", &nothing},
    };
    return rows;
}

Options invalid(Options options, std::string problem)
{
    options.task = Options::Task::Invalid;
    options.problem = std::move(problem);
    return options;
}

// "--num_workers=2" → "num-workers"
std::string nameOf(const std::string &argument)
{
    std::string name =
        argument.substr(argument.rfind("--", 0) == 0 ? 2 : 1, argument.find('=') - (argument.rfind("--", 0) == 0 ? 2 : 1));
    std::replace(name.begin(), name.end(), '_', '-');
    static const std::map<std::string, std::string> shortNames {{"h", "help"}, {"v", "version"}, {"c", "config"}, {"m", "model"}};
    const auto longName = shortNames.find(name);
    return longName == shortNames.end() ? name : longName->second;
}

// "set NAME", "list" and the like
bool isKeyCommand(const std::vector<std::string> &words)
{
    if (words.size() == 2)
        return words[1] == "list";
    return words.size() == 3 && (words[1] == "set" || words[1] == "check" || words[1] == "delete");
}

Options command(Options options, const std::vector<std::string> &words)
{
    if (words[0] == "key" && isKeyCommand(words)) {
        options.task = Options::Task::Key;
        options.keyAction = words[1];
        options.keyName = words.size() == 3 ? words[2] : std::string();
    } else if (words[0] == "key") {
        return invalid(std::move(options), "write: key set NAME, key check NAME, key delete NAME, or key list");
    } else if (words.size() == 2 && words[0] == "check") {
        options.task = Options::Task::Check;
        options.file = words[1];
    } else if (words.size() == 2 && words[0] == "config" && words[1] == "schema") {
        options.task = Options::Task::Schema;
    } else if (words.size() == 2 && words[0] == "config" && words[1] == "reference") {
        options.task = Options::Task::Reference;
    } else if (words.size() == 1 && words[0] == "providers") {
        options.task = Options::Task::Providers;
    } else if (words.size() == 1 && words[0] == "metrics") {
        options.task = Options::Task::Metrics;
    } else {
        return invalid(std::move(options),
            "unknown command '" + words[0]
                + "'; there are: check FILE, key set NAME, key list, config schema, config reference, providers, metrics");
    }
    return options;
}

} // namespace

Options parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument.size() < 2 || argument.front() != '-') {
            words.push_back(argument);
            continue;
        }
        const std::string name = nameOf(argument);
        const auto flag = std::find_if(flags().begin(), flags().end(), [&](const Flag &row) { return row.name == name; });
        if (flag == flags().end())
            return invalid(std::move(options), "unknown flag " + argument + "; gatehouse --help lists them");
        std::string value;
        if (!flag->value.empty()) {
            const std::size_t equals = argument.find('=');
            if (equals == std::string::npos && i + 1 == arguments.size())
                return invalid(std::move(options), argument + " needs a value");
            value = equals == std::string::npos ? arguments[++i] : argument.substr(equals + 1);
        }
        if (flag->help.empty())
            options.warnings.push_back("--" + name + " has no meaning here and is ignored");
        if (const std::string complaint = flag->apply(options, value); !complaint.empty())
            return invalid(std::move(options), "--" + name + ": " + complaint);
    }
    if (!words.empty())
        return command(std::move(options), words);
    if (options.gateway.certificateFile.empty() != options.gateway.keyFile.empty())
        return invalid(std::move(options), "HTTPS needs both --ssl-certfile-path and --ssl-keyfile-path");
    return options;
}

std::string helpText()
{
    std::string text =
        "Gatehouse " GATEHOUSE_VERSION ": one OpenAI- and Anthropic-compatible endpoint in front of your LLM providers.\n\n"
        "  gatehouse [flags]              open the desktop app\n"
        "  gatehouse --service [flags]    run headless\n"
        "  gatehouse check FILE           say what is wrong with a configuration; exit status 1 on errors\n"
        "  gatehouse key set NAME         put a secret into the keychain; the configuration names it as keychain/NAME\n"
        "  gatehouse key list             names of the keys in the keychain; also key check NAME, key delete NAME\n"
        "  gatehouse config schema        print the JSON Schema of a configuration\n"
        "  gatehouse config reference     print the reference of all configuration keys (Markdown)\n"
        "  gatehouse providers            print the table of providers (Markdown)\n"
        "  gatehouse metrics              print the table of metrics (Markdown)\n\n";
    for (const Flag &flag : flags()) {
        if (flag.help.empty())
            continue;
        std::string left = "  --" + std::string(flag.name) + (flag.value.empty() ? "" : " " + std::string(flag.value));
        left.resize(std::max<std::size_t>(left.size() + 2, 36), ' ');
        text += left + std::string(flag.help) + "\n";
    }
    return text + "\nLiteLLM's other flags are accepted and said to be ignored.\n";
}

} // namespace gatehouse::app
