// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The text of a ConfigEditor, against the file: what is taken over when the file changes, what is checked, what is saved.
#include "ui/pages/settings/config_editor.h"

#include "ui/config/change_dialog.h"
#include "ui/models/text_merge.h"
#include "ui/pages/settings/cursor_hint.h"
#include "ui/pages/settings/diff_dialog.h"
#include "ui/pages/settings/disk_bar.h"
#include "ui/pages/settings/problem_list.h"
#include "ui/session.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/message_line.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString withPlainEnds(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1);
}

/// As the file has its lines' ends.
QString withEndsOf(const QString &file, QString text)
{
    return file.contains("\r\n"_L1) ? text.replace(u'\n', "\r\n"_L1) : text;
}

} // namespace

void ConfigEditor::takeFile()
{
    const ConfigFile &file = m_session.config();
    showState();
    if (!file.isKnown())
        return showButtons();
    const QString theirs = withPlainEnds(file.text());
    askForSchema();
    if (m_revision.isEmpty()) {
        m_edit->beginWith(file.text());
        adopt();
    } else if (!m_isEdited || theirs == m_edit->wholeText()) {
        takeTheirs();
    } else if (file.revision() != m_revision) {
        offerTheirs();
    }
    showButtons();
    goToWish();
}

void ConfigEditor::askForSchema()
{
    if (!m_session.isRunning() || !m_schema.isEmpty())
        return;
    m_session.config().schema(this, [this](const QJsonArray &keys) {
        m_schema = YamlSchema(keys);
        m_hint->showPlace();
    });
}

/// Another gateway: the text of one file must not be saved, or brought back by undo, into that of another.
void ConfigEditor::forget()
{
    m_base.clear();
    m_revision.clear();
    m_wish.clear();
    m_disk->hide();
    m_edit->beginWith({});
    onTextChanged();
    showState();
}

void ConfigEditor::takeTheirs()
{
    m_edit->changeTo(m_session.config().text());
    adopt();
}

/// From now on what is edited is the file as it is; the text stays.
void ConfigEditor::adopt()
{
    m_base = withPlainEnds(m_session.config().text());
    m_revision = m_session.config().revision();
    m_disk->hide();
    onTextChanged();
}

void ConfigEditor::offerTheirs()
{
    const QString theirs = withPlainEnds(m_session.config().text());
    m_disk->offer(mergedText(m_base, m_edit->wholeText(), theirs).has_value());
}

void ConfigEditor::keepBoth()
{
    const std::optional<QString> both = mergedText(m_base, m_edit->wholeText(), withPlainEnds(m_session.config().text()));
    if (!both)
        return offerTheirs(); // written on since it was offered
    m_edit->changeTo(*both);
    adopt();
}

void ConfigEditor::showDifference()
{
    const QString mine = withEndsOf(m_session.config().text(), m_edit->wholeText());
    m_session.config().preview({{u"text"_s, mine}}, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return m_checking->say(Mood::Bad, answer.problem);
        const QString sentence = tr("From the file as it is now to your text: − stands only in the file, + only in your text.");
        (new DiffDialog(sentence, answer.json.object().value("diff"_L1).toObject(), this))->open();
    });
}

void ConfigEditor::onTextChanged()
{
    m_isEdited = m_edit->wholeText() != m_base;
    ++m_checks;
    if (m_isEdited) {
        m_wait.start();
    } else {
        m_wait.stop();
        showProblems(m_session.config().problems());
    }
    showButtons();
}

void ConfigEditor::check()
{
    if (!m_session.isRunning() || !m_session.config().isKnown())
        return;
    const QString mine = withEndsOf(m_session.config().text(), m_edit->wholeText());
    m_session.config().preview({{u"text"_s, mine}}, this, [this, number = m_checks](const Answer &answer) {
        if (number != m_checks || answer.kind == Answer::Kind::Cancelled)
            return;
        if (!answer.isOk())
            return m_checking->say(Mood::Bad, tr("Your text could not be checked. %1").arg(answer.problem));
        showProblems(answer.json.object().value("problems"_L1).toArray());
    });
}

void ConfigEditor::showProblems(const QJsonArray &problems)
{
    m_problems->setProblems(problems);
    m_edit->setSigns(codeSigns(problems));
    const bool isBroken = m_problems->errors() > 0 && !m_isEdited;
    m_checking->say(Mood::Bad, isBroken ? tr("The file has errors. The last good configuration stays in use.") : QString());
}

void ConfigEditor::save()
{
    if (!m_save->isEnabled())
        return;
    const QString mine = withEndsOf(m_session.config().text(), m_edit->wholeText());
    const QJsonObject change {{u"text"_s, mine}, {u"revision"_s, m_revision}};
    (new ChangeDialog(m_session, change, tr("Edit the configuration file"), this))->open();
}

} // namespace gatehouse::ui
