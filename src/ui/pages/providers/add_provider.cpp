// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/add_provider.h"

#include "ui/pages/models/key_field.h"
#include "ui/pages/models/provider_picker.h"
#include "ui/session.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

AddProviderDialog::AddProviderDialog(Session &session, const QJsonArray &providers, QWidget *parent)
    : FormDialog(tr("Add a provider"), tr("Show its models"), parent)
    , m_session(session)
    , m_provider(new ProviderPicker)
    , m_key(new KeyField(session))
    , m_base(new QLineEdit)
{
    QJsonArray own;
    for (const QJsonValue provider : providers) {
        if (!provider["variant_of"_L1].isString())
            own.append(provider);
    }
    m_provider->setProviders(own);
    addField(tr("Provider"), m_provider);
    addField(tr("Key"), m_key);
    addField(tr("Base address"), m_base);
    m_provider->setFocus();
    connect(m_provider, &ProviderPicker::chosen, this, &AddProviderDialog::onProvider);
    connect(this, &FormDialog::submitted, this, &AddProviderDialog::submit);
}

void AddProviderDialog::choose(const QString &provider, const QString &base)
{
    m_provider->choose(provider);
    m_base->setText(base);
}

void AddProviderDialog::onProvider(const QJsonObject &provider)
{
    const bool needsBase = provider.value("needs_api_base"_L1).toBool();
    m_base->setPlaceholderText(needsBase ? u"https://…"_s : provider.value("api_base"_L1).toString());
    m_key->setProvider(provider);
}

void AddProviderDialog::submit()
{
    const QJsonObject provider = m_provider->provider();
    if (provider.isEmpty())
        return setProblem(tr("Choose a provider."));
    if (provider.value("needs_api_base"_L1).toBool() && m_base->text().trimmed().isEmpty())
        return setProblem(tr("This provider needs its base address."));
    if (const QString sentence = m_key->problem(); !sentence.isEmpty())
        return setProblem(sentence);
    if (m_key->choice().kind != KeyChoice::Kind::New)
        return finish(keyParams(m_key->choice()));
    setBusy(tr("Keeping the key…"));
    keepKey(m_session, m_key->newKey(), this, [this](const QJsonObject &params, const QString &problem) {
        if (!problem.isEmpty())
            return setProblem(problem);
        m_key->forgetSecret(keyChoice(params));
        finish(params);
    });
}

void AddProviderDialog::finish(const QJsonObject &key)
{
    QJsonObject params = key;
    if (const QString base = m_base->text().trimmed(); !base.isEmpty())
        params.insert("api_base"_L1, base);
    const QJsonObject provider = m_provider->provider();
    accept();
    Q_EMIT ready(provider, params);
}

} // namespace gatehouse::ui
