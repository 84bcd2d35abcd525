// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/model_dialog.h"

#include "ui/models/text.h"
#include "ui/pages/models/key_field.h"
#include "ui/pages/models/model_columns.h"
#include "ui/pages/models/model_entry.h"
#include "ui/pages/models/model_picker.h"
#include "ui/pages/models/parameter_fields.h"
#include "ui/pages/models/provider_picker.h"
#include "ui/pages/models/settings_form.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// "128,000 tokens of context, $2.50 / $10.00 for a million tokens in / out".
QString factsText(const QJsonObject &known)
{
    QStringList facts;
    if (const qint64 context = known.value("max_input_tokens"_L1).toInteger(); context > 0)
        facts.append(ModelDialog::tr("%1 tokens of context").arg(QLocale().toString(context)));
    const QJsonValue input = known.value("input_cost_per_million"_L1), output = known.value("output_cost_per_million"_L1);
    if (input.isDouble() || output.isDouble()) //: %1 is two prices, as in $2.50 / $10.00
        facts.append(ModelDialog::tr("%1 for a million tokens in / out").arg(pricesText(input, output)));
    return facts.join(u", "_s);
}

} // namespace

ModelDialog::ModelDialog(Session &session, const QString &title, const QString &action, QWidget *parent)
    : FormDialog(title, action, parent)
    , m_session(session)
    , m_provider(new ProviderPicker)
    , m_model(new ModelPicker(session))
    , m_key(new KeyField(session))
    , m_base(new QLineEdit)
    , m_name(new QLineEdit)
    , m_parameters(new ParameterFields)
    , m_settings(new SettingsForm)
    , m_source(new ElidedLabel)
    , m_facts(makeLabel(Voice::Small))
{
    setMinimumWidth(fontMetrics().averageCharWidth() * 96);
    addField(tr("Provider"), m_provider);
    addField(tr("Key"), m_key);
    addField(tr("Base address"), m_base);
    addField(tr("Model"), makeModelBox());
    m_model->setAccessibleName(tr("Model"));
    addField(tr("Public name"), m_name, tr("What callers ask for. Deployments with the same name share its requests."));
    addWide(m_parameters);
    addWide(makeSettings(), 1);
    m_parameters->hide();
    m_test = addSideButton(tr("Test call"));
    m_test->setToolTip(tr("Sends one short request to the provider. It costs what such a request costs."));
    connect(m_provider, &ProviderPicker::chosen, this, &ModelDialog::onProvider);
    connect(m_model, &ModelPicker::modelChanged, this, &ModelDialog::onModel);
    connect(m_model, &ModelPicker::listed, m_source, &ElidedLabel::setWholeText);
    connect(m_key, &KeyField::changed, this, &ModelDialog::askForModels);
    connect(m_base, &QLineEdit::editingFinished, this, &ModelDialog::askForModels);
    connect(m_test, &QPushButton::clicked, this, &ModelDialog::test);
    connect(this, &FormDialog::submitted, this, &ModelDialog::submit);
    m_provider->setFocus();
    ask();
}

QWidget *ModelDialog::makeModelBox()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_model);
    column->addWidget(m_facts);
    column->addWidget(m_source);
    setVoice(m_source, Voice::Small);
    m_facts->hide();
    box->setFocusProxy(m_model);
    return box;
}

QWidget *ModelDialog::makeSettings()
{
    auto *box = new QWidget;
    m_more = new QToolButton;
    m_more->setText(tr("Prices, limits and other settings"));
    m_more->setProperty("role", u"quiet"_s);
    m_more->setCheckable(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_settings);
    m_scroll->setMinimumHeight(fontMetrics().height() * 14);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_settings->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_scroll, 100);
    column->addStretch(1); // so that the button stays where it is while the rest is hidden
    connect(m_more, &QToolButton::toggled, this, &ModelDialog::showSettings);
    m_scroll->hide();
    return box;
}

void ModelDialog::showSettings(bool shown)
{
    m_more->setChecked(shown);
    m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_scroll->setVisible(shown);
    if (!shown)
        adjustSize();
}

void ModelDialog::ask()
{
    setBusy(tr("Asking the gateway for its providers…"));
    m_session.client().get(u"/providers"_s, this, [this](const Answer &answer) { takeProviders(answer); });
    m_session.config().schema(this, [this](const QJsonArray &keys) { m_settings->setSchema(keys); });
}

void ModelDialog::takeProviders(const Answer &answer)
{
    if (!answer.isOk())
        return setProblem(answer.problem);
    m_provider->setProviders(answer.json.object().value("providers"_L1).toArray());
    m_names = m_provider->names();
    setSuccess({});
    setEntry(m_given);
}

void ModelDialog::setEntry(const QJsonObject &entry)
{
    m_given = entry;
    const QJsonObject params = entry.value("litellm_params"_L1).toObject();
    const QString name = entry.value("model_name"_L1).toString();
    m_name->setText(name);
    m_base->setText(params.value("api_base"_L1).toString(params.value("base_url"_L1).toString()));
    m_settings->setParams(params);
    if (m_names.isEmpty() || params.isEmpty())
        return;
    const ProviderModel parts = splitModel(params, m_names);
    m_provider->choose(parts.provider);
    m_givenParameters = parameterNames(m_provider->provider());
    shareParameters();
    if (const KeyChoice key = keyChoice(params); key.kind != KeyChoice::Kind::None || !name.isEmpty())
        m_key->setChoice(key);
    m_model->setModel(parts.model);
    m_name->setText(name.isEmpty() ? usualName(parts.model) : name);
}

void ModelDialog::onProvider(const QJsonObject &provider)
{
    const QString base = provider.value("api_base"_L1).toString();
    m_base->setPlaceholderText(provider.value("needs_api_base"_L1).toBool() ? u"https://…"_s : base);
    m_key->setProvider(provider);
    m_parameters->setProvider(provider, m_given.value("litellm_params"_L1).toObject());
    shareParameters();
    askForModels();
}

/// Each parameter stands in one form only, and those of the provider that the entry came with in none once it is another.
void ModelDialog::shareParameters()
{
    m_settings->setElsewhere(parameterNames(m_provider->provider()) + m_givenParameters);
}

void ModelDialog::onModel()
{
    const QString facts = factsText(m_model->known());
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    const QString usual = usualName(m_model->model());
    if (m_name->text() == m_lastUsualName)
        m_name->setText(usual);
    m_lastUsualName = usual;
}

/// What discover is asked: the provider, and the key in whatever way it is chosen.
QJsonObject ModelDialog::question() const
{
    QJsonObject asked {{u"provider"_s, m_provider->provider().value("name"_L1)}};
    const KeyChoice choice = m_key->choice();
    const QJsonObject params = keyParams(choice);
    if (choice.kind == KeyChoice::Kind::New && !m_key->secret().isEmpty())
        asked.insert("api_key"_L1, QString::fromUtf8(m_key->secret()));
    else if (params.contains("api_key"_L1))
        asked.insert("api_key"_L1, params.value("api_key"_L1));
    else if (choice.kind == KeyChoice::Kind::Credential)
        asked.insert("credential"_L1, choice.name);
    if (const QString base = m_base->text().trimmed(); !base.isEmpty())
        asked.insert("api_base"_L1, base);
    return asked;
}

void ModelDialog::askForModels()
{
    const QJsonObject provider = m_provider->provider();
    if (provider.isEmpty())
        return;
    const QJsonObject asked = question();
    const bool hasKey =
        asked.contains("api_key"_L1) || asked.contains("credential"_L1) || !provider.value("needs_key"_L1).toBool();
    const bool hasBase = asked.contains("api_base"_L1) || !provider.value("needs_api_base"_L1).toBool();
    m_model->ask(asked, provider.value("lists_models"_L1).toBool() && hasKey && hasBase);
}

QJsonObject ModelDialog::entry() const
{
    QJsonObject params = m_settings->apply(m_given.value("litellm_params"_L1).toObject());
    const QStringList parameters = parameterNames(m_provider->provider());
    for (const QString &name : m_givenParameters) {
        if (!parameters.contains(name)) // the provider is another now
            params.remove(name);
    }
    params = m_parameters->apply(params);
    params = withModel(params, {m_provider->provider().value("name"_L1).toString(), m_model->model()}, m_names);
    const QString base = m_base->text().trimmed();
    const QString spelling = params.contains("base_url"_L1) && !params.contains("api_base"_L1) ? u"base_url"_s : u"api_base"_s;
    if (base.isEmpty())
        params.remove(spelling);
    else
        params.insert(spelling, base);
    if (m_key->choice().kind != KeyChoice::Kind::Unchanged) {
        params.remove("api_key"_L1);
        params.remove("litellm_credential_name"_L1);
        const QJsonObject key = keyParams(m_key->choice());
        for (auto member = key.begin(); member != key.end(); ++member)
            params.insert(member.key(), member.value());
    }
    QJsonObject made {{u"model_name"_s, m_name->text().trimmed()}, {u"litellm_params"_s, params}};
    if (const QJsonObject info = m_given.value("model_info"_L1).toObject(); !info.isEmpty())
        made.insert("model_info"_L1, info);
    return made;
}

QString ModelDialog::problem() const
{
    if (m_provider->provider().isEmpty())
        return tr("Choose a provider.");
    if (m_model->model().isEmpty())
        return tr("Choose a model, or type its name.");
    if (m_base->text().trimmed().isEmpty() && m_provider->provider().value("needs_api_base"_L1).toBool())
        return tr("This provider needs its base address.");
    if (m_name->text().trimmed().isEmpty())
        return tr("Give it a public name.");
    for (const QString &sentence : {m_key->problem(), m_parameters->problem(), m_settings->problem()}) {
        if (!sentence.isEmpty())
            return sentence;
    }
    return {};
}

QJsonObject ModelDialog::testedParams() const
{
    QJsonObject params = entry().value("litellm_params"_L1).toObject();
    if (const QByteArray secret = m_key->secret(); !secret.isEmpty())
        params.insert("api_key"_L1, QString::fromUtf8(secret));
    return params;
}

void ModelDialog::test()
{
    if (const QString sentence = problem(); !sentence.isEmpty())
        return setProblem(sentence);
    const QJsonObject params = testedParams();
    if (params.value("api_key"_L1) == maskedText())
        return setProblem(tr("The key is written in the file and is not told. Choose where it comes from to test it here."));
    setBusy(tr("Waiting for the provider's answer…"));
    m_test->setEnabled(false);
    QJsonObject body {{u"litellm_params"_s, params}};
    if (const QString mode = m_model->known().value("mode"_L1).toString(); !mode.isEmpty())
        body.insert("mode"_L1, mode);
    m_session.client().post(u"/health/test_connection"_s, body, this, [this](const Answer &answer) { showTest(answer); });
}

void ModelDialog::showTest(const Answer &answer)
{
    m_test->setEnabled(true);
    const QJsonObject told = answer.json.object();
    if (!answer.isOk())
        return setProblem(answer.problem);
    if (told.value("status"_L1) != "success"_L1)
        return setProblem(told.value("result"_L1)["error"_L1].toString());
    const QString time = durationText(told.value("latency_ms"_L1).toDouble());
    const QJsonValue cost = told.value("cost"_L1);
    setSuccess(cost.isDouble() ? tr("It answered in %1 and cost %2.").arg(time, moneyText(cost.toDouble()))
                               : tr("It answered in %1. What it cost is not known.").arg(time));
}

void ModelDialog::submit()
{
    if (const QString sentence = problem(); !sentence.isEmpty())
        return setProblem(sentence);
    if (m_key->choice().kind != KeyChoice::Kind::New)
        return Q_EMIT ready(entry());
    setBusy(tr("Keeping the key…"));
    keepKey(m_session, m_key->newKey(), this, [this](const QJsonObject &params, const QString &wrong) {
        if (!wrong.isEmpty())
            return setProblem(wrong);
        m_key->forgetSecret(keyChoice(params));
        setSuccess({});
        Q_EMIT ready(entry());
    });
}

} // namespace gatehouse::ui
