// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/traffic_curl.h"

#include "ui/models/traffic_record.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// What changes the meaning of a request; the rest is how one program talked to another, or who it was.
constexpr std::array kept = {"content-type"_L1, "anthropic-version"_L1, "anthropic-beta"_L1, "openai-beta"_L1, "accept"_L1};

} // namespace

// Nothing in single quotes means anything to a shell but the quote itself.
QString shellQuoted(QString text)
{
    text.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + text + u'\'';
}

QString curlOf(const TrafficRecord &record, const QString &address)
{
    const TrafficWire &wire = record.clientRequest;
    if (!wire.isThere)
        return {};
    QStringList parts {u"curl "_s + shellQuoted(address + wire.address)};
    if (wire.method != "GET"_L1)
        parts.append(u"-X "_s + shellQuoted(wire.method));
    parts.append(u"-H \"Authorization: Bearer $GATEHOUSE_KEY\""_s);
    for (const auto &[name, value] : wire.headers) {
        if (std::find(kept.begin(), kept.end(), name.toLower()) != kept.end() && value != "[redacted]"_L1)
            parts.append(u"-H "_s + shellQuoted(name + u": "_s + value));
    }
    if (!wire.body.isEmpty() && !wire.isBinary && !wire.isUpload)
        parts.append(u"--data-raw "_s + shellQuoted(wire.body));
    return parts.join(u" \\\n  "_s) + u'\n';
}

} // namespace gatehouse::ui
