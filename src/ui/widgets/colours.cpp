// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/colours.h"

namespace gatehouse::ui {

const Colours &Colours::light()
{
    static const Colours colours = {.window = 0xf5f6f8,
        .surface = 0xffffff,
        .inset = 0xf0f2f5,
        .border = 0xe1e4ea,
        .control = 0x8d96a5,
        .text = 0x1a2130,
        .muted = 0x5a6475,
        .accent = 0x2f5bd3,
        .onAccent = 0xffffff,
        .selection = 0xdde7fd,
        .good = 0x177a3c,
        .busy = 0x2f5bd3,
        .warn = 0x945600,
        .bad = 0xc0272f,
        .idle = 0x646e7e,
        .series = {QColor(0x2f5bd3), QColor(0xc25e00), QColor(0x00857a), QColor(0x9a3fb0), QColor(0x8a7300), QColor(0x5a6475)},
        .dark = false};
    return colours;
}

const Colours &Colours::darkOnes()
{
    static const Colours colours = {.window = 0x15181e,
        .surface = 0x1d2129,
        .inset = 0x252a34,
        .border = 0x2f3541,
        .control = 0x6f7989,
        .text = 0xe7eaf0,
        .muted = 0xa2abba,
        .accent = 0x86a9ff,
        .onAccent = 0x0d1526,
        .selection = 0x2a3a61,
        .good = 0x56cc88,
        .busy = 0x86a9ff,
        .warn = 0xe6ad55,
        .bad = 0xff8084,
        .idle = 0x98a2b2,
        .series = {QColor(0x86a9ff), QColor(0xf2a14e), QColor(0x46cdb9), QColor(0xd596ea), QColor(0xdcc75c), QColor(0xa2abba)},
        .dark = true};
    return colours;
}

const Colours &Colours::of(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkOnes() : light();
}

QPalette Colours::palette() const
{
    QPalette made(text, inset, blend(Qt::white, surface, 0.5), border, control, text, Qt::white, surface, window);
    made.setColor(QPalette::AlternateBase, inset);
    made.setColor(QPalette::Highlight, selection);
    made.setColor(QPalette::HighlightedText, text);
    made.setColor(QPalette::Link, accent);
    made.setColor(QPalette::LinkVisited, accent);
    made.setColor(QPalette::PlaceholderText, muted);
    made.setColor(QPalette::ToolTipBase, surface);
    made.setColor(QPalette::ToolTipText, text);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        made.setColor(QPalette::Disabled, role, blend(muted, surface, 0.65));
    return made;
}

QColor blend(const QColor &over, const QColor &under, qreal share)
{
    const auto mix = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue()));
}

} // namespace gatehouse::ui
