// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/general_section.h"

#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/shell/autostart.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
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
    , m_message(new MessageLine)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(12);
    form->addRow(tr("Appearance"), makeLook());
    form->addRow(tr("Language"), makeLanguage());
    form->addRow(tr("When the window is closed"), makeClosing());
    form->addRow(tr("At login"), makeStart());
    auto *box = new QWidget;
    box->setLayout(form);
    auto *card = new Card(tr("This window"));
    card->addContent(box);
    card->addContent(m_message);
    auto *steps = new QPushButton(tr("First steps…"));
    connect(steps, &QPushButton::clicked, this, [this] { m_session.openPage(u"first-steps"_s); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(card);
    column->addWidget(steps, 0, Qt::AlignLeft);
    column->addStretch(1);
}

QWidget *GeneralSection::makeLook()
{
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("Appearance"));
    choice->addItem(tr("Like the system"), int(Appearance::System));
    choice->addItem(tr("Light"), int(Appearance::Light));
    choice->addItem(tr("Dark"), int(Appearance::Dark));
    choice->setCurrentIndex(choice->findData(int(m_preferences.appearance())));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        m_preferences.setAppearance(Appearance(choice->currentData().toInt()));
        Q_EMIT m_session.appearanceWished();
    });
    return choice;
}

QWidget *GeneralSection::makeLanguage()
{
    auto *choice = new QComboBox;
    choice->setAccessibleName(tr("Language"));
    choice->addItem(tr("Like the system"), QString());
    for (const Language &language : languages)
        choice->addItem(QString::fromUtf8(language.name), QString::fromLatin1(language.code));
    choice->setCurrentIndex(std::max(0, choice->findData(m_preferences.language())));
    connect(choice, &QComboBox::activated, this, [this, choice] {
        m_preferences.setLanguage(choice->currentData().toString());
        m_message->say(Mood::Good, tr("The language changes when Gatehouse is started the next time."));
    });
    return choice;
}

QWidget *GeneralSection::makeClosing()
{
    auto *keep = new QCheckBox(tr("Keep running in the tray"));
    keep->setChecked(m_preferences.closesToTray());
    connect(keep, &QCheckBox::toggled, this, [this](bool on) { m_preferences.setClosesToTray(on); });
    return keep;
}

QWidget *GeneralSection::makeStart()
{
    auto *start = new QCheckBox(tr("Start Gatehouse in the tray"));
    start->setChecked(Autostart().isOn());
    connect(start, &QCheckBox::clicked, this, [this, start](bool on) {
        const QString problem = Autostart().setOn(on);
        start->setChecked(Autostart().isOn());
        m_message->say(Mood::Bad, problem);
    });
    return start;
}

} // namespace gatehouse::ui
