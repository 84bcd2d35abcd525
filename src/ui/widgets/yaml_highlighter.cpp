// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/yaml_highlighter.h"

#include "ui/widgets/colours.h"

namespace gatehouse::ui {

YamlHighlighter::YamlHighlighter(QTextDocument *document, const Colours &colours)
    : QSyntaxHighlighter(document)
    , m_colours(&colours)
{
}

void YamlHighlighter::setColours(const Colours &colours)
{
    m_colours = &colours;
    rehighlight();
}

QTextCharFormat YamlHighlighter::formatOf(YamlSpan::Kind kind) const
{
    QTextCharFormat format;
    switch (kind) {
    case YamlSpan::Kind::Comment:
        format.setForeground(m_colours->muted);
        format.setFontItalic(true);
        break;
    case YamlSpan::Kind::Key: format.setForeground(m_colours->accent); break;
    case YamlSpan::Kind::Text: format.setForeground(m_colours->good); break;
    case YamlSpan::Kind::Constant: format.setForeground(m_colours->warn); break;
    case YamlSpan::Kind::Reference: format.setForeground(m_colours->series[3]); break;
    case YamlSpan::Kind::Sign: format.setForeground(m_colours->muted); break;
    }
    return format;
}

void YamlHighlighter::highlightBlock(const QString &text)
{
    // The state of a line is the column of the block of text it is in; -1, none, is also what lines have at first.
    qsizetype block = previousBlockState();
    for (const YamlSpan &span : yamlSpans(text, block))
        setFormat(int(span.begin), int(span.length), formatOf(span.kind));
    setCurrentBlockState(int(block));
}

} // namespace gatehouse::ui
