// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/models/plain_tip.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

QString plainTip(const QString &text)
{
    constexpr qsizetype fitsALine = 80;
    if (text.size() <= fitsALine && !Qt::mightBeRichText(text))
        return text; // screen readers read tips, too, and nobody wants to hear tags
    return u"<p>"_s + text.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s;
}

} // namespace gatehouse::ui
