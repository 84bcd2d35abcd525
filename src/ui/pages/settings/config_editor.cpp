// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/config_editor.h"

#include "ui/api/other_gateway.h"
#include "ui/models/yaml_lines.h"
#include "ui/pages/settings/code_completer.h"
#include "ui/pages/settings/cursor_hint.h"
#include "ui/pages/settings/disk_bar.h"
#include "ui/pages/settings/find_bar.h"
#include "ui/pages/settings/problem_list.h"
#include "ui/pages/settings/versions_dialog.h"
#include "ui/session.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/yaml_highlighter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// The line, from 1, of the key or of the nearest one above it in the tree; 0: none of them is in the text.
qsizetype nearestLine(const QStringList &lines, QString path)
{
    for (; !path.isEmpty(); path = path.section(u'.', 0, -2)) {
        if (const std::optional<qsizetype> line = yamlLineOf(lines, path))
            return *line + 1;
    }
    return 0;
}

} // namespace

ConfigEditor::ConfigEditor(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_path(new ElidedLabel)
    , m_state(new MessageLine)
    , m_retry(new QPushButton(tr("Try again")))
    , m_versions(new QPushButton(tr("Versions…")))
    , m_discard(new QPushButton(tr("Discard")))
    , m_save(new QPushButton(tr("Save…")))
    , m_disk(new DiskBar)
    , m_edit(new CodeEdit)
    , m_highlighter(new YamlHighlighter(m_edit->document(), Colours::of(palette())))
    , m_completer(new CodeCompleter(*m_edit))
    , m_find(new FindBar(*m_edit))
    , m_hint(new CursorHint(*m_edit, m_schema))
    , m_checking(new MessageLine)
    , m_problems(new ProblemList)
{
    m_edit->setAccessibleName(tr("Configuration file"));
    m_completer->setSchema(&m_schema);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_state);
    column->addWidget(m_disk);
    column->addWidget(m_find);
    column->addWidget(m_edit, 1);
    column->addWidget(m_hint);
    column->addWidget(m_checking);
    column->addWidget(m_problems);
    connectParts();
    addShortcuts();
    showState();
    showButtons();
}

QWidget *ConfigEditor::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    for (QPushButton *button : {m_retry, m_versions, m_discard, m_save})
        row->addWidget(button);
    m_save->setProperty("role", u"primary"_s);
    m_discard->setToolTip(tr("Show the file as it is; undo brings your text back"));
    return head;
}

void ConfigEditor::connectParts()
{
    ConfigFile &file = m_session.config();
    connect(&file, &ConfigFile::changed, this, &ConfigEditor::takeFile);
    connect(&m_session, &Session::stateChanged, this, &ConfigEditor::takeFile);
    onOtherGateway(m_session, this, [this] { forget(); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ConfigEditor::onTextChanged);
    connect(m_problems, &ProblemList::chosen, this, [this](int line, int columnNumber) {
        m_edit->goTo(line, columnNumber);
        m_edit->setFocus();
    });
    connect(m_disk, &DiskBar::differenceWished, this, &ConfigEditor::showDifference);
    connect(m_disk, &DiskBar::bothWished, this, &ConfigEditor::keepBoth);
    connect(m_disk, &DiskBar::theirsWished, this, &ConfigEditor::takeTheirs);
    connect(m_disk, &DiskBar::mineWished, this, &ConfigEditor::adopt);
    connect(m_retry, &QPushButton::clicked, &file, &ConfigFile::load);
    connect(m_versions, &QPushButton::clicked, this, &ConfigEditor::openVersions);
    connect(m_discard, &QPushButton::clicked, this, &ConfigEditor::takeTheirs);
    connect(m_save, &QPushButton::clicked, this, &ConfigEditor::save);
    m_wait.setSingleShot(true);
    m_wait.setInterval(std::chrono::milliseconds(400));
    connect(&m_wait, &QTimer::timeout, this, &ConfigEditor::check);
}

void ConfigEditor::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    on(QKeySequence::Save, [this] { save(); });
    on(Qt::CTRL | Qt::Key_G, [this] { m_find->openForLine(); });
    on(Qt::Key_F3, [this] { m_find->findNext(); });
    on(Qt::SHIFT | Qt::Key_F3, [this] { m_find->findNext(true); });
}

void ConfigEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_hasBegun, true))
        return;
    m_session.config().load();
}

void ConfigEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setColours(Colours::of(palette()));
}

void ConfigEditor::showState()
{
    const ConfigFile &file = m_session.config();
    m_path->setWholeText(file.path());
    m_retry->setVisible(m_session.isRunning() && !file.problem().isEmpty());
    if (!m_session.isRunning())
        m_state->say(Mood::Idle, tr("The gateway is stopped. Start it to change its configuration."));
    else if (!file.problem().isEmpty())
        m_state->say(Mood::Bad, tr("The configuration file cannot be shown. %1").arg(file.problem()));
    else if (!file.isKnown())
        m_state->say(Mood::Busy, tr("Reading the configuration file…"));
    else if (!file.isWritable())
        m_state->say(Mood::Warn, tr("This file can only be read here. %1").arg(file.whyNotWritable()));
    else if (file.isDemo())
        m_state->say(
            Mood::Idle, tr("This is the demo's configuration. Saving makes a file of it, which the gateway uses from then on."));
    else
        m_state->clear();
}

void ConfigEditor::showButtons()
{
    const ConfigFile &file = m_session.config();
    const bool canWrite = m_session.isRunning() && file.isKnown() && file.isWritable();
    m_edit->setReadOnly(!canWrite);
    m_versions->setEnabled(m_session.isRunning() && file.isKnown());
    m_discard->setVisible(m_isEdited);
    m_save->setEnabled(canWrite && m_isEdited && !m_disk->isVisibleTo(this));
}

void ConfigEditor::openVersions()
{
    (new VersionsDialog(m_session, this))->open();
}

void ConfigEditor::reveal(const QString &argument)
{
    m_wish = argument;
    goToWish();
}

void ConfigEditor::goToWish()
{
    if (m_revision.isEmpty() || m_wish.isEmpty())
        return;
    const QString wish = std::exchange(m_wish, {});
    const QString place = wish.section(u':', 1);
    const qsizetype line = wish.startsWith("path:"_L1) ? nearestLine(m_edit->wholeText().split(u'\n'), place) : place.toInt();
    if (line > 0)
        m_edit->goTo(int(line));
    m_edit->setFocus();
}

void ConfigEditor::focusFind()
{
    m_find->open();
}

} // namespace gatehouse::ui
