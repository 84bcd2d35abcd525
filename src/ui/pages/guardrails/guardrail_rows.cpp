// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/guardrails/guardrail_rows.h"

#include "ui/models/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct ModeWord {
    const char *key;
    const char *word;
};

constexpr std::array modeWords = {
    ModeWord {"pre_call", QT_TRANSLATE_NOOP("Guardrails", "request")},
    ModeWord {"during_call", QT_TRANSLATE_NOOP("Guardrails", "request, beside the provider")},
    ModeWord {"post_call", QT_TRANSLATE_NOOP("Guardrails", "answer")},
    ModeWord {"logging_only", QT_TRANSLATE_NOOP("Guardrails", "what is logged")},
};

QString modeWord(const QString &mode)
{
    for (const ModeWord &each : modeWords) {
        if (mode == QLatin1StringView(each.key))
            return QCoreApplication::translate("Guardrails", each.word);
    }
    return mode;
}

/// name="value" pairs, with \\, \" and \n in the values.
QHash<QString, QString> labelsOf(const QString &text)
{
    static const QRegularExpression pair(u"([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QHash<QString, QString> labels;
    for (auto each = pair.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        QString value = match.captured(2);
        labels.insert(match.captured(1), value.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s));
    }
    return labels;
}

} // namespace

QString guardrailModes(const QJsonValue &mode)
{
    if (mode.isString())
        return modeWord(mode.toString());
    QStringList words;
    if (mode.isArray()) {
        for (const QJsonValue each : mode.toArray())
            words.append(modeWord(each.toString()));
        return words.join(u" · "_s);
    }
    const QJsonObject byTag = mode["tags"_L1].toObject();
    for (auto tag = byTag.begin(); tag != byTag.end(); ++tag)
        words.append(tag.key() + u": "_s + guardrailModes(tag.value()));
    if (mode["default"_L1].isString() || mode["default"_L1].isArray())
        words.append(QCoreApplication::translate("Guardrails", "else: %1").arg(guardrailModes(mode["default"_L1])));
    return words.join(u"; "_s);
}

QList<GuardrailRow> guardrailRows(const QJsonObject &answer)
{
    QList<GuardrailRow> rows;
    for (const QJsonValue each : answer.value("guardrails"_L1).toArray()) {
        const QJsonObject params = each["litellm_params"_L1].toObject();
        rows.append({.id = each["guardrail_id"_L1].toString(),
            .name = each["guardrail_name"_L1].toString(),
            .kind = params.value("guardrail"_L1).toString(),
            .when = guardrailModes(params.value("mode"_L1)),
            .isDefault = params.value("default_on"_L1).toBool(),
            .params = params});
    }
    return rows;
}

QHash<QString, GuardrailCounts> guardrailCounts(const QByteArray &metrics)
{
    static const auto head = QByteArrayLiteral("litellm_guardrail_requests_total{");
    QHash<QString, GuardrailCounts> counts;
    for (qsizetype at = metrics.indexOf(head); at >= 0; at = metrics.indexOf(head, at + 1)) {
        const QString line = QString::fromUtf8(metrics.mid(at, metrics.indexOf('\n', at) - at));
        const QHash<QString, QString> labels = labelsOf(line);
        const auto count = qint64(line.section(u' ', -1).toDouble());
        GuardrailCounts &sum = counts[labels.value(u"guardrail_name"_s)];
        const QString status = labels.value(u"status"_s);
        (status == "success"_L1 ? sum.passed : status == "intervened"_L1 ? sum.intervened : sum.failed) += count;
    }
    return counts;
}

GuardrailOutcome guardrailOutcome(int status, const QJsonObject &body, const QString &text)
{
    using Kind = GuardrailOutcome::Kind;
    const QJsonValue made = body.value("response_text"_L1);
    if (status == 200 && made.isString())
        return {made.toString() == text ? Kind::Passed : Kind::Masked, made.toString()};
    const QJsonObject error = body.value("error"_L1).toObject();
    const bool isVerdict = status == 400 && !error.value("provider_specific_fields"_L1).toObject().isEmpty();
    const QString refusal = body.value("detail"_L1)["error"_L1].toString();
    return {
        isVerdict ? Kind::Blocked : Kind::Failed, refusal.isEmpty() ? plainError(error.value("message"_L1).toString()) : refusal};
}

} // namespace gatehouse::ui
