// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/label.h"

#include "ui/models/plain_tip.h"

#include <QFontDatabase>
#include <QFontMetrics>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

qreal scaleOf(Voice voice)
{
    switch (voice) {
    case Voice::Title: return 1.7;
    case Voice::Heading: return 1.2;
    case Voice::Figure: return 1.75;
    case Voice::Small: return 0.92;
    default: return 1.0;
    }
}

} // namespace

QFont tabular(QFont font)
{
    // Most interface fonts have figures of one width anyway; where not, this is the least that Qt 6.4 can ask for.
    font.setKerning(false);
    return font;
}

QFont fixedFont(const QWidget *beside)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(beside->font().pointSizeF());
    return font;
}

void setVoice(QLabel *label, Voice voice)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scaleOf(voice));
    if (voice == Voice::Title || voice == Voice::Heading || voice == Voice::Strong || voice == Voice::Figure)
        font.setWeight(QFont::DemiBold);
    label->setFont(voice == Voice::Figure ? tabular(font) : font);
    if (voice == Voice::Muted || voice == Voice::Small)
        label->setProperty("role", u"muted"_s);
}

QLabel *makeLabel(Voice voice, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // texts come from providers and callers, too
    setVoice(label, voice);
    return label;
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWholeText(const QString &text)
{
    m_text = text;
    setToolTip(plainTip(text));
    setAccessibleName(text);
    updateGeometry();
    fit();
}

QSize ElidedLabel::sizeHint() const
{
    return QSize(fontMetrics().horizontalAdvance(m_text) + 2, QLabel::sizeHint().height());
}

QSize ElidedLabel::minimumSizeHint() const
{
    return QSize(fontMetrics().averageCharWidth() * 8, QLabel::sizeHint().height());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::fit()
{
    setText(fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
}

} // namespace gatehouse::ui
