// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "live_stage.h"

#include "ui/pages/page.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMouseEvent>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gatehouse::ui::test {

namespace {

const auto oneModel = u"model_list:\n"
                      "  - model_name: gpt\n"
                      "    litellm_params:\n"
                      "      model: openai/gpt-4o\n"
                      "      api_base: PROVIDER/v1\n"
                      "      api_key: sk-of-the-provider\n"_s;

QByteArray waitFor(QNetworkReply *reply, int &status)
{
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->deleteLater();
    return reply->readAll();
}

QNetworkRequest requestTo(const QUrl &url, const QByteArray &key)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + key);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(20'000);
    return request;
}

QJsonObject question(const QString &model, const QString &text)
{
    const QJsonObject message {{u"role"_s, u"user"_s}, {u"content"_s, text}};
    return {{u"model"_s, model}, {u"messages"_s, QJsonArray {message}}};
}

} // namespace

LiveStage::LiveStage(const QString &yaml, quint16 port, const QString &provider)
{
    startProvider(provider);
    QString text = yaml.isEmpty() ? oneModel : yaml;
    text.replace(u"PROVIDER"_s, m_providerUrl);
    if (!text.contains("general_settings:"_L1))
        text += u"general_settings:\n  master_key: "_s + QString::fromLatin1(masterKey()) + u'\n';
    if (text.startsWith("--model "_L1))
        m_model = yaml.section(u' ', 1);
    else if (yaml != "demo"_L1)
        writeConfig(text);
    m_control = std::make_unique<app::HouseControl>(options(port));
    m_keys = std::make_unique<app::KeychainStore>(std::chrono::seconds(10));
    QObject::connect(m_keys.get(), &app::KeychainStore::changed, m_control.get(), &app::HouseControl::reload);
    m_desktop = std::make_unique<app::Desktop>(*qApp, *m_control, m_home.filePath(u"window.ini"_s));
    m_desktop->setKeys(*m_keys);
    using namespace std::chrono_literals;
    session().feed().setIntervals({.live = 20ms, .slow = 50ms, .behind = 1ms, .longest = 100ms});
}

LiveStage::~LiveStage()
{
    m_desktop->window().letGo();
    m_desktop->window().hide();
    m_control->end(std::chrono::milliseconds(0));
    m_desktop.reset();
    m_keys.reset();
    m_control.reset();
    m_provider.kill();
    m_provider.waitForFinished();
}

void LiveStage::startProvider(const QString &program)
{
    m_provider.start(u"node"_s, {QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/ui/") + program});
    if (!m_provider.waitForReadyRead(30'000))
        qFatal("The fake provider did not start: is node installed?");
    m_providerUrl = QString::fromUtf8(m_provider.readLine()).trimmed();
}

app::Options LiveStage::options(quint16 port) const
{
    app::Options options;
    if (QFile::exists(configPath()))
        options.configFile = configPath().toStdString();
    if (!m_model.isEmpty()) {
        options.model = m_model.toStdString();
        options.apiBase = QString(m_providerUrl + u"/v1"_s).toStdString();
    }
    options.dataDir = m_home.filePath(u"data"_s).toStdString();
    options.gateway.port = port;
    options.gateway.workers = 1;
    options.logLevel = "error";
    return options;
}

void LiveStage::begin()
{
    m_desktop->show(false);
    window().activateWindow(); // shortcuts belong to the active window
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_control->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_control->state(), GatewayState::Running, 20'000);
}

QString LiveStage::configText() const
{
    QFile file(configPath());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void LiveStage::writeConfig(const QString &text) const
{
    QFile file(configPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("The configuration of the test cannot be written");
}

int LiveStage::chat(const QString &model, const QString &text, const QByteArray &key)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    int status = 0;
    const QUrl url(session().address() + u"/v1/chat/completions"_s);
    waitFor(network.post(requestTo(url, key), QJsonDocument(question(model, text)).toJson()), status);
    return status;
}

void LiveStage::beginChat(const QString &model, const QString &text)
{
    auto *network = new QNetworkAccessManager(&window());
    network->setProxy(QNetworkProxy::NoProxy);
    QJsonObject body = question(model, text);
    body.insert("stream"_L1, true);
    network->post(requestTo(QUrl(session().address() + u"/v1/chat/completions"_s), masterKey()), QJsonDocument(body).toJson());
}

QJsonObject LiveStage::call(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy::NoProxy);
    int status = 0;
    const QNetworkRequest request = requestTo(QUrl(session().address() + path), masterKey());
    const QByteArray text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    const QJsonDocument answer = QJsonDocument::fromJson(waitFor(network.sendCustomRequest(request, verb, text), status));
    return answer.isArray() ? QJsonObject {{u"data"_s, answer.array()}} : answer.object();
}

void LiveStage::script(const QJsonArray &replies)
{
    m_provider.write(QJsonDocument(replies).toJson(QJsonDocument::Compact) + '\n');
    if (!m_provider.waitForReadyRead(10'000))
        qFatal("The fake provider did not take its script");
    m_provider.readLine();
}

QWidget *LiveStage::page(const QString &key)
{
    window().openPage(key);
    for (Page *each : window().findChildren<Page *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

QDialog *LiveStage::dialog() const
{
    for (QWidget *each : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<QDialog *>(each);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

QPushButton *buttonIn(QWidget *where, const QString &caption)
{
    for (QPushButton *each : where->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == caption)
            return each;
    }
    return nullptr;
}

bool says(QWidget *where, const QString &text)
{
    for (const QLabel *each : where->findChildren<QLabel *>()) {
        if (each->isVisible() && each->text().contains(text))
            return true;
    }
    return false;
}

void drag(QWidget *where, const QPoint &from, const QPoint &to, bool letGo)
{
    QTest::mousePress(where, Qt::LeftButton, {}, from);
    for (const QPoint &at : {from + (to - from) / 2, to}) {
        // QTest would move the pointer of the screen, which knows nothing of the button.
        QMouseEvent move(QEvent::MouseMove, at, where->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(where, &move);
    }
    if (letGo)
        QTest::mouseRelease(where, Qt::LeftButton, {}, to);
}

void fillIn(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

} // namespace gatehouse::ui::test
