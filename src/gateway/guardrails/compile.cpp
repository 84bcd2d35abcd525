// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/compile.h"

#include "gateway/guardrails/kinds.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace gatehouse::guardrails {

namespace {

using config::Diagnostic;
using config::Value;

constexpr Mode allModes[] {Mode::PreCall, Mode::DuringCall, Mode::PostCall, Mode::LoggingOnly};

std::string digestOf(const std::string &text)
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

// In the shape of a UUID, and the same for the same name in whatever place.
std::string idOf(const std::string &name)
{
    std::string id = digestOf("guardrail:" + name).substr(0, 32);
    id[12] = '8'; // RFC 9562: made by a rule of one's own
    id[16] = '8';
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        id.insert(at, 1, '-');
    return id;
}

/// Compiles one entry.
class Compiler
{
public:
    Compiler(const Value &entry, const config::Config &config, std::vector<Diagnostic> &notes)
        : m_entry(entry)
        , m_params(entry.find("litellm_params"))
        , m_config(config)
        , m_notes(notes)
    {
    }

    Guardrail compile()
    {
        Guardrail guardrail;
        guardrail.name = m_entry.find("guardrail_name").asString();
        guardrail.kind = m_params.find("guardrail").asString();
        guardrail.id = m_entry.find("guardrail_id").asString(idOf(guardrail.name));
        guardrail.when = readWhen();
        guardrail.isDefault = m_params.find("default_on").asBool();
        guardrail.weight = std::max(0.0, m_params.find("weight").asDouble(1));
        guardrail.failsOpen =
            !m_params.find("fail_on_error").asBool(true) || m_params.find("unreachable_fallback").asString() == "fail_open";
        if (const double seconds = m_params.find("timeout").asDouble(); seconds > 0)
            guardrail.timeout = std::chrono::milliseconds(std::llround(seconds * 1000));
        guardrail.violationMessage = m_params.find("violation_message_template").asString();
        guardrail.shownParams = m_params.show();
        guardrail.shownInfo = m_entry.find("guardrail_info").show();
        guardrail.print = digestOf(m_entry.toJson());
        judgeFor(guardrail);
        return guardrail;
    }

private:
    void note(const Value &where, std::string message)
    {
        m_notes.push_back({Diagnostic::Level::Warning, where.mark(), std::move(message)});
    }

    void judgeFor(Guardrail &guardrail)
    {
        const Kind *kind = findKind(guardrail.kind);
        if (!kind)
            guardrail.problem = guardrail.kind.empty() ? "it does not say what kind it is"
                                                       : "guardrails of the kind '" + guardrail.kind + "' are not built yet";
        else if (auto made = kind->make({m_params, m_config.environment, m_notes}))
            guardrail.judge = std::move(*made);
        else
            guardrail.problem = made.error();
        if (!guardrail.problem.empty()) {
            note(m_entry,
                "the guardrail '" + guardrail.name + "' cannot run: " + guardrail.problem
                    + (guardrail.isDefault ? ". Calls are served without it" : ". Calls that ask for it are refused"));
        } else if (guardrail.when.modes.has(Mode::LoggingOnly) && !guardrail.judge->isLocal()) {
            note(m_entry,
                "the guardrail '" + guardrail.name
                    + "' asks a service: for what is only logged that is not built yet, and it does not run there");
        }
    }

    void addMode(const Value &word, Modes &modes)
    {
        const std::string name = word.asString();
        const auto *const mode =
            std::find_if(std::begin(allModes), std::end(allModes), [&](Mode each) { return toString(each) == name; });
        if (mode != std::end(allModes))
            modes.add(*mode);
        else
            note(word,
                "a guardrail cannot run in the mode '" + name
                    + "': pre_call, during_call, post_call and logging_only are the modes");
    }

    Modes modesIn(const Value &given)
    {
        Modes modes;
        if (given.kind() == Value::Kind::List) {
            for (const Value &word : given.items())
                addMode(word, modes);
        } else if (!given.isNull()) {
            addMode(given, modes);
        }
        return modes;
    }

    When readWhen()
    {
        When when;
        const Value given = m_params.find("mode");
        if (given.kind() == Value::Kind::Map) {
            for (const auto &[tag, modes] : given.find("tags").entries())
                when.byTag.emplace_back(tag, modesIn(modes));
            when.modes = modesIn(given.find("default"));
        } else {
            when.modes = modesIn(given);
        }
        if (given.isNull()) {
            note(m_entry, "a guardrail without a mode runs as pre_call");
            when.modes.add(Mode::PreCall);
        }
        return when;
    }

    const Value &m_entry;
    const Value m_params;
    const config::Config &m_config;
    std::vector<Diagnostic> &m_notes;
};

// Calls may name a group, a deployment or a provider's model.
std::vector<std::pair<std::string, std::vector<std::string>>> namesByModel(const config::Config &config)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> byModel;
    for (const Value &entry : config.models()) {
        const std::vector<std::string> names = entry.find("litellm_params").find("guardrails").asStrings();
        if (names.empty())
            continue;
        for (const Value &name :
            {entry.find("model_name"), entry.find("model_info").find("id"), entry.find("litellm_params").find("model")}) {
            if (!name.isNull())
                byModel.emplace_back(name.asString(), names);
        }
        for (const config::Alias &alias : config.aliases()) {
            const auto leadsHere = [&](const config::Alias::Target &target) {
                return target.model == entry.find("model_name").asString();
            };
            if (std::any_of(alias.targets.begin(), alias.targets.end(), leadsHere))
                byModel.emplace_back(alias.name, names);
        }
    }
    return byModel;
}

} // namespace

std::unique_ptr<const Set> compile(const config::Config &config, std::vector<Diagnostic> &notes)
{
    std::vector<Guardrail> all;
    for (const Value &entry : config.guardrails()) {
        if (entry.find("guardrail_name").isNull())
            notes.push_back({Diagnostic::Level::Warning, entry.mark(),
                "a guardrail needs a guardrail_name and litellm_params; it is left out"});
        else
            all.push_back(Compiler(entry, config, notes).compile());
    }
    auto byModel = namesByModel(config);
    if (all.empty() && byModel.empty())
        return nullptr;
    return std::make_unique<const Set>(std::move(all), std::move(byModel));
}

} // namespace gatehouse::guardrails
