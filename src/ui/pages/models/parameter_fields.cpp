// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/parameter_fields.h"

#include "ui/pages/models/model_entry.h"

#include <QFormLayout>
#include <QJsonArray>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// A secret of these is named and not written: a file is read by more than one program.
bool isReference(const QString &text)
{
    return text.startsWith("os.environ/"_L1) || text.startsWith("keychain/"_L1) || text.startsWith("file/"_L1)
        || text == maskedText();
}

QString textOf(const QJsonValue &value)
{
    return value.toVariant().toString();
}

bool isParameter(const QString &name)
{
    return !name.isEmpty() && name != "api_key"_L1 && name != "api_base"_L1; // those have fields of their own
}

} // namespace

QStringList parameterNames(const QJsonObject &provider)
{
    QStringList names;
    for (const QJsonValue parameter : provider.value("parameters"_L1).toArray()) {
        if (const QString name = parameter["name"_L1].toString(); isParameter(name))
            names.append(name);
    }
    return names;
}

QString ParameterFields::Field::name() const
{
    return parameter.value("name"_L1).toString();
}

QString ParameterFields::Field::text() const
{
    return line->text().trimmed();
}

bool ParameterFields::Field::isUnchanged() const
{
    return text() == textOf(given).trimmed();
}

ParameterFields::ParameterFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(10);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ParameterFields::setProvider(const QJsonObject &provider, const QJsonObject &params)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    for (const QJsonValue value : provider.value("parameters"_L1).toArray()) {
        const QString name = value["name"_L1].toString(), found = value["found"_L1].toString();
        if (!isParameter(name))
            continue;
        auto *line = new QLineEdit(textOf(params.value(name)));
        const QString title = value["title"_L1].toString();
        line->setAccessibleName(title);
        if (!found.isEmpty()) //: an environment variable that is used when nothing else is given: %1 is its name
            line->setPlaceholderText(tr("From the variable %1").arg(found));
        else if (value["is_secret"_L1].toBool())
            line->setPlaceholderText(u"os.environ/NAME, keychain/NAME"_s);
        m_form->addRow(title, line);
        m_fields.append({value.toObject(), line, params.value(name)});
    }
    setVisible(!m_fields.isEmpty());
}

QJsonObject ParameterFields::apply(QJsonObject params) const
{
    for (const Field &field : m_fields) {
        if (field.isUnchanged()) // a number stays one, and a map is not shown at all
            continue;
        if (field.text().isEmpty())
            params.remove(field.name());
        else
            params.insert(field.name(), field.text());
    }
    return params;
}

QString ParameterFields::problem() const
{
    for (const Field &field : m_fields) {
        const QString text = field.text(), title = field.parameter.value("title"_L1).toString();
        if (field.parameter.value("is_secret"_L1).toBool() && !text.isEmpty()
            && !isReference(text)) //: %1 is the label of a field
            return tr("%1 is a secret: say where it is kept, as os.environ/NAME or keychain/NAME.").arg(title);
        const bool isFound = !field.parameter.value("found"_L1).toString().isEmpty();
        const bool isMissing = text.isEmpty() && !field.given.isObject() && !isFound;
        if (field.parameter.value("is_required"_L1).toBool() && isMissing)
            return tr("%1 is missing.").arg(title);
    }
    return {};
}

} // namespace gatehouse::ui
