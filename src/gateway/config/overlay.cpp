// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/overlay.h"

#include "gateway/config/entries.h"
#include "gateway/config/json_value.h"
#include "gateway/config/lookup.h"
#include "gateway/config/reader.h"
#include "gateway/config/scalar.h"
#include "gateway/config/secrecy.h"

#include <algorithm>
#include <array>

namespace gatehouse::config {

namespace {

using Level = Diagnostic::Level;
constexpr std::array<std::string_view, 4> sections {
    "environment_variables", "general_settings", "litellm_settings", "router_settings"};

constexpr std::string_view leftOut = "this is left out: ";

/// Lays one piece after another over a configuration.
class Overlay
{
public:
    Overlay(Config &config, Lookup &lookup)
        : m_config(config)
        , m_lookup(lookup)
    {
    }

    void addSection(const Stored::Entry &entry)
    {
        const std::string &section = entry.name;
        const Value values = valueOf(entry, section);
        if (std::find(sections.begin(), sections.end(), section) == sections.end())
            return leaveOut(values.mark(), "there is no such section");
        for (const auto &[key, value] : values.entries())
            addKey(section, key, value);
        if (section == "environment_variables")
            m_config.environment = withVariables(m_lookup, m_config.root.find(section));
    }

    void addCredential(const Stored::Entry &entry)
    {
        const auto credential = checked("credential_list", valueOf(entry, "credential " + safeName(entry.name)));
        if (credential)
            put("credential_list", *credential, [&](const Value &other) {
                return other.find("credential_name").asString() == credential->find("credential_name").asString();
            });
    }

    void addModel(const Stored::Entry &entry)
    {
        const Value value = valueOf(entry, "model " + safeName(entry.name));
        const Mark &mark = value.mark();
        const Value info = value.find("model_info").with("id", Value::string(entry.name, mark));
        const auto model = checked("model_list", value.with("model_info", info));
        if (model && !isUsable(*model))
            return leaveOut(mark, "it needs a model_name, and litellm_params with a model");
        if (!model)
            return;
        const Value marked = model->find("model_info").with("db_model", Value::boolean(true, mark));
        put("model_list", model->with("model_info", marked),
            [&](const Value &other) { return other.find("model_info").find("id").asString() == entry.name; });
    }

    void addGuardrail(const Stored::Entry &entry)
    {
        const Value value = valueOf(entry, "guardrail " + safeName(entry.name));
        const auto guardrail = checked("guardrails", value.with("guardrail_id", Value::string(entry.name, value.mark())));
        if (guardrail)
            put("guardrails", *guardrail,
                [&](const Value &other) { return other.find("guardrail_id").asString() == entry.name; });
    }

private:
    static Value valueOf(const Stored::Entry &entry, const std::string &what)
    {
        return valueFromJson(entry.json.reveal(), {"database, " + what, 0, 0});
    }

    void leaveOut(const Mark &mark, const std::string &why)
    {
        m_config.diagnostics.push_back({Level::Warning, mark, std::string(leftOut) + why});
    }

    /// \a root as the schema wants it; nothing, and a warning, where it has an error.
    std::optional<Value> read(const Value &root, const Mark &mark)
    {
        std::vector<Diagnostic> said;
        Value value = Reader(m_lookup, said).read(root);
        const auto error =
            std::find_if(said.begin(), said.end(), [](const Diagnostic &each) { return each.level == Level::Error; });
        if (error != said.end()) {
            leaveOut(mark, error->message);
            return std::nullopt;
        }
        m_config.diagnostics.insert(m_config.diagnostics.end(), said.begin(), said.end());
        return value;
    }

    std::optional<Value> checked(const std::string &list, const Value &item)
    {
        const auto root = read(Value::map({{list, Value::list({item}, item.mark())}}, item.mark()), item.mark());
        return root ? std::optional(root->find(list).items().at(0)) : std::nullopt;
    }

    void addKey(const std::string &section, const std::string &key, const Value &value)
    {
        if (const std::string_view why = whyNotStored(section, key); !why.empty())
            return leaveOut(value.mark(), std::string(why));
        const auto root = read(Value::map({{section, Value::map({{key, value}}, value.mark())}}, value.mark()), value.mark());
        if (!root)
            return;
        const Value now = m_config.root.find(section);
        m_config.root = m_config.root.with(section, now.with(key, root->find(section).find(key)));
    }

    template <typename Same> void put(const std::string &list, const Value &item, const Same &isSame)
    {
        const Value known = m_config.root.find(list);
        std::vector<Value> items = known.items();
        const auto place = std::find_if(items.begin(), items.end(), isSame);
        if (place != items.end())
            *place = item;
        else
            items.push_back(item);
        m_config.root = m_config.root.with(list, Value::list(std::move(items), known.mark()).withKeyMark(known.keyMark()));
    }

    Config &m_config;
    Lookup &m_lookup;
};

} // namespace

void overlay(Config &config, const Stored &stored, Lookup &lookup)
{
    for (const std::string &problem : stored.problems)
        config.diagnostics.push_back({Level::Warning, {"database", 0, 0}, problem});
    lookup.use(config.environment);
    lookup.trustNoMore();
    Overlay over(config, lookup);
    for (const Stored::Entry &entry : stored.settings)
        over.addSection(entry);
    lookup.use(config.environment);
    for (const Stored::Entry &entry : stored.credentials)
        over.addCredential(entry);
    for (const Stored::Entry &entry : stored.models)
        over.addModel(entry);
    for (const Stored::Entry &entry : stored.guardrails)
        over.addGuardrail(entry);
}

std::vector<Diagnostic> problemsOf(const Stored &stored, const Environment &environment)
{
    Config config;
    config.root = Value::map({});
    config.environment = environment;
    // A key of the keychain is looked for when the configuration is read, and only there.
    Lookup lookup(Sources(environment, [](const std::string &) { return Result<Secret, KeychainFault>(Secret("kept")); }), {});
    overlay(config, stored, lookup);
    std::erase_if(config.diagnostics, [](const Diagnostic &each) { return !each.message.starts_with(leftOut); });
    for (Diagnostic &each : config.diagnostics)
        each.message.erase(0, leftOut.size());
    return std::move(config.diagnostics);
}

std::string_view whyNotStored(std::string_view section, std::string_view key)
{
    static constexpr std::array<std::string_view, 5> first {
        "master_key", "database_url", "store_model_in_db", "disable_spend_logs", "journal_sync"};
    static constexpr std::array<std::string_view, 3> variables {"LITELLM_MASTER_KEY", "LITELLM_SALT_KEY", "DATABASE_URL"};
    const bool isFirst = section == "general_settings" && std::find(first.begin(), first.end(), key) != first.end();
    const bool isVariable =
        section == "environment_variables" && std::find(variables.begin(), variables.end(), key) != variables.end();
    return isFirst || isVariable
        ? "it is needed before the database is read, so it must stand in the configuration file or in the environment"
        : std::string_view();
}

Secret saltKeyOf(const Config &config)
{
    const auto salt = config.environment ? config.environment("LITELLM_SALT_KEY") : std::nullopt;
    return salt && !salt->empty() ? Secret(*salt) : config.given("general_settings.master_key").asSecret();
}

bool storesModels(const Config &config)
{
    const auto word = config.environment ? config.environment("STORE_MODEL_IN_DB") : std::nullopt;
    return config.get("general_settings.store_model_in_db").asBool() || (word && booleanFrom(*word).value_or(false));
}

} // namespace gatehouse::config
