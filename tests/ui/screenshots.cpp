// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// Paints every page of the window, light and dark, into PNG files: screenshots DIRECTORY [SECONDS of traffic] [PAGE…]
// A page may say what to show there: settings:section:storage.
// A real gateway, a fake provider behind it, teams and keys that call it. Not a test and not shipped; packaging/screenshots runs
// it.
#include "live_stage.h"
#include "ui/pages/pages.h"
#include "ui/pages/playground/column_row.h"
#include "ui/pages/playground/model_column.h"
#include "ui/shell/language.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace gatehouse::ui;
using namespace gatehouse::ui::test;

namespace {

constexpr QSize pictureSize(1280, 800);

struct Team {
    const char *name;
    double budget;
    const char *keys[3];
};

constexpr Team teams[] = {
    {"Support", 30, {"support-bot", "support-triage", nullptr}},
    {"Platform", 25, {"ci-reviews", "docs-search", "release-notes"}},
    {"Research", 120, {"notebooks", "evaluation", nullptr}},
};

constexpr const char *models[] = {
    "gpt-4o", "gpt-4o", "claude-sonnet", "fast", "fast", "fast", "claude-haiku", "mistral-large", "llama-70b", "gpt-4"};

constexpr const char *questions[] = {
    "Why does the queue not drain when two consumers share one connection?",
    "Rewrite this release note for people who do not read code.",
    "Which orders of the last 30 days have no shipment yet? Give me the SQL.",
    "Summarise the incident of last night in three sentences.",
    "What does HTTP 429 mean for a batch job, and how long should it wait?",
};

/// What teams and people have done on this gateway before the picture is taken.
class Town
{
public:
    explicit Town(LiveStage &stage)
        : m_stage(stage)
    {
        m_network.setProxy(QNetworkProxy::NoProxy);
    }

    void settle()
    {
        for (const Team &team : teams) {
            const QJsonObject made = m_stage.call("POST", u"/team/new"_s,
                {{u"team_alias"_s, QString::fromLatin1(team.name)}, {u"max_budget"_s, team.budget},
                    {u"budget_duration"_s, u"30d"_s}});
            for (const char *key : team.keys) {
                if (key)
                    issue(QString::fromLatin1(key), made.value("team_id"_L1).toString());
            }
        }
        m_stage.call("POST", u"/user/new"_s,
            {{u"user_id"_s, u"amelie"_s}, {u"user_email"_s, u"amelie@example.org"_s}, {u"max_budget"_s, 10}});
        m_stage.call("POST", u"/user/new"_s, {{u"user_id"_s, u"jonas"_s}, {u"user_email"_s, u"jonas@example.org"_s}});
        m_stage.call("POST", u"/customer/new"_s, {{u"user_id"_s, u"acme"_s}, {u"max_budget"_s, 5}});
        m_stage.call(
            "POST", u"/budget/new"_s, {{u"budget_id"_s, u"trial"_s}, {u"max_budget"_s, 2}, {u"budget_duration"_s, u"7d"_s}});
    }

    void live(int seconds)
    {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < seconds * 1000LL) {
            ask();
            QTest::qWait(int(m_random.bounded(20, 90)));
        }
    }

private:
    void issue(const QString &alias, const QString &team)
    {
        QJsonObject body {{u"key_alias"_s, alias}, {u"team_id"_s, team}, {u"max_budget"_s, m_random.bounded(2, 14) / 2.0},
            {u"budget_duration"_s, u"30d"_s}};
        if (m_keys.size() % 2 == 0)
            body.insert("rpm_limit"_L1, 600);
        m_keys.append(m_stage.call("POST", u"/key/generate"_s, body).value("key"_L1).toString().toLatin1());
    }

    void ask()
    {
        QNetworkRequest request(QUrl(m_stage.session().address() + u"/v1/chat/completions"_s));
        request.setRawHeader("Authorization", "Bearer " + m_keys[m_random.bounded(m_keys.size())]);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QString model = QString::fromLatin1(models[m_random.bounded(int(std::size(models)))]);
        const QString question = QString::fromLatin1(questions[m_random.bounded(int(std::size(questions)))]);
        const QJsonObject system {
            {u"role"_s, u"system"_s}, {u"content"_s, u"You answer briefly and say when you do not know."_s}};
        const QJsonObject user {{u"role"_s, u"user"_s}, {u"content"_s, question}};
        const QJsonObject body {
            {u"model"_s, model}, {u"messages"_s, QJsonArray {system, user}}, {u"stream"_s, m_random.bounded(2) == 0}};
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson());
        QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    }

    LiveStage &m_stage;
    QNetworkAccessManager m_network;
    QList<QByteArray> m_keys;
    QRandomGenerator m_random {20261126};
};

QString sceneText()
{
    QFile file(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/ui/scene.yaml"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void keysOfProviders()
{
    for (const char *name : {"OPENAI_API_KEY", "OPENAI_EU_API_KEY", "ANTHROPIC_API_KEY", "MISTRAL_API_KEY", "GROQ_API_KEY"})
        qputenv(name, "sk-of-the-pictures-0000");
}

/// Two clients on this computer: one that asks this gateway, and one that asks another by now.
void furnishHome(LiveStage &stage)
{
    const auto write = [&stage](const QString &path, const QString &text) {
        QFile file(stage.homePath() + u'/' + path);
        QDir(stage.homePath()).mkpath(path.section(u'/', 0, -2));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    };
    write(u".claude/settings.json"_s,
        u"{\"env\": {\"ANTHROPIC_BASE_URL\": \"%1\", \"ANTHROPIC_AUTH_TOKEN\": \"sk-of-the-pictures-0000\"}}"_s.arg(
            stage.session().address()));
    write(u".codex/config.toml"_s,
        u"model_provider = \"gatehouse\"\n[model_providers.gatehouse]\nbase_url = \"https://llm.example.org/v1\"\n"_s);
}

/// One question to three models, answered.
void play(LiveStage &stage)
{
    QWidget *page = stage.page(u"playground"_s);
    auto *question = named<QPlainTextEdit>(page, u"Question"_s);
    if (!question || !question->toPlainText().isEmpty())
        return;
    question->setPlainText(QString::fromLatin1(questions[0]));
    auto *columns = page->findChild<ColumnRow *>();
    const QStringList asked {u"gpt-4o"_s, u"claude-sonnet"_s, u"fast"_s};
    for (qsizetype at = 0; at < asked.size(); ++at) {
        if (at >= columns->columns().size())
            columns->addAnother();
        columns->columns()[at]->fields().setSetup({asked[at], u"You answer briefly."_s, 0.3, {}});
    }
    for (ModelColumn *each : columns->columns())
        Q_EMIT each->runWished();
}

/// One text before a guardrail that masks a part of it.
void tryText(LiveStage &stage)
{
    QWidget *page = stage.page(u"guardrails"_s);
    auto *text = named<QPlainTextEdit>(page, u"Text to test"_s);
    if (!text || !text->toPlainText().isEmpty())
        return;
    text->setPlainText(u"Please answer amelie@example.org about T-4711 before Friday, and copy jonas@example.org."_s);
    buttonIn(page, u"Test"_s)->click();
}

/// So that its details are seen too.
void chooseFirst(QWidget *page)
{
    for (QTableView *each : page->findChildren<QTableView *>())
        each->selectRow(0);
}

void paint(LiveStage &stage, Town &town, const QString &what, const QString &file)
{
    const QString key = what.section(u':', 0, 0);
    const QString part = key == what && key == "settings"_L1 ? u"section:storage"_s : what.section(u':', 1);
    QPushButton *live = buttonIn(stage.page(key), u"Live"_s);
    if (live && key == "overview"_L1)
        live->click(); // an hour would show the minute that this runs
    if (key == "playground"_L1)
        play(stage);
    stage.window().openPage(key, part);
    town.live(4); // so that it is seen at work
    if (key == "audit"_L1)
        chooseFirst(stage.page(key));
    if (key == "guardrails"_L1)
        tryText(stage);
    town.live(1);
    stage.window().grab().save(file);
    qInfo().noquote() << file;
}

void portray(LiveStage &stage, Town &town, const QString &directory, QStringList wanted)
{
    if (wanted.isEmpty()) {
        for (const PageInfo &info : pages())
            wanted.append(QString::fromLatin1(info.key));
    }
    Theme theme(*qApp);
    for (const Appearance look : {Appearance::Light, Appearance::Dark}) {
        theme.set(look);
        for (const QString &what : wanted) {
            const QString name = QString(what).replace(u':', u'-');
            paint(stage, town, what, directory + u'/' + name + (look == Appearance::Dark ? u"-dark.png"_s : u"-light.png"_s));
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QLocale locale(qEnvironmentVariable("GATEHOUSE_PICTURES_IN", u"en_US"_s));
    QLocale::setDefault(locale);
    gatehouse::app::prepareDesktop(application);
    speak(application, locale);
    keysOfProviders();
    LiveStage stage(sceneText(), 4000, u"scene_provider.mjs"_s);
    qputenv("HOME", stage.homePath().toLocal8Bit()); // the path in the header is short, as at home
    furnishHome(stage);
    stage.window().resize(pictureSize);
    stage.begin();
    Town town(stage);
    town.settle();
    town.live(arguments.value(2, u"60"_s).toInt());
    portray(stage, town, arguments.value(1, QDir::currentPath()), arguments.mid(3));
    return 0;
}
