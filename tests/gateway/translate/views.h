// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "captured.h"

#include "gateway/translate/translate.h"

#include <QRandomGenerator>
#include <QTest>

/// Providers, views, and ways to run a stream, for the tests of answers, streams and errors.
namespace fixtures {

using gatehouse::Dialect;
using gatehouse::Error;
using gatehouse::ProviderTraits;
using gatehouse::translate::View;

inline ProviderTraits openAi()
{
    return {"openai", "OpenAI", Dialect::OpenAiChat, true, {gatehouse::Quirk::OpenAiModels}};
}
inline ProviderTraits anthropic()
{
    return {"anthropic", "Anthropic", Dialect::AnthropicMessages};
}
inline ProviderTraits compatible(const std::string &title)
{
    return {title, title, Dialect::OpenAiChat};
}

inline View view(const ProviderTraits &provider, Dialect to, std::string model = "alias")
{
    View result {provider.dialect, to, std::move(model), "deployment-1", false, false, provider};
    return result;
}

/// The recordings that \a patterns name.
inline QStringList captures(const QStringList &patterns)
{
    QStringList result;
    for (const QString &pattern : patterns) {
        const QDir folder(captured::folder().filePath(pattern.section(QLatin1Char('/'), 0, 0)));
        for (const QString &name : folder.entryList({pattern.section(QLatin1Char('/'), 1)}, QDir::Files, QDir::Name))
            result << folder.filePath(name);
    }
    return result;
}

/// Makes a row of the test's data, with a "path", of each recording. False where there are none: they are not beside every
/// repository.
inline bool addCaptures(const QStringList &patterns)
{
    QTest::addColumn<QString>("path");
    const QStringList files = captures(patterns);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file.section(QLatin1Char('/'), -2))) << file;
    return !files.isEmpty();
}

inline ProviderTraits providerOf(const QString &caseName)
{
    const QString provider = caseName.section(QLatin1Char('/'), 1).section(QLatin1Char('-'), 0, 0);
    if (provider == QLatin1String("anthropic"))
        return anthropic();
    if (provider == QLatin1String("openai") || caseName.startsWith(QLatin1String("gateway/")))
        return openAi();
    static const QMap<QString, std::string> titles {
        {QStringLiteral("vllm"), "Hosted_vllm"}, {QStringLiteral("azure"), "Azure"}, {QStringLiteral("mistral"), "Mistral"}};
    return compatible(titles.value(provider, "Openai"));
}

inline View viewOf(const QJsonObject &capture)
{
    const QString name = capture.value(QLatin1String("name")).toString();
    const QJsonObject body = capture.value(QLatin1String("request")).toObject().value(QLatin1String("body")).toObject();
    const Dialect to = name.startsWith(QLatin1String("messages/")) ? Dialect::AnthropicMessages : Dialect::OpenAiChat;
    View result = view(providerOf(name), to, body.value(QLatin1String("model")).toString().toStdString());
    result.wantsUsage = body.value(QLatin1String("stream_options")).toObject().value(QLatin1String("include_usage")).toBool();
    const QString format = body.value(QLatin1String("response_format")).toObject().value(QLatin1String("type")).toString();
    result.jsonTool = result.model == "claude-old" && format == QLatin1String("json_schema");
    return result;
}

inline std::string bodyOf(const QJsonObject &reply)
{
    for (const char *name : {"sse", "text"}) {
        if (reply.contains(QLatin1String(name)))
            return reply.value(QLatin1String(name)).toString().toStdString();
    }
    return captured::compact(reply.value(QLatin1String("body"))).toStdString();
}

/// What came of a stream.
struct Run {
    std::string out;
    std::optional<Error> error = {};
    bool saidError = false;
    std::string finishReason = {};
    gatehouse::Usage usage = {};

    /// As the caller sees it once the pipeline has done its part.
    QString seen(Dialect dialect) const
    {
        return captured::text(error && !saidError ? out + gatehouse::translate::errorEvent(*error, dialect) : out);
    }
};

/// How a stream's bytes arrive: all at once, one by one, or cut anywhere.
enum class Cut { Whole, Bytes, Random };

inline std::size_t pieceSize(Cut cut, QRandomGenerator &random)
{
    if (cut == Cut::Whole)
        return std::string::npos;
    return cut == Cut::Bytes ? 1 : 1 + random.bounded(300);
}

/// The stream in pieces, of the sizes that \a nextSize gives.
template <typename NextSize>
Run runInPieces(const View &view, std::string_view contentType, std::string_view bytes, NextSize nextSize)
{
    const auto stream = gatehouse::translate::makeStream(view, contentType);
    Run result;
    gatehouse::Result<> done;
    while (done && !bytes.empty()) {
        const std::string piece(bytes.substr(0, nextSize())); // nothing may point into what was fed once feed() has returned
        done = stream->feed(piece, result.out);
        bytes.remove_prefix(piece.size());
    }
    if (done)
        done = stream->finish(result.out);
    if (!done)
        result.error = done.error();
    result.saidError = stream->saidError();
    result.finishReason = stream->finishReason();
    result.usage = stream->usage();
    return result;
}

inline Run run(const View &view, std::string_view bytes, Cut cut = Cut::Whole, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    return runInPieces(view, {}, bytes, [&] { return pieceSize(cut, random); });
}

/// The same of a provider that frames its streams in its own way; \a size bytes at a time.
inline Run runOf(const View &view, std::string_view contentType, std::string_view bytes, std::size_t size = std::string::npos)
{
    return runInPieces(view, contentType, bytes, [size] { return size; });
}

/// Whether the caller hears of an error, which begins with \a name, and of no end in anybody's words.
inline bool isBrokenOff(const Run &run, std::string_view name)
{
    const auto says = [&run](const char *words) { return run.out.find(words) != std::string::npos; };
    return run.error && run.error->message.find(std::string(name) + " - ") != std::string::npos && !says("[DONE]")
        && !says("message_stop") && !says("\"finish_reason\":\"");
}

} // namespace fixtures
