// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/prompt_change.h"

#include "gateway/wire/json_object.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace gatehouse::observe::traffic {

namespace {

using Kind = PromptPart::Kind;
using What = PromptChange::What;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t firstDifference(std::string_view one, std::string_view other)
{
    const auto found = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    auto at = static_cast<std::size_t>(found.first - one.begin());
    while (at > 0 && at < one.size() && isContinuation(one[at])) // never within a character
        --at;
    return at;
}

std::string excerpt(std::string_view text, std::size_t at)
{
    constexpr std::size_t behind = 24, ahead = 40;
    std::size_t begin = at - std::min(at, behind), end = std::min(text.size(), at + ahead);
    while (begin > 0 && isContinuation(text[begin]))
        --begin;
    while (end < text.size() && isContinuation(text[end]))
        ++end;
    return (begin > 0 ? "…" : "") + std::string(text.substr(begin, end - begin)) + (end < text.size() ? "…" : "");
}

// What stands around the change.
bool looksLikeTime(std::string_view text, std::size_t at)
{
    static const QRegularExpression moment(QStringLiteral(
        "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}:\\d{2}(:\\d{2})?|\\b1[5-9]\\d{8}(\\d{3})?\\b|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|"
        "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"));
    constexpr std::size_t around = 24;
    const std::size_t begin = at - std::min(at, around);
    const std::string_view near = text.substr(begin, around * 2);
    auto each = moment.globalMatch(QString::fromLatin1(near.data(), static_cast<qsizetype>(near.size())));
    while (each.hasNext()) {
        const auto match = each.next();
        const auto place = static_cast<qsizetype>(at - begin);
        if (match.capturedStart() <= place && place <= match.capturedEnd())
            return true;
    }
    return false;
}

std::multiset<std::string> toolsOf(const Prompt &prompt)
{
    std::multiset<std::string> tools;
    for (const PromptPart &part : prompt.parts) {
        if (part.kind == Kind::Tool)
            tools.insert(part.text);
    }
    return tools;
}

bool hasTool(const Prompt &prompt, const std::string &name)
{
    return std::any_of(prompt.parts.begin(), prompt.parts.end(),
        [&](const PromptPart &part) { return part.kind == Kind::Tool && part.name == name; });
}

// The member of a tool that is another; those of OpenAI's chat stand one level deeper.
std::string changedMember(const std::string &one, const std::string &other)
{
    auto first = wire::JsonObject::parse(one), second = wire::JsonObject::parse(other);
    if (!first || !second)
        return {};
    for (const std::string_view inner : {"function", "toolSpec"}) {
        if (first->has(inner) && second->has(inner))
            return changedMember(std::string(first->find(inner)), std::string(second->find(inner)));
    }
    for (std::size_t i = 0; i < second->size(); ++i) {
        const auto member = second->at(i);
        if (first->find(member.name) != member.raw)
            return std::string(member.name);
    }
    for (std::size_t i = 0; i < first->size(); ++i) {
        if (!second->has(first->at(i).name))
            return std::string(first->at(i).name);
    }
    return {};
}

void describeText(PromptChange &change, const PromptPart &was, const PromptPart &is)
{
    change.what = What::Text;
    change.byte = firstDifference(was.text, is.text);
    change.before = excerpt(was.text, change.byte);
    change.after = excerpt(is.text, change.byte);
    change.sameBytes += change.byte;
    change.isTime = looksLikeTime(was.text, change.byte) && looksLikeTime(is.text, change.byte);
    if (is.kind == Kind::Tool)
        change.member = changedMember(was.text, is.text);
}

void describe(PromptChange &change, const Prompt &earlier, const Prompt &later)
{
    const PromptPart &was = earlier.parts[change.sameParts];
    if (change.sameParts == later.parts.size()) {
        change.what = What::Removed;
        change.kind = was.kind;
        change.where = was.where;
        change.name = was.name;
        return;
    }
    const PromptPart &is = later.parts[change.sameParts];
    change.kind = is.kind;
    change.where = is.where;
    change.name = is.name;
    const bool isTools = was.kind == Kind::Tool || is.kind == Kind::Tool;
    if (isTools && toolsOf(earlier) == toolsOf(later)) {
        change.what = What::Reordered;
    } else if (is.kind == Kind::Tool && !hasTool(earlier, is.name)) {
        change.what = What::Added;
    } else if (was.kind == Kind::Tool && !hasTool(later, was.name)) {
        change.what = What::Removed;
        change.kind = was.kind;
        change.where = was.where;
        change.name = was.name;
    } else if (is.kind != was.kind) {
        change.what = is.kind == Kind::System ? What::Added : What::Removed;
    } else {
        describeText(change, was, is);
    }
}

std::string kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Tool: return "tool";
    case Kind::System: return "system prompt";
    case Kind::Message: return "message";
    }
    return {};
}

} // namespace

PromptChange changeOf(const Prompt &earlier, const Prompt &later)
{
    PromptChange change;
    const std::size_t most = std::min(earlier.parts.size(), later.parts.size());
    while (change.sameParts < most && earlier.parts[change.sameParts].text == later.parts[change.sameParts].text) {
        change.sameBytes += later.parts[change.sameParts].text.size();
        change.hasMarkBefore = change.hasMarkBefore || later.parts[change.sameParts].isMarked;
        ++change.sameParts;
    }
    if (change.sameParts < earlier.parts.size())
        describe(change, earlier, later);
    return change;
}

std::string PromptChange::words() const
{
    const std::string named = where + (name.empty() ? "" : " (" + name + ")");
    switch (what) {
    case What::Nothing: return "nothing that was sent before has changed: the prompt only grew";
    case What::Added: return "the " + kindWord(kind) + " " + named + " was added in front of what was cached";
    case What::Removed: return "the " + kindWord(kind) + " " + named + " is not there any more";
    case What::Reordered: return "the tools are the same but were reordered, from " + named + " on";
    case What::Text: break;
    }
    const std::string subject = named + (member.empty() ? " changed" : " " + member + " changed");
    return subject + " at byte " + std::to_string(byte) + ": “" + before + "” → “" + after + "”";
}

} // namespace gatehouse::observe::traffic
