// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/key_field.h"

#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/secret_line.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPointer>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Kind = KeyChoice::Kind;

/// The variables of the provider's key that the gateway's environment has.
QString foundVariable(const QJsonObject &provider)
{
    for (const QJsonValue parameter : provider.value("parameters"_L1).toArray()) {
        if (parameter["name"_L1] == "api_key"_L1)
            return parameter["found"_L1].toString();
    }
    return {};
}

} // namespace

KeyField::KeyField(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_places(new QComboBox)
    , m_new(new QWidget)
    , m_secret(makeSecretLine())
    , m_name(new QLineEdit)
    , m_variable(new QLineEdit)
    , m_hint(makeLabel(Voice::Small))
    , m_hasKeychain(mayUseKeychain(session))
{
    setFocusProxy(m_places);
    m_places->setAccessibleName(tr("Where the key comes from"));
    m_secret->setAccessibleName(tr("New key"));
    m_secret->setPlaceholderText(tr("Paste the key"));
    m_name->setAccessibleName(tr("Name of the new key"));
    m_name->setPlaceholderText(tr("Name"));
    m_variable->setAccessibleName(tr("Name of the variable"));
    m_variable->setPlaceholderText(u"OPENAI_API_KEY"_s);
    auto *row = new QHBoxLayout(m_new);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_secret, 3);
    row->addWidget(m_name, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QWidget *each :
        {static_cast<QWidget *>(m_places), m_new, static_cast<QWidget *>(m_variable), static_cast<QWidget *>(m_hint)})
        column->addWidget(each);
    connect(m_places, &QComboBox::activated, this, [this] { m_isTouched = true; });
    connect(m_places, &QComboBox::currentIndexChanged, this, &KeyField::showDetail);
    connect(m_secret, &QLineEdit::editingFinished, this, &KeyField::changed);
    connect(m_variable, &QLineEdit::editingFinished, this, &KeyField::changed);
    fill();
    ask();
}

void KeyField::ask()
{
    if (m_hasKeychain) {
        const QPointer<KeyField> alive(this);
        m_session.keys()->names([alive](const QStringList &names, const KeyStore::Outcome &outcome) {
            if (!alive)
                return;
            alive->m_hasKeychain = outcome.isOk() || outcome.isLocked;
            alive->m_keychain = names;
            alive->fill();
        });
    }
    m_session.client().get(u"/credentials"_s, this, [this](const Answer &answer) {
        m_credentials.clear();
        for (const QJsonValue credential : answer.json.object().value("credentials"_L1).toArray())
            m_credentials.append(credential["credential_name"_L1].toString());
        fill();
    });
}

void KeyField::setProvider(const QJsonObject &provider)
{
    m_provider = provider;
    m_name->setText(keyName(provider.value("name"_L1).toString()));
    fill();
}

void KeyField::setChoice(const KeyChoice &choice)
{
    m_given = choice;
    m_isTouched = true;
    fill();
    m_places->setCurrentIndex(find(choice));
}

/// Offers what there is. What was chosen stays chosen; before somebody has chosen, the likeliest is.
void KeyField::fill()
{
    const KeyChoice before = choice();
    const QSignalBlocker blocker(m_places);
    m_places->clear();
    m_choices.clear();
    if (m_given.kind != Kind::None)
        addChoice(m_given);
    if (const QString variable = foundVariable(m_provider); !variable.isEmpty())
        addChoice({Kind::Variable, variable});
    const QString own = keyName(m_provider.value("name"_L1).toString());
    if (m_keychain.contains(own))
        addChoice({Kind::Keychain, own});
    const int likely = m_choices.isEmpty() ? -1 : 0;
    for (const QString &name : m_keychain)
        addChoice({Kind::Keychain, name});
    for (const QString &name : m_credentials)
        addChoice({Kind::Credential, name});
    addChoice({Kind::New, {}});
    addChoice({Kind::Variable, {}});
    addChoice({Kind::None, {}});
    const bool needsKey = m_provider.value("needs_key"_L1).toBool(true);
    const int usual = likely >= 0 ? likely : find({needsKey ? Kind::New : Kind::None, {}});
    const int kept = m_isTouched ? find(before) : -1;
    m_places->setCurrentIndex(kept >= 0 ? kept : usual);
    showDetail();
}

int KeyField::find(const KeyChoice &choice) const
{
    int open = -1;
    for (int at = 0; at < int(m_choices.size()); ++at) {
        if (m_choices[at].kind != choice.kind)
            continue;
        if (m_choices[at].name == choice.name || choice.kind == Kind::New)
            return at;
        if (m_choices[at].name.isEmpty())
            open = at; // "another variable": its name is in a field of its own
    }
    return open;
}

void KeyField::addChoice(const KeyChoice &choice)
{
    const bool isThere = std::any_of(m_choices.begin(), m_choices.end(),
        [&choice](const KeyChoice &each) { return each.kind == choice.kind && each.name == choice.name; });
    if (isThere)
        return;
    QString text;
    switch (choice.kind) {
    case Kind::Keychain: text = tr("Keychain: %1").arg(choice.name); break;
    case Kind::Credential: text = tr("Credential of the gateway: %1").arg(choice.name); break;
    case Kind::New: text = tr("New key…"); break;
    case Kind::Unchanged: text = tr("As it is now"); break;
    case Kind::None: text = tr("No key"); break;
    case Kind::Variable:
        text = choice.name.isEmpty() ? tr("Another environment variable…") : tr("Environment variable %1").arg(choice.name);
        break;
    }
    m_choices.append(choice);
    m_places->addItem(text);
}

KeyChoice KeyField::choice() const
{
    const int at = m_places->currentIndex();
    if (at < 0 || at >= m_choices.size())
        return {};
    KeyChoice chosen = m_choices[at];
    if (chosen.kind == Kind::New)
        chosen.name = keyName(m_name->text());
    else if (chosen.kind == Kind::Variable && chosen.name.isEmpty())
        chosen.name = m_variable->text().trimmed();
    return chosen;
}

void KeyField::showDetail()
{
    const int at = m_places->currentIndex();
    const KeyChoice chosen = at >= 0 && at < m_choices.size() ? m_choices[at] : KeyChoice {};
    m_new->setVisible(chosen.kind == Kind::New);
    m_variable->setVisible(chosen.kind == Kind::Variable && chosen.name.isEmpty());
    m_hint->setVisible(chosen.kind == Kind::New);
    m_hint->setText(
        m_hasKeychain ? tr("Goes into the keychain of this computer.") : tr("Goes into the gateway's database, sealed."));
    Q_EMIT changed();
}

QByteArray KeyField::secret() const
{
    return choice().kind == Kind::New ? m_secret->text().trimmed().toUtf8() : QByteArray();
}

void KeyField::forgetSecret(const KeyChoice &kept)
{
    gatehouse::ui::forgetSecret(*m_secret);
    setChoice(kept);
}

QString KeyField::problem() const
{
    const KeyChoice chosen = choice();
    if (chosen.kind == Kind::New && secret().isEmpty())
        return tr("Paste the provider's key, or choose where it comes from.");
    const bool isNamed = chosen.kind == Kind::New || chosen.kind == Kind::Variable;
    return isNamed && chosen.name.isEmpty() ? tr("Give the key a name.") : QString();
}

} // namespace gatehouse::ui
