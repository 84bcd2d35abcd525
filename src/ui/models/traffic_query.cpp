// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_query.h"

#include "ui/models/traffic_columns.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

struct TrafficTextField {
    QLatin1StringView name;
    std::array<TrafficText, 2> texts; ///< both are looked at
};

struct TrafficNumberField {
    QLatin1StringView name;
    double (*value)(const PackedTraffic &row); ///< below 0: there is none, which passes no comparison
};

namespace {

using T = TrafficText;
using Packed = const PackedTraffic &;
using State = TrafficRow::State;

constexpr std::array textFields = {
    TrafficTextField {"model"_L1, {T::Model, T::UpstreamModel}},
    TrafficTextField {"provider"_L1, {T::Provider, T::Provider}},
    TrafficTextField {"key"_L1, {T::Who, T::Key}},
    TrafficTextField {"who"_L1, {T::Who, T::Who}},
    TrafficTextField {"team"_L1, {T::Team, T::Team}},
    TrafficTextField {"customer"_L1, {T::Customer, T::Customer}},
    TrafficTextField {"path"_L1, {T::Path, T::Path}},
    TrafficTextField {"group"_L1, {T::Group, T::Group}},
    TrafficTextField {"deployment"_L1, {T::Deployment, T::Deployment}},
    TrafficTextField {"dialect"_L1, {T::Dialect, T::Dialect}},
    TrafficTextField {"finish"_L1, {T::FinishReason, T::FinishReason}},
    TrafficTextField {"error"_L1, {T::Error, T::Error}},
};

// These have no text in the pool.
constexpr TrafficTextField stateField {"state"_L1, {}};
constexpr TrafficTextField statusField {"status"_L1, {}};
constexpr TrafficTextField idField {"id"_L1, {}};
constexpr TrafficTextField textField {"text"_L1, {}}; ///< the same as a word without a field

constexpr std::array numberFields = {
    TrafficNumberField {"status"_L1, [](Packed row) { return row.status > 0 ? double(row.status) : -1; }},
    TrafficNumberField {"first"_L1, [](Packed row) { return double(row.firstToken); }},
    TrafficNumberField {"duration"_L1, [](Packed row) { return elapsedOf(row); }},
    TrafficNumberField {"cost"_L1, [](Packed row) { return row.cost; }},
    TrafficNumberField {"in"_L1, [](Packed row) { return double(row.inputTokens); }},
    TrafficNumberField {"out"_L1, [](Packed row) { return double(row.outputTokens); }},
    TrafficNumberField {"cached"_L1, [](Packed row) { return double(row.cachedTokens); }},
    TrafficNumberField {"tokens"_L1, [](Packed row) { return double(row.inputTokens) + double(row.outputTokens); }},
    TrafficNumberField {"attempts"_L1, [](Packed row) { return double(row.attempts); }},
    TrafficNumberField {"fallbacks"_L1, [](Packed row) { return double(row.fallbacks); }},
};

struct Flag {
    QLatin1StringView name;
    bool (*has)(Packed row);
};

constexpr std::array flags = {
    Flag {"inflight"_L1, [](Packed row) { return row.state == State::Running; }},
    Flag {"stream"_L1, [](Packed row) { return row.stream; }},
    Flag {"error"_L1, [](Packed row) { return row.state == State::Failed || row.state == State::Refused; }},
    Flag {"cached"_L1, [](Packed row) { return row.cachedTokens > 0; }},
    Flag {"fallback"_L1, [](Packed row) { return row.fallbacks > 0; }},
    Flag {"retried"_L1, [](Packed row) { return row.attempts > 1; }},
};

struct Unit {
    QLatin1StringView name;
    double factor;
};

// The longer names first.
constexpr std::array units = {Unit {"ms"_L1, 1}, Unit {"min"_L1, 60'000}, Unit {"s"_L1, 1000}, Unit {"k"_L1, 1000}};

template <typename List> auto find(const List &list, QStringView name) -> decltype(&list[0])
{
    const auto found = std::find_if(
        list.begin(), list.end(), [name](const auto &each) { return name.compare(each.name, Qt::CaseInsensitive) == 0; });
    return found == list.end() ? nullptr : &*found;
}

const TrafficTextField *fieldNamed(QStringView name)
{
    for (const TrafficTextField *special : {&stateField, &statusField, &idField, &textField}) {
        if (name.compare(special->name, Qt::CaseInsensitive) == 0)
            return special;
    }
    return find(textFields, name);
}

std::optional<double> numberFrom(QString text)
{
    double factor = 1;
    for (const Unit &unit : units) {
        if (text.endsWith(unit.name, Qt::CaseInsensitive)) {
            text.chop(unit.name.size());
            factor = unit.factor;
            break;
        }
    }
    bool isNumber = false;
    const double number = text.startsWith(u'$') ? text.mid(1).toDouble(&isNumber) : text.toDouble(&isNumber);
    return isNumber ? std::optional(number * factor) : std::nullopt;
}

QString unquoted(QString text)
{
    return text.remove(u'"');
}

/// The words between spaces; quotes hold what is between them together.
QStringList wordsIn(const QString &text)
{
    QStringList words {QString()};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted)
            words.append(QString());
        else
            words.last().append(c);
    }
    words.removeIf([](const QString &word) { return unquoted(word).isEmpty(); });
    return words;
}

bool readComparison(TrafficQuery::Term &term, const QString &text, qsizetype at)
{
    const QString name = text.left(at);
    term.sign = text[at];
    term.orEqual = at + 1 < text.size() && text[at + 1] == u'=';
    const QString value = unquoted(text.mid(at + (term.orEqual ? 2 : 1)));
    const auto number = numberFrom(value);
    term.number = number ? find(numberFields, name) : nullptr;
    term.limit = number.value_or(0);
    if (term.number)
        return true;
    term.field = term.sign == u'=' && !value.isEmpty() ? fieldNamed(name) : nullptr;
    term.isWhole = term.field != nullptr;
    term.word = value;
    return term.field != nullptr;
}

bool readField(TrafficQuery::Term &term, const QString &text, qsizetype at)
{
    const QStringView name = QStringView(text).left(at);
    term.word = unquoted(text.mid(at + 1));
    if (name.compare("is"_L1, Qt::CaseInsensitive) == 0) {
        const Flag *flag = find(flags, term.word);
        term.flag = flag ? flag->has : nullptr;
        return flag;
    }
    term.field = fieldNamed(name);
    return term.field;
}

TrafficQuery::Term termFrom(const QString &source)
{
    TrafficQuery::Term term;
    term.source = source;
    term.isOpposite = source.size() > 1 && source.startsWith(u'-');
    const QString text = term.isOpposite ? source.mid(1) : source;
    const auto sign = std::find_if(text.begin(), text.end(), [](QChar c) { return u"<>=:\""_s.contains(c); });
    const qsizetype at = sign - text.begin();
    if (at > 0 && at < text.size() && *sign != u'"') {
        TrafficQuery::Term read = term;
        if (*sign == u':' ? readField(read, text, at) : readComparison(read, text, at))
            return read;
    }
    term.word = unquoted(text);
    return term;
}

bool compares(double value, const TrafficQuery::Term &term)
{
    if (value < 0)
        return false;
    if (term.sign == u'<')
        return term.orEqual ? value <= term.limit : value < term.limit;
    if (term.sign == u'>')
        return term.orEqual ? value >= term.limit : value > term.limit;
    return value == term.limit;
}

bool has(const QString &text, const TrafficQuery::Term &term)
{
    return term.isWhole ? text.compare(term.word, Qt::CaseInsensitive) == 0 : text.contains(term.word, Qt::CaseInsensitive);
}

bool hasText(const TrafficMemory &memory, TextPool::Number text, const TrafficQuery::Term &term, std::vector<qint8> *known)
{
    if (!known)
        return has(memory.texts().at(text), term);
    qint8 &verdict = (*known)[text];
    if (verdict == 0)
        verdict = has(memory.texts().at(text), term) ? 2 : 1;
    return verdict == 2;
}

/// "5xx" stands for 500 to 599.
bool isStatus(int status, const QString &word)
{
    const QString text = QString::number(status);
    if (word.isEmpty() || word.size() > text.size())
        return word.isEmpty();
    for (qsizetype at = 0; at < word.size(); ++at) {
        if (word[at].toLower() != u'x' && word[at] != text[at])
            return false;
    }
    return true;
}

/// The words are looked up once for a term: over many rows that is what takes the time.
quint8 statesMeant(const TrafficQuery::Term &term)
{
    quint8 states = 0;
    for (const State state : TrafficRow::states) {
        if (has(TrafficRow::key(state), term) || has(TrafficRow::word(state), term))
            states |= quint8(1U << unsigned(state));
    }
    return states;
}

bool isState(State state, const TrafficQuery::Term &term)
{
    return term.states & (1U << unsigned(state));
}

bool mayBeInUuid(const QString &word)
{
    return std::all_of(
        word.begin(), word.end(), [](QChar c) { return c == u'-' || QStringLiteral("0123456789abcdefABCDEF").contains(c); });
}

bool isCall(const TrafficMemory &memory, Packed row, const TrafficQuery::Term &term)
{
    if (!row.call.isNull() && !mayBeInUuid(term.word))
        return false;
    return has(memory.callId(row), term);
}

bool isAnywhere(const TrafficMemory &memory, Packed row, const TrafficQuery::Term &term, std::vector<qint8> *known)
{
    const auto begin = row.texts.begin() + 1; // the call ID comes last, as it is asked for least
    return std::any_of(begin, row.texts.end(), [&](TextPool::Number text) { return hasText(memory, text, term, known); })
        || isState(row.state, term) || (row.status > 0 && row.status == term.status) || isCall(memory, row, term);
}

bool isMeant(const TrafficMemory &memory, Packed row, const TrafficQuery::Term &term, std::vector<qint8> *known)
{
    if (term.flag)
        return term.flag(row);
    if (term.number)
        return compares(term.number->value(row), term);
    if (!term.field || term.field == &textField)
        return isAnywhere(memory, row, term, known);
    if (term.field == &stateField)
        return isState(row.state, term);
    if (term.field == &statusField)
        return isStatus(row.status, term.word);
    if (term.field == &idField)
        return isCall(memory, row, term);
    const auto &texts = term.field->texts;
    return hasText(memory, row.text(texts[0]), term, known)
        || (texts[1] != texts[0] && hasText(memory, row.text(texts[1]), term, known));
}

} // namespace

TrafficQuery::Memo::Memo(const TrafficQuery &query, const TrafficMemory &memory)
    : m_known(std::size_t(query.m_terms.size()), std::vector<qint8>(memory.texts().size()))
{
}

TrafficQuery::TrafficQuery(const QString &text)
{
    for (const QString &word : wordsIn(text)) {
        Term term = termFrom(word);
        term.states = statesMeant(term);
        term.status = term.word.toInt();
        m_terms.append(term);
    }
}

QString TrafficQuery::without(qsizetype term) const
{
    QStringList left;
    for (qsizetype at = 0; at < m_terms.size(); ++at) {
        if (at != term)
            left.append(m_terms[at].source);
    }
    return left.join(u' ');
}

bool TrafficQuery::matches(const TrafficMemory &memory, const PackedTraffic &row, Memo *memo) const
{
    for (qsizetype at = 0; at < m_terms.size(); ++at) {
        std::vector<qint8> *known = memo ? &memo->m_known[std::size_t(at)] : nullptr;
        if (isMeant(memory, row, m_terms[at], known) == m_terms[at].isOpposite)
            return false;
    }
    return true;
}

bool TrafficQuery::matches(const TrafficRow &row) const
{
    TrafficMemory alone;
    alone.push(row);
    return matches(alone, alone.packed(0));
}

QStringList trafficQueryWords()
{
    QStringList words;
    for (const TrafficTextField &field : textFields)
        words.append(field.name + u':');
    for (const TrafficTextField *field : {&stateField, &statusField, &idField, &textField})
        words.append(field->name + u':');
    for (const TrafficNumberField &field : numberFields)
        words.append(field.name + u">="_s);
    for (const Flag &flag : flags)
        words.append(u"is:"_s + flag.name);
    return words;
}

QStringList trafficQueryValues(const QString &field, const TrafficMemory &memory)
{
    const TrafficTextField *known = find(textFields, field);
    QStringList values;
    if (known) {
        QSet<TextPool::Number> numbers;
        for (qint64 at = memory.first(); at < memory.end(); ++at) {
            for (const TrafficText text : known->texts)
                numbers.insert(memory.packed(at).text(text));
        }
        for (const TextPool::Number number : numbers)
            values.append(memory.texts().at(number));
    } else if (field.compare(stateField.name, Qt::CaseInsensitive) == 0) {
        for (const State state : TrafficRow::states)
            values.append(TrafficRow::key(state));
    }
    values.removeAll(QString());
    values.sort(Qt::CaseInsensitive);
    return values;
}

QString trafficQueryTerm(const QString &field, QChar sign, const QString &value)
{
    const QString safe = unquoted(value);
    const bool hasSpace = std::any_of(safe.begin(), safe.end(), [](QChar c) { return c.isSpace(); });
    return field + sign + (hasSpace ? u'"' + safe + u'"' : safe);
}

qsizetype trafficTermBegin(const QString &text, qsizetype end)
{
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < end; ++at) {
        if (text[at] == u'"')
            quoted = !quoted;
        if (text[at].isSpace() && !quoted)
            begin = at + 1;
    }
    return begin;
}

} // namespace gatehouse::ui
