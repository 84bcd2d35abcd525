// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/first_run/first_run.h"

#include "ui/config/change_dialog.h"
#include "ui/first_run/offer_list.h"
#include "ui/models/text.h"
#include "ui/pages/overview/hint_card.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qint64 largestFile = 1 << 20;

QPushButton *quietButton(const QString &caption)
{
    auto *button = new QPushButton(caption);
    button->setAutoDefault(false);
    return button;
}

} // namespace

FirstRun::FirstRun(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_steps(new QStackedWidget)
{
    setWindowTitle(tr("Welcome to Gatehouse"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_steps->addWidget(makeChoices());
    m_steps->addWidget(makeReady());
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 20, 24, 20);
    whole->addWidget(m_steps);
    resize(fontMetrics().averageCharWidth() * 104, fontMetrics().height() * 28);
    connect(&session.traffic(), &QAbstractItemModel::rowsInserted, this, &FirstRun::watchFirst);
    connect(&session.traffic(), &QAbstractItemModel::dataChanged, this, &FirstRun::watchFirst);
    look();
}

QWidget *FirstRun::makeChoices()
{
    auto *text = makeLabel(Voice::Muted,
        //: %1 is the base URL
        tr("Gatehouse runs at %1. Choose which models it offers; nothing is added unless you tick it.").arg(m_session.address()));
    text->setWordWrap(true);
    m_offers = new OfferList;
    m_nothing = makeLabel(Voice::Muted, tr("Looking for keys in the environment and for servers on this computer…"));
    m_nothing->setWordWrap(true);
    m_message = new MessageLine;
    auto *step = new QWidget;
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeLabel(Voice::Title, tr("Welcome")));
    column->addWidget(text);
    column->addWidget(m_nothing);
    column->addWidget(m_offers, 1);
    column->addWidget(m_message);
    column->addWidget(makeWays());
    m_offers->hide();
    return step;
}

QWidget *FirstRun::makeWays()
{
    auto *ways = new QWidget;
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QPushButton *file = quietButton(tr("Import a file…"));
    file->setToolTip(tr("A configuration of LiteLLM or Gatehouse (YAML), or a .env file with keys"));
    QPushButton *provider = quietButton(tr("Add a provider…"));
    QPushButton *without = quietButton(tr("Try without a key"));
    without->setToolTip(tr("The built-in model “demo” answers by itself."));
    m_add = new QPushButton(tr("Add"));
    m_add->setProperty("role", u"primary"_s);
    m_add->setDefault(true);
    m_add->setEnabled(false);
    for (QPushButton *button : {file, provider})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(without);
    row->addWidget(m_add);
    connect(file, &QPushButton::clicked, this, &FirstRun::import);
    connect(provider, &QPushButton::clicked, this, &FirstRun::providerWished);
    connect(without, &QPushButton::clicked, this, &FirstRun::becomeReady);
    connect(m_add, &QPushButton::clicked, this, &FirstRun::addTicked);
    connect(m_offers, &OfferList::tickedChanged, m_add, [this](int count) {
        m_add->setEnabled(count > 0);
        m_add->setText(count > 0 ? tr("Add %n", nullptr, count) : tr("Add"));
    });
    return ways;
}

QWidget *FirstRun::makeReady()
{
    auto *text = makeLabel(Voice::Muted, tr("Paste these lines into a program of yours, or send a test request from here."));
    text->setWordWrap(true);
    m_first = new MessageLine;
    auto *done = new QPushButton(tr("Done"));
    done->setProperty("role", u"primary"_s);
    QPushButton *back = quietButton(tr("Back"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(done);
    auto *step = new QWidget;
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeLabel(Voice::Title, tr("Ready")));
    column->addWidget(text);
    column->addWidget(new HintCard(m_session));
    column->addWidget(m_first);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentIndex(0); });
    return step;
}

void FirstRun::look()
{
    const auto ask = [this](const QString &path, QList<Offer> (*offers)(const QJsonObject &)) {
        ++m_looking;
        m_session.client().get(path, this, [this, offers](const Answer &answer) {
            --m_looking;
            if (answer.isOk())
                m_offers->add(offers(answer.json.object()));
            showFound();
        });
    };
    ask(u"/environment/found"_s, &offersOfEnvironment);
    ask(u"/providers/local"_s, &offersOfThisComputer);
    m_session.config().load();
}

void FirstRun::showFound()
{
    const bool hasFound = m_offers->count() > 0;
    m_offers->setVisible(hasFound);
    m_nothing->setVisible(!hasFound);
    if (m_looking == 0)
        m_nothing->setText(
            tr("No key was found in the environment, and no Ollama, LM Studio or vLLM on this computer. Import a file, add "
               "a provider, or try the built-in model first."));
}

void FirstRun::import()
{
    auto *dialog = new QFileDialog(this, tr("Import a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Configurations and keys (*.yaml *.yml .env *.env)"), tr("All files (*)")});
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, this, &FirstRun::read);
    dialog->open();
}

void FirstRun::read(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return m_message->say(Mood::Bad, tr("%1 cannot be read: %2").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return m_message->say(Mood::Bad, tr("%1 is too large for a configuration.").arg(name));
    const QByteArray text = file.readAll();
    if (name.endsWith(".yaml"_L1) || name.endsWith(".yml"_L1))
        return importText(QString::fromUtf8(text));
    m_session.client().get(u"/providers"_s, this, [this, entries = readEnvFile(text)](const Answer &answer) {
        const QList<Offer> offers = offersOfFile(entries, answer.json.object());
        m_offers->add(offers);
        showFound();
        if (offers.isEmpty())
            m_message->say(Mood::Warn, answer.isOk() ? tr("No provider's key is in that file.") : answer.problem);
        else
            m_message->clear();
    });
}

void FirstRun::importText(const QString &text)
{
    auto *dialog = new ChangeDialog(m_session, {{u"text"_s, text}}, tr("Import a configuration"), this);
    connect(dialog, &ChangeDialog::saved, this, [this] {
        m_session.askForModels();
        becomeReady();
    });
    dialog->open();
}

/// The keychain may ask for its password first: by the time it answers, this dialog may be gone.
void FirstRun::addTicked()
{
    m_message->clear();
    const QList<Offer> offers = m_offers->ticked();
    if (std::none_of(offers.begin(), offers.end(), [](const Offer &each) { return !each.key.isEmpty(); }))
        return save(offers);
    if (!m_session.keys() || m_session.control().isRemote())
        return giveUp(tr("There is no keychain here to put the keys of the file into."));
    m_add->setEnabled(false);
    const QPointer<FirstRun> alive(this);
    m_session.keys()->names([alive, offers](const QStringList &names, const KeyStore::Outcome &outcome) {
        if (!alive)
            return;
        if (!outcome.isOk())
            return alive->giveUp(outcome.problem);
        alive->keepKeys(withFreeNames(offers, names, alive->m_kept), 0);
    });
}

void FirstRun::giveUp(const QString &problem)
{
    m_message->say(Mood::Bad, problem);
    m_add->setEnabled(!m_offers->ticked().isEmpty());
}

/// Keys of a file go into the keychain first, one after another; only then the configuration names them.
void FirstRun::keepKeys(const QList<Offer> &offers, qsizetype from)
{
    while (from < offers.size() && offers[from].key.isEmpty())
        ++from;
    m_add->setEnabled(from == offers.size());
    if (from == offers.size()) {
        m_message->clear();
        return save(offers);
    }
    const Offer &offer = offers[from];
    m_message->say(Mood::Busy, tr("Putting the key of %1 into the keychain…").arg(offer.title));
    const QPointer<FirstRun> alive(this);
    m_session.keys()->write(offer.keyName, offer.key, [alive, offers, from](const KeyStore::Outcome &outcome) {
        if (!alive)
            return;
        if (!outcome.isOk())
            return alive->giveUp(outcome.problem);
        alive->m_kept.insert(offers[from].id, offers[from].keyName);
        alive->keepKeys(offers, from + 1);
    });
}

void FirstRun::save(const QList<Offer> &offers)
{
    changeConfig(m_session, editsFor(offers), tr("Add %n provider(s)", nullptr, int(offers.size())), this, [this, offers] {
        m_offers->settle(offers);
        chooseExample(offers);
        becomeReady();
    });
}

/// What the lines to paste ask for: of a provider's models the cheapest that chats.
void FirstRun::chooseExample(const QList<Offer> &offers)
{
    const Offer &first = offers.front();
    if (first.provider.isEmpty())
        return m_session.setExampleModel(first.models.first()["model_name"_L1].toString());
    QUrlQuery query;
    query.addQueryItem(u"provider"_s, first.provider);
    query.addQueryItem(u"mode"_s, u"chat"_s);
    query.addQueryItem(u"limit"_s, u"5000"_s);
    m_session.client().get(u"/catalogue"_s, query, this, [this](const Answer &answer) {
        QString name;
        double price = 0;
        for (const QJsonValue model : answer.json.object().value("models"_L1).toArray()) {
            const double costs = model["output_cost_per_million"_L1].toDouble();
            if (costs <= 0 || !model["deprecation_date"_L1].isNull() || (!name.isEmpty() && costs >= price))
                continue;
            name = model["model"_L1].toString();
            price = costs;
        }
        if (!name.isEmpty())
            m_session.setExampleModel(name);
    });
}

void FirstRun::becomeReady()
{
    m_before = m_session.traffic().rowCount();
    m_first->say(Mood::Busy, tr("Waiting for the first request…"));
    m_steps->setCurrentIndex(1);
}

void FirstRun::watchFirst()
{
    if (m_steps->currentIndex() != 1 || m_session.traffic().rowCount() <= m_before)
        return;
    const TrafficRow &row = m_session.traffic().at(0);
    if (row.state == TrafficRow::State::Completed) //: %1 is a model, %2 a duration
        m_first->say(Mood::Good, tr("%1 answered in %2. It works.").arg(row.model, durationText(row.durationMs)));
    else if (!row.isRunning())
        m_first->say(Mood::Bad, row.error);
}

} // namespace gatehouse::ui
