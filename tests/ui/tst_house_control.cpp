// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "app/house_control.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using gatehouse::app::HouseControl;
using gatehouse::ui::GatewayState;
using namespace Qt::StringLiterals;

namespace {

const auto withKey = u"model_list:\n"
                     "  - model_name: gpt\n"
                     "    litellm_params:\n"
                     "      model: openai/gpt-4o\n"
                     "      api_key: keychain/openai\n"
                     "general_settings:\n"
                     "  master_key: sk-first\n"_s;

/// A control over a configuration of its own, with a keychain that answers when it is let.
struct Scene {
    QTemporaryDir home;
    QSemaphore asked, let;
    std::unique_ptr<HouseControl> control;

    QString configPath() const { return home.filePath(u"config.yaml"_s); }
    void write(const QString &yaml) const
    {
        QFile file(configPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(yaml.toUtf8());
    }
    explicit Scene(const QString &yaml)
    {
        write(yaml);
        gatehouse::app::Options options;
        options.configFile = configPath().toStdString();
        options.dataDir = home.filePath(u"data"_s).toStdString();
        options.gateway.port = 0;
        options.gateway.workers = 1;
        options.logLevel = "error";
        control = std::make_unique<HouseControl>(options, [this](const std::string &) {
            asked.release();
            let.acquire();
            return gatehouse::Secret("sk-of-the-provider");
        });
    }
    ~Scene()
    {
        let.release(1000); // whatever still asks
        control.reset();
    }
    bool isWaiting() const { return asked.available() > 0; }
    bool comesTo(GatewayState state) const
    {
        return QTest::qWaitFor([&] { return control->state() == state; }, 20000);
    }
};

} // namespace

class HouseControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowLivesWhileTheGatewayStarts()
    {
        Scene scene(withKey);
        const QSignalSpy said(scene.control.get(), &HouseControl::stateChanged);
        scene.control->start();
        QTRY_VERIFY_WITH_TIMEOUT(scene.isWaiting(), 20000); // for a keychain that says nothing
        QCOMPARE(scene.control->state(), GatewayState::Starting);
        QCOMPARE(scene.control->requestsInFlight(), 0);
        QCOMPARE(scene.control->configFile(), scene.configPath());
        scene.let.release();
        QVERIFY(scene.comesTo(GatewayState::Running));
        QVERIFY(scene.control->baseUrl().port() > 0);
        QCOMPARE(scene.control->adminKey(), QByteArray("sk-first"));
        QVERIFY(said.count() >= 2);
    }

    void whatIsStoppedWhileItStartsIsStopped()
    {
        Scene scene(withKey);
        scene.control->start();
        QTRY_VERIFY_WITH_TIMEOUT(scene.isWaiting(), 20000);
        scene.control->stop();
        QCOMPARE(scene.control->state(), GatewayState::Stopping);
        scene.control->start(); // nothing can begin before that has ended
        scene.let.release();
        QVERIFY(scene.comesTo(GatewayState::Stopped));
        scene.let.release();
        scene.control->start();
        QVERIFY(scene.comesTo(GatewayState::Running));
    }

    void whatCannotStartSaysWhyAndCanBeTriedAgain()
    {
        Scene scene(u"model_list: 7\n"_s);
        scene.control->start();
        QVERIFY(scene.comesTo(GatewayState::Failed));
        QVERIFY(scene.control->problem().contains("has errors"_L1));
        scene.write(u"model_list: []\n"_s);
        scene.control->start();
        QVERIFY(scene.comesTo(GatewayState::Running));
        QVERIFY(scene.control->problem().isEmpty());
    }

    void whatIsStoppedWhileItFailsIsNoFailure()
    {
        Scene scene(u"model_list: 7\n"_s);
        scene.control->start();
        scene.control->stop();
        QVERIFY(scene.comesTo(GatewayState::Stopped));
    }

    void anotherMasterKeyIsToldWhenItIsInUse()
    {
        Scene scene(u"general_settings:\n  master_key: sk-first\n"_s);
        scene.control->start();
        QVERIFY(scene.comesTo(GatewayState::Running));
        const QSignalSpy said(scene.control.get(), &HouseControl::stateChanged);
        scene.control->reload();
        QTest::qWait(300); // nothing is another, so nothing is said
        QCOMPARE(said.count(), 0);
        scene.write(u"general_settings:\n  master_key: sk-second\n"_s);
        scene.control->reload();
        QTRY_COMPARE_WITH_TIMEOUT(scene.control->adminKey(), QByteArray("sk-second"), 20000);
        QVERIFY(said.count() >= 1);
    }

    void whoEndsWhileItStartsWaitsForNoGateway()
    {
        Scene scene(withKey);
        scene.control->start();
        QTRY_VERIFY_WITH_TIMEOUT(scene.isWaiting(), 20000);
        scene.let.release();
        scene.control->end(std::chrono::seconds(60));
        scene.control->end(std::chrono::seconds(60)); // and once is enough
        scene.control->reload();
    }
};

QTEST_GUILESS_MAIN(HouseControlTest)
#include "tst_house_control.moc"
