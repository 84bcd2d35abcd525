// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The dialogs of models against a gateway that plays along.

#include "running_session.h"
#include "ui/config/setting_field.h"
#include "ui/pages/models/add_model.h"
#include "ui/pages/models/model_actions.h"
#include "ui/pages/models/model_dialog.h"
#include "ui/pages/models/model_feed.h"
#include "ui/pages/models/parameter_fields.h"
#include "ui/pages/models/provider_picker.h"

#include <QApplication>
#include <QJsonArray>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

struct Stage : RunningSession {
    QWidget page;
};

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

int fieldsOf(const QWidget &dialog, const QString &name)
{
    int count = 0;
    for (const SettingField *field : dialog.findChildren<SettingField *>())
        count += field->name() == name;
    return count;
}

QDialog *dialogOnTop()
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<QDialog *>(each);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

} // namespace

class ModelDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingHasOneField()
    {
        Stage stage;
        stage.api.tell("/providers",
            json("{'providers':[{'name':'azure','title':'Azure','parameters':[{'name':'api_version','title':'Version'}]},"
                 "{'name':'openai','title':'OpenAI','parameters':[]}]}"));
        stage.api.tell("/config/schema",
            json("{'keys':[{'path':'model_list[].litellm_params.api_version','name':'api_version','type':'string','choices':[],"
                 "'served':'now'},{'path':'model_list[].litellm_params.weight','name':'weight','type':'number','choices':[],"
                 "'served':'now'}]}"));
        ModelDialog dialog(stage.session, u"Edit"_s, u"Save"_s, &stage.page);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QJsonObject entry =
            object("{'model_name':'a','litellm_params':{'model':'azure/x','api_version':'2024','weight':2}}");
        dialog.setEntry(entry);
        QTRY_COMPARE(fieldsOf(dialog, u"weight"_s), 1);
        QTRY_COMPARE(dialog.findChild<ParameterFields *>()->findChildren<QLineEdit *>().size(), 1);
        QCOMPARE(fieldsOf(dialog, u"api_version"_s), 0);
        QCOMPARE(dialog.entry(), entry);
        dialog.findChild<ParameterFields *>()->findChild<QLineEdit *>()->setText(u"2025"_s);
        QCOMPARE(dialog.entry()["litellm_params"_L1]["api_version"_L1].toString(), u"2025"_s);
        QVERIFY(dialog.findChild<ProviderPicker *>()->choose(u"openai"_s));
        QVERIFY(!dialog.entry()["litellm_params"_L1].toObject().contains("api_version"_L1));
        QCOMPARE(dialog.entry()["litellm_params"_L1]["weight"_L1].toInt(), 2);
    }

    void whatIsStoredIsNotStoredAgain()
    {
        Stage stage;
        stage.api.tell("/config/file/models", json("{'writable':false}"));
        stage.api.tell("/model/new", "{}");
        QPointer<FormDialog> dialog = new FormDialog(u"Add"_s, u"Add"_s, &stage.page);
        connect(&stage.api, &FakeAdminApi::question, this, [&stage](const QByteArray &path) {
            if (path.startsWith("/model/new")) // the first is taken, those after it are not
                stage.api.tell("/model/new", R"({"error":{"message":"no room"}})", 400);
        });
        const QJsonObject one = object("{'model_name':'one','litellm_params':{'model':'openai/a'}}");
        const QJsonObject two = object("{'model_name':'two','litellm_params':{'model':'openai/b'}}");
        saveEntries(stage.session, {one, two}, u"Add two"_s, dialog);
        QTRY_COMPARE(stage.api.heard("/model/new").size(), 2);
        QTRY_VERIFY(dialog->actionButton()->isEnabled()); // it says what went wrong
        stage.api.disconnect(this);
        stage.api.tell("/model/new", "{}");
        saveEntries(stage.session, {one, two}, u"Add two"_s, dialog);
        QTRY_VERIFY(!dialog);
        const QList<QByteArray> stored = stage.api.heard("/model/new");
        QCOMPARE(stored.size(), 3);
        QVERIFY(stored[0].contains("openai/a") && stored[1].contains("openai/b"));
        QCOMPARE(stored[2], stored[1]); // with the same id: one whose answer was lost is refused
    }

    void enterAloneRemovesNothing()
    {
        Stage stage;
        ModelFeed feed(stage.session, &stage.page);
        ModelActions actions(stage.session, feed, &stage.page);
        stage.page.show();
        actions.remove(object("{'id':'a','group':'gpt','model':'openai/x','is_stored':true}"));
        auto *dialog = qobject_cast<FormDialog *>(dialogOnTop());
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->actionButton()->isEnabled()); // it is at nothing
        stage.api.tell("/model/delete", "{}");
        dialog->actionButton()->click();
        QTRY_VERIFY(!dialogOnTop());
        QCOMPARE(stage.api.heard("/model/delete").size(), 1);
    }
};

QTEST_MAIN(ModelDialogsTest)
#include "tst_model_dialogs.moc"
