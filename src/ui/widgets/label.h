// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

namespace gatehouse::ui {

/// How loudly a text speaks.
enum class Voice { Title, Heading, Strong, Figure, Body, Muted, Small };

QLabel *makeLabel(Voice voice, const QString &text = {}, QWidget *parent = nullptr);
void setVoice(QLabel *label, Voice voice);
/// The system's font of fixed width, as large as the text around it.
QFont fixedFont(const QWidget *beside);
/// Figures of one width, so that numbers below each other align and changing ones do not dance.
QFont tabular(QFont font);

/// One line that gives way in the middle when there is too little room; the whole text is its tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setWholeText(const QString &text);
    QString wholeText() const { return m_text; }

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QString m_text;
};

} // namespace gatehouse::ui
