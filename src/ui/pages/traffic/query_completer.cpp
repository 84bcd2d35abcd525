// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/query_completer.h"

#include "ui/models/traffic.h"
#include "ui/models/traffic_query.h"

#include <QAbstractItemView>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostOffers = 60;

/// Terms that the beginning may become, with what stands before its value.
QStringList offersFor(const QString &beginning, const TrafficMemory &memory)
{
    QStringList offers;
    const QString sign = beginning.startsWith(u'-') ? u"-"_s : QString();
    const QString rest = beginning.mid(sign.size());
    const qsizetype colon = rest.indexOf(u':');
    if (colon > 0 && rest.left(colon) != "is"_L1) {
        const QString value = rest.mid(colon + 1).remove(u'"');
        for (const QString &each : trafficQueryValues(rest.left(colon), memory)) {
            if (each.contains(value, Qt::CaseInsensitive) && each != value)
                offers.append(sign + trafficQueryTerm(rest.left(colon), u':', each));
        }
    } else {
        for (const QString &word : trafficQueryWords()) {
            if (word.startsWith(rest, Qt::CaseInsensitive) && word != rest)
                offers.append(sign + word);
        }
    }
    return offers.mid(0, mostOffers);
}

} // namespace

QueryCompleter::QueryCompleter(QLineEdit &field, const TrafficModel &model)
    : QCompleter(&field)
    , m_field(field)
    , m_model(model)
{
    setModel(&m_offers);
    setWidget(&field);
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setMaxVisibleItems(10);
    popup()->setProperty("role", QStringLiteral("offers"));
    connect(&field, &QLineEdit::textEdited, this, &QueryCompleter::offer);
    connect(this, QOverload<const QString &>::of(&QCompleter::activated), this, &QueryCompleter::take);
}

void QueryCompleter::offer()
{
    const qsizetype end = m_field.cursorPosition();
    const qsizetype begin = trafficTermBegin(m_field.text(), end);
    const QString beginning = m_field.text().mid(begin, end - begin);
    const QStringList offers = beginning.isEmpty() ? QStringList() : offersFor(beginning, m_model.memory());
    if (offers.isEmpty())
        return popup()->hide();
    m_offers.setStringList(offers);
    complete();
}

void QueryCompleter::take(const QString &term)
{
    const qsizetype end = m_field.cursorPosition();
    const qsizetype begin = trafficTermBegin(m_field.text(), end);
    const bool isWhole = !term.endsWith(u':') && !term.endsWith(u'=');
    const QString after = m_field.text().mid(end);
    const QString put = isWhole && !after.startsWith(u' ') ? term + u' ' : term;
    m_field.setText(m_field.text().left(begin) + put + after);
    m_field.setCursorPosition(int(begin + put.size()));
    if (!isWhole)
        offer();
}

} // namespace gatehouse::ui
