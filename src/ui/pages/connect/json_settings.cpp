// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/json_tree.h"
#include "ui/pages/connect/settings_format.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const QStringView blanks = u" \t\r";

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

qsizetype lineBegin(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

/// How far the members of the outermost object are indented: so far each level is.
QString indentOf(const QString &text, const JsonNode &root)
{
    if (root.members.empty())
        return u"  "_s;
    const qsizetype at = root.members.front().nameAt;
    const QString before = text.mid(lineBegin(text, at), at - lineBegin(text, at));
    return isBlank(before) && !before.isEmpty() ? before : u"  "_s;
}

/// The deepest object on the way that is there, and how many of the names lead to it.
struct Place {
    const JsonNode *node = nullptr;
    const JsonMember *member = nullptr; ///< what the last of these names is
    const JsonNode *parent = nullptr;
    qsizetype depth = 0;
};

Place placeOf(const JsonNode &root, const QStringList &path)
{
    Place place {&root};
    while (place.depth < path.size()) {
        const JsonMember *next = place.node->member(path[place.depth]);
        if (!next)
            break;
        place = {&next->value, next, place.node, place.depth + 1};
    }
    return place;
}

QString quoted(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// The rest of the way as a member, each level on lines of its own unless there is no line end.
QString memberText(const QStringList &names, const QString &literal, const QString &indent, qsizetype depth, const QString &end)
{
    if (names.size() == 1)
        return quoted(names.front()) + u": "_s + literal;
    const QString inner = memberText(names.mid(1), literal, indent, depth + 1, end);
    const QString open = end.isEmpty() ? u" "_s : end + indent.repeated(depth + 1);
    const QString close = end.isEmpty() ? u" "_s : end + indent.repeated(depth);
    return quoted(names.front()) + u": {"_s + open + inner + close + u'}';
}

/// Behind what is said about a member on its own line.
qsizetype skipRemark(QStringView text, qsizetype at)
{
    qsizetype next = at;
    while (next < text.size() && blanks.contains(text[next]))
        ++next;
    if (!text.sliced(next).startsWith("//"_L1))
        return at;
    const qsizetype end = text.indexOf(u'\n', next);
    next = end < 0 ? text.size() : end;
    return next > 0 && text[next - 1] == u'\r' ? next - 1 : next;
}

QString inserted(QString text, const JsonNode &root, const Place &place, const QStringList &names, const QString &literal)
{
    const JsonNode &object = *place.node;
    const QString indent = indentOf(text, root);
    const QString inside = text.mid(object.begin, object.end - object.begin);
    const bool isOneLine = !object.members.empty() && !inside.contains(u'\n');
    const QString end = isOneLine ? QString() : lineEnd(text);
    const QString member = memberText(names, literal, indent, place.depth + 1, end);
    const QString begin = isOneLine ? u" "_s : end + indent.repeated(place.depth + 1);
    if (object.members.empty()) {
        const qsizetype closing = object.end - 1;
        qsizetype last = closing; // comments may stand in an empty object, too
        while (last > object.begin + 1 && text[last - 1].isSpace())
            --last;
        return text.replace(last, closing - last, begin + member + end + indent.repeated(place.depth));
    }
    const qsizetype behind = object.members.back().value.end;
    const qsizetype comma = skipJsonBlanks(text, behind);
    const bool hasComma = text[comma] == u',';
    const qsizetype at = isOneLine ? (hasComma ? comma + 1 : behind) : skipRemark(text, hasComma ? comma + 1 : behind);
    text.insert(at, begin + member);
    return hasComma ? text : text.insert(behind, u',');
}

std::optional<JsonNode> treeOf(const QString &text)
{
    auto tree = jsonTree(text);
    return tree && tree->isObject ? tree : std::nullopt;
}

bool understands(const QString &text)
{
    return isBlank(text) || treeOf(text);
}

std::optional<QString> find(const QString &text, const QStringList &path)
{
    const auto tree = treeOf(text);
    const Place place = tree ? placeOf(*tree, path) : Place();
    if (!tree || place.depth < path.size())
        return std::nullopt;
    return text.mid(place.node->begin, place.node->end - place.node->begin);
}

std::optional<QString> put(const QString &text, const QStringList &path, const QString &literal)
{
    const QString whole = isBlank(text) ? u"{}\n"_s : text;
    const auto tree = treeOf(whole);
    if (!tree)
        return std::nullopt;
    const Place place = placeOf(*tree, path);
    if (place.depth == path.size())
        return QString(whole).replace(place.node->begin, place.node->end - place.node->begin, literal);
    if (!place.node->isObject)
        return std::nullopt;
    return inserted(whole, *tree, place, path.mid(place.depth), literal);
}

/// Takes a part out, and the line that it leaves blank.
void cut(QString &text, qsizetype begin, qsizetype end)
{
    text.remove(begin, end - begin);
    const qsizetype from = lineBegin(text, begin);
    qsizetype to = text.indexOf(u'\n', begin);
    to = to < 0 ? text.size() : to + 1;
    if (isBlank(QStringView(text).sliced(from, to - from)) && from > 0)
        text.remove(from, to - from);
    else if (begin < text.size() && begin > from && text[begin] == u' ' && text[begin - 1] == u' ')
        text.remove(begin, 1);
}

QString drop(const QString &text, const QStringList &path)
{
    const auto tree = treeOf(text);
    const Place place = tree ? placeOf(*tree, path) : Place();
    if (!tree || place.depth < path.size() || !place.member)
        return text;
    QString left = text;
    const auto &members = place.parent->members;
    const qsizetype comma = skipJsonBlanks(text, place.node->end);
    const bool hasComma = text[comma] == u',';
    if (hasComma || members.size() == 1) {
        cut(left, place.member->nameAt, hasComma ? comma + 1 : place.node->end);
    } else { // it was the last one: the one before it is now
        const qsizetype last = skipJsonBlanks(text, members[members.size() - 2].value.end);
        const QString between = text.mid(last + 1, place.member->nameAt - last - 1);
        cut(left, isBlank(between) && !between.contains(u'\n') ? last + 1 : place.member->nameAt, place.node->end);
        left.remove(last, 1);
    }
    const qsizetype open = place.parent->begin;
    const qsizetype close = left.indexOf(u'}', open);
    if (members.size() == 1 && isBlank(QStringView(left).sliced(open + 1, close - open - 1)))
        left.remove(open + 1, close - open - 1);
    return left;
}

QString valueOf(const QString &literal)
{
    return QJsonDocument::fromJson('[' + literal.toUtf8() + ']').array().at(0).toString();
}

} // namespace

const SettingsFormat &jsonSettings()
{
    static constexpr SettingsFormat format {understands, find, put, drop, quoted, valueOf};
    return format;
}

QString lineEnd(const QString &text)
{
    return text.contains("\r\n"_L1) ? u"\r\n"_s : u"\n"_s;
}

} // namespace gatehouse::ui
