// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/alerts/mail_transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace gatehouse::observe::alerts {

namespace {

upstream::Letter letterIn(const std::string &report)
{
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(report)).object();
    upstream::Letter letter;
    letter.from = read[QLatin1String("from")].toString().toStdString();
    letter.text = read[QLatin1String("text")].toString().toStdString();
    const QJsonArray receivers = read[QLatin1String("to")].toArray();
    for (const QJsonValue to : receivers)
        letter.to.push_back(to.toString().toStdString());
    return letter;
}

/// A letter on its way.
class Delivery final : public sinks::Transit
{
public:
    explicit Delivery(sinks::Transport::Told told)
        : m_told(std::move(told))
    {
    }
    void start(const upstream::MailServer &server, upstream::Letter letter)
    {
        m_mailer.send(server, std::move(letter), [this](const Result<> &result) { end(result); });
    }

private:
    void end(const Result<> &result)
    {
        sinks::Answer answer;
        answer.verdict = sinks::Answer::Verdict::Arrived;
        if (!result) {
            const bool isLost = result.error().fault == Fault::InvalidRequest;
            answer.verdict = isLost ? sinks::Answer::Verdict::Never : sinks::Answer::Verdict::Later;
            answer.trouble = result.error().message;
        }
        const auto told = std::move(m_told); // who hears it ends this object
        told(answer);
    }

    sinks::Transport::Told m_told;
    upstream::Mailer m_mailer;
};

} // namespace

std::string reportOf(const upstream::Letter &letter)
{
    QJsonArray receivers;
    for (const std::string &to : letter.to)
        receivers.append(QString::fromStdString(to));
    const QJsonObject report {{QStringLiteral("from"), QString::fromStdString(letter.from)}, {QStringLiteral("to"), receivers},
        {QStringLiteral("text"), QString::fromStdString(letter.text)}};
    return QJsonDocument(report).toJson(QJsonDocument::Compact).toStdString();
}

std::unique_ptr<sinks::Transit> MailTransport::send(std::span<const std::string> reports, Told told)
{
    auto delivery = std::make_unique<Delivery>(std::move(told));
    delivery->start(m_server, letterIn(reports.front()));
    return delivery;
}

} // namespace gatehouse::observe::alerts
