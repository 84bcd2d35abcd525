// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/yaml_completion.h"

#include "ui/models/yaml_lines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

bool matches(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return false;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isAny = pattern.at(at) == "*"_L1 && path.at(at) != "[]"_L1;
        if (!isAny && pattern.at(at) != path.at(at))
            return false;
    }
    return true;
}

QStringList partsOfPattern(QString path)
{
    return path.replace("[]"_L1, ".[]"_L1).split(u'.', Qt::SkipEmptyParts);
}

/// What a new key is followed by, so that its value can be written at once.
QString beginningOf(const QString &name, const QString &type, const YamlPlace &place)
{
    if (place.isInline)
        return name + u": "_s;
    const QString indent(place.begin + 2, u' ');
    if (type == "map"_L1)
        return name + u":\n"_s + indent;
    if (type == "list"_L1 || type == "string_list"_L1 || type == "fallback_list"_L1)
        return name + u":\n"_s + indent + u"- "_s;
    return name + u": "_s;
}

bool namesModels(const QStringList &path, const QString &type)
{
    const bool isFallback = path.last() == "[]"_L1 && path.value(path.size() - 2).contains("fallbacks"_L1);
    return isFallback || type == "fallback_list"_L1 || path.value(path.size() - 2) == "model_group_alias"_L1;
}

} // namespace

YamlSchema::YamlSchema(const QJsonArray &keys)
{
    for (const QJsonValue key : keys)
        m_keys.append({partsOfPattern(key["path"_L1].toString()), key.toObject()});
}

QJsonObject YamlSchema::keyAt(const QStringList &path) const
{
    QJsonObject found;
    for (const Key &key : m_keys) {
        if (key.path == path)
            return key.said;
        if (found.isEmpty() && matches(key.path, path))
            found = key.said;
    }
    return found;
}

QString YamlSchema::typeAt(const QStringList &path) const
{
    return keyAt(path).value("type"_L1).toString();
}

QList<YamlOffer> YamlSchema::keysOf(const YamlPlace &place, const QStringList &lines) const
{
    QList<YamlOffer> now;
    QList<YamlOffer> later;
    for (const Key &key : m_keys) {
        if (key.path.isEmpty() || key.path.last() == "*"_L1 || key.path.last() == "[]"_L1 || place.taken.contains(key.path.last())
            || !matches(key.path.mid(0, key.path.size() - 1), place.path))
            continue;
        const QString served = key.said.value("served"_L1).toString();
        const QString type = key.said.value("type"_L1).toString();
        const YamlOffer offer {
            key.path.last(), beginningOf(key.path.last(), type, place), type, key.said.value("help"_L1).toString()};
        if (served != "never"_L1)
            (served == "now"_L1 ? now : later).append(offer);
    }
    // The items of a list of fallbacks are maps from one model to others.
    if (!place.path.isEmpty() && place.path.last() == "[]"_L1
        && typeAt(place.path.mid(0, place.path.size() - 1)) == "fallback_list"_L1) {
        for (const QString &name : yamlModelNames(lines))
            now.append({name, name + u": ["_s, {}, {}});
    }
    return now + later;
}

QList<YamlOffer> YamlSchema::valuesOf(const QStringList &path, const QStringList &lines) const
{
    const QJsonObject key = keyAt(path);
    const QString type = key.value("type"_L1).toString();
    QStringList words;
    for (const QJsonValue choice : key.value("choices"_L1).toArray())
        words.append(choice.toString());
    if (type == "boolean"_L1)
        words = {u"true"_s, u"false"_s};
    if (type == "secret"_L1)
        words = {u"os.environ/"_s, u"keychain/"_s, u"file/"_s};
    // Below a fallback list the schema ends: the model's name, and the names in its list.
    const qsizetype depth = path.size();
    const bool isInFallback = depth > 3 && path.last() == "[]"_L1 && typeAt(path.mid(0, depth - 3)) == "fallback_list"_L1;
    if (words.isEmpty() && !path.isEmpty() && (isInFallback || namesModels(path, type)))
        words = yamlModelNames(lines);
    QList<YamlOffer> offers;
    for (const QString &word : std::as_const(words))
        offers.append({word, word, {}, {}});
    return offers;
}

QList<YamlOffer> YamlSchema::offers(const YamlPlace &place, const QStringList &lines) const
{
    QList<YamlOffer> all;
    if (place.kind == YamlPlace::Kind::Key || place.kind == YamlPlace::Kind::Item)
        all += keysOf(place, lines);
    const QStringList list = place.path.mid(0, place.path.size() - 1);
    if (place.kind == YamlPlace::Kind::Value || (place.kind == YamlPlace::Kind::Item && typeAt(list) != "fallback_list"_L1))
        all += valuesOf(place.path, lines);
    const auto isOther = [&place](const YamlOffer &offer) {
        return !offer.word.contains(place.word, Qt::CaseInsensitive) || offer.word == place.word;
    };
    all.removeIf(isOther);
    std::stable_partition(all.begin(), all.end(),
        [&place](const YamlOffer &offer) { return offer.word.startsWith(place.word, Qt::CaseInsensitive); });
    return all;
}

QStringList yamlModelNames(const QStringList &lines)
{
    static const QRegularExpression name(uR"((?:^|[\s{,-])model_name\s*:\s*("[^"]*"|'[^']*'|[^\s,}#]+))"_s);
    QStringList names;
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = name.match(QStringView(line).left(yamlCommentBegin(line)).toString());
        QString found = match.captured(1);
        if (found.startsWith(u'"') || found.startsWith(u'\''))
            found = found.mid(1, found.size() - 2);
        if (!found.isEmpty() && !names.contains(found))
            names.append(found);
    }
    return names;
}

} // namespace gatehouse::ui
