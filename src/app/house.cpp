// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "app/house.h"

#include "gateway/config/demo.h"
#include "gateway/config/keychain.h"
#include "gateway/config/text_file.h"
#include "gateway/observe/journal.h"
#include "gateway/observe/log_levels.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/wire/json_writer.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>

#include <algorithm>
#include <unistd.h>
#include <utility>

namespace gatehouse::app {

namespace {

using Level = observe::Log::Level;
using Category = observe::Log::Category;

std::string dataDirectory(const Options &options)
{
    if (!options.dataDir.empty())
        return options.dataDir;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString();
}

std::string ownFile(const Options &options)
{
    return dataDirectory(options) + "/config.yaml";
}

std::string configFileOf(const Options &options, const config::Environment &environment)
{
    if (!options.configFile.empty() || !options.model.empty())
        return options.configFile;
    if (const auto fromEnvironment = environment("CONFIG_FILE_PATH"); fromEnvironment && !fromEnvironment->empty())
        return *fromEnvironment;
    const std::string own = ownFile(options);
    return QFileInfo::exists(QString::fromStdString(own)) ? own : std::string();
}

// --model: the configuration that LiteLLM makes of it, with that model for every request. JSON is YAML.
std::string commandLineConfig(const Options &options)
{
    const std::string &name = options.alias.empty() ? options.model : options.alias;
    wire::JsonWriter json;
    json.beginObject().key("model_list").beginArray().beginObject().key("model_name").string(name);
    json.key("litellm_params").beginObject().key("model").string(options.model);
    if (!options.apiBase.empty())
        json.key("api_base").string(options.apiBase);
    if (options.dropParams)
        json.key("drop_params").boolean(true);
    if (!options.requestTimeout.empty())
        json.key("timeout").string(options.requestTimeout);
    json.endObject().endObject().endArray();
    json.key("general_settings").beginObject().key("completion_model").string(name).endObject();
    return json.endObject().take();
}

Level levelOf(const config::Diagnostic &diagnostic)
{
    switch (diagnostic.level) {
    case config::Diagnostic::Level::Error: return Level::Error;
    case config::Diagnostic::Level::Warning: return Level::Warning;
    case config::Diagnostic::Level::Note: return Level::Info;
    }
    return Level::Info;
}

std::size_t errorsIn(const config::Config &config)
{
    const auto isError = [](const config::Diagnostic &said) { return said.level == config::Diagnostic::Level::Error; };
    const auto count = std::count_if(config.diagnostics.begin(), config.diagnostics.end(), isError);
    return std::max<std::size_t>(1, static_cast<std::size_t>(count));
}

constexpr const char *brokenFile =
    "it is stored, but the configuration file has errors now, so it is in use only when that is mended";

bool isLoopback(const std::string &host)
{
    return host == "localhost" || QHostAddress(QString::fromStdString(host)).isLoopback();
}

} // namespace

House::House(Options options, config::KeychainReader keychainReader, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_environment(config::processEnvironment())
    , m_keys(keychainReader ? std::move(keychainReader) : config::Keychain::reader(m_options.keychainTime),
          [this](const std::string &message) { m_log.say(Level::Warning, message); })
    , m_configFile(configFileOf(m_options, m_environment))
    , m_gateway(m_log)
{
    chooseForm();
    if (m_options.debug)
        m_log.setLevel(Level::Debug);
    for (const std::string &warning : m_options.warnings)
        m_log.say(Level::Warning, warning);
    m_reading.keychain = keychain();
    m_gateway.compileWith([this] { return compileStored(); });
    m_gateway.lendWith([this](auto use) { lend(std::move(use)); });
    m_gateway.keepConfigFile(configSource());
    connect(&m_gateway, &Gateway::stopped, this, &House::stopped);
    connect(&m_watch, &config::Watch::changed, this, &House::reload);
}

// JSON is chosen when the configuration has been read.
void House::chooseForm()
{
    const auto isSet = [this](const char *name) { return !m_environment(name).value_or(std::string()).empty(); };
    if (observe::isJournalStream(m_environment("JOURNAL_STREAM").value_or(std::string()), STDERR_FILENO))
        m_log.setJournal(observe::JournalSocket::usual);
    else if (::isatty(STDERR_FILENO) && !isSet("NO_COLOR") && m_environment("TERM") != "dumb")
        m_log.setForm(observe::Log::Form::Colored);
}

// The file's word, then the environment's, then the command line's: the later counts.
void House::chooseLevels(const config::Config &config)
{
    m_log.setLevel(config.get("litellm_settings.set_verbose").asBool() ? Level::Debug : Level::Info);
    const auto set = [this](const std::string &text, const std::string &where) {
        if (const auto done = observe::setLevels(m_log, text); !done)
            m_log.say(Level::Warning,
                {observe::Log::Category::Config, where + ": '" + text + "' is no level of the log: " + done.error().message});
    };
    for (const auto &[category, level] : config.get("general_settings.log_levels").entries())
        set(category == "all" ? level.asString() : category + "=" + level.asString(), "general_settings.log_levels");
    set(m_environment("LITELLM_LOG").value_or(std::string()), "LITELLM_LOG");
    if (m_options.debug)
        m_log.setLevel(Level::Debug);
    set(m_options.logLevel, "--log-level");
}

config::Config House::readFrom(const config::Sources &sources)
{
    if (m_configFile.empty())
        m_configFile = configFileOf(m_options, m_environment); // the demo's own file may have come
    if (!m_configFile.empty())
        return readFile(sources);
    const bool isDemo = m_options.model.empty();
    m_text = isDemo ? config::demoYaml(m_environment) : commandLineConfig(m_options);
    config::Config config = config::parse(m_text, isDemo ? "demo" : "command line", sources);
    config.revision = config::noRevision;
    return config;
}

config::Config House::readFile(const config::Sources &sources)
{
    auto text = config::readText(m_configFile);
    m_text = text ? std::move(*text) : std::string();
    config::Config config = text ? config::parseFile(m_text, m_configFile, sources) : config::load(m_configFile, sources);
    config.revision = config::revisionOf(m_text);
    return config;
}

// Asked on the desk's thread.
config::FileSource House::configSource()
{
    config::FileSource source;
    source.environment = m_environment;
    if (m_options.model.empty())
        source.path = m_configFile.empty() ? ownFile(m_options) : m_configFile;
    source.demo = m_options.model.empty() ? config::demoYaml(m_environment) : std::string();
    source.keychain = [this](const std::string &name) -> Result<Secret, config::KeychainFault> {
        return m_keys.known(name).value_or(Secret("is asked for when the file is used"));
    };
    source.mayRun = [this](const Secret &masterKey) { return checkOpenAccess(masterKey); };
    source.reload = [this](Reloaded done) {
        QMetaObject::invokeMethod(
            this, [this, done = std::move(done)] { reloadThen(done); }, Qt::QueuedConnection);
    };
    return source;
}

config::KeychainReader House::keychain()
{
    return [this](const std::string &name) { return m_keys.read(name); };
}

config::Config House::read(config::KeychainReader keychain)
{
    m_isReading = true;
    config::Config config =
        readFrom({m_environment, std::move(keychain), [this](const Secret &saltKey) { return m_gateway.stored(saltKey); }});
    finishReading();
    return config;
}

void House::remember(const config::Config &config)
{
    m_reading.environment = config.environment;
    m_reading.credentials = config.root.find("credential_list");
}

void House::finishReading()
{
    m_isReading = false;
    if (std::exchange(m_hasToReload, false))
        QMetaObject::invokeMethod(this, &House::reload, Qt::QueuedConnection);
    if (m_wantReading.empty())
        return;
    QMetaObject::invokeMethod(
        this,
        [this, waiting = std::exchange(m_wantReading, {})] {
            for (const auto &use : waiting)
                lend(use);
        },
        Qt::QueuedConnection);
}

// One after another, though the keychain's event loop brings the next wish while the first still waits for it.
void House::lend(std::function<void(const config::Reading &)> use)
{
    if (m_isReading)
        return m_wantReading.push_back(std::move(use));
    m_isReading = true;
    use(m_reading);
    finishReading();
}

// What was stored has changed, and nothing else: the keychain is not asked again, and what the file has to say was said.
Result<std::shared_ptr<const pipeline::Snapshot>> House::compileStored()
{
    if (m_isReading) {
        m_hasToReload = true;
        return Failure {
            Error {Fault::ServiceUnavailable, "the configuration is being read; what was stored will be in use after that"}};
    }
    config::Config config = read([this](const std::string &name) { return m_keys.recall(name); });
    if (!config.ok())
        return Failure {Error {Fault::Internal, brokenFile}};
    std::erase_if(config.diagnostics, [](const auto &said) { return !said.where.file.starts_with("database"); });
    sayAll(config.diagnostics);
    auto snapshot = pipeline::compile(config);
    if (!snapshot->ok())
        return Failure {Error {Fault::Internal, brokenFile}};
    remember(config);
    m_gateway.note({m_text, !m_configFile.empty()});
    return snapshot;
}

void House::sayAll(const std::vector<config::Diagnostic> &diagnostics)
{
    using observe::Log;
    for (const config::Diagnostic &diagnostic : diagnostics) {
        const Log::Level level = levelOf(diagnostic);
        if (m_log.form() == Log::Form::Json || m_log.form() == Log::Form::Journal)
            m_log.say(level, {Log::Category::Config, config::toString(diagnostic)});
        else if (m_log.wants(level, Log::Category::Config)) // as compilers say it, and editors read it
            m_log.put(config::toString(diagnostic));
    }
}

Result<> House::checkOpenAccess(const Secret &masterKey) const
{
    if (!masterKey.isEmpty() || m_options.allowOpenAccess || isLoopback(m_options.gateway.host))
        return {};
    return Failure {Error {Fault::InvalidRequest,
        "refusing to listen on " + m_options.gateway.host
            + " without a master key: anybody who reaches that address could spend your money. Set general_settings.master_key "
              "(or "
              "LITELLM_MASTER_KEY), listen on 127.0.0.1, or say --allow-open-access-without-key if that is what you want"}};
}

// While there is no file, that one comes is a change.
std::vector<std::string> House::watchedFiles(const config::Config &config) const
{
    std::vector<std::string> files = config.files;
    if (m_configFile.empty() && m_options.model.empty())
        files.push_back(ownFile(m_options));
    return files;
}

void House::follow(const config::Config &config, const pipeline::Snapshot &snapshot)
{
    std::vector<std::string> files = watchedFiles(config);
    if (!snapshot.catalogueFile.empty())
        files.push_back(snapshot.catalogueFile);
    m_watch.follow(files);
}

Result<> House::start()
{
    QDir().mkpath(QString::fromStdString(dataDirectory(m_options)));
    const config::Config config = read(keychain());
    if (config.get("litellm_settings.json_logs").asBool())
        m_log.setForm(observe::Log::Form::Json);
    chooseLevels(config);
    sayAll(config.diagnostics);
    m_watch.follow(watchedFiles(config)); // a broken file too: mending it is a change
    const Failure<Error> hasErrors {
        Error {Fault::InvalidRequest, "the configuration has errors; 'gatehouse check " + m_configFile + "' lists them"}};
    if (!config.ok())
        return hasErrors;
    const auto snapshot = pipeline::compile(config);
    sayAll(snapshot->notes);
    if (!snapshot->ok())
        return hasErrors;
    follow(config, *snapshot);
    if (auto allowed = checkOpenAccess(snapshot->settings.auth.masterKey); !allowed)
        return allowed;
    remember(config);
    m_options.gateway.spoolDirectory = dataDirectory(m_options);
    m_options.gateway.dataDirectory = m_options.gateway.spoolDirectory;
    m_gateway.note({.text = m_text, .isFile = !m_configFile.empty(), .isStart = true});
    const auto port = m_gateway.start(snapshot, m_options.gateway);
    if (!port)
        return Failure {port.error()};
    m_port = *port;
    m_masterKey = snapshot->settings.auth.masterKey;
    return {};
}

void House::reloadThen(Reloaded done)
{
    if (done)
        m_wantReload.push_back(std::move(done));
    if (m_isReading) {
        m_hasToReload = true;
        return;
    }
    const auto tell = [waiting = std::exchange(m_wantReload, {})](const Result<> &result) {
        for (const Reloaded &each : waiting)
            each(result);
    };
    if (!m_gateway.isRunning())
        return tell(Failure {Error {Fault::ShuttingDown, "the gateway is stopping"}});
    const auto snapshot = readAnew();
    if (!snapshot)
        return tell(Failure {snapshot.error()});
    m_gateway.reload(*snapshot, tell);
    m_log.say(Level::Info, {Category::Config, "configuration reloaded"});
}

Result<std::shared_ptr<const pipeline::Snapshot>> House::readAnew()
{
    m_watch.look(); // before it is read: what changes while it is read is a change
    const config::Config config = read(keychain());
    sayAll(config.diagnostics);
    m_watch.follow(watchedFiles(config));
    const auto snapshot = config.ok() ? pipeline::compile(config) : nullptr;
    if (snapshot)
        sayAll(snapshot->notes);
    const auto refuse = [this](std::size_t errors, const std::string &why) {
        m_gateway.note({m_text, !m_configFile.empty()}, errors);
        m_log.say(Level::Error, {Category::Config, why});
        return Failure {Error {Fault::Internal, why}};
    };
    if (!snapshot || !snapshot->ok())
        return refuse(errorsIn(config), "the changed configuration has errors; the last good one stays in use");
    follow(config, *snapshot);
    if (auto allowed = checkOpenAccess(snapshot->settings.auth.masterKey); !allowed)
        return refuse(1, allowed.error().message + "; the last good configuration stays in use");
    remember(config);
    chooseLevels(config);
    m_gateway.note({m_text, !m_configFile.empty()});
    m_masterKey = snapshot->settings.auth.masterKey;
    Q_EMIT changed();
    return snapshot;
}

std::string House::baseUrl() const
{
    const std::string scheme = m_options.gateway.certificateFile.empty() ? "http" : "https";
    const QHostAddress address(QString::fromStdString(m_options.gateway.host));
    std::string host = m_options.gateway.host;
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        host = "[" + host + "]";
    return scheme + "://" + host + ":" + std::to_string(m_port ? m_port : m_options.gateway.port);
}

} // namespace gatehouse::app
