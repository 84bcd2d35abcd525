// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/style_sheet.h"

#include "ui/widgets/colours.h"

#include <QFile>

#include <initializer_list>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QString styleSheet(const Colours &colours)
{
    QFile file(u":/house.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::initializer_list<std::pair<QLatin1StringView, QColor>> words = {
        {"window"_L1, colours.window},
        {"surface"_L1, colours.surface},
        {"inset"_L1, colours.inset},
        {"border"_L1, colours.border},
        {"control"_L1, colours.control},
        {"text"_L1, colours.text},
        {"muted"_L1, colours.muted},
        {"disabled"_L1, blend(colours.muted, colours.surface, 0.65)},
        {"accent"_L1, colours.accent},
        {"accentHover"_L1, blend(colours.accent, colours.text, 0.86)},
        {"onAccent"_L1, colours.onAccent},
        {"selection"_L1, colours.selection},
        {"good"_L1, colours.good},
        {"bad"_L1, colours.bad},
        {"badTint"_L1, blend(colours.bad, colours.surface, 0.07)},
        {"badBorder"_L1, blend(colours.bad, colours.surface, 0.45)},
        {"warnTint"_L1, blend(colours.warn, colours.surface, 0.08)},
        {"warnBorder"_L1, blend(colours.warn, colours.surface, 0.4)},
        {"scroll"_L1, blend(colours.control, colours.surface, 0.45)},
    };
    for (const auto &[word, colour] : words)
        sheet.replace(u'@' + word + u'@', colour.name());
    sheet.replace("@shade@"_L1, colours.dark ? "dark"_L1 : "light"_L1); // of pictures, which cannot be coloured here
    return sheet;
}

} // namespace gatehouse::ui
