// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_filter.h"

#include "ui/models/traffic.h"

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct TextField {
    QLatin1StringView name;
    QString (*value)(const TrafficRow &row);
};

using Row = const TrafficRow &;

const std::array textFields = {
    TextField {"model"_L1, [](Row row) -> QString { return row.model + u' ' + row.upstreamModel; }},
    TextField {"provider"_L1, [](Row row) { return row.provider; }},
    TextField {"who"_L1, [](Row row) { return row.who; }},
    TextField {"state"_L1, [](Row row) -> QString { return TrafficRow::key(row.state) + u' ' + TrafficRow::word(row.state); }},
    TextField {"status"_L1, [](Row row) { return QString::number(row.status); }},
    TextField {"path"_L1, [](Row row) { return row.path; }},
    TextField {"group"_L1, [](Row row) { return row.group; }},
    TextField {"deployment"_L1, [](Row row) { return row.deployment; }},
    TextField {"dialect"_L1, [](Row row) { return row.dialect; }},
    TextField {"id"_L1, [](Row row) { return row.callId; }},
    TextField {"error"_L1, [](Row row) { return row.error; }},
};

struct NumberField {
    QLatin1StringView name;
    double (*value)(const TrafficRow &row);
};

const std::array numberFields = {
    NumberField {"status"_L1, [](Row row) { return double(row.status); }},
    NumberField {"first"_L1, [](Row row) { return row.firstTokenMs.value_or(0); }},
    NumberField {"duration"_L1, [](Row row) { return row.durationMs.value_or(0); }},
    NumberField {"in"_L1, [](Row row) { return double(row.inputTokens); }},
    NumberField {"out"_L1, [](Row row) { return double(row.outputTokens); }},
    NumberField {"attempts"_L1, [](Row row) { return double(row.attempts); }},
};

const TextField *textField(QStringView name)
{
    for (const TextField &field : textFields) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

const NumberField *numberField(QStringView name)
{
    for (const NumberField &field : numberFields) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0)
            return &field;
    }
    return nullptr;
}

bool compare(double value, QChar sign, bool orEqual, double limit)
{
    if (sign == u'<')
        return orEqual ? value <= limit : value < limit;
    if (sign == u'>')
        return orEqual ? value >= limit : value > limit;
    return value == limit;
}

} // namespace

TrafficQuery::TrafficQuery(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_terms.append(termFrom(word));
}

TrafficQuery::Term TrafficQuery::termFrom(const QString &word)
{
    for (qsizetype at = 1; at < word.size(); ++at) {
        const QChar sign = word[at];
        if (sign != u'<' && sign != u'>' && sign != u'=')
            continue;
        const bool orEqual = at + 1 < word.size() && word[at + 1] == u'=';
        bool isNumber = false;
        const double number = word.mid(at + (orEqual ? 2 : 1)).toDouble(&isNumber);
        if (isNumber && numberField(QStringView(word).left(at)))
            return {word.left(at), {}, sign, number, orEqual};
        break;
    }
    const qsizetype colon = word.indexOf(u':');
    if (colon > 0 && textField(QStringView(word).left(colon)))
        return {word.left(colon), word.mid(colon + 1), {}, 0, false};
    return {{}, word, {}, 0, false};
}

bool TrafficQuery::matches(const TrafficRow &row, const Term &term)
{
    if (!term.sign.isNull())
        return compare(numberField(term.field)->value(row), term.sign, term.orEqual, term.number);
    if (!term.field.isEmpty())
        return textField(term.field)->value(row).contains(term.word, Qt::CaseInsensitive);
    return std::any_of(textFields.begin(), textFields.end(),
        [&](const TextField &field) { return field.value(row).contains(term.word, Qt::CaseInsensitive); });
}

bool TrafficQuery::matches(const TrafficRow &row) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [&](const Term &term) { return matches(row, term); });
}

TrafficFilter::TrafficFilter(TrafficModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setSortRole(TrafficModel::SortRole);
    setDynamicSortFilter(true);
}

void TrafficFilter::setQuery(const QString &text)
{
    m_query = TrafficQuery(text);
    invalidateFilter();
}

const TrafficRow &TrafficFilter::at(int row) const
{
    return m_model.at(mapToSource(index(row, 0)).row());
}

bool TrafficFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return m_query.isEmpty() || m_query.matches(m_model.at(sourceRow));
}

bool TrafficFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(TrafficModel::SortRole);
    const QVariant b = right.data(TrafficModel::SortRole);
    if (a.metaType() == QMetaType::fromType<QString>())
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace gatehouse::ui
