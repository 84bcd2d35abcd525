// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/palette.h"

#include "ui/session.h"
#include "ui/shell/palette_delegate.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int mostShown = 50;
constexpr int shownAtOnce = 10;
constexpr int mostKeys = 8;

/// Rows that a key moves the choice by; 0: none.
int stepOf(int key)
{
    switch (key) {
    case Qt::Key_Down: return 1;
    case Qt::Key_Up: return -1;
    case Qt::Key_PageDown: return shownAtOnce;
    case Qt::Key_PageUp: return -shownAtOnce;
    default: return 0;
    }
}

} // namespace

Palette::Palette(Session &session, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_session(session)
    , m_field(new QLineEdit)
    , m_list(new QListWidget)
    , m_own(ownEntries())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go to…"));
    m_field->setPlaceholderText(tr("Go to a page, a setting, a model, a key…"));
    m_field->setAccessibleName(tr("Go to"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Places"));
    m_list->setProperty("role", u"places"_s);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the field, which moves the choice
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *frame = new QFrame;
    frame->setProperty("role", u"palette"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(150));
    connect(&m_typing, &QTimer::timeout, this, &Palette::askForKeys);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::onTyped);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    const int width = std::min(window->width() - 80, fontMetrics().averageCharWidth() * 90);
    setFixedSize(width, (shownAtOnce + 2) * PaletteDelegate::rowHeight(this) + 24);
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, std::min(72, window->height() / 8))));
    showEntries();
    askForModels();
}

QString Palette::words() const
{
    return m_field->text().simplified();
}

void Palette::askForModels()
{
    if (!m_session.isRunning())
        return;
    m_session.client().get(u"/v1/models"_s, this, [this](const Answer &answer) {
        m_models = modelEntries(answer.json.object().value("data"_L1).toArray());
        showEntries();
    });
}

void Palette::askForKeys()
{
    const QString asked = words();
    if (!m_session.isRunning() || asked.isEmpty())
        return;
    QUrlQuery query(u"return_full_object=true&page=1"_s);
    query.addQueryItem(u"size"_s, QString::number(mostKeys));
    query.addQueryItem(u"search"_s, QString::fromLatin1(QUrl::toPercentEncoding(asked)));
    m_session.client().get(u"/key/list"_s, query, this, [this, asked](const Answer &answer) {
        if (asked != words())
            return; // more was typed since then
        m_keys = keyEntries(answer.json.object().value("keys"_L1).toArray());
        showEntries();
    });
}

void Palette::onTyped()
{
    m_keys.clear();
    showEntries();
    m_typing.start();
}

void Palette::showEntries()
{
    m_shown = matching(m_models + m_own, words()) + m_keys;
    if (!words().isEmpty())
        m_shown.append(trafficEntry(words()));
    m_shown.resize(std::min<qsizetype>(m_shown.size(), mostShown));
    m_list->clear();
    for (const PaletteEntry &entry : m_shown) {
        auto *item = new QListWidgetItem(entry.title, m_list);
        item->setData(PaletteDelegate::KindRole, entry.kind);
        item->setData(Qt::AccessibleTextRole, QString(entry.title + u", "_s + entry.kind));
    }
    m_list->setCurrentRow(0);
}

void Palette::choose(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const PaletteEntry entry = m_shown[row];
    Session &session = m_session;
    accept();
    session.openPage(entry.page, entry.argument);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // or the window's own Esc would take it
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int by = stepOf(static_cast<QKeyEvent *>(event)->key());
    if (by == 0 || m_list->count() == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1));
    return true;
}

// Whoever clicks elsewhere has gone on.
void Palette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow())
        reject();
}

} // namespace gatehouse::ui
