// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/dry_run.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// The least that a door asks for beside the model.
struct DoorBody {
    const char *word;
    const char *member;
    const char *json; ///< of the member, in an array
};

constexpr std::array bodies = {
    DoorBody {"completion", "messages", R"([[{"role":"user","content":"Hello"}]])"},
    DoorBody {"anthropic_messages", "messages", R"([[{"role":"user","content":"Hello"}]])"},
    DoorBody {"responses", "input", R"(["Hello"])"},
    DoorBody {"generate_content", "contents", R"([[{"role":"user","parts":[{"text":"Hello"}]}]])"},
    DoorBody {"text_completion", "prompt", R"(["Hello"])"},
    DoorBody {"embedding", "input", R"(["Hello"])"},
    DoorBody {"image_generation", "prompt", R"(["Hello"])"},
    DoorBody {"speech", "input", R"(["Hello"])"},
    DoorBody {"rerank", "query", R"(["Hello"])"},
    DoorBody {"moderation", "input", R"(["Hello"])"},
};

constexpr std::array doors = {
    DryRunChoice {"completion", [] { return QCoreApplication::translate("Routing", "Chat completions"); }},
    DryRunChoice {"responses", [] { return QCoreApplication::translate("Routing", "Responses"); }},
    DryRunChoice {"anthropic_messages", [] { return QCoreApplication::translate("Routing", "Messages (Anthropic)"); }},
    DryRunChoice {"generate_content", [] { return QCoreApplication::translate("Routing", "Generate content (Gemini)"); }},
    DryRunChoice {"text_completion", [] { return QCoreApplication::translate("Routing", "Text completions"); }},
    DryRunChoice {"embedding", [] { return QCoreApplication::translate("Routing", "Embeddings"); }},
    DryRunChoice {"image_generation", [] { return QCoreApplication::translate("Routing", "Image generation"); }},
    DryRunChoice {"speech", [] { return QCoreApplication::translate("Routing", "Speech"); }},
    DryRunChoice {"rerank", [] { return QCoreApplication::translate("Routing", "Rerank"); }},
    DryRunChoice {"moderation", [] { return QCoreApplication::translate("Routing", "Moderation"); }},
};

constexpr std::array failures = {
    DryRunChoice {"any", [] { return QCoreApplication::translate("Routing", "Any failure"); }},
    DryRunChoice {"context_window", [] { return QCoreApplication::translate("Routing", "Prompt too long"); }},
    DryRunChoice {"content_policy", [] { return QCoreApplication::translate("Routing", "Content refused"); }},
};

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &each : text.split(u',')) {
        if (!each.trimmed().isEmpty())
            tags.append(each.trimmed());
    }
    return tags;
}

} // namespace

std::span<const DryRunChoice> dryRunDoors()
{
    return doors;
}

std::span<const DryRunChoice> dryRunFailures()
{
    return failures;
}

QString problemOf(const DryRunFields &fields)
{
    if (fields.model.trimmed().isEmpty())
        return QCoreApplication::translate("Routing", "Choose a model.");
    bool isNumber = false;
    const qlonglong tokens = QLocale().toLongLong(fields.tokens, &isNumber);
    if (!fields.tokens.isEmpty() && (!isNumber || tokens < 0 || tokens > 1000000000))
        return QCoreApplication::translate("Routing", "The size of the prompt must be a number of tokens.");
    return {};
}

QJsonObject dryRunQuestion(const DryRunFields &fields)
{
    QJsonObject request {{u"model"_s, fields.model.trimmed()}};
    for (const DoorBody &each : bodies) {
        if (fields.callType == QLatin1StringView(each.word))
            request.insert(QLatin1StringView(each.member), QJsonDocument::fromJson(each.json).array().first());
    }
    if (fields.callType == "anthropic_messages"_L1)
        request.insert("max_tokens"_L1, 16);
    if (fields.callType == "rerank"_L1)
        request.insert("documents"_L1, QJsonArray {u"Hello"_s});
    if (const QStringList tags = tagsIn(fields.tags); !tags.isEmpty())
        request.insert("metadata"_L1, QJsonObject {{u"tags"_s, QJsonArray::fromStringList(tags)}});
    QJsonObject question {{u"request_body"_s, request}, {u"call_type"_s, fields.callType}, {u"failure"_s, fields.failure}};
    if (!fields.key.trimmed().isEmpty())
        question.insert("key"_L1, fields.key.trimmed());
    if (!fields.tokens.isEmpty())
        question.insert("input_tokens"_L1, QLocale().toLongLong(fields.tokens));
    return question;
}

} // namespace gatehouse::ui
