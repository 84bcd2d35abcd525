// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/general_section.h"

#include "ui/pages/settings/form_column.h"
#include "ui/pages/settings/form_row.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/shell/autostart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/switch.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Language {
    const char *code;
    const char *name; ///< in itself, so that everybody finds their own
};

constexpr Language languages[] = {{"en", "English"}, {"de", "Deutsch"}, {"zh_CN", "简体中文"}};

} // namespace

GeneralSection::GeneralSection(Session &session, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_preferences(preferences)
{
    auto *content = new FormColumn;
    content->column()->addWidget(makeCard(tr("This window"), {makeLook(), makeLanguage()}));
    content->column()->addWidget(makeCard(tr("Start and end"), {makeStart(), makeClosing(), makeSteps()}));
    content->column()->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(content->inScrollArea());
}

Card *GeneralSection::makeCard(const QString &title, std::initializer_list<FormRow *> rows)
{
    auto *card = new Card(title);
    card->body()->setSpacing(0);
    for (FormRow *row : rows) {
        if (row != *rows.begin())
            card->addContent(makeRule());
        card->addContent(row);
    }
    return card;
}

FormRow *GeneralSection::makeLook()
{
    auto *choice = new QComboBox;
    choice->addItem(tr("Like the system"), int(Appearance::System));
    choice->addItem(tr("Light"), int(Appearance::Light));
    choice->addItem(tr("Dark"), int(Appearance::Dark));
    choice->setCurrentIndex(choice->findData(int(m_preferences.appearance())));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        m_preferences.setAppearance(Appearance(choice->currentData().toInt()));
        Q_EMIT m_session.appearanceWished();
    });
    auto *row = new FormRow(tr("Appearance"));
    row->setControl(choice);
    return row;
}

FormRow *GeneralSection::makeLanguage()
{
    auto *choice = new QComboBox;
    choice->addItem(tr("Like the system"), QString());
    for (const Language &language : languages)
        choice->addItem(QString::fromUtf8(language.name), QString::fromLatin1(language.code));
    choice->setCurrentIndex(std::max(0, choice->findData(m_preferences.language())));
    auto *row = new FormRow(tr("Language"));
    row->setControl(choice);
    connect(choice, &QComboBox::activated, this, [this, choice, row] {
        m_preferences.setLanguage(choice->currentData().toString());
        row->say(Mood::Good, tr("The language changes when Gatehouse is started the next time."));
    });
    return row;
}

FormRow *GeneralSection::makeClosing()
{
    auto *keep = new Switch(tr("Keep running in the tray"));
    keep->setChecked(m_preferences.closesToTray());
    connect(keep, &Switch::toggled, this, [this](bool on) { m_preferences.setClosesToTray(on); });
    auto *row = new FormRow(tr("When the window is closed"));
    row->setControl(keep);
    return row;
}

FormRow *GeneralSection::makeStart()
{
    auto *start = new Switch(tr("Start Gatehouse in the tray"));
    start->setChecked(Autostart().isOn());
    auto *row = new FormRow(tr("At login"));
    row->setControl(start);
    connect(start, &Switch::clicked, this, [start, row](bool on) {
        const QString problem = Autostart().setOn(on);
        start->setChecked(Autostart().isOn());
        row->say(Mood::Bad, problem);
    });
    return row;
}

FormRow *GeneralSection::makeSteps()
{
    auto *steps = new QPushButton(tr("First steps…"));
    steps->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(steps, &QPushButton::clicked, this, [this] { m_session.openPage(u"first-steps"_s); });
    auto *row = new FormRow(tr("Providers and clients"));
    row->setHelp(tr("Looks for keys and servers on this computer, and shows how a client is connected."));
    row->setControl(steps);
    return row;
}

} // namespace gatehouse::ui
