// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/client_view.h"

#include "ui/background.h"
#include "ui/models/text.h"
#include "ui/pages/connect/client_key.h"
#include "ui/pages/connect/client_texts.h"
#include "ui/pages/connect/file_change_dialog.h"
#include "ui/pages/models/provider_icon.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using State = ClientStatus::State;

const auto placeholder = u"YOUR_KEY"_s;
const auto noKey = u"unused"_s; ///< where the gateway asks for none, clients still want one

QString writtenKey(const ConnectClient &client)
{
    return u"connect/"_s + QString::fromLatin1(client.key);
}

QString answerIn(const QJsonDocument &json)
{
    // The doors say it at different places; the first text that is there is the answer.
    const QJsonObject told = json.object();
    for (const QJsonValue &said :
        {told["choices"_L1][0]["message"_L1]["content"_L1], told["content"_L1][0]["text"_L1],
            told["candidates"_L1][0]["content"_L1]["parts"_L1][0]["text"_L1], told["output"_L1][0]["content"_L1][0]["text"_L1]}) {
        if (said.isString())
            return said.toString().simplified().left(120);
    }
    return {};
}

} // namespace

ClientView::ClientView(Session &session, Preferences &preferences, const ConnectClient &client, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_client(client)
    , m_name(QString::fromUtf8(client.name))
    , m_picture(new QLabel)
    , m_state(new Pill)
    , m_story(makeLabel(Voice::Muted))
    , m_key(new ClientKey(session, QString::fromLatin1(client.key)))
    , m_model(new QComboBox)
    , m_texts(new ClientTexts(client, [this] { return words(keyToCopy()); }))
    , m_message(new MessageLine)
    , m_connect(new QPushButton)
    , m_disconnect(new QPushButton(tr("Disconnect…")))
    , m_test(new QPushButton(tr("Test")))
{
    setProperty("role", u"card"_s);
    setAccessibleName(m_name);
    auto *sentence = makeLabel(Voice::Body, client.sentence());
    sentence->setWordWrap(true);
    m_story->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 16);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(sentence);
    column->addWidget(m_story);
    column->addWidget(makeFields());
    column->addWidget(m_texts);
    column->addWidget(m_message);
    column->addWidget(makeButtons());
    connect(m_key, &ClientKey::changed, this, &ClientView::showTexts);
    connect(m_key, &ClientKey::changed, this, &ClientView::showState);
    connect(m_key, &ClientKey::told, m_message, &MessageLine::say);
    connect(m_model, &QComboBox::currentIndexChanged, this, &ClientView::showTexts);
    connect(&session, &Session::stateChanged, this, &ClientView::look);
    connect(&session, &Session::stateChanged, this, &ClientView::showTexts);
    showPicture();
    setModels({});
    showState();
}

QWidget *ClientView::makeHead()
{
    auto *head = new QWidget;
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(makeLabel(Voice::Heading, m_name));
    if (m_client.place) {
        auto *path = new ElidedLabel;
        setVoice(path, Voice::Small);
        path->setWholeText(shownPath(fileOf(m_client, {}, QDir::homePath()).path));
        names->addWidget(path);
    }
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_picture);
    row->addLayout(names, 1);
    row->addWidget(m_state, 0, Qt::AlignTop);
    m_state->setVisible(m_client.place != nullptr);
    return head;
}

QWidget *ClientView::makeFields()
{
    auto *fields = new QWidget;
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Key"), m_key);
    m_model->setAccessibleName(tr("Model"));
    if (m_client.modelUse != ModelUse::None)
        form->addRow(tr("Model"), m_model);
    return fields;
}

QWidget *ClientView::makeButtons()
{
    m_connect->setProperty("role", u"primary"_s);
    m_test->setToolTip(tr("Sends one short request with this key. With a real provider this costs a few tokens."));
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_connect);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(m_disconnect);
    connect(m_connect, &QPushButton::clicked, this, &ClientView::connectIt);
    connect(m_disconnect, &QPushButton::clicked, this, &ClientView::disconnectIt);
    connect(m_test, &QPushButton::clicked, this, &ClientView::tryIt);
    return buttons;
}

ClientWords ClientView::words(const QString &key) const
{
    return {m_session.address(), key, m_model->currentData().toString(), m_models};
}

/// The key as it is copied, or what stands for it.
QString ClientView::keyToCopy() const
{
    const bool needsKey = !m_session.control().adminKey().isEmpty();
    return !m_key->key().isEmpty() ? m_key->key() : needsKey ? placeholder : noKey;
}

/// The one in the fields, else that of the file. A key that another provider gave is not ours to send here.
QString ClientView::keyInUse() const
{
    const bool isOurs = m_status.state == State::Connected || m_status.isBackedUp;
    return !m_key->key().isEmpty() ? m_key->key() : isOurs ? QString::fromUtf8(m_status.key) : QString();
}

QString ClientView::model() const
{
    const QString chosen = m_model->currentData().toString();
    return chosen.isEmpty() ? m_session.exampleModel() : chosen;
}

void ClientView::setModels(const QStringList &models)
{
    m_models = models;
    const QString chosen = m_model->currentData().toString();
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    if (m_client.modelUse == ModelUse::MayChoose)
        m_model->addItem(tr("The client's own choice"), QString());
    for (const QString &each : models)
        m_model->addItem(each, each);
    if (m_model->count() == 0)
        m_model->addItem(tr("No model yet"), QString());
    m_model->setCurrentIndex(std::max(0, m_model->findData(chosen)));
    showTexts();
}

void ClientView::showTexts()
{
    m_texts->setKeySecret(!m_key->key().isEmpty());
}

void ClientView::look()
{
    if (!m_client.place)
        return;
    inBackground(
        this, [file = fileOf(m_client, words({}), QDir::homePath())] { return statusOf(file); },
        [this](const ClientStatus &status) { take(status); });
}

void ClientView::take(const ClientStatus &status)
{
    m_status = status;
    showState();
    Q_EMIT looked();
}

QString ClientView::stateWord() const
{
    return m_state->word();
}

void ClientView::showState()
{
    const bool isElsewhere = !m_status.address.isEmpty() && !m_status.address.startsWith(m_session.address());
    QString story;
    switch (m_status.state) {
    case State::NotConnected:
        m_state->setState(Mark::Ring, Mood::Idle, tr("Not connected"));
        //: %1 is an address
        story = isElsewhere ? tr("Its file names %1.").arg(m_status.address) : QString();
        break;
    case State::Connected: m_state->setState(Mark::Check, Mood::Good, tr("Connected")); break;
    case State::Drifted:
        //: a state: the settings of a client are not what they were when it was connected
        m_state->setState(Mark::Half, Mood::Warn, tr("Drifted"));
        //: %1 and %2 are addresses
        story = isElsewhere ? tr("Its file names %1, and not this gateway (%2).").arg(m_status.address, m_session.address())
                            : tr("Its file was changed since: a part of what connects it is missing.");
        break;
    case State::Unreadable:
        m_state->setState(Mark::Alert, Mood::Warn, tr("Only by hand"));
        story = m_status.problem;
        break;
    }
    m_story->setText(story);
    m_story->setVisible(!story.isEmpty());
    m_connect->setText(m_status.state == State::NotConnected ? tr("Connect…") : tr("Connect again…"));
    m_connect->setVisible(m_client.place && m_status.state != State::Unreadable);
    m_disconnect->setVisible(m_client.place && (m_status.isBackedUp || m_status.state == State::Connected));
    const bool needsKey = !m_session.control().adminKey().isEmpty();
    m_test->setEnabled(m_session.isRunning() && (!needsKey || !keyInUse().isEmpty()));
}

void ClientView::connectIt()
{
    m_message->clear();
    const bool needsKey = !m_session.control().adminKey().isEmpty();
    if (needsKey && m_key->key().isEmpty() && m_status.key.isEmpty()) {
        m_message->say(Mood::Warn, tr("Make a key for this client first, or paste one."));
        return m_key->focusField();
    }
    if (needsKey && keyInUse().isEmpty()) {
        m_message->say(Mood::Warn, tr("The key in its file is not one of this gateway. Make one, or paste one."));
        return m_key->focusField();
    }
    const QString key = needsKey ? m_key->key() : keyToCopy();
    inBackground(
        this, [file = fileOf(m_client, words(key), QDir::homePath())] { return connectingChange(file); },
        //: %1 is a program, such as Claude Code
        [this](const FileChange &change) { preview(change, tr("Connect %1").arg(m_name)); });
}

void ClientView::disconnectIt()
{
    m_message->clear();
    const QByteArray written = m_preferences.bytes(writtenKey(m_client));
    inBackground(
        this, [file = fileOf(m_client, words({}), QDir::homePath()), written] { return disconnectingChange(file, written); },
        //: %1 is a program, such as Claude Code
        [this](const FileChange &change) { preview(change, tr("Disconnect %1").arg(m_name)); });
}

void ClientView::preview(const FileChange &change, const QString &summary)
{
    const QStringList secrets {m_key->key(), QString::fromUtf8(change.secret)};
    auto *dialog = new FileChangeDialog(change, summary, secrets, this);
    connect(dialog, &FileChangeDialog::done, this, &ClientView::onDone);
    dialog->open();
}

void ClientView::onDone(const FileChange &change)
{
    m_preferences.setBytes(
        writtenKey(m_client), change.isConnecting ? fingerprintOf(change.after.value_or(QByteArray())) : QByteArray());
    if (change.isConnecting)
        m_message->say(Mood::Good, tr("Connected. Start %1 anew, and test it with one short request.").arg(m_name));
    else
        m_message->say(Mood::Good, tr("Disconnected: its settings are as they were before."));
    look();
}

void ClientView::tryIt()
{
    const ClientQuestion question = questionFor(m_client.tongue, model());
    m_test->setEnabled(false);
    m_message->say(Mood::Busy, tr("Asking %1…").arg(model()));
    m_caller.setTarget(m_session.control().baseUrl(), keyInUse().toUtf8());
    QElapsedTimer clock;
    clock.start();
    m_caller.post(question.path, QJsonDocument(question.body), this, [this, clock](const Answer &answer) {
        m_caller.setTarget({}, {});
        m_session.feed().refresh();
        showState();
        const QString time = durationText(double(clock.elapsed()));
        if (answer.isOk()) //: %1 is a duration, %2 the model's answer
            m_message->say(Mood::Good, tr("Answered in %1: %2").arg(time, answerIn(answer.json)));
        else if (answer.kind == Answer::Kind::Denied)
            m_message->say(Mood::Bad, tr("The gateway refused this key."));
        else
            m_message->say(Mood::Bad, answer.problem);
    });
}

void ClientView::showPicture()
{
    m_picture->setPixmap(providerPicture(m_name, fontMetrics().height() * 2, *this));
}

void ClientView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPicture();
}

} // namespace gatehouse::ui
