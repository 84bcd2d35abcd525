// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/providers_page.h"

#include "ui/models/text.h"
#include "ui/pages/models/key_choice.h"
#include "ui/pages/models/model_feed.h"
#include "ui/pages/providers/add_provider.h"
#include "ui/pages/providers/card_grid.h"
#include "ui/pages/providers/discover_dialog.h"
#include "ui/pages/providers/discovered.h"
#include "ui/pages/providers/local_servers.h"
#include "ui/pages/providers/provider_card.h"
#include "ui/pages/providers/provider_feed.h"
#include "ui/pages/providers/provider_keys.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int cardWidth = 46; // in characters

} // namespace

ProvidersPage::ProvidersPage(Session &session, Preferences &, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_feed(new ProviderFeed(session, this))
    , m_problem(new MessageLine)
    , m_scroll(new QScrollArea)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(12);
    column->addWidget(makeToolBar());
    column->addWidget(m_problem);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(QCoreApplication::translate("Pages", "Providers"));
    m_scroll->setWidget(makeContent());
    connect(m_feed, &ProviderFeed::changed, this, &ProvidersPage::showCards);
    connect(&session, &Session::stateChanged, this, &ProvidersPage::showState);
    connect(m_local, &LocalServers::addWished, this, &ProvidersPage::addLocal);
    showCards();
}

QWidget *ProvidersPage::makeToolBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_filter = new QLineEdit;
    m_filter->setClearButtonEnabled(true);
    m_filter->setPlaceholderText(tr("Filter by name or key"));
    m_filter->setAccessibleName(tr("Filter providers"));
    auto *add = m_add = new QPushButton(tr("Add provider"));
    add->setProperty("role", u"primary"_s);
    row->addWidget(m_filter, 1);
    row->addWidget(add);
    connect(m_filter, &QLineEdit::textChanged, this, &ProvidersPage::showCards);
    connect(add, &QPushButton::clicked, this, [this] { this->add(); });
    return bar;
}

QWidget *ProvidersPage::makeContent()
{
    auto *content = new QWidget;
    content->setProperty("role", u"page"_s);
    m_empty = makeLabel(Voice::Muted);
    m_empty->setWordWrap(true);
    m_usedTitle = makeLabel(Voice::Strong, tr("In use"));
    m_foundTitle = makeLabel(Voice::Strong, tr("A key is there, no model yet"));
    m_used = new CardGrid(cardWidth);
    m_found = new CardGrid(cardWidth);
    m_local = new LocalServers(m_session);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget *each : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_usedTitle), static_cast<QWidget *>(m_used),
             static_cast<QWidget *>(m_foundTitle), static_cast<QWidget *>(m_found), static_cast<QWidget *>(m_local)})
        column->addWidget(each);
    column->addStretch(1);
    return content;
}

ProviderCard *ProvidersPage::cardOf(const QJsonObject &record)
{
    ProviderCard *&card = m_cards[record.value("name"_L1).toString()];
    if (!card) {
        card = new ProviderCard;
        ProviderCard *made = card;
        connect(made, &ProviderCard::testWished, this, [this, made] { test(made); });
        connect(made, &ProviderCard::discoverWished, this, [this, made] { discover(made->record()); });
        connect(made, &ProviderCard::menuWished, this, [this, made](QMenu *menu) { fillMenu(*menu, made); });
    }
    card->setRecord(record);
    return card;
}

void ProvidersPage::showCards()
{
    QList<QWidget *> used, found;
    const QString words = m_filter->text().trimmed();
    for (const QJsonValue value : m_feed->cards()) {
        const QJsonObject record = value.toObject();
        ProviderCard *card = cardOf(record);
        const QString text = record.value("title"_L1).toString() + u' ' + record.value("name"_L1).toString() + u' '
            + record.value("key"_L1).toString();
        if (text.contains(words, Qt::CaseInsensitive))
            (record.value("is_used"_L1).toBool() ? used : found).append(card);
    }
    m_used->setCards(used);
    m_found->setCards(found);
    m_usedTitle->setVisible(!used.isEmpty());
    m_used->setVisible(!used.isEmpty());
    m_foundTitle->setVisible(!found.isEmpty());
    m_found->setVisible(!found.isEmpty());
    showState();
}

void ProvidersPage::showState()
{
    const bool isRunning = m_session.isRunning();
    m_problem->say(Mood::Bad, isRunning ? m_feed->problem() : QString());
    QString sentence;
    if (!isRunning && !m_feed->isKnown())
        sentence = tr("The gateway is stopped. Start it to see its providers.");
    else if (m_feed->isKnown() && m_feed->cards().isEmpty())
        sentence = tr("No provider yet. Add one, or start a model server on this machine.");
    else if (m_feed->isKnown() && !m_usedTitle->isVisibleTo(this) && !m_foundTitle->isVisibleTo(this))
        sentence = tr("Nothing matches the filter. Press Esc to clear it.");
    m_empty->setText(sentence);
    m_empty->setVisible(!sentence.isEmpty());
    m_local->setVisible(isRunning);
    m_add->setEnabled(isRunning);
}

void ProvidersPage::fillMenu(QMenu &menu, ProviderCard *card)
{
    const QJsonObject &record = card->record();
    const bool hasOwnKey = record.value("key_kind"_L1) == "keychain"_L1 && m_feed->hasKeychain();
    menu.addAction(
        hasOwnKey ? tr("Replace key…") : tr("Set key…"), this, [this, record] { replaceKey(m_session, record, *m_feed, this); });
    QAction *remove = menu.addAction(tr("Remove key…"), this, [this, record] { removeKey(m_session, record, *m_feed, this); });
    remove->setEnabled(hasOwnKey);
    menu.addSeparator();
    QAction *show = menu.addAction(tr("Show its traffic"), this,
        [this, record] { m_session.openPage(u"traffic"_s, u"provider:"_s + record.value("name"_L1).toString()); });
    show->setEnabled(record.value("is_used"_L1).toBool());
}

void ProvidersPage::test(ProviderCard *card)
{
    const QJsonObject record = card->record();
    if (!record.value("can_ask"_L1).toBool())
        return testDeployment(card);
    card->setBusy(tr("Asking for its models…"));
    m_session.client().post(u"/providers/discover"_s, record.value("question"_L1).toObject(), card, [card](const Answer &answer) {
        const QJsonObject told = answer.json.object();
        if (!answer.isOk() || told.value("status"_L1) != "success"_L1)
            return card->setDone(false, answer.isOk() ? told.value("message"_L1).toString() : answer.problem);
        const QString time = durationText(told.value("latency_ms"_L1).toDouble());
        card->setDone(
            true, tr("The key works: %n model(s), %1.", nullptr, int(told.value("models"_L1).toArray().size())).arg(time));
    });
}

/// Where the provider has no list, or the key is not told here: one real, short request.
void ProvidersPage::testDeployment(ProviderCard *card)
{
    const QString id = card->record().value("ids"_L1).toArray().at(0).toString();
    card->setBusy(tr("Sending one short request…"));
    const QUrlQuery query {{u"model_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(id))}};
    m_session.client().get(u"/health"_s, query, card, [card](const Answer &answer) {
        const QJsonObject told = answer.json.object();
        const QString error = told.value("unhealthy_endpoints"_L1)[0]["error"_L1].toString();
        if (told.value("healthy_count"_L1).toInt() > 0)
            return card->setDone(true, tr("It answered."));
        card->setDone(false, error.isEmpty() ? answer.problem : error);
    });
}

void ProvidersPage::discover(const QJsonObject &card)
{
    auto *dialog = new DiscoverDialog(m_session, card.value("title"_L1).toString(), usedModels(m_feed->models().rows()), this);
    const QJsonObject question = card.value("question"_L1).toObject();
    QJsonObject params;
    for (const QLatin1StringView name : {"api_key"_L1, "api_base"_L1}) {
        if (question.contains(name))
            params.insert(name, question.value(name));
    }
    if (question.contains("credential"_L1))
        params.insert("litellm_credential_name"_L1, question.value("credential"_L1));
    dialog->discover(question, params, card.value("can_ask"_L1).toBool());
    connect(dialog, &QDialog::accepted, m_feed, &ProviderFeed::ask);
    dialog->open();
}

void ProvidersPage::addLocal(const QJsonObject &server)
{
    if (server.value("needs_key"_L1).toBool())
        return add(server.value("provider"_L1).toString(), server.value("api_base"_L1).toString());
    auto *dialog = new DiscoverDialog(m_session, server.value("title"_L1).toString(), usedModels(m_feed->models().rows()), this);
    dialog->showLocal(server.value("models"_L1).toArray());
    connect(dialog, &QDialog::accepted, this, &ProvidersPage::refresh);
    dialog->open();
}

void ProvidersPage::add(const QString &provider, const QString &base)
{
    auto *dialog = new AddProviderDialog(m_session, m_feed->providers(), this);
    if (!provider.isEmpty())
        dialog->choose(provider, base);
    connect(dialog, &AddProviderDialog::ready, this, &ProvidersPage::openModels);
    dialog->open();
}

void ProvidersPage::openModels(const QJsonObject &provider, const QJsonObject &params)
{
    QJsonObject question {{u"provider"_s, provider.value("name"_L1)}};
    for (const QLatin1StringView name : {"api_key"_L1, "api_base"_L1}) {
        if (params.contains(name))
            question.insert(name, params.value(name));
    }
    if (params.contains("litellm_credential_name"_L1))
        question.insert("credential"_L1, params.value("litellm_credential_name"_L1));
    auto *dialog =
        new DiscoverDialog(m_session, provider.value("title"_L1).toString(), usedModels(m_feed->models().rows()), this);
    const bool hasKey =
        question.contains("api_key"_L1) || question.contains("credential"_L1) || !provider.value("needs_key"_L1).toBool();
    dialog->discover(question, params, hasKey && provider.value("lists_models"_L1).toBool());
    connect(dialog, &QDialog::finished, m_feed, &ProviderFeed::ask);
    dialog->open();
}

void ProvidersPage::reveal(const QString &argument)
{
    if (argument == "add"_L1)
        return add();
    if (!argument.startsWith("provider:"_L1))
        return;
    m_filter->clear();
    if (ProviderCard *card = m_cards.value(argument.mid(9)))
        m_scroll->ensureWidgetVisible(card);
}

void ProvidersPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ProvidersPage::refresh()
{
    m_feed->ask();
    m_local->look();
}

bool ProvidersPage::leave()
{
    if (m_filter->text().isEmpty())
        return false;
    m_filter->clear();
    return true;
}

} // namespace gatehouse::ui
