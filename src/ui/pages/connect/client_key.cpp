// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client_key.h"

#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/secret_line.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int mostAttempts = 20; ///< an alias is one key's alone

} // namespace

ClientKey::ClientKey(Session &session, const QString &alias, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_alias(alias)
    , m_line(makeSecretLine())
    , m_make(new QPushButton(tr("Make a key for this client")))
    , m_copy(new CopyButton(tr("Copy key"), [this] { return key(); }))
{
    m_line->setAccessibleName(tr("Key of this gateway"));
    m_make->setToolTip(tr("A virtual key with the client's name; its budget and limits can be set under Keys & budgets."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(m_copy);
    row->addWidget(m_make);
    connect(m_line, &QLineEdit::textChanged, this, &ClientKey::showState);
    connect(m_line, &QLineEdit::textChanged, this, &ClientKey::changed);
    connect(m_make, &QPushButton::clicked, this, [this] { make(1); });
    connect(&session, &Session::stateChanged, this, &ClientKey::showState);
    showState();
}

ClientKey::~ClientKey()
{
    const QSignalBlocker quiet(m_line); // whoever listens may be half gone
    forgetSecret(*m_line);
}

QString ClientKey::key() const
{
    return m_line->text().trimmed();
}

void ClientKey::focusField()
{
    m_line->setFocus();
}

void ClientKey::showState()
{
    const bool needsKey = !m_session.control().adminKey().isEmpty();
    m_line->setPlaceholderText(needsKey ? tr("Paste a key, or make one") : tr("This gateway asks for no key"));
    m_make->setVisible(needsKey);
    m_make->setEnabled(m_session.isRunning());
    m_copy->setVisible(!key().isEmpty());
}

void ClientKey::make(int attempt)
{
    const QString alias = attempt == 1 ? m_alias : m_alias + u'-' + QString::number(attempt);
    m_make->setEnabled(false);
    const QJsonDocument body(QJsonObject {{u"key_alias"_s, alias}});
    m_session.client().post(
        u"/key/generate"_s, body, this, [this, alias, attempt](const Answer &answer) { take(answer, alias, attempt); });
}

void ClientKey::take(const Answer &answer, const QString &alias, int attempt)
{
    showState();
    const QString key = answer.json.object().value("key"_L1).toString();
    if (answer.status == 400 && answer.problem.contains("already exists"_L1) && attempt < mostAttempts)
        return make(attempt + 1);
    if (!answer.isOk() || key.isEmpty())
        return Q_EMIT told(Mood::Bad, answer.problem);
    m_line->setText(key);
    m_line->setCursorPosition(0);
    Q_EMIT told(Mood::Good,
        tr("“%1” was made. It is kept here only until you go to another gateway or quit: the gateway has but a fingerprint of "
           "it.")
            .arg(alias));
}

} // namespace gatehouse::ui
