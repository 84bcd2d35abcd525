// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/keys_page.h"

#include "ui/pages/keys/account_actions.h"
#include "ui/pages/keys/account_detail.h"
#include "ui/pages/keys/section_view.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/record_view.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto splitKey = u"keys/split"_s;

QString columnsKey(const AccountSection &section)
{
    return u"keys/columns/"_s + QString::fromLatin1(section.key);
}

QStringList titles()
{
    QStringList titles;
    for (const AccountSection &section : accountSections())
        titles.append(section.title());
    return titles;
}

} // namespace

KeysPage::KeysPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_actions(new AccountActions(session, this))
    , m_segments(new Segments(titles(), tr("Sections")))
    , m_search(new QLineEdit)
    , m_count(makeLabel(Voice::Muted))
    , m_add(new QPushButton)
    , m_split(new QSplitter)
    , m_stack(new QStackedWidget)
    , m_detail(new AccountDetail(session))
    , m_sections(qsizetype(accountSections().size()), nullptr)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(16, 14, 16, 12);
    whole->setSpacing(12);
    whole->addWidget(makeToolBar());
    whole->addWidget(m_split, 1);
    m_split->addWidget(m_stack);
    m_split->addWidget(m_detail);
    m_split->setHandleWidth(12);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 1);
    m_detail->setMinimumWidth(fontMetrics().averageCharWidth() * 38);
    m_detail->hide();
    if (const QByteArray state = preferences.bytes(splitKey); !state.isEmpty())
        m_split->restoreState(state);
    connect(m_detail, &AccountDetail::closed, this, [this] { current()->view().clearSelection(); });
    connect(m_detail, &AccountDetail::editWished, this, [this] {
        const auto records = current()->selected();
        if (records.size() == 1)
            m_actions->edit(current()->section(), records.first());
    });
    connect(m_detail->actions(), &QMenu::aboutToShow, this, [this] {
        m_detail->actions()->clear();
        m_actions->fill(*m_detail->actions(), current()->section(), current()->selected());
    });
    connect(m_actions, &AccountActions::done, this, &KeysPage::onDone);
    connect(&session.client(), &Client::targetChanged, this, [this] { m_knowsRole = false; });
    showSection(0);
}

QWidget *KeysPage::makeToolBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_add->setProperty("role", u"primary"_s);
    row->addWidget(m_segments);
    row->addWidget(m_search, 1);
    row->addWidget(m_count);
    row->addWidget(m_add);
    connect(m_segments, &Segments::chosen, this, &KeysPage::showSection);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { current()->setSearch(text); });
    connect(m_add, &QPushButton::clicked, this, [this] { m_actions->add(current()->section()); });
    return bar;
}

SectionView *KeysPage::section(int at)
{
    if (m_sections[at])
        return m_sections[at];
    const AccountSection &section = accountSections()[std::size_t(at)];
    auto *made = new SectionView(m_session, section);
    m_sections[at] = made;
    m_stack->addWidget(made);
    made->view().setLayoutState(m_preferences.bytes(columnsKey(section)));
    connect(made, &SectionView::changed, this, &KeysPage::onChanged);
    connect(&made->view(), &RecordView::menuWished, this,
        [this, made](QMenu *menu) { m_actions->fill(*menu, made->section(), made->selected()); });
    connect(&made->view(), &RecordView::chosen, this, [this, made] {
        const auto records = made->selected();
        if (records.size() == 1 && m_actions->mayChange())
            m_actions->edit(made->section(), records.first());
    });
    return made;
}

SectionView *KeysPage::current()
{
    return section(m_segments->current());
}

void KeysPage::showSection(int at)
{
    SectionView *shown = section(at);
    m_stack->setCurrentWidget(shown);
    m_add->setText(shown->section().add());
    shown->setSearch(m_search->text());
    onChanged();
}

void KeysPage::onChanged()
{
    SectionView *shown = current();
    const QList<QJsonObject> selected = shown->selected();
    m_count->setText(shown->countText());
    m_add->setVisible(m_actions->mayChange() && !shown->isDenied());
    if (selected.size() == 1)
        m_detail->setRecord(shown->section(), selected.first());
    m_detail->setVisible(selected.size() == 1);
}

void KeysPage::onDone(const QString &sectionKey, const QString &id)
{
    for (SectionView *each : m_sections) {
        if (!each)
            continue;
        each->refresh();
        if (!id.isEmpty() && sectionKey == QLatin1StringView(each->section().key))
            each->reveal(id);
    }
}

void KeysPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_knowsRole)
        askWhoWeAre();
}

/// A user with a role that only looks is told so by offering nothing else; the master key is nobody's and may do everything.
void KeysPage::askWhoWeAre()
{
    m_session.client().get(u"/v2/user/info"_s, this, [this](const Answer &answer) {
        if (answer.kind == Answer::Kind::Unreachable || answer.kind == Answer::Kind::Cancelled)
            return;
        m_knowsRole = true;
        const QString role = answer.json.object().value("user_role"_L1).toString();
        m_actions->setMayChange(!answer.isOk() || !role.endsWith("viewer"_L1));
        m_detail->setMayChange(m_actions->mayChange());
        onChanged();
    });
}

void KeysPage::reveal(const QString &argument)
{
    const QString word = argument.section(u':', 0, 0);
    const QString id = argument.section(u':', 1);
    if (word == "new"_L1) {
        m_segments->setCurrent(0);
        return m_actions->add(accountSections().front());
    }
    const auto sections = accountSections();
    for (int at = 0; at < int(sections.size()); ++at) {
        const QString key = QString::fromLatin1(sections[std::size_t(at)].key);
        if (word != key && word + u's' != key)
            continue;
        m_segments->setCurrent(at);
        if (id.isEmpty())
            return;
        m_search->clear();
        section(at)->reveal(id);
    }
}

void KeysPage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void KeysPage::refresh()
{
    current()->refresh();
}

bool KeysPage::copy()
{
    const QString rows = current()->view().hasFocus() ? current()->view().selectedText() : QString();
    if (rows.isEmpty())
        return false;
    copyText(rows);
    return true;
}

bool KeysPage::leave()
{
    if (!current()->view().selectedIds().isEmpty()) {
        current()->view().clearSelection();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void KeysPage::save()
{
    m_preferences.setBytes(splitKey, m_split->saveState());
    for (SectionView *each : m_sections) {
        if (each)
            m_preferences.setBytes(columnsKey(each->section()), each->view().layoutState());
    }
}

void KeysPage::keyPressEvent(QKeyEvent *event)
{
    const QList<QJsonObject> selected = current()->selected();
    if (!m_actions->mayChange())
        return Page::keyPressEvent(event);
    if (event->matches(QKeySequence::New) && m_add->isVisible())
        m_actions->add(current()->section());
    else if (event->key() == Qt::Key_F2 && selected.size() == 1)
        m_actions->edit(current()->section(), selected.first());
    else if (event->key() == Qt::Key_Delete && !selected.isEmpty())
        m_actions->remove(current()->section(), selected);
    else
        Page::keyPressEvent(event);
}

} // namespace gatehouse::ui
