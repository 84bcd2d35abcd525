// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client.h"

#include "ui/pages/overview/snippets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Members = QList<SettingsMember>;
using Role = SettingsMember::Role;
using Texts = QList<ClientText>;

QString say(const char *text)
{
    return QCoreApplication::translate("Connect", text);
}

QString shellTitle()
{
    return say(QT_TRANSLATE_NOOP("Connect", "Environment"));
}

QString settingsTitle()
{
    return say(QT_TRANSLATE_NOOP("Connect", "Settings"));
}

QString modelOf(const ClientWords &words)
{
    return words.model.isEmpty() ? u"your-model"_s : words.model;
}

/// The member for a model, where one was chosen.
Members chosen(const ClientWords &words, const QStringList &path, const QString &before = {})
{
    return words.model.isEmpty() ? Members() : Members {{Role::Taste, path, before + words.model}};
}

QString exports(const QList<std::pair<QString, QString>> &lines)
{
    QStringList text;
    for (const auto &[name, value] : lines) {
        if (!value.isEmpty())
            text.append(u"export "_s + name + u'=' + envSettings().literal(value));
    }
    return text.join(u'\n');
}

// Each client's own documentation says these names.

Members claudeMembers(const ClientWords &words)
{
    return Members {{Role::Address, {u"env"_s, u"ANTHROPIC_BASE_URL"_s}, words.address},
               {Role::Key, {u"env"_s, u"ANTHROPIC_AUTH_TOKEN"_s}, words.key}}
    + chosen(words, {u"env"_s, u"ANTHROPIC_MODEL"_s});
}

Texts claudeTexts(const ClientWords &words)
{
    return {{shellTitle(),
        exports({{u"ANTHROPIC_BASE_URL"_s, words.address}, {u"ANTHROPIC_AUTH_TOKEN"_s, words.key},
            {u"ANTHROPIC_MODEL"_s, words.model}})}};
}

QStringList codexWhole()
{
    return {u"model_providers"_s, u"gatehouse"_s};
}

Members codexProvider(const ClientWords &words, const SettingsMember &key)
{
    const QStringList own = codexWhole();
    return chosen(words, {u"model"_s})
        + Members {{Role::Fixed, {u"model_provider"_s}, u"gatehouse"_s},
            {Role::Taste, own + QStringList {u"name"_s}, u"Gatehouse"_s},
            {Role::Address, own + QStringList {u"base_url"_s}, words.address + u"/v1"_s},
            {Role::Fixed, own + QStringList {u"wire_api"_s}, u"responses"_s}, key};
}

Members codexMembers(const ClientWords &words)
{
    return codexProvider(words, {Role::Key, codexWhole() + QStringList {u"experimental_bearer_token"_s}, words.key});
}

Texts codexTexts(const ClientWords &words)
{
    QString text;
    const auto members = codexProvider(words, {Role::Fixed, codexWhole() + QStringList {u"env_key"_s}, u"GATEHOUSE_API_KEY"_s});
    for (const SettingsMember &each : members)
        text = tomlSettings().put(text, each.path, tomlSettings().literal(each.value)).value_or(text);
    return {{say(QT_TRANSLATE_NOOP("Connect", "Key in the environment")),
        u"# ~/.codex/config.toml\n"_s + text + u"\n# shell\n"_s + exports({{u"GATEHOUSE_API_KEY"_s, words.key}})}};
}

Members geminiMembers(const ClientWords &words)
{
    return Members {{Role::Address, {u"GOOGLE_GEMINI_BASE_URL"_s}, words.address}, {Role::Key, {u"GEMINI_API_KEY"_s}, words.key}}
    + chosen(words, {u"GEMINI_MODEL"_s});
}

Texts geminiTexts(const ClientWords &words)
{
    return {{shellTitle(),
        exports(
            {{u"GOOGLE_GEMINI_BASE_URL"_s, words.address}, {u"GEMINI_API_KEY"_s, words.key}, {u"GEMINI_MODEL"_s, words.model}})}};
}

QStringList openCodeWhole()
{
    return {u"provider"_s, u"gatehouse"_s};
}

Members openCodeMembers(const ClientWords &words)
{
    const QStringList own = openCodeWhole();
    Members members = chosen(words, {u"model"_s}, u"gatehouse/"_s)
        + Members {{Role::Fixed, own + QStringList {u"npm"_s}, u"@ai-sdk/openai-compatible"_s},
            {Role::Taste, own + QStringList {u"name"_s}, u"Gatehouse"_s},
            {Role::Address, own + QStringList {u"options"_s, u"baseURL"_s}, words.address + u"/v1"_s},
            {Role::Key, own + QStringList {u"options"_s, u"apiKey"_s}, words.key}};
    for (const QString &model : words.models.isEmpty() ? QStringList {modelOf(words)} : words.models)
        members.append({Role::Part, own + QStringList {u"models"_s, model}});
    return members;
}

Texts continueTexts(const ClientWords &words)
{
    const QString quoted = jsonSettings().literal(modelOf(words));
    return {{u"~/.continue/config.yaml"_s,
        u"name: Gatehouse\nversion: 0.0.1\nschema: v1\nmodels:\n  - name: "_s + quoted + u"\n    provider: openai\n    model: "_s
            + quoted + u"\n    apiBase: "_s + words.address + u"/v1\n    apiKey: "_s + jsonSettings().literal(words.key)}};
}

Texts clineTexts(const ClientWords &words)
{
    return {{settingsTitle(),
        u"API Provider: OpenAI Compatible\nBase URL: "_s + words.address + u"/v1\nAPI Key: "_s + words.key + u"\nModel ID: "_s
            + modelOf(words)}};
}

Texts zedTexts(const ClientWords &words)
{
    const QStringList own {u"language_models"_s, u"openai_compatible"_s, u"Gatehouse"_s};
    const QString models =
        u"[\n          {\n            \"name\": %1,\n            \"max_tokens\": 128000\n          }\n        ]"_s.arg(
            jsonSettings().literal(modelOf(words)));
    QString text = jsonSettings()
                       .put({}, own + QStringList {u"api_url"_s}, jsonSettings().literal(words.address + u"/v1"_s))
                       .value_or(QString());
    text = jsonSettings().put(text, own + QStringList {u"available_models"_s}, models).value_or(text);
    return {{u"settings.json"_s, text.trimmed()}, {shellTitle(), exports({{u"GATEHOUSE_API_KEY"_s, words.key}})}};
}

Texts openWebUiTexts(const ClientWords &words)
{
    return {{shellTitle(), exports({{u"OPENAI_API_BASE_URL"_s, words.address + u"/v1"_s}, {u"OPENAI_API_KEY"_s, words.key}})},
        {settingsTitle(), u"URL: "_s + words.address + u"/v1\nAPI Key: "_s + words.key}};
}

Texts cursorTexts(const ClientWords &words)
{
    return {{settingsTitle(), u"Override OpenAI Base URL: https://gateway.example.com/v1\nOpenAI API Key: "_s + words.key}};
}

/// One of those that the overview shows, with the key in its place.
QString snippetText(std::size_t at, const ClientWords &words)
{
    QString text = snippets()[at].text({words.address, words.model, true});
    return text.replace(u"YOUR_KEY"_s, words.key);
}

Texts openAiSdkTexts(const ClientWords &words)
{
    return {{u"Python"_s, snippetText(1, words)},
        {shellTitle(), exports({{u"OPENAI_BASE_URL"_s, words.address + u"/v1"_s}, {u"OPENAI_API_KEY"_s, words.key}})}};
}

Texts anthropicSdkTexts(const ClientWords &words)
{
    return {{u"Python"_s, snippetText(2, words)},
        {shellTitle(), exports({{u"ANTHROPIC_BASE_URL"_s, words.address}, {u"ANTHROPIC_API_KEY"_s, words.key}})}};
}

Texts liteLlmTexts(const ClientWords &words)
{
    const QString code =
        u"from litellm import completion\n\nanswer = completion(\n    model=%1,\n    messages=[{\"role\": \"user\", "
        "\"content\": \"Hello!\"}],\n)\nprint(answer.choices[0].message.content)"_s;
    return {{u"Python"_s, code.arg(jsonSettings().literal(u"litellm_proxy/"_s + modelOf(words)))},
        {shellTitle(), exports({{u"LITELLM_PROXY_API_BASE"_s, words.address}, {u"LITELLM_PROXY_API_KEY"_s, words.key}})}};
}

Texts curlTexts(const ClientWords &words)
{
    return {{u"curl"_s, snippetText(0, words)}};
}

constexpr ClientPlace claudePlace {
    "CLAUDE_CONFIG_DIR", ".claude", "settings.json", nullptr, jsonSettings, [] { return QStringList(); }, claudeMembers};
constexpr ClientPlace codexPlace {"CODEX_HOME", ".codex", "config.toml", nullptr, tomlSettings, codexWhole, codexMembers};
constexpr ClientPlace geminiPlace {
    "GEMINI_CLI_HOME", "", ".gemini/.env", nullptr, envSettings, [] { return QStringList(); }, geminiMembers};
constexpr ClientPlace openCodePlace {"XDG_CONFIG_HOME", ".config", "opencode/opencode.json", "opencode/opencode.jsonc",
    jsonSettings, openCodeWhole, openCodeMembers};

constexpr std::array table = {
    ConnectClient {"claude-code", "Claude Code",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Set ANTHROPIC_BASE_URL and ANTHROPIC_AUTH_TOKEN. It asks for models by Anthropic's names: offer these, as "
                "groups or "
                "aliases, or choose one of yours here."));
        },
        ClientTongue::Messages, ModelUse::MayChoose, &claudePlace, claudeTexts},
    ConnectClient {"codex", "Codex CLI",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Add a provider that speaks the Responses API, and make it the one that is used. The app and the extensions of "
                "Codex "
                "read the same file."));
        },
        ClientTongue::Responses, ModelUse::MayChoose, &codexPlace, codexTexts},
    ConnectClient {"gemini-cli", "Gemini CLI",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Set GOOGLE_GEMINI_BASE_URL and GEMINI_API_KEY, and choose “Use Gemini API Key” when it asks how to sign in."));
        },
        ClientTongue::Gemini, ModelUse::MayChoose, &geminiPlace, geminiTexts},
    ConnectClient {"opencode", "OpenCode",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Add a provider of the kind “OpenAI compatible” with the models of this gateway; /models then lists them."));
        },
        ClientTongue::Chat, ModelUse::MayChoose, &openCodePlace, [](const ClientWords &) { return Texts(); }},
    ConnectClient {"continue", "Continue",
        [] {
            return say(QT_TRANSLATE_NOOP(
                "Connect", "Add a model of provider “openai” whose apiBase is this gateway to its config.yaml."));
        },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, continueTexts},
    ConnectClient {"cline", "Cline (VS Code)",
        [] {
            return say(QT_TRANSLATE_NOOP(
                "Connect", "Choose “OpenAI Compatible” as the API provider in Cline's settings and fill in these three fields."));
        },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, clineTexts},
    ConnectClient {"zed", "Zed",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Add an OpenAI-compatible provider to Zed's settings.json; the key goes into its dialog for providers, or into "
                "the "
                "environment. max_tokens is how much the model can read."));
        },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, zedTexts},
    ConnectClient {"open-webui", "Open WebUI",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Add an OpenAI connection in the admin settings, or set the variables before the first start. In a container "
                "this "
                "computer is host.docker.internal and not 127.0.0.1."));
        },
        ClientTongue::Chat, ModelUse::None, nullptr, openWebUiTexts},
    ConnectClient {"cursor", "Cursor",
        [] {
            return say(QT_TRANSLATE_NOOP("Connect",
                "Cursor's own servers ask the model, not the program on your computer: they cannot reach localhost or a private "
                "network. It works only with a gateway that has a public https address."));
        },
        ClientTongue::Chat, ModelUse::None, nullptr, cursorTexts},
    ConnectClient {"openai-python", "OpenAI SDK",
        [] {
            return say(
                QT_TRANSLATE_NOOP("Connect", "Give the client base_url and api_key, or set two variables and change no code."));
        },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, openAiSdkTexts},
    ConnectClient {"anthropic-python", "Anthropic SDK",
        [] {
            return say(
                QT_TRANSLATE_NOOP("Connect", "Give the client base_url and api_key, or set two variables and change no code."));
        },
        ClientTongue::Messages, ModelUse::MustChoose, nullptr, anthropicSdkTexts},
    ConnectClient {"litellm-sdk", "LiteLLM SDK",
        [] {
            return say(QT_TRANSLATE_NOOP(
                "Connect", "Put litellm_proxy/ before the name of the model and set the two variables of LiteLLM's proxy."));
        },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, liteLlmTexts},
    ConnectClient {"curl", "curl",
        [] { return say(QT_TRANSLATE_NOOP("Connect", "Send the key as a bearer token to the door of the API that you speak.")); },
        ClientTongue::Chat, ModelUse::MustChoose, nullptr, curlTexts},
};

} // namespace

std::span<const ConnectClient> connectClients()
{
    return table;
}

ClientFile fileOf(const ConnectClient &client, const ClientWords &words, const QString &home)
{
    const ClientPlace &place = *client.place;
    const QString other = place.variable ? qEnvironmentVariable(place.variable) : QString();
    const QDir folder(other.isEmpty() ? QDir(home).filePath(QString::fromLatin1(place.folder)) : other);
    const QString file = folder.filePath(QString::fromLatin1(place.file));
    const QString second = place.otherFile ? folder.filePath(QString::fromLatin1(place.otherFile)) : QString();
    const bool isSecond = !second.isEmpty() && QFile::exists(second) && !QFile::exists(file);
    return {QDir::cleanPath(isSecond ? second : file), &place.format(), place.members(words), place.whole()};
}

QList<ClientText> textsOf(const ConnectClient &client, const ClientWords &words)
{
    QList<ClientText> texts;
    if (client.place) {
        QString text;
        for (const SettingsMember &each : client.place->members(words)) {
            const QString literal = each.role == Role::Part ? u"{}"_s : client.place->format().literal(each.value);
            text = client.place->format().put(text, each.path, literal).value_or(text);
        }
        texts.append({QString::fromLatin1(client.place->file).section(u'/', -1), text.trimmed()});
    }
    return texts + client.texts(words);
}

ClientQuestion questionFor(ClientTongue tongue, const QString &model)
{
    constexpr int mostTokens = 32;
    const auto said = u"Say hello in five words."_s;
    const QJsonArray messages {QJsonObject {{u"role"_s, u"user"_s}, {u"content"_s, said}}};
    switch (tongue) {
    case ClientTongue::Messages:
        return {u"/v1/messages"_s, {{u"model"_s, model}, {u"max_tokens"_s, mostTokens}, {u"messages"_s, messages}}};
    case ClientTongue::Responses: return {u"/v1/responses"_s, {{u"model"_s, model}, {u"input"_s, said}}};
    case ClientTongue::Gemini: {
        const QJsonArray parts {QJsonObject {{u"text"_s, said}}};
        const QJsonArray contents {QJsonObject {{u"role"_s, u"user"_s}, {u"parts"_s, parts}}};
        return {u"/v1beta/models/"_s + model + u":generateContent"_s, {{u"contents"_s, contents}}};
    }
    case ClientTongue::Chat: break;
    }
    return {u"/v1/chat/completions"_s, {{u"model"_s, model}, {u"messages"_s, messages}}};
}

} // namespace gatehouse::ui
