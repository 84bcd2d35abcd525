// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "models_page_steps.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui::test {

RecordView *deployments(QWidget *page)
{
    return named<RecordView>(page, u"Deployments"_s);
}

QDialog *dialogCalled(const QString &title)
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<QDialog *>(each);
        if (found && found->isVisible() && found->windowTitle() == title)
            return found;
    }
    return nullptr;
}

QDialog *shownChange()
{
    const auto shown = []() -> QDialog * {
        QDialog *dialog = dialogCalled(u"Change the configuration"_s);
        return dialog && buttonIn(dialog, u"Save"_s) && buttonIn(dialog, u"Save"_s)->isEnabled() ? dialog : nullptr;
    };
    return QTest::qWaitFor([&] { return shown() != nullptr; }, 20'000) ? shown() : nullptr;
}

void saveChange()
{
    QDialog *dialog = shownChange();
    QVERIFY(dialog);
    buttonIn(dialog, u"Save"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialogCalled(u"Change the configuration"_s), 20'000);
}

QAction *actionIn(QWidget *page, const QString &text)
{
    auto *more = named<QToolButton>(page, u"More actions"_s);
    if (!more || !more->isEnabled())
        return nullptr;
    Q_EMIT more->menu()->aboutToShow();
    for (QAction *action : more->menu()->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QStringList groupsOf(QWidget *page)
{
    QStringList groups;
    const RecordView *view = deployments(page);
    for (int row = 0; row < view->shownRows(); ++row)
        groups.append(view->recordAt(row).value("group"_L1).toString());
    return groups;
}

QString cell(QWidget *page, const QString &group)
{
    for (const QString &line : deployments(page)->csv().split(u"\r\n"_s)) {
        if (line.startsWith(group + u','))
            return line;
    }
    return {};
}

void choose(QWidget *page, const QString &group)
{
    RecordView *view = deployments(page);
    view->selectRow(int(groupsOf(page).lastIndexOf(group)));
    view->setFocus();
}

} // namespace gatehouse::ui::test
