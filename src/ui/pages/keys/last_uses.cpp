// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/last_uses.h"

#include "ui/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

LastUses::LastUses(Session &session, const AccountSection &section, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_section(section)
{
}

QString LastUses::idOf(const QJsonObject &row) const
{
    return row.value(QLatin1StringView(m_section.idKey)).toString();
}

void LastUses::ask(const QJsonArray &rows, qsizetype first, qsizetype place)
{
    constexpr qsizetype mostAtOnce = 500; // as the gateway has it
    if (!m_section.spender || rows.isEmpty())
        return;
    const qsizetype begin = std::clamp<qsizetype>(first - mostAtOnce / 2, 0, std::max<qsizetype>(0, rows.size() - mostAtOnce));
    QJsonArray ids;
    for (qsizetype at = begin; at < std::min(rows.size(), begin + mostAtOnce); ++at)
        ids.append(idOf(rows[at].toObject()));
    const qsizetype from = place < 0 ? place : place + begin;
    const QJsonObject question {{u"of"_s, QString::fromLatin1(m_section.spender)}, {u"ids"_s, ids}};
    m_session.client().post(
        u"/spend/last_used"_s, question, this, [this, from, many = ids.size(), epoch = m_epoch](const Answer &answer) {
            const QJsonObject times = answer.json.object();
            if (!answer.isOk() || times.isEmpty() || epoch != m_epoch)
                return;
            for (auto each = times.begin(); each != times.end(); ++each)
                m_times.insert(each.key(), each.value().toString());
            Q_EMIT changed(from, many);
        });
}

QJsonObject LastUses::with(QJsonObject row) const
{
    if (const QString used = m_times.value(idOf(row)); !used.isEmpty())
        row.insert("last_used"_L1, used);
    return row;
}

void LastUses::forget()
{
    ++m_epoch;
    m_times.clear();
}

} // namespace gatehouse::ui
