// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/models/yaml_spans.h"

#include <QSyntaxHighlighter>

namespace gatehouse::ui {

struct Colours;

/// Colours YAML by what its parts mean. Owned by the document.
class YamlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    YamlHighlighter(QTextDocument *document, const Colours &colours);

    /// Colours everything anew.
    void setColours(const Colours &colours);

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat formatOf(YamlSpan::Kind kind) const;

    const Colours *m_colours;
};

} // namespace gatehouse::ui
