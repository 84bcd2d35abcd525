// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/admin/config_desk.h"
#include "gateway/config/file_question.h"
#include "gateway/config/text_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace gatehouse;
using admin::ConfigDesk;
using config::FileAnswer;
using config::FileQuestion;

namespace {

const std::string before = "model_list: [] # ours\n";
const std::string after = "model_list: []\nlitellm_settings: {drop_params: true}\n";

/// A desk over a file of its own, and what the gateway says to a file that was saved.
struct Scene {
    QTemporaryDir home;
    std::string path = home.filePath(u"config.yaml"_s).toStdString();
    std::function<Result<>()> onReload = [] { return Result<>(); };
    std::unique_ptr<ConfigDesk> desk;

    explicit Scene(bool isThere = true)
    {
        if (isThere)
            write(before);
        config::FileSource source;
        source.path = path;
        source.demo = "model_list: []\n";
        source.keychain = [](const std::string &) -> Result<Secret, config::KeychainFault> { return Secret(); };
        source.stored = [](const Secret &) { return config::Stored(); };
        source.mayRun = [](const Secret &) { return Result<>(); };
        source.reload = [this](const std::function<void(Result<>)> &done) { done(onReload()); };
        desk = std::make_unique<ConfigDesk>(std::move(source));
        desk->start();
        desk->note({isThere ? before : std::string("model_list: []\n"), isThere, true, true});
    }
    ~Scene() { desk->stop(); }

    void write(const std::string &text) const
    {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
    }
    std::string text() const
    {
        const auto read = config::readText(path);
        return read ? *read : "(no file)";
    }
    FileAnswer ask(FileQuestion::Kind kind, const QJsonObject &body) const
    {
        std::promise<FileAnswer> promise;
        FileQuestion question;
        question.kind = kind;
        question.body = QJsonDocument(body).toJson().toStdString();
        desk->ask(std::move(question), [&promise](FileAnswer answer) { promise.set_value(std::move(answer)); });
        return promise.get_future().get();
    }
    FileAnswer save(const std::string &text) const
    {
        const auto now = config::readText(path);
        const std::string revision = now ? config::revisionOf(*now) : std::string(config::noRevision);
        return ask(FileQuestion::Kind::Change,
            {{u"text"_s, QString::fromStdString(text)}, {u"revision"_s, QString::fromStdString(revision)}});
    }
};

QString messageOf(const FileAnswer &answer)
{
    const QJsonObject whole = QJsonDocument::fromJson(QByteArray::fromStdString(answer.json)).object();
    return whole[u"error"_s].toObject()[u"message"_s].toString();
}

Failure<Error> refusal()
{
    return Failure {Error {Fault::Internal, "no room for it"}};
}

} // namespace

class ConfigDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInUseStays()
    {
        Scene scene;
        QCOMPARE(scene.save(after).status, 200);
        QCOMPARE(scene.text(), after);
    }

    void whatTheGatewayRefusesIsPutBack()
    {
        Scene scene;
        scene.onReload = [] { return refusal(); };
        const FileAnswer answer = scene.save(after);
        QCOMPARE(answer.status, 500);
        QCOMPARE(scene.text(), before);
        QVERIFY2(messageOf(answer).contains("was put back"_L1), answer.json.c_str());
        QVERIFY(messageOf(answer).contains("no room for it"_L1));
    }

    void aFileThatWasNotThereIsGoneAgain()
    {
        Scene scene(false);
        scene.onReload = [] { return refusal(); };
        QCOMPARE(scene.save(after).status, 500);
        QVERIFY(!QFile::exists(QString::fromStdString(scene.path)));
    }

    void whoWroteMeanwhileKeepsWhatTheyWrote()
    {
        Scene scene;
        scene.onReload = [&scene]() -> Result<> {
            scene.write("model_list: [] # theirs\n");
            return refusal();
        };
        const FileAnswer answer = scene.save(after);
        QCOMPARE(answer.status, 500);
        QCOMPARE(scene.text(), std::string("model_list: [] # theirs\n"));
        QVERIFY2(messageOf(answer).contains("changed meanwhile"_L1), answer.json.c_str());
    }

    void whatWasPutBackIsNoVersionToReturnTo()
    {
        Scene scene;
        scene.onReload = [] { return refusal(); };
        QCOMPARE(scene.save(after).status, 500);
        scene.onReload = [] { return Result<>(); };
        QCOMPARE(scene.save("model_list: []\n").status, 200);
        const QJsonObject undo {{u"revision"_s, QString::fromStdString(config::revisionOf("model_list: []\n"))}};
        QCOMPARE(scene.ask(FileQuestion::Kind::Undo, undo).status, 200);
        QCOMPARE(scene.text(), before);
    }

    void aListOfEditsHasAnEnd()
    {
        Scene scene;
        QJsonArray edits;
        for (int i = 0; i < 1001; ++i)
            edits.append(QJsonObject {{u"op"_s, u"set"_s}, {u"path"_s, QJsonArray {u"litellm_settings"_s, u"drop_params"_s}},
                {u"value"_s, i % 2 == 0}});
        const FileAnswer answer = scene.ask(FileQuestion::Kind::Change, {{u"edits"_s, edits}});
        QCOMPARE(answer.status, 400);
        QVERIFY2(messageOf(answer).contains("1000"_L1), answer.json.c_str());
        QCOMPARE(scene.text(), before);
    }
};

QTEST_GUILESS_MAIN(ConfigDeskTest)
#include "tst_config_desk.moc"
