// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/pulse.h"

#include "ui/models/text.h"
#include "ui/session.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostSeconds = 10; ///< that a rate is the mean of: of one alone it would jump

/// "0", "0.3", "12": no more digits than anybody reads while they change.
QString rateText(double rate)
{
    const bool isSmall = rate > 0 && rate < 9.95;
    return isSmall ? QLocale().toString(rate, 'f', 1) : countText(qRound64(rate));
}

} // namespace

Pulse::Pulse(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_today(session)
{
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name, const QJsonObject &data) {
        if (name == "tick"_L1)
            take(data);
    });
    connect(&session.events(), &EventFeed::reconnected, &m_today, &Today::ask); // what was spent meanwhile, no tick has told
    connect(&m_today, &Today::changed, this, [this] {
        m_spentSince = 0;
        Q_EMIT changed();
    });
    connect(&session, &Session::stateChanged, this, [this] {
        if (!m_session.isRunning())
            forget();
    });
}

void Pulse::take(const QJsonObject &tick)
{
    m_seconds.append({tick.value("requests"_L1).toDouble(),
        tick.value("input_tokens"_L1).toDouble() + tick.value("output_tokens"_L1).toDouble()});
    if (m_seconds.size() > mostSeconds)
        m_seconds.removeFirst();
    m_underWay = tick.value("in_flight"_L1).toInteger();
    m_spentSince += tick.value("spend"_L1).toDouble();
    Q_EMIT changed();
}

void Pulse::forget()
{
    m_seconds.clear();
    m_spentSince = 0;
    Q_EMIT changed();
}

QString Pulse::text() const
{
    if (m_seconds.isEmpty())
        return {};
    Second mean;
    for (const Second &each : m_seconds) {
        mean.requests += each.requests / double(m_seconds.size());
        mean.tokens += each.tokens / double(m_seconds.size());
    }
    //: %1 is a number of requests
    QStringList words {tr("%1 under way").arg(QLocale().toString(m_underWay)),
        //: a rate: %1 requests each second
        tr("%1 requests/s").arg(rateText(mean.requests)),
        //: a rate: %1 tokens each second
        tr("%1 tokens/s").arg(rateText(mean.tokens))};
    if (const auto spent = m_today.spend()) //: %1 is an amount of money
        words.append(tr("%1 today").arg(moneyText(*spent + m_spentSince)));
    return words.join(u" · "_s);
}

} // namespace gatehouse::ui
