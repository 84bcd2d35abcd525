// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/copy_button.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/mark.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <chrono>
#include <utility>

namespace gatehouse::ui {

void copyText(const QString &text)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(text);
    if (clipboard->supportsSelection())
        clipboard->setText(text, QClipboard::Selection);
}

CopyButton::CopyButton(const QString &caption, std::function<QString()> what, QWidget *parent)
    : QPushButton(parent)
    , m_caption(caption)
    , m_what(std::move(what))
{
    m_back.setSingleShot(true);
    m_back.setInterval(std::chrono::milliseconds(1600));
    connect(&m_back, &QTimer::timeout, this, &CopyButton::showPlain);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    showPlain();
}

void CopyButton::copy()
{
    copyText(m_what());
    showDone();
    m_back.start();
}

QSize CopyButton::sizeHint() const
{
    const QSize own = QPushButton::sizeHint();
    const int plain = fontMetrics().horizontalAdvance(m_caption);
    const int done = fontMetrics().horizontalAdvance(tr("Copied"));
    const int now = fontMetrics().horizontalAdvance(text());
    return {own.width() + std::max(plain, done) - now, own.height()};
}

void CopyButton::showPlain()
{
    setText(m_caption);
    setIcon(markPixmap(Mark::Copy, 16, devicePixelRatioF(), Colours::of(palette()).muted));
}

void CopyButton::showDone()
{
    setText(tr("Copied"));
    setIcon(markPixmap(Mark::Tick, 16, devicePixelRatioF(), Colours::of(palette()).good));
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void CopyButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_back.isActive())
        showPlain();
}

} // namespace gatehouse::ui
