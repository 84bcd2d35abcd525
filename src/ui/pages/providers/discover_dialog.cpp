// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/discover_dialog.h"

#include "ui/models/text.h"
#include "ui/pages/models/add_model.h"
#include "ui/pages/models/model_columns.h"
#include "ui/pages/models/model_list.h"
#include "ui/pages/providers/discovered.h"
#include "ui/session.h"
#include "ui/widgets/label.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int entryRole = Qt::UserRole + 1;

QString contextText(const QJsonValue &model)
{
    const QJsonValue context = model["max_input_tokens"_L1].isDouble() ? model["max_input_tokens"_L1] : model["context"_L1];
    return context.isDouble() ? countText(context.toInteger()) : dash();
}

QStandardItem *plain(const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    return item;
}

} // namespace

DiscoverDialog::DiscoverDialog(Session &session, const QString &title, const QStringList &used, QWidget *parent)
    //: %1 is a provider
    : FormDialog(tr("Add models of %1").arg(title), tr("Add"), parent)
    , m_session(session)
    , m_title(title)
    , m_used(used)
    , m_filter(new QLineEdit)
    , m_view(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_count(makeLabel(Voice::Muted))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter models"));
    addWide(m_filter);
    addWide(m_view, 1);
    addWide(m_count);
    setUpView();
    resize(fontMetrics().averageCharWidth() * 116, fontMetrics().height() * 36);
    m_filter->setFocus();
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &QStandardItemModel::itemChanged, this, &DiscoverDialog::showCount);
    connect(this, &FormDialog::submitted, this, &DiscoverDialog::submit);
    actionButton()->setEnabled(false);
}

void DiscoverDialog::setUpView()
{
    m_model->setHorizontalHeaderLabels({tr("Model"), tr("Kind"), tr("Context"), tr("Price in / out"), {}});
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_proxy);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setAccessibleName(tr("Models"));
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    int column = 0;
    for (const int width : {46, 14, 12, 18})
        m_view->setColumnWidth(column++, width * character);
}

void DiscoverDialog::discover(const QJsonObject &question, const QJsonObject &params, bool mayAsk)
{
    setBusy(tr("Asking %1 for its models…").arg(m_title));
    askForModels(m_session, question, mayAsk, this, [this, params](const ModelList &list) { take(list, params); });
}

void DiscoverDialog::take(const ModelList &list, const QJsonObject &params)
{
    const QString catalogue = list.isProviders || list.models.isEmpty() ? QString() : tr("This is the built-in catalogue.");
    if (!list.problem.isEmpty())
        setProblem(catalogue.isEmpty() ? list.problem : list.problem + u' ' + catalogue);
    else
        setSuccess(catalogue.isEmpty() ? QString() : tr("This is the built-in catalogue; the provider itself was not asked."));
    showModels(list.models, entriesFor(list.models, params));
}

void DiscoverDialog::showLocal(const QJsonArray &models)
{
    showModels(models, entriesOf(models));
}

void DiscoverDialog::showModels(const QJsonArray &models, const QJsonArray &entries)
{
    for (int at = 0; at < int(models.size()); ++at) {
        const QJsonValue model = models[at];
        const QJsonObject entry = entries[at].toObject();
        auto *name = plain(model["id"_L1].toString());
        name->setCheckable(true);
        name->setSizeHint(QSize(0, fontMetrics().height() + 12));
        name->setData(entry, entryRole);
        const bool isUsed = m_used.contains(modelMark(entry.value("litellm_params"_L1).toObject()));
        m_model->appendRow({name, plain(model["mode"_L1].toString()), plain(contextText(model), Qt::AlignRight),
            plain(pricesText(model["input_cost_per_million"_L1], model["output_cost_per_million"_L1]), Qt::AlignRight),
            plain(isUsed ? tr("Added already") : QString())});
    }
    if (m_view->model()->rowCount() > 0)
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
    showCount();
}

QJsonArray DiscoverDialog::ticked() const
{
    QJsonArray entries;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        if (item->checkState() == Qt::Checked)
            entries.append(item->data(entryRole).toJsonObject());
    }
    return entries;
}

void DiscoverDialog::showCount()
{
    const int count = int(ticked().size());
    if (m_model->rowCount() == 0)
        m_count->setText(tr("No models."));
    else
        m_count->setText(count == 0 ? tr("Tick the models that callers may ask for.") : tr("%n model(s) ticked", nullptr, count));
    actionButton()->setEnabled(count > 0);
}

void DiscoverDialog::submit()
{
    const QJsonArray entries = ticked();
    if (!entries.isEmpty())
        saveEntries(m_session, entries, tr("Add %n model(s) of %1", nullptr, int(entries.size())).arg(m_title), this);
}

} // namespace gatehouse::ui
